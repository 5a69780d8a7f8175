"""The convoy's gauges along the top: each crew's progress and stability."""

from __future__ import annotations

from collections.abc import Sequence
from math import radians

import pygame
from pygame import Rect

from game.session.projector_view import CrewView
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.frame import evenly
from game.ui.window.widgets.hud import LOW, draw_needle


def convoy_bar(canvas: Canvas, crews: Sequence[CrewView]) -> int:
    """Draw the bar at the top of the window; its height, pixels."""
    pad, gap, high = canvas.vh(2.4), canvas.vh(2.4), canvas.vh(11.6)
    room = canvas.area.width - 2 * pad
    across = evenly(len(crews), (room + gap) // (canvas.vh(24) + gap))
    lines = -(-len(crews) // across)
    canvas.bar(Rect(0, 0, canvas.area.width, lines * high + canvas.vh(0.8)))
    wide = (room - gap * (across - 1)) // across
    for number, crew in enumerate(crews):
        row, column = divmod(number, across)
        left, top = pad + column * (wide + gap), canvas.vh(0.6) + row * high
        _cell(canvas, crew, Rect(left, top, wide, high))
    return lines * high + canvas.vh(0.8)


def _cell(canvas: Canvas, crew: CrewView, area: Rect) -> None:
    """Name and stability above, the way made good below."""
    theme, type_ = canvas.theme, canvas.type
    gauges = {gauge.id: gauge for gauge in crew.gauges}
    progress, stability = gauges["progress"], gauges["stability"]
    canvas.line(crew.name, Style.SMALL, area.topleft, theme.dim)
    below = area.top + type_.leading(Style.SMALL) - canvas.vh(0.3)
    canvas.line(progress.figure, Style.STRONG, (area.left, below))
    at = area.right, below + canvas.vh(0.9)
    steady = canvas.line_to(stability.figure, Style.SMALL, at, theme.dim)
    _upright(
        canvas, (steady.left - canvas.vh(3.4), steady.bottom - canvas.vh(0.9)), stability.share
    )
    line = Rect(area.left, area.bottom - canvas.vh(1.4), area.width, canvas.hair)
    canvas.surface.fill(theme.edge, line)
    line.width = round(line.width * progress.share)
    canvas.surface.fill(theme.text, line.inflate(0, canvas.hair))


def _upright(canvas: Canvas, at: tuple[float, float], share: float) -> None:
    """A small inclinometer, its needle upright at 1 and lying at 0."""
    theme, surface = canvas.theme, canvas.surface
    x, y, r = *at, canvas.vh(2.6)
    ink = theme.worse if share < LOW else theme.text
    rim = Rect(0, 0, 2 * r, 2 * r)
    rim.center = round(x), round(y)
    pygame.draw.arc(surface, theme.dim, rim, radians(8), radians(172), canvas.hair)
    draw_needle(canvas, at, radians(90 - (1 - share) * 84), r, ink, 0.4)
