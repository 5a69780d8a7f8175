"""Bars: how votes fell on orders, of one crew in long lines, of several in a table."""

from __future__ import annotations

from collections.abc import Sequence
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


def long_bars(
    writer: Writer, group: CrewState, crew: CrewView, named: Named, bars: list[Bar]
) -> list[Row]:
    """One crew: each order with a long bar below it; what is drawn is added to the bars."""
    most = max((vote.votes for vote in crew.votes), default=0)
    votes = {vote.id: vote.votes for vote in crew.votes}
    rows: list[Row] = []
    for order in group.watch.orders:
        is_named = named == Named(crew.number, order.id)
        count = votes.get(order.id, 0)
        leads = order.id in crew.leading
        rows.append(_long(writer, group, order, (count, most, leads, is_named), bars))
        rows.append(writer.gap(share=1.2))
    return rows


def _long(
    writer: Writer,
    group: CrewState,
    order: OfferedOrder,
    told: tuple[int, int, bool, bool],
    bars: list[Bar],
) -> Row:
    canvas, type_ = writer.canvas, writer.canvas.type
    count, most, leads, is_named = told
    left, right = canvas.vh(2.4) + order_tag_width(canvas, group.watch.orders), canvas.vh(16)
    room, besides = writer.width - left - right, canvas.vh(HIGH + 0.6)
    lines = writer.held(order.label, Style.ORDER, room, besides)
    words = len(lines) * type_.leading(Style.ORDER)

    def draw(area: Rect) -> None:
        theme = canvas.theme
        if is_named:
            canvas.surface.fill(theme.chosen, area)
            canvas.surface.fill(theme.text, Rect(area.left, area.top, canvas.vh(1.4), area.height))
        x, y = area.left + left, area.top
        lower = (type_.leading(Style.ORDER) - type_.leading(Style.LABEL)) // 2
        ink = theme.text if is_named else theme.ink(order.kind)
        tag_at = area.left + canvas.vh(2.4), y + lower
        draw_order_tag(canvas, order, tag_at, theme.text, ink)
        y = canvas.lines(lines, Style.ORDER, (x, y))
        top = area.top + (area.height - type_.leading(Style.HEADLINE)) // 2
        ink = theme.text if leads else theme.dim
        canvas.line_to(str(count), Style.HEADLINE, (area.right - canvas.vh(2), top), ink)
        bar = Rect(x, y, area.right - right - x, canvas.vh(HIGH))
        bars.append(Bar(bar, count / most if most else 0.0, order))

    return Row(words + besides, draw)


def even_rows(writer: Writer, group: CrewState) -> list[tuple[CrewView, ...]]:
    """As many crews beside each other as there is room for, evenly."""
    crews = group.crews
    fit = max(1, round(writer.width * (1 - LABELS)) // writer.canvas.vh(COLUMN))
    each = -(-len(crews) // -(-len(crews) // fit))
    return [crews[n : n + each] for n in range(0, len(crews), each)]


def votes_table(
    writer: Writer, group: CrewState, crews: Sequence[CrewView], named: Named, bars: list[Bar]
) -> list[Row]:
    """A line an order, a column a crew, a small bar where they meet."""
    canvas = writer.canvas
    column = min(canvas.vh(32), max(canvas.vh(COLUMN), writer.width // 2 // len(crews)))
    left = writer.width - column * len(crews)
    most = max((vote.votes for crew in group.crews for vote in crew.votes), default=0)
    measures = left, column, most
    heads = _heads(writer, crews, named, (left, column))
    rows: list[Row] = []
    for style in (Style.STRONG, Style.LABEL):
        lines = [
            _line(writer, order, crews, (named, measures, style), bars)
            for order in group.watch.orders
        ]
        rows = [heads, *(row for line in lines for row in (line, writer.gap(share=1)))]
        if sum(row.height for row in rows) <= writer.height - canvas.vh(HEADED):
            break
    return rows


def _heads(
    writer: Writer, crews: Sequence[CrewView], named: Named, measures: tuple[int, int]
) -> Row:
    """Each crew's name, and where it stands; a line under the one that is to be decided for."""
    canvas, (left, column) = writer.canvas, measures
    leading = canvas.type.leading(Style.LABEL)

    def draw(area: Rect) -> None:
        for number, crew in enumerate(crews):
            x = area.left + left + number * column
            if crew.number == named.crew:
                wide = column - canvas.vh(2)
                under = Rect(x, area.bottom - canvas.vh(0.8), wide, canvas.hair * 2)
                canvas.surface.fill(canvas.theme.text, under)
            canvas.line(crew.name, Style.LABEL, (x, area.top))
            told, ink = _standing(canvas, crew)
            canvas.line(told, Style.SMALL, (x, area.top + leading), ink)

    return Row(2 * leading + canvas.vh(1.4), draw, keep=True, again=True)


def _line(
    writer: Writer,
    order: OfferedOrder,
    crews: Sequence[CrewView],
    how: tuple[Named, tuple[int, int, int], Style],
    bars: list[Bar],
) -> Row:
    canvas, type_ = writer.canvas, writer.canvas.type
    named, (left, column, most), style = how
    indent = canvas.vh(9.5)
    leading = type_.leading(style)
    lines = writer.held(order.label, style, left - indent - canvas.vh(2))

    def draw(area: Rect) -> None:
        canvas.line(str(order.number), style, area.topleft)
        middle = (area.left + canvas.vh(6), area.top + leading / 2)
        canvas.sign(order.kind, middle, canvas.vh(2.8))
        canvas.lines(lines, style, (area.left + indent, area.top))
        for number, crew in enumerate(crews):
            x = area.left + left + number * column
            cell = Rect(x, area.top, column, type_.leading(Style.STRONG))
            _cell(canvas, order, crew, (cell, most, named), bars)

    return Row(max(len(lines) * leading, type_.leading(Style.STRONG)), draw)


def _cell(
    canvas: Canvas,
    order: OfferedOrder,
    crew: CrewView,
    told: tuple[Rect, int, Named],
    bars: list[Bar],
) -> None:
    """A bar and its figure; framed if it is what is about to be decided."""
    cell, most, named = told
    count = next((vote.votes for vote in crew.votes if vote.id == order.id), 0)
    room = cell.width - canvas.vh(8.5)
    top = cell.top + (cell.height - canvas.vh(HIGH)) // 2
    bar = Rect(cell.left, top, room, canvas.vh(HIGH))
    bars.append(Bar(bar, count / most if most else 0.0, order))
    ink = canvas.theme.text if order.id in crew.leading else canvas.theme.dim
    canvas.line(str(count), Style.STRONG, (bar.right + canvas.vh(0.8), cell.top), ink)
    if named == Named(crew.number, order.id):
        frame = Rect(cell.left - canvas.vh(0.8), cell.top, cell.width - canvas.vh(0.6), cell.height)
        pygame.draw.rect(canvas.surface, canvas.theme.text, frame, canvas.hair)


def given_told(crew: CrewView) -> str:
    """What a crew was given, and how it came about."""
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
