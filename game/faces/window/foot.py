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


def foot(canvas: Canvas, inner: Rect, buttons: list[Button]) -> tuple[int, list[Placed]]:
    """The buttons at the bottom of a sheet, in as many lines as they need, and their height."""
    type = canvas.type
    pad, high = canvas.vh(1.2), type.leading(Style.SMALL) + canvas.vh(0.8)
    lines: list[list[tuple[Button, int]]] = [[]]
    left = 0
    for button in buttons:
        wide = _width(canvas, button, pad)
        if lines[-1] and left + wide > inner.width:
            lines.append([])
            left = 0
        lines[-1].append((button, wide))
        left += wide + pad
    height = len(lines) * (high + pad)
    placed: list[Placed] = []
    top = inner.bottom - height + pad
    for line in lines:
        left = inner.left
        for button, wide in line:
            area = Rect(left, top, wide, high)
            placed.append(Placed(_row(canvas, button, high, pad), area))
            left += wide + pad
        top += high + pad
    return height + canvas.vh(1), placed


def _width(canvas: Canvas, button: Button, pad: int) -> int:
    words = canvas.type.width(f"{button.key}  ", Style.LABEL)
    words += canvas.type.width(button.label, Style.SMALL)
    if button.where:
        words += canvas.type.width(f"  {button.where}", Style.SMALL)
    return words + 2 * pad


def _row(canvas: Canvas, button: Button, high: int, pad: int) -> Row:
    def draw(area: Rect) -> None:
        theme, top = canvas.theme, area.top + canvas.vh(0.4)
        canvas.surface.fill(theme.raised, area)
        pygame.draw.rect(canvas.surface, theme.edge, area, 1)
        key = canvas.line(f"{button.key}  ", Style.LABEL, (area.left + pad, top))
        label = canvas.line(button.label, Style.SMALL, (key.right, top), theme.text)
        if button.where:
            canvas.line(f"  {button.where}", Style.SMALL, (label.right, top), theme.dim)

    return Row(high, draw, button.id)
