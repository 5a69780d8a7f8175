"""Choices: orders and menu lines as plates that can be pressed; colour is never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import _
from game.ship.attention_cost import Kind
from game.ui.window.requests import Request
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be pressed. id: by which a mark finds it again. request: what it asks for.

    kind: of an order; note: small lines; locked: why it cannot be.
    """

    id: str
    label: str
    request: Request | None = None
    number: int = 0
    kind: Kind | None = None
    half: bool = False
    note: str = ""
    locked: str = ""


def order_rows(writer: Writer, choices: Sequence[Choice]) -> list[Row]:
    """Orders below each other; number and kind stand before the label, or above it."""
    type_ = writer.canvas.type
    widest = max(type_.width(f"{_kind(choice)}  ", Style.LABEL) for choice in choices)
    left = _sign_at(writer.canvas) + round(1.5 * _sign(writer.canvas)) + widest
    return _column(writer, choices, left if writer.is_wide else 0)


def menu_rows(writer: Writer, choices: Sequence[Choice]) -> list[Row]:
    """Menu lines below each other."""
    return _column(writer, choices, 0)


def _column(writer: Writer, choices: Sequence[Choice], left: int) -> list[Row]:
    return [row for choice in choices for row in _plated(writer, choice, left)]


def _plated(writer: Writer, choice: Choice, left: int) -> list[Row]:
    """A choice with its notes on its plate; below it, where the page is too low for that."""
    told = choice.note.splitlines()
    if choice.locked:
        told.append(_("Locked: {reason}", reason=choice.locked))
    row = _row(writer, choice, left, told)
    if row.height <= writer.height:
        return [row, writer.gap(share=1.1)]
    below = [writer.text(note, Style.SMALL, writer.canvas.theme.dim) for note in told]
    return [_row(writer, choice, left, []), writer.gap(), *(row for rows in below for row in rows)]


def _kind(choice: Choice) -> str:
    kind = choice.kind.word if choice.kind else ""
    return _("{kind}, half", kind=kind) if choice.half else kind


def _row(writer: Writer, choice: Choice, left: int, told: list[str]) -> Row:
    canvas, type_ = writer.canvas, writer.canvas.type
    pad = canvas.vh(1.1)
    room = writer.width - left - 2 * pad - canvas.vh(1.4)
    notes = [line for note in told for line in type_.wrap(note, Style.SMALL, room)]
    above = type_.leading(Style.LABEL) if choice.kind and not left else 0
    labels = writer.held(choice.label, Style.ORDER, room, 2 * pad + above)
    height = 2 * pad + above + len(labels) * type_.leading(Style.ORDER)
    height += len(notes) * type_.leading(Style.SMALL)

    def draw(area: Rect) -> None:
        theme = canvas.theme
        _plate(canvas, area, choice, writer.mark == choice.id)
        x, y = area.left + pad + canvas.vh(1.4), area.top + pad
        if choice.kind:
            lower = 0 if above else (type_.leading(Style.ORDER) - type_.leading(Style.LABEL)) // 2
            _tag(canvas, choice, (x, y + lower), writer.mark == choice.id)
        x, y = x + left, y + above
        ink = theme.dim if choice.locked else theme.text
        for line in labels:
            canvas.line(line, Style.ORDER, (x, y), ink)
            y += type_.leading(Style.ORDER)
        is_read = choice.locked and writer.mark == choice.id
        for line in notes:
            canvas.line(line, Style.SMALL, (x, y), theme.text if is_read else theme.dim)
            y += type_.leading(Style.SMALL)

    return Row(height, draw, choice.id)


def _tag(canvas: Canvas, choice: Choice, at: tuple[int, int], marked: bool) -> None:
    """The number; the kind of the order by its shape, its word and its colour."""
    if choice.kind is None:
        return
    ink = canvas.theme.dim if choice.locked else canvas.theme.ink(choice.kind)
    ink = canvas.theme.text if marked else ink
    number = canvas.line(str(choice.number), Style.LABEL, at, canvas.theme.text)
    size, x = _sign(canvas), at[0] + _sign_at(canvas)
    canvas.sign(choice.kind, (x + size / 2, number.centery), size)
    canvas.line(_kind(choice), Style.LABEL, (x + round(1.5 * size), at[1]), ink)


def _sign(canvas: Canvas) -> float:
    """How large the sign of a kind is, pixels."""
    return canvas.type.size(Style.LABEL) * 0.8


def _sign_at(canvas: Canvas) -> int:
    """How far the sign stands from the left edge of the number, pixels."""
    return canvas.type.width("4 ", Style.LABEL) + canvas.vh(0.8)


def _plate(canvas: Canvas, area: Rect, choice: Choice, marked: bool) -> None:
    """The edge: solid for course, dashed for sails; bright paper and a bar once it is chosen,
    which a locked one cannot be.
    """
    theme, surface = canvas.theme, canvas.surface
    is_chosen = marked and not choice.locked
    surface.fill(theme.chosen if is_chosen else theme.raised, area)
    ink = theme.ink(choice.kind) if choice.kind and not choice.locked else theme.edge
    width = canvas.hair * (2 if marked else 1)
    if choice.kind in (Kind.SAILS, Kind.TEACH):
        _dashed(canvas, area, ink, width)
    else:
        pygame.draw.rect(surface, ink, area, width)
    if is_chosen:
        surface.fill(theme.text, Rect(area.left, area.top, canvas.vh(1.4), area.height))


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
