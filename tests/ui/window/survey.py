"""Looks at a picture of the window as a reader in the last row does, and names what is amiss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pygame
from pygame import Rect, Surface

from game.ui.window.widgets.canvas import Written
from game.ui.window.widgets.theme import Colour

Pixels = npt.NDArray[np.uint8]
ASIDE = 10.0
"""How far a pixel may lie off the way from ink to paper, of 441: roundings of the blending."""


@dataclass(frozen=True)
class Flaw:
    """Something amiss with a text. kind: what; where: on which picture."""

    kind: str
    where: str
    what: str


def ink_box(written: Written) -> Rect:
    """The part of a line's area that letters can fill: its font leaves air above and below."""
    area, size = written.area, written.size
    top, foot = round(0.15 * size), round(0.08 * size)
    return Rect(area.left, area.top + top, area.width, area.height - top - foot)


def misplaced(
    where: str, lines: Iterable[Written], window: Rect, places: Iterable[Rect]
) -> Iterator[Flaw]:
    """Texts that leave their plate, their button or the window, or that run into each other."""
    boxes = [(line, ink_box(line)) for line in lines if line.text.strip()]
    for line, box in boxes:
        if not (window.contains(box) and line.plate.contains(box)):
            yield Flaw("clipped", where, line.text)
        for place in places:
            if place.collidepoint(box.center) and not place.contains(box):
                yield Flaw("clipped", where, f"{line.text} (by its own button)")
    for (one, box), (other, beside) in combinations(boxes, 2):
        if box.colliderect(beside):
            yield Flaw("overlapping", where, f"{one.text} | {other.text}")


def unreadable(where: str, lines: Iterable[Written], height: int) -> Iterator[Flaw]:
    """Texts that are too small for the last row, or too long for an eye."""
    for line in lines:
        if 100 * line.size / height < 3.5:
            yield Flaw("too small", where, line.text)
        if len(line.text) > 60:
            yield Flaw("too long", where, line.text)


def faint(where: str, lines: Iterable[Written], picture: Pixels) -> Iterator[Flaw]:
    """Texts that do not stand out from what is really behind them, or have it drawn across."""
    for line in lines:
        box = ink_box(line)
        behind, aside = _behind(picture[box.left : box.right, box.top : box.bottom], line.ink)
        ratio = contrast(line.ink, behind)
        if ratio < 7:
            yield Flaw("faint", where, f"{line.text}: {ratio:.2f}")
        if aside:
            yield Flaw("drawn across", where, f"{line.text}: {aside} pixels")


def pixels(surface: Surface) -> Pixels:
    """A surface as numbers: x, y, and red, green and blue."""
    width, height = surface.get_size()
    rows = np.frombuffer(bytearray(pygame.image.tobytes(surface, "RGB")), np.uint8)
    return rows.reshape(height, width, 3).transpose(1, 0, 2)


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand apart, 1 to 21, as WCAG counts."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """How bright a colour is, 0 to 1."""
    shares = (value / 255 for value in colour)
    r, g, b = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def colours_of(part: Pixels) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Its colours, one a row, and how many pixels have each."""
    red, green, blue = np.moveaxis(part.astype(np.int64), -1, 0)
    packed, counts = np.unique(red << 16 | green << 8 | blue, return_counts=True)
    return np.stack((packed >> 16, packed >> 8 & 255, packed & 255), axis=1), counts


def commonest(part: Pixels) -> Colour:
    """The colour of most pixels."""
    colours, counts = colours_of(part)
    red, green, blue = map(int, colours[counts.argmax()])
    return red, green, blue


def _behind(part: Pixels, ink: Colour) -> tuple[Colour, int]:
    """The paper that letters of this ink lie on, and how many pixels are neither."""
    colours, counts = colours_of(part)
    red, green, blue = map(int, paper := colours[counts.argmax()])
    way = np.array(ink) - paper
    off = colours - paper
    share = np.clip(off @ way / max(1, way @ way), 0, 1)
    aside = np.linalg.norm(off - share[:, None] * way, axis=1)
    return (red, green, blue), int(counts[aside > ASIDE].sum())
