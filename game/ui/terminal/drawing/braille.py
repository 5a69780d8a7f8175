"""A sheet of braille dots, two a column and four a row, in a few inks. Knows no game."""

from __future__ import annotations

import os
from itertools import groupby

from textual.content import Content

DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot in a braille character, by row and column."""
FINE = os.environ.get("TERM") != "linux"
"""The text console of Linux has no braille: there a cell with a dot in it is drawn whole."""


class Sheet:
    """Dots and letters on `columns` by `rows` cells; what is drawn later lies on top."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._bits = [[0] * columns for _ in range(rows)]
        self._inks = [[""] * columns for _ in range(rows)]
        self._letters: dict[tuple[int, int], str] = {}

    @property
    def size(self) -> tuple[int, int]:
        return 2 * self.columns, 4 * self.rows

    def dot(self, x: float, y: float, ink: str = "") -> None:
        """One dot; outside of the sheet it is not drawn."""
        across, down = round(x), round(y)
        if 0 <= across < 2 * self.columns and 0 <= down < 4 * self.rows:
            self._bits[down // 4][across // 2] |= DOTS[down % 4][across % 2]
            self._inks[down // 4][across // 2] = ink

    def line(
        self, start: tuple[float, float], end: tuple[float, float], ink: str = "", every: int = 1
    ) -> None:
        """A straight line; every: 1 draws it solid, more draws it dotted."""
        (x0, y0), (x1, y1) = start, end
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        for step in range(0, steps + 1, every):
            self.dot(x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps, ink)

    def erase(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Take away the dots of a straight line; without braille, the cells it crosses."""
        (x0, y0), (x1, y1) = start, end
        steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
        for step in range(steps + 1):
            across = round(x0 + (x1 - x0) * step / steps)
            down = round(y0 + (y1 - y0) * step / steps)
            if 0 <= across < 2 * self.columns and 0 <= down < 4 * self.rows:
                kept = ~DOTS[down % 4][across % 2] if FINE else 0
                self._bits[down // 4][across // 2] &= kept

    def fill(self, corners: list[tuple[float, float]], ink: str = "") -> None:
        heights = [y for _, y in corners]
        for y in range(round(min(heights)), round(max(heights)) + 1):
            crossings = sorted(
                x0 + (y - y0) * (x1 - x0) / (y1 - y0)
                for (x0, y0), (x1, y1) in zip(corners, corners[1:] + corners[:1], strict=True)
                if min(y0, y1) <= y < max(y0, y1)
            )
            for left, right in zip(crossings[::2], crossings[1::2], strict=False):
                for x in range(round(left), round(right) + 1):
                    self.dot(x, y, ink)

    def is_free(self, column: int, row: int, length: int) -> bool:
        """Whether these cells are on the sheet and empty."""
        return (
            0 <= row < self.rows
            and 0 <= column <= self.columns - length
            and not any(
                self._bits[row][place] or (place, row) in self._letters
                for place in range(column, column + length)
            )
        )

    def write(self, column: int, row: int, text: str, ink: str = "") -> None:
        for place, letter in enumerate(text, column):
            if 0 <= place < self.columns and 0 <= row < self.rows:
                self._letters[place, row] = letter
                self._inks[row][place] = ink

    def content(self) -> Content:
        return Content("\n").join(self._row(row) for row in range(self.rows))

    def _row(self, row: int) -> Content:
        cells = [
            (self._cell(column, row), self._inks[row][column]) for column in range(self.columns)
        ]
        runs = groupby(cells, key=lambda cell: cell[1])
        return Content.assemble(*(("".join(cell for cell, _ in run), ink) for ink, run in runs))

    def _cell(self, column: int, row: int) -> str:
        if (column, row) in self._letters:
            return self._letters[column, row]
        bits = self._bits[row][column]
        if not bits:
            return " "
        return chr(0x2800 + bits) if FINE else "·"
