"""The sheet: rows of text, choices and figures, broken into pages that fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.theme import Colour
from game.faces.window.type import Style
from game.ship.attention import Kind

Draw = Callable[[Rect], None]
GAP = 1.6
"""Between two paragraphs, hundredths of the window's height."""


@dataclass(frozen=True, slots=True)
class Row:
    """What is never torn apart. height: pixels; choice: what pressing it means, or empty.

    keep: it stays on the page of the row after it. air: a page does not begin with it.
    turns: a new page begins after it.
    """

    height: int
    draw: Draw
    choice: str = ""
    keep: bool = False
    air: bool = False
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A row where it stands, pixels."""

    row: Row
    area: Rect


class Writer:
    """Makes rows for a canvas and a width in pixels."""

    def __init__(self, canvas: Canvas, width: int, mark: str) -> None:
        self.canvas, self.width, self.mark = canvas, width, mark

    def text(
        self, text: str, style: Style = Style.BODY, ink: Colour | None = None, keep: bool = False
    ) -> list[Row]:
        """A paragraph for each paragraph, a row for each line, and a gap."""
        rows: list[Row] = []
        for paragraph in text.strip().split("\n\n"):
            if rows:
                rows.append(self.gap())
            for line in self.canvas.type.wrap(paragraph, style, self.width):
                rows.append(self._line(line, style, ink, keep))
        return [*rows, self.gap(keep)]

    def gap(self, keep: bool = False, share: float = GAP) -> Row:
        """A little air."""
        return Row(self.canvas.vh(share), lambda _: None, keep=keep, air=True)

    def rule(self) -> Row:
        """A thin line."""

        def draw(area: Rect) -> None:
            line = Rect(area.left, area.centery, area.width, 1)
            self.canvas.surface.fill(self.canvas.theme.edge, line)

        return Row(self.canvas.vh(2), draw)

    def speech(self, name: str, kind: Kind, text: str) -> list[Row]:
        """What a voice says, after its name and its sign."""
        canvas, type = self.canvas, self.canvas.type
        left = type.size(Style.BODY) // 2
        size = type.size(Style.LABEL) * 0.7
        indent = type.width(name, Style.STRONG) + round(size * 2)
        lines = type.wrap(text, Style.BODY, self.width - left, indent)
        leading = type.leading(Style.BODY)
        ink = canvas.theme.ink(kind)

        def draw(area: Rect) -> None:
            bar = Rect(area.left, area.top, canvas.hair * 2, area.height)
            canvas.surface.fill(ink, bar.inflate(0, -leading // 4))
            at = area.left + left
            said = canvas.line(name, Style.STRONG, (at, area.top), ink)
            canvas.sign(kind, (said.right + size, said.centery), size)
            for number, line in enumerate(lines):
                first = indent if number == 0 else 0
                canvas.line(line, Style.BODY, (at + first, area.top + number * leading))

        return [Row(leading * len(lines), draw), self.gap()]

    def page(self) -> Row:
        """What follows begins on a new page."""
        return Row(0, lambda _: None, air=True, turns=True)

    def pair(self, name: str, figure: str, ink: Colour | None = None) -> list[Row]:
        """A name at the left, its figure at the right; below each other where there is no room."""
        type, style = self.canvas.type, Style.STRONG
        wide = type.width(figure, style)
        if type.width(f"{name}  ", Style.BODY) + wide > self.width:
            return [*self.text(name, Style.BODY, keep=True), *self.text(figure, style, ink)]

        def draw(area: Rect) -> None:
            self.canvas.line(name, Style.BODY, area.topleft)
            self.canvas.line(figure, style, (area.right - wide, area.top), ink)

        return [Row(type.leading(Style.BODY), draw)]

    def figure(self, height: int, draw: Draw, keep: bool = False) -> list[Row]:
        """A drawing of this height, pixels."""
        return [Row(height, draw, keep=keep), self.gap()]

    def _line(self, line: str, style: Style, ink: Colour | None, keep: bool) -> Row:
        def draw(area: Rect) -> None:
            self.canvas.line(line, style, area.topleft, ink)

        return Row(self.canvas.type.leading(style), draw, keep=keep)


def paged(rows: Sequence[Row], area: Rect) -> list[list[Placed]]:
    """The rows placed on as many pages as they need; an area is a page."""
    pages: list[list[Placed]] = [[]]
    top = area.top
    for group in _groups(rows):
        height = sum(row.height for row in group)
        if pages[-1] and top + height > area.bottom:
            pages.append([])
            top = area.top
        for row in group:
            if not pages[-1] and row.air and not row.turns:
                continue
            if row.turns:
                pages.append([])
                top = area.top
                continue
            pages[-1].append(Placed(row, Rect(area.left, top, area.width, row.height)))
            top += row.height
    return [page for page in pages if any(not placed.row.air for placed in page)] or [[]]


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that stay together."""
    groups: list[list[Row]] = []
    together = False
    for row in rows:
        if together:
            groups[-1].append(row)
        else:
            groups.append([row])
        together = row.keep
    return groups
