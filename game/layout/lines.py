"""Lines: where a paragraph is broken, for every face that draws letters itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from game.layout.characters import drawable
from game.layout.widths import width

LINE = 60
"""No line of prose is longer, in letters."""
SHORT = 3
"""Paragraphs of up to this many lines are balanced."""
SPACES = re.compile(r"[^\S\xa0]+(?![%:;?!»])")
"""Where a line may be broken: not before a per cent sign, or what French sets apart."""


def letter_size(share: float, height: int) -> int:
    """The size of letters, pixels; share: hundredths of the window's height, never less."""
    return ceil(share * height / 100)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text. cut: of the letters; room: its width, in units of their size."""

    cut: str
    room: float

    def lines(self, text: str) -> tuple[str, ...]:
        """The lines of a paragraph, none longer than an eye can follow; a wide word is broken."""
        return tuple(broken(drawable(text.strip()), self.holds))

    def balanced(self, text: str) -> tuple[str, ...]:
        """The lines of a short paragraph, about as long as each other: no word is left alone."""
        lines = self.lines(text)
        if not 2 <= len(lines) <= SHORT:
            return lines
        low, high = self.room / 2, self.room
        while high - low > self.room / 64:
            middle = (low + high) / 2
            if len(Column(self.cut, middle).lines(text)) > len(lines):
                low = middle
            else:
                high = middle
        return Column(self.cut, high).lines(text)

    def holds(self, line: str) -> bool:
        """Whether this has room on one line."""
        return len(line) <= LINE and width(line, self.cut) <= self.room


def broken(text: str, holds: Callable[[str], bool]) -> list[str]:
    """The lines of a text, each as full as can be. holds: whether there is room for a line."""
    lines: list[str] = []
    line = ""
    for word in SPACES.split(text):
        longer = f"{line} {word}" if line else word
        if holds(longer):
            line = longer
            continue
        if line:
            lines.append(line)
        *parts, line = _parts(word, holds)
        lines += parts
    return [*lines, line] if line else lines


def _parts(word: str, holds: Callable[[str], bool]) -> list[str]:
    """A word in parts that fit; a letter at least in each."""
    if holds(word):
        return [word]
    parts = [""]
    for letter in word:
        if parts[-1] and not holds(parts[-1] + letter):
            parts.append("")
        parts[-1] += letter
    return parts
