"""Choices: orders and menu lines as plates that can be pressed; colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import _
from game.layout.order_plates import ABOVE
from game.layout.stage import LEADING
from game.ship.attention_cost import Kind
from game.ui.window.requests import GiveOrder, Request
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Draw, Row, Writer
from game.ui.window.widgets.theme import Colour
from game.voyage.view import OfferedOrder

BAR = 1.4
"""How wide the bar of a chosen plate is, hundredths of the window's height."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be pressed. id: by which a mark finds it again. request: what it asks for.

    note: small lines. order: what it gives, in a watch.
    """

    id: str
    label: str
    request: Request | None
    note: str = ""
    order: OfferedOrder | None = None

    @property
    def locked(self) -> str:
        return self.order.locked if self.order else ""


def order_choice(order: OfferedOrder, note: str = "") -> Choice:
    return Choice(order.id, order.label, GiveOrder(order.id), note, order)


def order_rows(writer: Writer, choices: Sequence[Choice]) -> list[Row]:
    """Orders below each other; number and kind stand before the label, or above it."""
    canvas = writer.canvas
    orders = [choice.order for choice in choices if choice.order]
    widest = max(canvas.type.width(f"{_kind(order)}  ", Style.LABEL) for order in orders)
    left = _sign_at(canvas) + round(1.5 * _sign(canvas)) + widest
    return menu_rows(writer, choices, left if writer.is_wide else 0)


def menu_rows(writer: Writer, choices: Sequence[Choice], left: int = 0) -> list[Row]:
    """Choices below each other; left: where their words begin, pixels."""
    return [row for choice in choices for row in _plated(writer, choice, left)]


def draw_order_tag(
    canvas: Canvas, order: OfferedOrder, at: tuple[int, int], number_ink: Colour, word_ink: Colour
) -> None:
    """The number of an order, and its kind by its shape, its word and its colour."""
    number = canvas.line(str(order.number), Style.LABEL, at, number_ink)
    size, x = _sign(canvas), at[0] + _sign_at(canvas)
    canvas.sign(order.kind, (x + size / 2, number.centery), size)
    canvas.line(_kind(order), Style.LABEL, (x + round(1.5 * size), at[1]), word_ink)


def order_tag_width(canvas: Canvas, orders: Sequence[OfferedOrder]) -> int:
    """The room that these orders' tags need, and a little air."""
    widest = max(canvas.type.width(_kind(order), Style.LABEL) for order in orders)
    size = canvas.type.size(Style.LABEL) * 1.2
    return round(canvas.type.width("4 ", Style.LABEL) + size + widest + canvas.vh(2.8))


def _plated(writer: Writer, choice: Choice, left: int) -> list[Row]:
    """A choice with its notes on its plate; below it, where the page is too low for that."""
    notes = choice.note.splitlines()
    if choice.locked:
        notes.append(_("Locked: {reason}", reason=choice.locked))
    row = _row(writer, choice, left, notes)
    if row.height <= writer.height:
        return [row, writer.gap(share=1.1)]
    below = [writer.text(note, Style.SMALL, writer.canvas.theme.dim) for note in notes]
    return [_row(writer, choice, left, []), writer.gap(), *(row for rows in below for row in rows)]


def order_words_at(canvas: Canvas, orders: Sequence[OfferedOrder]) -> int:
    """How far from the left edge of their plates the words of these orders begin, pixels."""
    return canvas.vh(BAR + 1.0) + order_tag_width(canvas, orders)


def order_plate(
    canvas: Canvas, choice: Choice, lines: Sequence[str], size: float, left: int, *, is_marked: bool
) -> Draw:
    """An order on a plate. size: of its letters, hundredths of the window's height; left: where
    they begin, pixels from its edge.
    """
    order, words = choice.order, canvas.scaled(size / Style.ORDER.value[1])
    leading = LEADING * words.type.size(Style.ORDER)
    raised = words.type.raised(Style.ORDER, leading)

    def draw(area: Rect) -> None:
        theme = canvas.theme
        _plate(canvas, area, order, is_marked)
        if order:
            ink = theme.dim if order.locked else theme.ink(order.kind)
            ink = theme.text if is_marked else ink
            x, first = area.left + canvas.vh(BAR + 1.0), area.top + canvas.vh(ABOVE) + leading / 2
            lower = canvas.type.leading(Style.LABEL) / 2
            draw_order_tag(canvas, order, (x, round(first - lower)), theme.text, ink)
        ink = theme.dim if choice.locked else theme.text
        for number, line in enumerate(lines):
            y = round(area.top + canvas.vh(ABOVE) + number * leading - raised)
            words.line(line, Style.ORDER, (area.left + left, y), ink)

    return draw


