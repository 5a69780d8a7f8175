"""Choices: orders and menu lines as plates that can be pressed; colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.sheet import Row, Writer
from game.faces.window.type import Style
from game.ship.attention import Kind


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be pressed. kind: of an order; note: a small line below; locked: why it cannot be."""

    id: str
    label: str
    number: int = 0
    kind: Kind | None = None
    half: bool = False
    note: str = ""
    locked: str = ""


def choice(writer: Writer, what: Choice) -> list[Row]:
    """A choice as rows: the plate, and a gap."""
    canvas, type = writer.canvas, writer.canvas.type
    pad = canvas.vh(1.2)
    indent = type.size(Style.ORDER) if what.number else 0
    tag = _tag_width(canvas, what.kind) if what.kind else 0
    width = writer.width - indent - tag - 4 * pad
    labels = type.wrap(what.label, Style.ORDER, width)
    notes = [line for text in _notes(what) for line in type.wrap(text, Style.SMALL, width)]
    height = 2 * pad + len(labels) * type.leading(Style.ORDER)
    height += len(notes) * type.leading(Style.SMALL)
    marked = writer.mark == what.id

    def draw(area: Rect) -> None:
        _plate(canvas, area, what, marked)
        at = area.left + 2 * pad
        top = area.top + pad
        ink = canvas.theme.dim if what.locked else canvas.theme.text
        if what.number:
            canvas.line(str(what.number), Style.ORDER, (at, top), ink)
        if what.kind:
            _tag(canvas, what.kind, (area.right - pad - tag, top))
        for line in labels:
            canvas.line(line, Style.ORDER, (at + indent, top), ink)
            top += type.leading(Style.ORDER)
        for line in notes:
            canvas.line(line, Style.SMALL, (at + indent, top), canvas.theme.dim)
            top += type.leading(Style.SMALL)

    return [Row(height, draw, what.id), writer.gap(share=1.0)]


def _notes(what: Choice) -> list[str]:
    half = "takes half the watch" if what.half else ""
    locked = f"Locked: {what.locked}" if what.locked else ""
    return [note for note in (what.note, half, locked) if note]


def _tag(canvas: Canvas, kind: Kind, at: tuple[int, int]) -> None:
    """The kind of an order: its shape, its word, its colour."""
    size = canvas.type.size(Style.LABEL) * 0.75
    middle = at[1] + canvas.type.leading(Style.ORDER) // 2
    canvas.sign(kind, (at[0] + size / 2, middle), size)
    word = (at[0] + round(size * 1.5), middle - canvas.type.font(Style.LABEL).get_height() // 2)
    canvas.line(str(kind), Style.LABEL, word, canvas.theme.ink(kind))


def _tag_width(canvas: Canvas, kind: Kind) -> int:
    size = canvas.type.size(Style.LABEL) * 0.75
    return round(size * 1.5) + canvas.type.width(str(kind), Style.LABEL)


def _plate(canvas: Canvas, area: Rect, what: Choice, marked: bool) -> None:
    """The edge: solid for course, dashed for sails; thick, with a notch, once it is chosen."""
    theme, surface = canvas.theme, canvas.surface
    surface.fill(theme.raised, area)
    ink = theme.ink(what.kind) if what.kind else theme.edge
    if what.locked:
        ink = theme.edge
    width = canvas.hair * (3 if marked else 1)
    if what.kind in (Kind.SAILS, Kind.TEACH):
        _dashed(canvas, area, ink, width)
    else:
        pygame.draw.rect(surface, ink, area, width)
    if marked:
        notch = canvas.vh(1.6)
        x, y = area.left, area.centery
        arrow = [(x - notch // 2, y - notch), (x + notch, y), (x - notch // 2, y + notch)]
        pygame.draw.polygon(surface, theme.text, arrow)


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
