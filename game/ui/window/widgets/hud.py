"""The gauges along the top: each a name, a value and a small instrument. No rules here."""

from __future__ import annotations

from functools import partial
from math import cos, pi, radians, sin

import pygame
from pygame import Rect

from game.i18n import _
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Draw
from game.ui.window.widgets.theme import Colour
from game.voyage.sea import Sea
from game.voyage.view import GaugeView

Cell = tuple[int, Draw]
LOW = 0.35
"""Below this share a gauge is in danger."""


def draw_hud(canvas: Canvas, gauges: tuple[GaugeView, ...], sea: Sea) -> int:
    """Draw the bar at the top of the window; its height, pixels."""
    by_id = {gauge.id: gauge for gauge in gauges}
    cells = [_progress(canvas, by_id["progress"])]
    for id, (picture, size, widest) in _INSTRUMENTS.items():
        gauge = by_id[id]
        drawn = partial(picture, canvas, share=gauge.share, sea=sea)
        cells.append(_cell(canvas, gauge.label, (gauge.figure, widest), size, drawn))
    return _laid(canvas, cells)


def on_the_scene(canvas: Canvas, vista: Rect, watch: str, sea: Sea | None) -> None:
    """What hangs over the scene: the number of the watch, and the barometer of this sea, if any."""
    if watch:
        words = _("Watch {watch}", watch=watch)
        wide = canvas.type.width(words, Style.STRONG) + canvas.vh(4)
        high = canvas.type.leading(Style.STRONG) + canvas.vh(1.4)
        inner = canvas.label(Rect(canvas.vh(2.4), vista.bottom - high, wide, high))
        canvas.line(words, Style.STRONG, (inner.left + canvas.vh(0.8), inner.top))
    if sea is None:
        return
    drawn = partial(_barometer, canvas, share=sea.glass, sea=sea)
    wide, draw = _cell(canvas, _("Barometer"), (sea.barometer,), 5.4, drawn)
    area = Rect(0, 0, wide + canvas.vh(4), canvas.vh(11.4))
    area.topright = vista.right - canvas.vh(2.4), vista.top + canvas.vh(2)
    if area.bottom < vista.bottom:
        draw(canvas.label(area))


def _laid(canvas: Canvas, cells: list[Cell]) -> int:
    """The cells in as many lines as they need, the line's spare room shared among them."""
    pad, gap, high = canvas.vh(2.4), canvas.vh(2.6), canvas.vh(10.4)
    room = canvas.area.width - 2 * pad
    lines = _lines(cells, gap, room)
    height = len(lines) * high + canvas.vh(1.6)
    canvas.bar(Rect(0, 0, canvas.area.width, height))
    for number, line in enumerate(lines):
        spare = room - sum(width for width, _ in line) - gap * (len(line) - 1)
        left, top = pad, canvas.vh(0.8) + number * high
        for width, draw in line:
            wide = width + spare // len(line)
            draw(Rect(left, top + canvas.vh(0.6), wide, high - canvas.vh(1.2)))
            left += wide + gap
    return height