def _kind(order: OfferedOrder) -> str:
    kind = order.kind.word
    return _("{kind}, half", kind=kind) if order.half else kind


def _row(writer: Writer, choice: Choice, left: int, notes: list[str]) -> Row:
    canvas, type_, order = writer.canvas, writer.canvas.type, choice.order
    is_marked = writer.mark == choice.id
    pad = canvas.vh(1.1)
    room = writer.width - left - 2 * pad - canvas.vh(1.4)
    small = [line for note in notes for line in type_.wrap(note, Style.SMALL, room)]
    above = type_.leading(Style.LABEL) if order and not left else 0
    labels = writer.held(choice.label, Style.ORDER, room, 2 * pad + above)
    height = 2 * pad + above + len(labels) * type_.leading(Style.ORDER)
    height += len(small) * type_.leading(Style.SMALL)

    def draw(area: Rect) -> None:
        theme = canvas.theme
        _plate(canvas, area, order, is_marked)
        x, y = area.left + pad + canvas.vh(1.4), area.top + pad
        if order:
            lower = 0 if above else (type_.leading(Style.ORDER) - type_.leading(Style.LABEL)) // 2
            ink = theme.dim if order.locked else theme.ink(order.kind)
            ink = theme.text if is_marked else ink
            draw_order_tag(canvas, order, (x, y + lower), theme.text, ink)
        x, y = x + left, y + above
        ink = theme.dim if choice.locked else theme.text
        y = canvas.lines(labels, Style.ORDER, (x, y), ink)
        is_read = choice.locked and is_marked
        canvas.lines(small, Style.SMALL, (x, y), theme.text if is_read else theme.dim)

    return Row(height, draw, choice.id)


def _sign(canvas: Canvas) -> float:
    """How large the sign of a kind is, pixels."""
    return canvas.type.size(Style.LABEL) * 0.8


def _sign_at(canvas: Canvas) -> int:
    """How far the sign stands from the left edge of the number, pixels."""
    return canvas.type.width("4 ", Style.LABEL) + canvas.vh(0.8)


def _plate(canvas: Canvas, area: Rect, order: OfferedOrder | None, is_marked: bool) -> None:
    """The edge: solid for course, dashed for sails; bright paper and a bar once it is chosen,
    which a locked one cannot be.
    """
    theme, surface = canvas.theme, canvas.surface
    is_locked = bool(order and order.locked)
    is_chosen = is_marked and not is_locked
    surface.fill(theme.chosen if is_chosen else theme.raised, area)
    ink = theme.ink(order.kind) if order and not is_locked else theme.edge
    width = canvas.hair * (2 if is_marked else 1)
    if order and order.kind in (Kind.SAILS, Kind.TEACH):
        _dashed(canvas, area, ink, width)
    else:
        pygame.draw.rect(surface, ink, area, width)
    if is_chosen:
        surface.fill(theme.text, Rect(area.left, area.top, canvas.vh(BAR), area.height))


def _dashed(canvas: Canvas, area: Rect, ink: tuple[int, int, int], width: int) -> None:
    dash = canvas.vh(1.4)
    for x in range(area.left, area.right, 2 * dash):
        reach = min(dash, area.right - x)
        for y in (area.top, area.bottom - width):
            canvas.surface.fill(ink, Rect(x, y, reach, width))
    for y in range(area.top, area.bottom, 2 * dash):
        reach = min(dash, area.bottom - y)
        for x in (area.left, area.right - width):
            canvas.surface.fill(ink, Rect(x, y, width, reach))
