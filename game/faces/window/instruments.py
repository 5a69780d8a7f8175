"""The instruments: chart strip, inclinometer, barometer and the small gauges, each with words."""

from __future__ import annotations

from math import sin

import pygame
from pygame import Rect

from game.faces.window.canvas import Canvas
from game.faces.window.type import Style
from game.voyage.sea import Sea
from game.voyage.view import GaugeView

HEADLINES = ("progress", "stability")
GLASS = (("falling fast", -0.7), ("falling", -0.2), ("steady", 0.2), ("rising", 9.0))


def instruments(
    canvas: Canvas, coast: Rect, small: Rect, gauges: tuple[GaugeView, ...], sea: Sea
) -> None:
    """All of them on two plates."""
    by_id = {gauge.id: gauge for gauge in gauges}
    inner = _plate(canvas, coast)
    if inner.width > 4 * inner.height:
        half = inner.width * 6 // 10
        _chart(canvas, Rect(inner.left, inner.top, half, inner.height), by_id["progress"])
        dial = Rect(inner.left + half, inner.top, inner.width - half, inner.height)
        _inclinometer(canvas, dial.inflate(-canvas.vh(4), 0), by_id["stability"])
    else:
        half = inner.height // 2
        _chart(canvas, Rect(inner.left, inner.top, inner.width, half), by_id["progress"])
        dial = Rect(inner.left, inner.top + half, inner.width, inner.height - half)
        _inclinometer(canvas, dial, by_id["stability"])
    rest = [gauge for gauge in gauges if gauge.id not in HEADLINES]
    _small(canvas, _plate(canvas, small), rest, sea)


def _plate(canvas: Canvas, area: Rect) -> Rect:
    canvas.plate(area)
    return area.inflate(-canvas.vh(4), -canvas.vh(2.4))


def _named(canvas: Canvas, area: Rect, name: str, figure: str) -> Rect:
    """A name at the left and a figure at the right; what is left below them."""
    canvas.line(name, Style.SMALL, area.topleft, canvas.theme.dim)
    width = canvas.type.width(figure, Style.LABEL)
    canvas.line(figure, Style.LABEL, (area.right - width, area.top))
    line = canvas.type.leading(Style.SMALL)
    return Rect(area.left, area.top + line, area.width, area.height - line)


def _chart(canvas: Canvas, area: Rect, gauge: GaugeView) -> None:
    """The coast between two harbours, the way made good, and the ship on it."""
    theme, surface = canvas.theme, canvas.surface
    room = _named(canvas, area, gauge.label, gauge.figure)
    y, r = room.top + room.height * 6 // 10, canvas.vh(0.9)
    left, right = room.left + r, room.right - r
    at = left + round(gauge.share * (right - left))
    coast = [
        (left + (right - left) * n / 24, y + canvas.vh(1.1) + canvas.vh(0.8) * sin(n * 2.1))
        for n in range(25)
    ]
    pygame.draw.aalines(surface, theme.edge, False, coast)
    for x in range(at, right, canvas.vh(1.6)):
        surface.fill(theme.edge, Rect(x, y, canvas.vh(0.7), canvas.hair))
    surface.fill(theme.text, Rect(left, y - canvas.hair // 2, at - left, canvas.hair * 2))
    pygame.draw.circle(surface, theme.edge, (left, y), r)
    pygame.draw.circle(surface, theme.text, (right, y), r, canvas.hair)
    size = canvas.vh(2.2)
    ship = [(at - size / 2, y), (at + size / 2, y), (at, y - size)]
    pygame.draw.polygon(surface, theme.text, ship)


def _inclinometer(canvas: Canvas, area: Rect, gauge: GaugeView) -> None:
    """A tube with a bubble: full right she stands, at the left she founders."""
    theme, surface = canvas.theme, canvas.surface
    room = _named(canvas, area, gauge.label, gauge.figure)
    tube = Rect(room.left, room.top, room.width, canvas.vh(2.2))
    tube.centery = room.top + room.height // 2
    ink = theme.worse if gauge.share < 0.35 else theme.text
    pygame.draw.rect(surface, theme.edge, tube, 1, border_radius=tube.height)
    full = tube.inflate(-canvas.vh(0.8), -canvas.vh(0.8))
    full.width = max(full.height, round(full.width * gauge.share))
    pygame.draw.rect(surface, ink, full, border_radius=full.height)
    for share in (0.35, 0.65):
        x = tube.left + round(share * tube.width)
        surface.fill(theme.edge, Rect(x, tube.top - canvas.vh(0.5), 1, tube.height + canvas.vh(1)))


def _small(canvas: Canvas, area: Rect, gauges: list[GaugeView], sea: Sea) -> None:
    """The four others and the barometer, in words and figures."""
    glass = next(word for word, bound in GLASS if sea.glass < bound)
    told = [(gauge.label, gauge.short) for gauge in gauges] + [("Barometer", glass)]
    high = area.height // len(told)
    for number, (name, figure) in enumerate(told):
        _named(canvas, Rect(area.left, area.top + number * high, area.width, high), name, figure)