def _lines(cells: list[Cell], gap: int, room: int) -> list[list[Cell]]:
    """As few lines as there is room for, each about as full as the others."""
    whole = sum(width + gap for width, _ in cells)
    fair = whole / -(-whole // (room + gap))
    lines: list[list[Cell]] = [[]]
    for cell in cells:
        used = sum(width + gap for width, _ in lines[-1])
        if lines[-1] and (used + cell[0] > room or used + cell[0] / 2 > fair):
            lines.append([])
        lines[-1].append(cell)
    return lines


def _cell(canvas: Canvas, name: str, values: tuple[str, ...], size: float, draw: Draw) -> Cell:
    """A name above a value, behind a picture. values: its own, and one that room is left for."""
    type_ = canvas.type
    left = canvas.vh(size + 1.2)
    words = max(type_.width(name, Style.SMALL), *(type_.width(f, Style.STRONG) for f in values))

    def whole(area: Rect) -> None:
        draw(Rect(area.left, area.top, canvas.vh(size), area.height))
        canvas.line(name, Style.SMALL, (area.left + left, area.top), canvas.theme.dim)
        below = area.top + type_.leading(Style.SMALL)
        canvas.line(values[0], Style.STRONG, (area.left + left, below))

    return left + words, whole


def _progress(canvas: Canvas, gauge: GaugeView) -> Cell:
    """The way made good, and the ship on it; below its name the pace that is needed, or a coast."""
    theme, type_ = canvas.theme, canvas.type

    def draw(area: Rect) -> None:
        canvas.line(gauge.label, Style.SMALL, area.topleft, theme.dim)
        canvas.line_to(gauge.figure, Style.STRONG, (area.right, area.top - canvas.vh(0.5)))
        if gauge.note and type_.width(gauge.note, Style.SMALL) <= area.width:
            below = area.top + type_.leading(Style.SMALL)
            canvas.line(gauge.note, Style.SMALL, (area.left, below), theme.text)
            _way_made(canvas, area, gauge.share)
        else:
            _coast(canvas, area, gauge.share)

    return canvas.vh(38), draw


def _way_made(canvas: Canvas, area: Rect, share: float) -> None:
    """A line between two harbours, drawn out as far as she has come."""
    theme, surface = canvas.theme, canvas.surface
    line = Rect(area.left, area.bottom + canvas.vh(0.3), area.width, canvas.hair * 2)
    surface.fill(theme.edge, line)
    surface.fill(theme.text, Rect(line.topleft, (round(share * line.width), line.height)))


def _coast(canvas: Canvas, area: Rect, share: float) -> None:
    """The coast between two harbours, the way made good, and the ship on it."""
    theme, surface = canvas.theme, canvas.surface
    y, r = area.bottom - canvas.vh(1.5), canvas.vh(0.8)
    left, right = area.left + r, area.right - r
    at = left + round(share * (right - left))
    hills = [
        (left + (right - left) * n / 40, y - r * (0.4 + abs(sin(n * 1.7) + 0.5 * sin(n * 0.6))))
        for n in range(41)
    ]
    pygame.draw.polygon(surface, theme.raised, [*hills, (right, y), (left, y)])
    pygame.draw.aalines(surface, theme.edge, False, hills)
    for x in range(at, right, canvas.vh(1.6)):
        surface.fill(theme.edge, Rect(x, y, canvas.vh(0.7), canvas.hair))
    surface.fill(theme.text, Rect(left, y - canvas.hair // 2, at - left, canvas.hair * 2))
    pygame.draw.circle(surface, theme.text, (left, y), r * 0.8)
    pygame.draw.circle(surface, theme.paper, (right, y), r * 1.2)
    pygame.draw.circle(surface, theme.text, (right, y), r * 1.2, canvas.hair)
    s = canvas.vh(1.5)
    hull = [(at - s, y - s * 0.4), (at + s, y - s * 0.4), (at + s * 0.5, y + s * 0.5)]
    pygame.draw.polygon(surface, theme.text, [*hull, (at - s * 0.5, y + s * 0.5)])
    sail = [(at, y - 1.9 * s), (at + s * 0.9, y - s * 0.6), (at, y - s * 0.6)]
    pygame.draw.polygon(surface, theme.text, sail)


def _inclinometer(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """An arc with a pendulum: upright she stands, hard over she founders."""
    theme, surface = canvas.theme, canvas.surface
    x, y, r = area.centerx, area.bottom - canvas.vh(1.6), area.width * 0.48
    rim = Rect(0, 0, round(2 * r), round(2 * r))
    rim.center = round(x), round(y)
    pygame.draw.arc(surface, theme.dim, rim, radians(8), radians(172), canvas.hair)
    for n in range(-4, 5):
        angle = radians(90 + n * 20)
        tip, foot = r, r * (0.74 if n % 4 == 0 else 0.86)
        ends = [(x + reach * cos(angle), y - reach * sin(angle)) for reach in (foot, tip)]
        pygame.draw.line(surface, theme.dim, ends[0], ends[1], canvas.hair)
    angle = radians(90 - (1 - share) * 84)
    ink = theme.worse if share < LOW else theme.text
    draw_needle(canvas, (x, y), angle, r * 0.94, ink)


def _compass(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """The bow is up; the needle points to port, as far as anyone knows, within its doubt."""
    theme, surface = canvas.theme, canvas.surface
    x, y, r = area.centerx, area.centery, area.width * 0.5
    if sea.doubt:
        turns = [sea.bearing + n * sea.doubt / 20 for n in range(21)]
        rim = [(x + r * sin(radians(turn)), y - r * cos(radians(turn))) for turn in turns]
        pygame.draw.polygon(surface, theme.edge, [(x, y), *rim])
    pygame.draw.circle(surface, theme.dim, (x, y), r, canvas.hair)
    pygame.draw.line(surface, theme.text, (x, y - r), (x, y - r * 0.6), canvas.hair * 2)
    draw_needle(canvas, (x, y), radians(90 - sea.bearing), r * 0.92, theme.course)


def _barometer(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """A dial: left for falling, right for rising."""
    theme, surface = canvas.theme, canvas.surface
    x, y, r = area.centerx, area.centery, area.width * 0.5
    pygame.draw.circle(surface, theme.dim, (x, y), r, canvas.hair)
    for n in range(-3, 4):
        angle = radians(90 + n * 38)
        ends = [(x + reach * cos(angle), y - reach * sin(angle)) for reach in (r * 0.74, r)]
        pygame.draw.line(surface, theme.dim, ends[0], ends[1], 1)
    ink = theme.worse if share < -LOW else theme.text
    draw_needle(canvas, (x, y), pi / 2 - share * radians(110), r * 0.8, ink)


def _sail(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """A sail, filled as far as it is set."""
    theme, surface = canvas.theme, canvas.surface
    top, foot = area.top + canvas.vh(0.6), area.bottom - canvas.vh(0.8)
    left, right = area.left + canvas.vh(0.3), area.right - canvas.vh(0.3)
    cut = foot - round((foot - top) * share)

    def across(y: float) -> float:
        return left + (right - left) * (y - top) / (foot - top)

    shape = [(left, cut), (across(cut), cut), (right, foot), (left, foot)]
    pygame.draw.polygon(surface, theme.sails, shape)
    pygame.draw.polygon(surface, theme.dim, [(left, top), (right, foot), (left, foot)], canvas.hair)


def _crew(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """Five sailors; those who have lost heart are hollow and sink."""
    theme, surface = canvas.theme, canvas.surface
    wide = area.width / 5
    for n in range(5):
        heart = max(0.0, min(1.0, share * 5 - n))
        x, r = area.left + wide * (n + 0.5), wide * 0.36
        y = area.centery - canvas.vh(0.6) + (1 - heart) * canvas.vh(1.0)
        ink = theme.worse if share < LOW else theme.text
        body = Rect(0, 0, round(2 * r), round(area.bottom - canvas.vh(1) - y - r))
        body.midtop = round(x), round(y + r)
        hollow = 0 if heart > 0.5 else canvas.hair
        pygame.draw.circle(surface, ink, (x, y), r, hollow)
        pygame.draw.rect(surface, ink, body, hollow, border_radius=round(r))


def _knots(canvas: Canvas, area: Rect, share: float, sea: Sea) -> None:
    """A rope with a knot for every fifth of it."""
    theme, surface = canvas.theme, canvas.surface
    high = (area.height - canvas.vh(1.4)) / 5
    x = area.centerx
    pygame.draw.line(surface, theme.edge, (x, area.top), (x, area.bottom), canvas.hair)
    for n in range(5):
        y = area.bottom - canvas.vh(0.7) - high * (n + 0.5)
        filled = share * 5 > n + 0.5
        pygame.draw.circle(surface, theme.text if filled else theme.paper, (x, y), high * 0.42)
        pygame.draw.circle(surface, theme.text, (x, y), high * 0.42, canvas.hair)


def draw_needle(
    canvas: Canvas,
    at: tuple[float, float],
    angle: float,
    long: float,
    ink: Colour,
    wide: float = 0.55,
) -> None:
    """A needle on its pin. wide: half of its foot, hundredths of the window's height."""
    (x, y), half, side = at, canvas.vh(wide), angle + pi / 2
    foot = [(x + sign * half * cos(side), y - sign * half * sin(side)) for sign in (1, -1)]
    tip = x + long * cos(angle), y - long * sin(angle)
    pygame.draw.polygon(canvas.surface, ink, [tip, *foot])
    pygame.draw.circle(canvas.surface, ink, at, half)


_INSTRUMENTS = {
    "stability": (_inclinometer, 12.0, "100"),
    "course_error": (_compass, 5.4, "13° to 39°"),
    "sail": (_sail, 5.4, "100 %"),
    "crew": (_crew, 9.0, "100"),
    "seamanship": (_knots, 3.0, ""),
}
"""How each is drawn, how wide, in hundredths of the window's height, and the value that room is
kept for, so that the bar stands still while values change.
"""
