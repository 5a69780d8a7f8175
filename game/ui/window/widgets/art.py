"""The art: SVG files at any size, each drawn once a size. A file in assets/art can be replaced."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import Path

import pygame
from pygame import Surface

from game.findings import AssetBroken
from game.i18n import _
from game.ui.window.widgets.cache import Cache, surface_bytes

WINDOWS = 1
"""How much is kept, in windows full of pixels."""


class Art:
    def __init__(self, folder: Path, room: int) -> None:
        """room: bytes for the pictures that are kept."""
        self._folder = folder
        self._drawn = Cache[Surface](room, surface_bytes)

    def picture(self, name: str, width: float, height: float) -> Surface:
        """A picture that fits into width x height, pixels, in its own proportions.

        Raises:
            AssetBroken: if its file is missing or no SVG.
        """
        size = max(1, round(width)), max(1, round(height))
        return self._drawn.get((name, *size), partial(self._draw, name, size))

    def _draw(self, name: str, size: tuple[int, int]) -> Surface:
        file = self._folder / f"{name}.svg"
        try:
            return pygame.image.load_sized_svg(file, size).convert_alpha()
        except (OSError, pygame.error) as wrong:
            raise AssetBroken(file, _("the picture cannot be read")) from wrong


@lru_cache(maxsize=1)  # a new theme or text size finds what was drawn before it
def art_for(folder: Path, size: tuple[int, int]) -> Art:
    """The art for a window of this size, pixels."""
    return Art(folder, WINDOWS * 4 * size[0] * size[1])
