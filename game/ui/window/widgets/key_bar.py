"""The foot of a sheet: what each key does, as buttons that a mouse can press, too."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import _
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Placed, Row


@dataclass(frozen=True, slots=True)
class Button:
    """id: what pressing it means; empty: nothing, it only tells. where: the page, beside it."""

    id: str
    key: str
    label: str
    where: str = ""


def key_bar_height(canvas: Canvas, width: int, buttons: list[Button]) -> int:
    """The height that these buttons need at the bottom of a sheet, pixels."""
    return len(_lines(canvas, width, buttons)) * (_high(canvas) + canvas.vh(1)) + canvas.vh(0.8)


def key_bar(canvas: Canvas, sheet: Rect, buttons: list[Button]) -> list[Placed]:
    """The buttons at the bottom of a sheet, in as many lines as need be; what Enter does, right."""
    inner = canvas.inside(sheet)
    placed: list[Placed] = []
    lines = _lines(canvas, inner.width, buttons)
    top = inner.bottom + canvas.vh(1) - len(lines) * (_high(canvas) + canvas.vh(1))
    for line in lines:
        left = inner.left
        for button in line:
            wide = _width(canvas, button)
            at = inner.right - wide if is_enter(button) else left
            placed.append(Placed(_row(canvas, button), Rect(at, top, wide, _high(canvas))))
            left += wide + canvas.vh(1.2)
        top += _high(canvas) + canvas.vh(1)
    return placed


def page_turn_buttons(page: int, pages: int) -> list[Button]:
    """Buttons that turn the page, with its number; one that would lead nowhere does nothing."""
    if pages == 1:
        return []
    return [
        Button("page_back" if page else "", "<", ""),
        Button("", "", _("page {page} of {pages}", page=page + 1, pages=pages)),
        Button("page_on" if page < pages - 1 else "", ">", ""),
    ]


def _lines(canvas: Canvas, width: int, buttons: list[Button]) -> list[list[Button]]:
    lines: list[list[Button]] = [[]]
    left = 0
    for button in buttons:
        wide = _width(canvas, button)
        if lines[-1] and left + wide > width:
            lines.append([])
            left = 0
        lines[-1].append(button)
        left += wide + canvas.vh(1.2)
    return lines


def _high(canvas: Canvas) -> int:
    return canvas.type.leading(Style.SMALL) + canvas.vh(1.2)


def is_enter(button: Button) -> bool:
    """Whether this is what Enter does: at the right, and brighter than the others."""
    return button.id == "on"


def _parts(button: Button) -> list[tuple[str, Style]]:
    """Its words, two blanks between them."""
    key, label = _(button.key), _(button.label)
    words = (key, Style.LABEL), (label, Style.SMALL), (button.where, Style.SMALL)
    first, *others = [(told, style) for told, style in words if told]
    return [first, *((f"  {told}", style) for told, style in others)]


def _width(canvas: Canvas, button: Button) -> int:
    words = sum(canvas.type.width(words, style) for words, style in _parts(button))
    return words + 2 * _pad(canvas, button)


def _pad(canvas: Canvas, button: Button) -> int:
    return canvas.vh(1.4 if button.key else 0)


def _row(canvas: Canvas, button: Button) -> Row:
    def draw(area: Rect) -> None:
        theme, top = canvas.theme, area.top + canvas.vh(0.6)
        if button.id:
            canvas.surface.fill(theme.chosen if is_enter(button) else theme.raised, area)
            pygame.draw.rect(canvas.surface, theme.edge, area, 1)
        left = area.left + _pad(canvas, button)
        for words, style in _parts(button):
            ink = theme.text if button.id else theme.dim
            left = canvas.line(words, style, (left, top), ink).right

    return Row(_high(canvas), draw, button.id)
