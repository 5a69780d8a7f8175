"""The foot of a sheet: what each key does, as buttons that a mouse can press, too."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.sheet import Placed, Row
from game.faces.window.type import Style


@dataclass(frozen=True, slots=True)
class Button:
    """id: what pressing it means. where: the page, beside it."""

    id: str
    key: str
    label: str
    where: str = ""


def foot_height(canvas: Canvas, width: int, buttons: list[Button]) -> int:
    """The height that these buttons need at the bottom of a sheet, pixels."""
    return len(_lines(canvas, width, buttons)) * (_high(canvas) + canvas.vh(1)) + canvas.vh(0.8)


def foot(canvas: Canvas, sheet: Rect, buttons: list[Button]) -> list[Placed]:
    """The buttons at the bottom of a sheet, in as many lines as need be; the last at the right."""
    inner = canvas.inside(sheet)
    placed: list[Placed] = []
    lines = _lines(canvas, inner.width, buttons)
    top = inner.bottom + canvas.vh(1) - len(lines) * (_high(canvas) + canvas.vh(1))
    for line in lines:
        left = inner.left
        for button in line:
            wide = _width(canvas, button)
            is_last = button is buttons[-1] and len(buttons) > 1
            at = inner.right - wide if is_last else left
            area = Rect(at, top, wide, _high(canvas))
            placed.append(Placed(_row(canvas, button, is_last), area))
            left += wide + canvas.vh(1.2)
        top += _high(canvas) + canvas.vh(1)
    return placed


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


def _width(canvas: Canvas, button: Button) -> int:
    words = canvas.type.width(f"{button.key}  ", Style.LABEL)
    words += canvas.type.width(button.label, Style.SMALL)
    if button.where:
        words += canvas.type.width(f"  {button.where}", Style.SMALL)
    return words + 2 * canvas.vh(1.4)


def _row(canvas: Canvas, button: Button, is_last: bool) -> Row:
    def draw(area: Rect) -> None:
        theme, top = canvas.theme, area.top + canvas.vh(0.6)
        canvas.surface.fill(theme.chosen if is_last else theme.raised, area)
        pygame.draw.rect(canvas.surface, theme.edge, area, 1)
        left = area.left + canvas.vh(1.4)
        key = canvas.line(f"{button.key}  ", Style.LABEL, (left, top))
        label = canvas.line(button.label, Style.SMALL, (key.right, top), theme.text)
        if button.where:
            canvas.line(f"  {button.where}", Style.SMALL, (label.right, top), theme.dim)

    return Row(_high(canvas), draw, button.id)
