"""Type: Atkinson Hyperlegible Next, sized in window heights, so that the last row can read it."""

from __future__ import annotations

import re
from enum import Enum
from math import ceil
from pathlib import Path

import pygame
from pygame.font import Font

from game.findings import AssetBroken

GROWTH = 1.3
"""The most that headlines grow with the text size: they are large enough to begin with."""
SHORT = 3
"""Paragraphs of up to this many lines are balanced."""
LINE = 60
"""No line of prose is longer, in letters."""
SPACES = re.compile(r"[^\S\xa0]+(?![%:;?!»])")
"""Where a line may be broken."""


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


class Type:
    """The fonts for one window height and one text size (1 to 2)."""

    def __init__(self, folder: Path, height: int, scale: float) -> None:
        self._folder, self._height, self.scale = folder, height, scale
        self._fonts: dict[Style, Font] = {}
        self._wrapped: dict[tuple[str, Style, int], tuple[str, ...]] = {}

    def size(self, style: Style) -> int:
        """The size of a style, pixels; never less than it says."""
        grown = self.scale if style.value[1] < Style.HEADLINE.value[1] else self._tamed()
        return ceil(style.value[1] * self._height / 100 * grown)

    def font(self, style: Style) -> Font:
        """The font of a style.

        Raises:
            AssetBroken: if its file is missing.
        """
        if style not in self._fonts:
            path = self._folder / f"AtkinsonHyperlegible{style.value[0]}.ttf"
            try:
                self._fonts[style] = Font(path, self.size(style))
            except (OSError, pygame.error) as wrong:
                raise AssetBroken(path, "the font cannot be read") from wrong
        return self._fonts[style]

    def leading(self, style: Style) -> int:
        """From one line to the next, pixels."""
        return round(self.size(style) * 1.24)

    def width(self, text: str, style: Style) -> int:
        """How wide a line is, pixels."""
        return self.font(style).size(text)[0]

    def wrap(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """The lines of a paragraph, none longer than an eye can follow; a wide word is broken.

        No line begins with a per cent sign, or with a mark that French sets apart.
        """
        key = text, style, width
        if key not in self._wrapped:
            self._wrapped[key] = tuple(self._wrap(text, style, width))
        return self._wrapped[key]

    def _wrap(self, text: str, style: Style, width: int) -> list[str]:
        lines: list[str] = []
        line = ""
        for word in SPACES.split(text.strip()):
            longer = f"{line} {word}" if line else word
            if len(longer) <= LINE and self.width(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = self._broken(word, style, width)
            lines += broken
        return [*lines, line] if line else lines

    def balanced(self, text: str, style: Style, width: int) -> tuple[str, ...]:
        """The lines of a short paragraph, about as long as each other: no word is left alone."""
        lines = self.wrap(text, style, width)
        if not 2 <= len(lines) <= SHORT:
            return lines
        low, high = width // 2, width
        while high - low > width // 64:
            middle = (low + high) // 2
            if len(self.wrap(text, style, middle)) > len(lines):
                low = middle
            else:
                high = middle
        return self.wrap(text, style, high)

    def _broken(self, word: str, style: Style, width: int) -> list[str]:
        if len(word) <= LINE and self.width(word, style) <= width:
            return [word]
        parts = [""]
        for letter in word:
            longer = parts[-1] + letter
            if parts[-1] and (len(longer) > LINE or self.width(longer, style) > width):
                parts.append("")
            parts[-1] += letter
        return parts

    def _tamed(self) -> float:
        return min(self.scale, GROWTH)
