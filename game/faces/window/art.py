"""The art: SVG files at any size, each drawn once a size. A file in assets/art can be replaced."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Surface


class Art:
    """Pictures from a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, int, int], Surface] = {}

    def picture(self, name: str, width: float, height: float) -> Surface:
        """A picture that fits into width x height, pixels, in its own proportions."""
        size = max(1, round(width)), max(1, round(height))
        if (name, *size) not in self._drawn:
            file = self._folder / f"{name}.svg"
            self._drawn[name, *size] = pygame.image.load_sized_svg(file, size).convert_alpha()
        return self._drawn[name, *size]
