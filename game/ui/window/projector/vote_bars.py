"""Bars: how votes fell on orders, of one crew in long lines, of several in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import N_, _, ngettext
from game.session.projector_view import CrewView
from game.session.session import How
from game.ui.window.projector.state import CrewState
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.choices import draw_order_tag, order_tag_width
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import evenly
from game.ui.window.widgets.sheet import Row, Writer
from game.ui.window.widgets.theme import Colour
from game.voyage.view import OfferedOrder

HOW = {
    How.MAJORITY: N_("by majority"),
    How.MINORITY: N_("by the minority"),
    How.DECIDED: N_("as decided"),
    How.CAPTAIN: N_("by the captain"),
}
HIGH, COLUMN, LABELS, HEADED = 3.2, 19, 0.32, 17.5
"""How high a bar is, and the least room of a crew in a table, hundredths of the window's height;
the least part of its width that is for the orders' words; and what stands above it.
"""


@dataclass(frozen=True, slots=True)
class Bar:
    """area: all of its room; length: how much of that it fills at its longest, 0 to 1."""

    area: Rect
    length: float
    order: OfferedOrder


@dataclass(frozen=True, slots=True)
class Named:
    """What the facilitator is about to decide. crew: whom for, 0 for nobody; order: its id."""

    crew: int
    order: str


def draw_bars(canvas: Canvas, bars: Sequence[Bar], share: float) -> Rect:
    """The bars, grown this far; where they are."""
    grown = 1 - (1 - share) ** 3
    for each in bars:
        canvas.surface.fill(canvas.theme.paper, each.area)
        bar = each.area.copy()
        bar.width = max(canvas.hair, round(bar.width * each.length * grown))
        ink = canvas.theme.ink(each.order.kind) if each.length else canvas.theme.edge
        canvas.surface.fill(ink, bar)
    if not bars:
        return Rect(0, 0, 0, 0)
    return bars[0].area.unionall([each.area for each in bars[1:]])


def even_rows(writer: Writer, group: CrewState) -> list[tuple[CrewView, ...]]:
    """As many crews beside each other as there is room for, evenly."""
    crews = group.crews
    each = evenly(len(crews), round(writer.width * (1 - LABELS)) // writer.canvas.vh(COLUMN))
    return [crews[n : n + each] for n in range(0, len(crews), each)]


class VoteBars:
    """The votes of the crews at one watch. What is drawn is added to the bars, to grow."""

    def __init__(self, writer: Writer, group: CrewState, named: Named, bars: list[Bar]) -> None:
        self._writer, self._canvas, self._theme = writer, writer.canvas, writer.canvas.theme
        self._orders, self._named, self._bars = group.watch.orders, named, bars
        self._most = max((vote.votes for crew in group.crews for vote in crew.votes), default=0)

    def long_rows(self, crew: CrewView) -> list[Row]:
        """One crew: each order with a long bar below it."""
        gap = self._writer.gap(share=1.2)
        return [row for order in self._orders for row in (self._long(crew, order), gap)]

    def table_rows(self, crews: Sequence[CrewView]) -> list[Row]:
        """A line an order, a column a crew, a small bar where they meet."""
        vh, width = self._canvas.vh, self._writer.width
        column = min(vh(32), max(vh(COLUMN), width // 2 // len(crews)))
        left = width - column * len(crews)
        columns = {left + number * column: crew for number, crew in enumerate(crews)}
        rows, gap = list[Row](), self._writer.gap(share=1)
        for style in (Style.STRONG, Style.LABEL):
            lines = [self._line(order, columns, column, style) for order in self._orders]
            rows = [self._heads(columns, column), *(row for line in lines for row in (line, gap))]
            if sum(row.height for row in rows) <= self._writer.height - vh(HEADED):
                break
        return rows

    def _long(self, crew: CrewView, order: OfferedOrder) -> Row:
        canvas, type_, theme = self._canvas, self._canvas.type, self._theme
        left, right = canvas.vh(2.4) + order_tag_width(canvas, self._orders), canvas.vh(16)
        room, besides = self._writer.width - left - right, canvas.vh(HIGH + 0.6)
        lines = self._writer.held(order.label, Style.ORDER, room, besides)
        lower = (type_.leading(Style.ORDER) - type_.leading(Style.LABEL)) // 2
        is_named = self._named == Named(crew.number, order.id)

        def draw(area: Rect) -> None:
            if is_named:
                edge = Rect(area.left, area.top, canvas.vh(1.4), area.height)
                canvas.surface.fill(theme.chosen, area)
                canvas.surface.fill(theme.text, edge)
            ink = theme.text if is_named else theme.ink(order.kind)
            tag_at = area.left + canvas.vh(2.4), area.top + lower
            draw_order_tag(canvas, order, tag_at, theme.text, ink)
            x = area.left + left
            y = canvas.lines(lines, Style.ORDER, (x, area.top))
            count, ink = self._bar(crew, order, Rect(x, y, area.right - right - x, canvas.vh(HIGH)))
            top = area.top + (area.height - type_.leading(Style.HEADLINE)) // 2
            canvas.line_to(count, Style.HEADLINE, (area.right - canvas.vh(2), top), ink)

        return Row(len(lines) * type_.leading(Style.ORDER) + besides, draw)

    def _bar(self, crew: CrewView, order: OfferedOrder, area: Rect) -> tuple[str, Colour]:
        """Add a bar; how many it stands for, and the colour of that."""
        count = next((vote.votes for vote in crew.votes if vote.id == order.id), 0)
        self._bars.append(Bar(area, count / self._most if self._most else 0.0, order))
        return str(count), self._theme.text if order.id in crew.leading else self._theme.dim

    def _heads(self, columns: Mapping[int, CrewView], column: int) -> Row:
        """Each crew's name, and where it stands; a line under the one to be decided for."""
        canvas = self._canvas
        leading = canvas.type.leading(Style.LABEL)

        def draw(area: Rect) -> None:
            for left, crew in columns.items():
                x = area.left + left
                if crew.number == self._named.crew:
                    wide = column - canvas.vh(2)
                    under = Rect(x, area.bottom - canvas.vh(0.8), wide, canvas.hair * 2)
                    canvas.surface.fill(self._theme.text, under)
                canvas.line(crew.name, Style.LABEL, (x, area.top))
                text, ink = _standing(canvas, crew)
                canvas.line(text, Style.SMALL, (x, area.top + leading), ink)

        return Row(2 * leading + canvas.vh(1.4), draw, keep=True, again=True)

    def _line(
        self, order: OfferedOrder, columns: Mapping[int, CrewView], column: int, style: Style
    ) -> Row:
        canvas = self._canvas
        indent, leading = canvas.vh(9.5), canvas.type.leading(style)
        high = canvas.type.leading(Style.STRONG)
        lines = self._writer.held(order.label, style, min(columns) - indent - canvas.vh(2))

        def draw(area: Rect) -> None:
            canvas.line(str(order.number), style, area.topleft)
            middle = (area.left + canvas.vh(6), area.top + leading / 2)
            canvas.sign(order.kind, middle, canvas.vh(2.8))
            canvas.lines(lines, style, (area.left + indent, area.top))
            for left, crew in columns.items():
                self._cell(order, crew, Rect(area.left + left, area.top, column, high))

        return Row(max(len(lines) * leading, high), draw)

    def _cell(self, order: OfferedOrder, crew: CrewView, cell: Rect) -> None:
        """A bar and its figure; framed if it is what is about to be decided."""
        vh = self._canvas.vh
        top = cell.top + (cell.height - vh(HIGH)) // 2
        bar = Rect(cell.left, top, cell.width - vh(8.5), vh(HIGH))
        count, ink = self._bar(crew, order, bar)
        self._canvas.line(count, Style.STRONG, (bar.right + vh(0.8), cell.top), ink)
        if self._named == Named(crew.number, order.id):
            frame = Rect(cell.left - vh(0.8), cell.top, cell.width - vh(0.6), cell.height)
            pygame.draw.rect(self._canvas.surface, self._theme.text, frame, self._canvas.hair)


def order_text(crew: CrewView) -> str:
    return f": {crew.order}, {_(HOW[crew.how])}" if crew.how else ""


def _standing(canvas: Canvas, crew: CrewView) -> tuple[str, Colour]:
    theme = canvas.theme
    if crew.how:
        return _(HOW[crew.how]), theme.better
    if crew.by_captain:
        return _("the captain"), theme.dim
    if not crew.voted:
        return _("no votes"), theme.worse
    if len(crew.leading) > 1:
        return _("a tie"), theme.worse
    return ngettext("{count} vote", "{count} votes", crew.voted), theme.dim
