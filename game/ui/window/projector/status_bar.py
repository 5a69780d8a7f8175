"""The status bar: how to get in, how the room stands, and what the next press does."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
from pygame import Rect

from game.ui.window.projector.state import Invitation
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style

HIGH, LOW = 14.0, 7.4
"""How high it is with an invitation and without, hundredths of the window's height."""
QUIET = 4
"""Dots of paper around a QR code, as cameras need."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)


@dataclass(frozen=True, slots=True)
class StatusBar:
    """status: how the room stands. text: what the next press does; is_refusal: or why it did not.

    trouble: what phones suffer from, in a strip above all that.
    """

    status: str
    text: str
    is_refusal: bool
    invitation: Invitation | None
    trouble: str = ""


def status_bar_area(canvas: Canvas, bar: StatusBar) -> Rect:
    high = canvas.vh(HIGH if bar.invitation else LOW) + _strip(canvas, bar)
    return Rect(0, canvas.area.height - high, canvas.area.width, high)


def draw_status_bar(canvas: Canvas, bar: StatusBar) -> Rect:
    """Draw it; where its button is, pixels."""
    area, theme = status_bar_area(canvas, bar), canvas.theme
    canvas.plates.append(area)
    canvas.surface.fill(theme.paper, area)
    canvas.surface.fill(theme.edge, Rect(area.left, area.top, area.width, canvas.hair))
    if strip := _strip(canvas, bar):
        _alarm(canvas, bar, Rect(area.left, area.top, area.width, strip))
        area = Rect(area.left, area.top + strip, area.width, area.height - strip)
    left = area.left + canvas.vh(1.6)
    if bar.invitation:
        left = _invited(canvas, bar.invitation, area)
    ink = theme.worse if bar.is_refusal else theme.dim
    right = area.right - canvas.vh(2.4)
    if bar.invitation:
        room = right - left - canvas.vh(3)
        text = _fitting(canvas, bar.text, room)
        canvas.line_to(bar.status, Style.STRONG, (right, area.top + canvas.vh(1.0)))
        return canvas.line_to(text, Style.SMALL, (right, area.top + canvas.vh(7.2)), ink)
    top = area.top + (area.height - canvas.type.leading(Style.SMALL)) // 2 + canvas.hair // 2
    status = canvas.line(bar.status, Style.SMALL, (area.left + canvas.vh(2.4), top))
    text = _fitting(canvas, bar.text, right - status.right - canvas.vh(3))
    return canvas.line_to(text, Style.SMALL, (right, top), ink)


def _strip(canvas: Canvas, bar: StatusBar) -> int:
    """How high the strip is, pixels; 0 where there is no trouble."""
    lines = _trouble_lines(canvas, bar)
    return canvas.type.leading(Style.LABEL) * len(lines) + canvas.vh(1.6) if lines else 0


def _trouble_lines(canvas: Canvas, bar: StatusBar) -> tuple[str, ...]:
    return canvas.type.balanced(bar.trouble, Style.LABEL, canvas.area.width - canvas.vh(4.8))


def _alarm(canvas: Canvas, bar: StatusBar, area: Rect) -> None:
    canvas.surface.fill(canvas.theme.worse, area)
    at = area.left + canvas.vh(2.4), area.top + canvas.vh(0.8)
    canvas.lines(_trouble_lines(canvas, bar), Style.LABEL, at, canvas.theme.paper)


def draw_qr(canvas: Canvas, invitation: Invitation, area: Rect) -> Rect:
    """The QR code as large as whole dots fit into this area, black on white in any theme."""
    dots = invitation.dots
    size = max(1, min(area.width, area.height) // (len(dots) + 2 * QUIET))
    square = Rect(0, 0, size * (len(dots) + 2 * QUIET), size * (len(dots) + 2 * QUIET))
    square.center = area.center
    canvas.surface.fill(WHITE, square)
    for y, row in enumerate(dots, QUIET):
        for x, is_dark in enumerate(row, QUIET):
            if is_dark:
                dot = Rect(square.left + x * size, square.top + y * size, size, size)
                canvas.surface.fill(BLACK, dot)
    pygame.draw.rect(canvas.surface, canvas.theme.edge, square, 1)
    return square


def _invited(canvas: Canvas, invitation: Invitation, area: Rect) -> int:
    """QR code, code and address; where they end."""
    inner = Rect(area.left + canvas.vh(1), area.top + canvas.hair, area.height, area.height)
    inner.height -= canvas.hair
    square = draw_qr(canvas, invitation, inner)
    left = square.right + canvas.vh(2)
    code = canvas.line(invitation.code, Style.HEADLINE, (left, area.top - canvas.vh(0.7)))
    below = (left, area.top + canvas.vh(9.1))
    address = canvas.line(invitation.address, Style.SMALL, below, canvas.theme.dim)
    return max(code.right, address.right)


def _fitting(canvas: Canvas, text: str, room: int) -> str:
    """The text as far as there is room for it, whole words."""
    words = text.split(" ")
    while len(words) > 1 and canvas.type.width(" ".join(words), Style.SMALL) > room:
        words.pop()
    return " ".join(words)
