"""The fonts: Atkinson Hyperlegible Next, sized in window heights for the last row."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import pygame
from pygame import SRCALPHA, Surface
from pygame.font import Font

from game.findings import AssetBroken
from game.i18n import _
from game.layout.characters import drawable
from game.layout.lines import Column, letter_size
from game.layout.widths import FACES, font_of

Break = Callable[[Column, str], tuple[str, ...]]
GROWTH = 1.3
"""The most that headlines grow with the text size: they are large enough to begin with."""


class Style(Enum):
    """A cut and its size in hundredths of the window's height."""

    NAME = ("Next-ExtraBold", 14.0)
    HEADLINE = ("Next-ExtraBold", 8.0)
    ORDER = ("Next-SemiBold", 5.5)
    BODY = ("Next-Regular", 4.5)
    STRONG = ("Next-SemiBold", 4.5)
    SMALL = ("Next-Regular", 3.6)
    LABEL = ("Next-SemiBold", 3.6)
    CODE = ("Mono-Regular", 3.6)


class Fonts:
    """The fonts for one window height and one text size (1 to 2)."""

    def __init__(self, folder: Path, height: int, scale: float) -> None:
        self._folder, self._height, self.scale = folder, height, scale
        self._sizes = {style: self._sized(style) for style in Style}
        self._fonts: dict[tuple[str, int], Font] = {}
        self._scaled: dict[float, Fonts] = {scale: self}
        self._widths: dict[tuple[str, Style], int] = {}
        self._broken: dict[tuple[Break, str, Style, int], tuple[str, ...]] = {}

    def scaled(self, scale: float) -> Fonts:
        """The same fonts for another text size."""
        if scale not in self._scaled:
            fonts = Fonts(self._folder, self._height, scale)
            fonts._fonts, fonts._scaled = self._fonts, self._scaled
            self._scaled[scale] = fonts
        return self._scaled[scale]

    def size(self, style: Style) -> int:
        """The size of a style, pixels; never less than it says."""
        return self._sizes[style]

    def leading(self, style: Style) -> int:
        """From one line to the next, pixels."""
        return round(self.size(style) * 1.24)

    def raised(self, style: Style, leading: float) -> float:
        """How far above its place a line is drawn to be in the middle of its leading, pixels."""
        return (self._font(FACES[style.value[0]][0], self.size(style)).get_height() - leading) / 2

    def width(self, text: str, style: Style) -> int:
        key = text, style
        if key not in self._widths:
            self._widths[key] = sum(font.size(run)[0] for font, run in self._runs(text, style))
        return self._widths[key]

    def draw(self, text: str, style: Style, ink: tuple[int, int, int]) -> Surface:
        """A line of text as a picture; what no face draws is a sign.

        Raises:
            AssetBroken: if the file of a face is missing.
        """
        runs = self._runs(text, style)
        drawn = [font.render(run, True, ink) for font, run in runs]
        if len(drawn) == 1:
            return drawn[0]
        own = self._font(FACES[style.value[0]][0], self.size(style))
        line = Surface((sum(run.width for run in drawn), own.get_height()), SRCALPHA)
        left = 0
        for (font, _text), run in zip(runs, drawn, strict=True):
            line.blit(run, (left, own.get_ascent() - font.get_ascent()))
            left += run.width
        return line

    def wrap(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """The lines of a paragraph for a width in pixels."""
        return self._lines(Column.lines, text, style, width)

    def balanced(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """The lines of a short paragraph, about as long as each other: no word is left alone."""
        return self._lines(Column.balanced, text, style, width)

    def _lines(self, broken: Break, text: str, style: Style, width: int) -> tuple[str, ...]:
        key = broken, text, style, width
        if key not in self._broken:
            column = Column(style.value[0], width / self.size(style))
            self._broken[key] = broken(column, text)
        return self._broken[key]

    def _runs(self, text: str, style: Style) -> list[tuple[Font, str]]:
        """A line in parts, each with the font that draws it."""
        size = self.size(style)
        return [(self._font(name, size), run) for name, run in _faced(text, style.value[0])]

    def _font(self, name: str, size: int) -> Font:
        if (name, size) not in self._fonts:
            path = self._folder / f"{name}.ttf"
            try:
                self._fonts[name, size] = Font(path, size)
            except (OSError, pygame.error) as wrong:
                raise AssetBroken(path, _("the font cannot be read")) from wrong
        return self._fonts[name, size]

    def _sized(self, style: Style) -> int:
        tamed = style.value[1] >= Style.HEADLINE.value[1]
        grown = min(self.scale, GROWTH) if tamed else self.scale
        return letter_size(style.value[1] * grown, self._height)


@lru_cache(maxsize=4096)
def _faced(text: str, cut: str) -> list[tuple[str, str]]:
    drawn, own = drawable(text), FACES[cut][0]
    if font_of(own).keys() >= set(drawn):
        return [(own, drawn)]
    runs = groupby(drawn, lambda char: next(name for name in FACES[cut] if char in font_of(name)))
    return [(name, "".join(run)) for name, run in runs]
