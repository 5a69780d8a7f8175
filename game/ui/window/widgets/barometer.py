"""The barometer: a dial, beside its name and how it moves; and what hangs over a scene."""

from __future__ import annotations

from math import cos, pi, radians, sin

import pygame
from pygame import Rect

from game.i18n import _
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.hud import LOW, draw_needle
from game.ui.window.widgets.sheet import Row, Writer
from game.voyage.sea import Sea

DIAL = 5.4
"""How wide the dial is, hundredths of the window's height."""


def draw_barometer(canvas: Canvas, area: Rect, sea: Sea) -> None:
    type_, left = canvas.type, area.left + canvas.vh(DIAL + 1.2)
    _dial(canvas, Rect(area.left, area.top, canvas.vh(DIAL), area.height), sea.glass)
    canvas.line(_("Barometer"), Style.SMALL, (left, area.top), canvas.theme.dim)
    canvas.line(sea.barometer, Style.STRONG, (left, area.top + type_.leading(Style.SMALL)))


def barometer_rows(writer: Writer, sea: Sea) -> list[Row]:
    """The dial with its words on a sheet or a plate."""
    leadings = map(writer.canvas.type.leading, (Style.SMALL, Style.STRONG))
    return [Row(sum(leadings), lambda area: draw_barometer(writer.canvas, area, sea))]


def on_the_scene(canvas: Canvas, vista: Rect, watch: str, sea: Sea | None) -> None:
    """What hangs over the scene: the number of the watch, and the barometer of this sea, if any."""
    type_ = canvas.type
    if watch:
        words = _("Watch {watch}", watch=watch)
        wide = type_.width(words, Style.STRONG) + canvas.vh(4)
        high = type_.leading(Style.STRONG) + canvas.vh(1.4)
        inner = canvas.label(Rect(canvas.vh(2.4), vista.bottom - high, wide, high))
        canvas.line(words, Style.STRONG, (inner.left + canvas.vh(0.8), inner.top))
    if sea is None:
        return
    name, word = (_("Barometer"), Style.SMALL), (sea.barometer, Style.STRONG)
    wide = max(type_.width(*name), type_.width(*word)) + canvas.vh(DIAL + 5.2)
    area = Rect(0, 0, wide, canvas.vh(11.4))
    area.topright = vista.right - canvas.vh(2.4), vista.top + canvas.vh(2)
    if area.bottom < vista.bottom:
        draw_barometer(canvas, canvas.label(area), sea)


def _dial(canvas: Canvas, area: Rect, glass: float) -> None:
    """Left for falling, right for rising."""
    theme, surface = canvas.theme, canvas.surface
    x, y, r = area.centerx, area.centery, area.width * 0.5
    pygame.draw.circle(surface, theme.dim, (x, y), r, canvas.hair)
    for n in range(-3, 4):
        angle = radians(90 + n * 38)
        ends = [(x + reach * cos(angle), y - reach * sin(angle)) for reach in (r * 0.74, r)]
        pygame.draw.line(surface, theme.dim, ends[0], ends[1], 1)
    ink = theme.worse if glass < -LOW else theme.text
    draw_needle(canvas, (x, y), pi / 2 - glass * radians(110), r * 0.8, ink)
