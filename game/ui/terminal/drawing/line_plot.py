"""A plot of lines in braille, each labelled at its end. Knows no game."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from game.ui.terminal.drawing.braille import Sheet

SCALE = 4
"""Columns for the figures beside the axis."""
LABEL = 14
"""Columns kept free for the labels."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points. name: beside its end, with the sign there; without, it has neither.

    every: 1 draws it solid, more draws it dotted.
    """

    name: str
    sign: str
    ink: str
    points: Sequence[Point]
    every: int = 1


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the plane is shown. scale: figures beside the axis, by height; foot: below it.

    bottom: may be more than top, if the plane counts downward.
    """

    left: float
    right: float
    top: float
    bottom: float
    scale: Mapping[float, str]
    foot: str


class Plot(Widget):
    """Lines in a frame; the first one lies on top."""

    def __init__(self, title: str, note: str, lines: Sequence[Line], frame: Frame) -> None:
        super().__init__()
        self._title, self._note = title, note
        self._lines, self._frame = lines, frame

    def render(self) -> RenderResult:
        """The plot, as large as there is room."""
        columns, rows = self.size
        if columns < SCALE + LABEL + 8 or rows < 5:
            return Content.styled(self._title, "bold")
        sheet = Sheet(columns - SCALE, rows - 2)
        for line in reversed(self._lines):
            for start, end in pairwise(self._dots(line, sheet)):
                sheet.line(start, end, line.ink, line.every)
        named = [(line, self._end(line, sheet)) for line in self._lines if line.name]
        for line, (column, row) in reversed(named):
            sheet.write(column, row, line.sign, line.ink)
        for line, end in named:
            _label(sheet, line, end)
        return self._framed(sheet)

    def _dots(self, line: Line, sheet: Sheet) -> list[Point]:
        frame, width, height = self._frame, 2 * (sheet.columns - LABEL) - 1, 4 * sheet.rows - 1
        return [
            (
                (x - frame.left) / (frame.right - frame.left) * width,
                (frame.top - y) / (frame.top - frame.bottom) * height,
            )
            for x, y in line.points
        ]

    def _end(self, line: Line, sheet: Sheet) -> tuple[int, int]:
        x, y = self._dots(line, sheet)[-1]
        return round(x) // 2, round(y) // 4

    def _framed(self, sheet: Sheet) -> Content:
        frame = self._frame
        scale = {
            round((frame.top - y) / (frame.top - frame.bottom) * (sheet.rows - 1)): figure
            for y, figure in frame.scale.items()
        }
        rows = [
            Content.assemble((f"{scale.get(number, ''):>3}│", "$dim"), row)
            for number, row in enumerate(sheet.content().split("\n"))
        ]
        head = Content.assemble((self._title, "bold"), (f"  {self._note}", "$dim"))
        foot = f"   └{f' {frame.foot} ':─^{sheet.columns - LABEL}}"
        head = head.truncate(self.size.width, ellipsis=True)
        return Content("\n").join([head, *rows, Content.styled(foot, "$dim")])


def _label(sheet: Sheet, line: Line, end: tuple[int, int]) -> None:
    """The line's name on the nearest free cells beside its end, with its sign if not just there."""
    column, row = end
    places = [
        (column + aside, row + down)
        for down in (0, -1, 1, -2, 2, -3, 3)
        for aside in (2, 1, -len(line.name) // 2)
    ]
    for place, at in places:
        beside = line.name if at == row else f"{line.sign} {line.name}"
        if sheet.is_free(place - 1, at, len(beside) + 1):
            sheet.write(place, at, beside, line.ink)
            return
