"""The art: SVG files at any size, each drawn once a size. A file in assets/art can be replaced."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Surface

from game.findings import AssetBroken
from game.i18n import _

Wash = tuple[int, int, int, int]
PLAIN: Wash = (255, 255, 255, 255)
KEPT = 60
"""How many pictures are kept; what grows on the horizon is drawn at ever new sizes."""


class Art:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, int, int, Wash], Surface] = {}

    def has(self, name: str) -> bool:
        return (self._folder / f"{name}.svg").is_file()

    def picture(self, name: str, width: float, height: float, wash: Wash = PLAIN) -> Surface:
        """A picture that fits into width x height, pixels, in its own proportions.

        wash: the colour and the alpha that it is multiplied by, such as what is far off at night.

        Raises:
            AssetBroken: if its file is missing or no SVG.
        """
        size = max(1, round(width)), max(1, round(height))
        key = name, *size, wash
        drawn = self._drawn.pop(key, None)
        if drawn is None:
            file = self._folder / f"{name}.svg"
            try:
                drawn = pygame.image.load_sized_svg(file, size).convert_alpha()
            except (OSError, pygame.error) as wrong:
                raise AssetBroken(file, _("the picture cannot be read")) from wrong
            if wash != PLAIN:
                drawn.fill(wash, special_flags=pygame.BLEND_RGBA_MULT)
        self._drawn[key] = drawn  # the last used stands last
        if len(self._drawn) > KEPT:
            del self._drawn[next(iter(self._drawn))]
        return drawn
