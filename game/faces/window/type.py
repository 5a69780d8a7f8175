"""Type: Atkinson Hyperlegible Next, sized in window heights, so that the last row can read it."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path

import pygame
from pygame.font import Font

from game.findings import AssetBroken

GROWTH = 1.3
"""The most that headlines grow with the text size: they are large enough to begin with."""
LINE = 60
"""No line of prose is longer, in letters."""


class Style(Enum):
    """A cut and its size in hundredths of the window's height."""

    NAME = ("ExtraBold", 14.0)
    HEADLINE = ("ExtraBold", 8.0)
    ORDER = ("SemiBold", 5.5)
    BODY = ("Regular", 4.5)
    STRONG = ("SemiBold", 4.5)
    SMALL = ("Regular", 3.6)
    LABEL = ("SemiBold", 3.6)


class Type:
    """The fonts for one window height and one text size (1 to 2)."""

    def __init__(self, folder: Path, height: int, scale: float) -> None:
        self._folder, self._height, self.scale = folder, height, scale
        self._fonts: dict[Style, Font] = {}

    def size(self, style: Style) -> int:
        """The size of a style, pixels."""
        grown = self.scale if style.value[1] < Style.HEADLINE.value[1] else self._tamed()
        return round(style.value[1] * self._height / 100 * grown)

    def font(self, style: Style) -> Font:
        """The font of a style.

        Raises:
            AssetBroken: if its file is missing.
        """
        if style not in self._fonts:
            path = self._folder / f"AtkinsonHyperlegibleNext-{style.value[0]}.ttf"
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

    def wrap(self, text: str, style: Style, width: int) -> list[str]:
        """The lines of a paragraph, none longer than an eye can follow; a wide word is broken.

        No line begins with a per cent sign.
        """
        lines: list[str] = []
        line = ""
        for word in re.split(r"\s+(?!%)", text.strip()):
            longer = f"{line} {word}" if line else word
            if len(longer) <= LINE and self.width(longer, style) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = self._broken(word, style, width)
            lines += broken
        return [*lines, line] if line else lines

    def _broken(self, word: str, style: Style, width: int) -> list[str]:
        parts = [""]
        for letter in word:
            longer = parts[-1] + letter
            if parts[-1] and (len(longer) > LINE or self.width(longer, style) > width):
                parts.append("")
            parts[-1] += letter
        return parts

    def _tamed(self) -> float:
        return min(self.scale, GROWTH)
