"""The art: SVG files at any size, each drawn once a size. A file in assets/art can be replaced.

What an author has drawn stands beside the scenario, perhaps in a chest, and is not trusted.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pygame
from pygame import Surface

from game.findings import AssetBroken, EvenKeelError
from game.i18n import _
from game.scenario.chest.names import ART
from game.scenario.chest.pictures import wrong_with_picture
from game.scenario.loading.files import read_bytes

Wash = tuple[int, int, int, int]
PLAIN: Wash = (255, 255, 255, 255)
KEPT = 60
"""How many pictures are kept; what grows on the horizon is drawn at ever new sizes."""


class Art:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[object, ...], Surface] = {}
        self.own: Path | None = None
        """The folder of the scenario that is shown, if one is."""

    def has(self, name: str) -> bool:
        if ART.fullmatch(name):
            return bool(self._own_picture(name))
        return (self._folder / f"{name}.svg").is_file()

    def picture(self, name: str, width: float, height: float, wash: Wash = PLAIN) -> Surface:
        """A picture that fits into width x height, pixels, in its own proportions.

        wash: the colour and the alpha that it is multiplied by, such as what is far off at night.

        Raises:
            AssetBroken: if its file is missing or no SVG.
        """
        size = max(1, round(width)), max(1, round(height))
        key = self.own if ART.fullmatch(name) else None, name, *size, wash
        drawn = self._drawn.pop(key, None)
        if drawn is None:
            file = self._folder / f"{name}.svg"
            try:
                drawn = self._draw(name, file, size)
            except (OSError, pygame.error) as wrong:
                raise AssetBroken(file, _("the picture cannot be read")) from wrong
            if wash != PLAIN:
                drawn.fill(wash, special_flags=pygame.BLEND_RGBA_MULT)
        self._drawn[key] = drawn  # the last used stands last
        if len(self._drawn) > KEPT:
            del self._drawn[next(iter(self._drawn))]
        return drawn

    def _draw(self, name: str, file: Path, size: tuple[int, int]) -> Surface:
        if not ART.fullmatch(name):
            return pygame.image.load_sized_svg(file, size).convert_alpha()
        data = BytesIO(self._own_picture(name))
        if name.endswith(".svg"):
            return pygame.image.load_sized_svg(data, size).convert_alpha()
        whole = pygame.image.load(data, name).convert_alpha()
        share = min(size[0] / whole.get_width(), size[1] / whole.get_height())
        return pygame.transform.smoothscale_by(whole, share)

    def _own_picture(self, name: str) -> bytes:
        """What the author has drawn; empty where it is not there, or may not be shown."""
        if self.own is None:
            return b""
        try:
            data = read_bytes(self.own / name)
        except (OSError, EvenKeelError):
            return b""
        return b"" if wrong_with_picture(name, data) else data
