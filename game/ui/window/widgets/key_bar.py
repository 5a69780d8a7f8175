"""The foot of a sheet: what each key does, as buttons that a mouse can press, too."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.i18n import _
from game.ui.window.input import Action
from game.ui.window.requests import Request
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style


@dataclass(frozen=True, slots=True)
class Button:
    """does: what is asked for, or the input that it stands for; None: it only tells.

    where: the page, beside its label.
    """

    does: Request | Action | None
    key: str
    label: str
    where: str = ""

    @property
    def is_enter(self) -> bool:
        """Whether this is what Enter does: at the right, and brighter than the others."""
        return self.does is Action.CONFIRM


def key_bar_height(canvas: Canvas, width: int, buttons: list[Button]) -> int:
    return len(_lines(canvas, width, buttons)) * (_high(canvas) + canvas.vh(1)) + canvas.vh(0.8)


def draw_key_bar(canvas: Canvas, inner: Rect, buttons: list[Button]) -> list[tuple[Button, Rect]]:
    """The buttons at the bottom of an area, in as many lines as need be; what Enter does, right."""
    placed: list[tuple[Button, Rect]] = []
    lines = _lines(canvas, inner.width, buttons)
    top = inner.bottom + canvas.vh(1) - len(lines) * (_high(canvas) + canvas.vh(1))
    for line in lines:
        left = inner.left
        for button in line:
            wide = _width(canvas, button)
            at = inner.right - wide if button.is_enter else left
            placed.append((button, Rect(at, top, wide, _high(canvas))))
            left += wide + canvas.vh(1.2)
        top += _high(canvas) + canvas.vh(1)
    for button, area in placed:
        _draw(canvas, button, area)
    return placed


def page_turn_buttons(page: int, pages: int, *, short: bool = False) -> list[Button]:
    """Buttons that turn the page, with its number; one that would lead nowhere does nothing.

    short: without words.
    """
    where = _("page {page} of {pages}", page=page + 1, pages=pages)
    if pages == 1:
        return []
    return [
        Button(Action.PAGE_BACK if page else None, "<", ""),
        Button(None, "", f"{page + 1} / {pages}" if short else where),
        Button(Action.PAGE_ON if page < pages - 1 else None, ">", ""),
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


def _parts(button: Button) -> list[tuple[str, Style]]:
    key, label = _(button.key), _(button.label)
    words = (key, Style.LABEL), (label, Style.SMALL), (button.where, Style.SMALL)
    first, *others = [(text, style) for text, style in words if text]
    return [first, *((f"  {text}", style) for text, style in others)]


def _width(canvas: Canvas, button: Button) -> int:
    words = sum(canvas.type.width(words, style) for words, style in _parts(button))
    return words + 2 * _pad(canvas, button)


def _pad(canvas: Canvas, button: Button) -> int:
    return canvas.vh(1.4 if button.key else 0)


def _draw(canvas: Canvas, button: Button, area: Rect) -> None:
    theme, top = canvas.theme, area.top + canvas.vh(0.6)
    if button.does:
        canvas.surface.fill(theme.chosen if button.is_enter else theme.raised, area)
        pygame.draw.rect(canvas.surface, theme.edge, area, 1)
    left = area.left + _pad(canvas, button)
    for words, style in _parts(button):
        ink = theme.text if button.does else theme.dim
        left = canvas.line(words, style, (left, top), ink).right
