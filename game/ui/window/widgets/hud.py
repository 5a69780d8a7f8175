"""The gauges along the top: each a name, a value and a small instrument. No rules here."""

from __future__ import annotations

from math import cos, pi, radians, sin

import pygame
from pygame import Rect

from game.layout.stage import HUD
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Draw
from game.ui.window.widgets.theme import Colour
from game.voyage.sea import Sea
from game.voyage.view import GaugeView

Cell = tuple[int, Draw]
LOW = 0.35
"""Below this share a gauge is in danger."""
PAD, GAP, LINE = 2.4, 2.4, 5.2
"""At the window's sides, between cells, and a line of words, hundredths of the window's height."""


def draw_hud(canvas: Canvas, gauges: tuple[GaugeView, ...], sea: Sea) -> int:
    """Draw the bar at the top of the window; its height, pixels.

    Where the window is too narrow, names stand before their values instead of above them.
    """
    by_id = {gauge.id: gauge for gauge in gauges}
    first, gap = _progress(canvas, by_id["progress"]), canvas.vh(GAP)
    room = canvas.area.width - 2 * canvas.vh(PAD) - first[0] - gap
    cells = [_cell(canvas, by_id[id], sea) for id in _INSTRUMENTS]
    if _wide(cells, gap) <= room:
        lines = [cells]
    else:
        lines = _lines([_inline(canvas, by_id[id], sea) for id in _INSTRUMENTS], gap, room)
    height = max(canvas.vh(HUD), canvas.vh(LINE * len(lines) + HUD - 2 * LINE))
    canvas.bar(Rect(0, 0, canvas.area.width, height))
    left, top = canvas.vh(PAD), canvas.vh(0.6 if lines == [cells] else 0.2)
    first[1](Rect(left, canvas.vh(0.6), first[0], canvas.vh(2 * LINE - 1.2)))
    high = canvas.vh(2 * LINE - 1.2 if lines == [cells] else LINE - 0.4)
    for number, line in enumerate(lines):
        _draw_line(line, Rect(left + first[0] + gap, top + number * canvas.vh(LINE), room, high))
    return height


def _draw_line(line: list[Cell], area: Rect) -> None:
    """Cells beside each other, the spare room shared among them."""
    left, between = float(area.left), 0.0
    if len(line) > 1:
        between = (area.width - sum(width for width, _ in line)) / (len(line) - 1)
    for width, draw in line:
        draw(Rect(round(left), area.top, width, area.height))
        left += width + between


def _wide(cells: list[Cell], gap: int) -> int:
    return sum(width + gap for width, _ in cells) - gap


def _lines(cells: list[Cell], gap: int, room: int) -> list[list[Cell]]:
    """As few lines as there is room for."""
    lines: list[list[Cell]] = [[]]
    for cell in cells:
        if lines[-1] and _wide([*lines[-1], cell], gap) > room:
            lines.append([])
        lines[-1].append(cell)
    return lines


def _cell(canvas: Canvas, gauge: GaugeView, sea: Sea) -> Cell:
    """A name above a value, behind a picture; as wide as its widest value."""
    type_ = canvas.type
    picture, size, widest = _INSTRUMENTS[gauge.id]
    left = canvas.vh(size + 1.2)
    values = (type_.width(value, Style.STRONG) for value in (gauge.figure, widest))

    def draw(area: Rect) -> None:
        picture(canvas, Rect(area.left, area.top, canvas.vh(size), area.height), gauge.share, sea)
        at = area.left + left, area.top + type_.leading(Style.SMALL)
        canvas.line(gauge.label, Style.SMALL, (at[0], area.top), canvas.theme.dim)
        canvas.line(gauge.figure, Style.STRONG, at)

    return left + max(type_.width(gauge.label, Style.SMALL), *values), draw


def _inline(canvas: Canvas, gauge: GaugeView, sea: Sea) -> Cell:
    """A picture, a name and a value in one line."""
    type_ = canvas.type
    picture, size, widest = _INSTRUMENTS[gauge.id]
    pictured = canvas.vh(min(size, SMALLER))
    left = pictured + canvas.vh(0.8)
    name = type_.width(f"{gauge.label} ", Style.SMALL)
    value = max(type_.width(text, Style.STRONG) for text in (gauge.figure, widest, "88"))

    def draw(area: Rect) -> None:
        picture(canvas, Rect(area.left, area.top, pictured, area.height), gauge.share, sea)
        lower = type_.size(Style.STRONG) - type_.size(Style.SMALL)
        at = area.left + left, area.top + lower
        canvas.line(gauge.label, Style.SMALL, at, canvas.theme.dim)
        canvas.line(gauge.figure, Style.STRONG, (area.left + left + name, area.top))

    return left + name + value, draw


def _progress(canvas: Canvas, gauge: GaugeView) -> Cell:
    """The way made good, and the ship on it; below its name the pace that is needed, or a coast."""
    theme, type_ = canvas.theme, canvas.type

    def draw(area: Rect) -> None:
        canvas.line(gauge.label, Style.SMALL, area.topleft, theme.dim)
        canvas.line_to(gauge.figure, Style.STRONG, (area.right, area.top - canvas.vh(0.9)))
        if gauge.note and type_.width(gauge.note, Style.SMALL) <= area.width:
            below = area.top + type_.leading(Style.SMALL)
            canvas.line(gauge.note, Style.SMALL, (area.left, below), theme.text)
            _way_made(canvas, area, gauge.share)
        else:
            _coast(canvas, area, gauge.share)

    return canvas.vh(36), draw


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
SMALLER = 6.0
"""The most room for a picture where name and value stand in one line."""
