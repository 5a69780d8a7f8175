"""Lines: where a paragraph is broken, for every face that draws letters itself."""

from __future__ import annotations

import re
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
        lines, line, used = [], "", 0.0
        space = width(" ", self.cut)
        for word in SPACES.split(drawable(text.strip())):
            wide = width(word, self.cut)
            if line and len(line) + len(word) < LINE and used + space + wide <= self.room:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            *parts, line = [word] if self.holds(word) else self._parts(word)
            lines += parts
            used = width(line, self.cut)
        return (*lines, line) if line else tuple(lines)

    def balanced(self, text: str) -> tuple[str, ...]:
        """The lines of a short paragraph, about as long as each other: no word is left alone.

        Nor is one broken for the sake of that.
        """
        lines = self.lines(text)
        if not 2 <= len(lines) <= SHORT:
            return lines
        widest = max(width(word, self.cut) for word in SPACES.split(drawable(text.strip())))
        low, high = min(self.room, max(self.room / 2, widest)), self.room
        while high - low > self.room / 64:
            middle = (low + high) / 2
            if len(Column(self.cut, middle).lines(text)) > len(lines):
                low = middle
            else:
                high = middle
        return Column(self.cut, high).lines(text)

    def holds(self, line: str) -> bool:
        return len(line) <= LINE and width(line, self.cut) <= self.room

    def _parts(self, word: str) -> list[str]:
        """A word in parts that fit; a letter at least in each."""
        parts = [""]
        for letter in word:
            if parts[-1] and not self.holds(parts[-1] + letter):
                parts.append("")
            parts[-1] += letter
        return parts
