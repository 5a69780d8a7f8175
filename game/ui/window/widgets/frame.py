"""The frame: where the sheet lies and what is left for the scene."""

from __future__ import annotations

from pygame import Rect

from game.layout.pages import BESIDE

LARGE = 1.3
"""From this text size on, a sheet takes the window."""
SMALLEST_VISTA = 0.12
"""Less of the window than this is no sight: the sheet takes it, too."""


def evenly(count: int, fit: int) -> int:
    """How many of so many to put beside each other, no more than fit, so that lines are even."""
    fit = max(1, fit)
    return -(-count // -(-count // fit))


def fits_beside(size: tuple[int, int], text: float) -> bool:
    """Whether a sheet of this text size and the scene have room beside each other."""
    return text < LARGE and size[0] >= BESIDE * size[1]


def sheet_beside(size: tuple[int, int], share: float) -> tuple[Rect, Rect]:
    """Sheet and vista beside each other; share: the sheet's part of the width."""
    width, height = size
    sheet = Rect(0, 0, round(width * share), height)
    vista = Rect(sheet.right, 0, width - sheet.right, height)
    return sheet, vista if vista.width else Rect(0, 0, 0, 0)


def sheet_below(size: tuple[int, int], top: int, wanted: int) -> tuple[Rect, Rect]:
    """Sheet below the vista, as high as it wants to be; top: where the vista begins, pixels."""
    width, height = size
    if height - top - wanted < SMALLEST_VISTA * height:
        return Rect(0, top, width, height - top), Rect(0, 0, 0, 0)
    sheet = Rect(0, height - wanted, width, wanted)
    return sheet, Rect(0, top, width, sheet.top - top)
