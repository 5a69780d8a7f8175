"""The wakes chart: one figure of three tracks over the watches, each labelled at its line's end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.faces.terminal.braille import Sheet
from game.insight.wake import Track

INKS = {"you": "$foreground", "all course": "$course", "all sails": "$sails"}
SIGNS = {"you": "●", "all course": "▲", "all sails": "■"}
SCALE = 4
"""Columns for the figures beside the axis."""
LABEL = 13
"""Columns kept free for the labels."""


class Wakes(Widget):
    """A line chart of 0 to 100 over the watches; yours solid, the ghosts' dotted."""

    def __init__(
        self, title: str, tracks: Sequence[Track], figures: Callable[[Track], Sequence[float]]
    ) -> None:
        super().__init__()
        self._title, self._tracks, self._figures = title, tracks, figures

    def render(self) -> RenderResult:
        """The chart, as large as there is room."""
        columns, rows = self.size
        if columns < SCALE + LABEL + 8 or rows < 5:
            return Content(self._title)
        plot, height = columns - SCALE - LABEL, rows - 2
        last = max(1, *(len(self._figures(track)) - 1 for track in self._tracks))
        sheet = Sheet(columns - SCALE, height)
        for track in reversed(self._tracks):
            self._draw(sheet, track, plot, last)
        for track in self._tracks:
            self._label(sheet, track, self._end(track, plot, height, last))
        return self._framed(sheet, last, plot)

    def _points(self, track: Track, plot: int, height: int, last: int) -> list[tuple[float, float]]:
        return [
            (watch * (2 * plot - 2) / last, (1 - figure / 100) * (4 * height - 1))
            for watch, figure in enumerate(self._figures(track))
        ]

    def _end(self, track: Track, plot: int, height: int, last: int) -> tuple[int, int]:
        x, y = self._points(track, plot, height, last)[-1]
        return round(x) // 2, round(y) // 4

    def _draw(self, sheet: Sheet, track: Track, plot: int, last: int) -> None:
        points = self._points(track, plot, sheet.rows, last)
        every = 1 if track.captain == "you" else 3
        for start, end in pairwise(points):
            sheet.line(start, end, INKS.get(track.captain, ""), every)

    def _label(self, sheet: Sheet, track: Track, end: tuple[int, int]) -> None:
        """The sign at the end of the line, its name on the nearest free cells beside it."""
        ink, sign = INKS.get(track.captain, ""), SIGNS.get(track.captain, "◆")
        column, row = end
        sheet.write(column, row, sign, ink)
        name = f"{sign} {track.captain}"
        places = [
            (column + aside, row + down)
            for down in (0, -1, 1, -2, 2, -3, 3)
            for aside in (2, 1, -len(track.captain) // 2)
        ]
        for place, line in places:
            beside = track.captain if line == row else name
            if sheet.is_free(place - 1, line, len(beside) + 1):
                sheet.write(place, line, beside, ink)
                return

    def _framed(self, sheet: Sheet, last: int, plot: int) -> Content:
        scale = {0: "100", sheet.rows // 2: " 50", sheet.rows - 1: "  0"}
        rows = [
            Content.assemble((f"{scale.get(number, '   ')}│", "$dim"), row)
            for number, row in enumerate(sheet.content().split("\n"))
        ]
        foot = f"   └{'─' * plot}"
        head = Content.assemble((self._title, "bold"), (f"  over {last} watches", "$dim"))
        return Content("\n").join([head, *rows, Content.styled(foot, "$dim")])
