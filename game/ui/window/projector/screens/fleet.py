"""A regatta under way: all its ships on one sea, small, without names and in no ranking."""

from __future__ import annotations

from collections import Counter
from math import cos, radians, sin

import pygame
from pygame import Rect

from game.i18n import _, ngettext
from game.number_format import listed
from game.session.regatta_view import Hull, RegattaView
from game.ship.ship import Outcome
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Style
from game.ui.window.widgets.sheet import Row, Writer

WIDEST = 60.0
"""Degrees off her course at which a ship sails along the edge."""
LEAN = 28.0
"""Degrees that her designed load heels a ship on the wall."""


class FleetScreen(ProjectorScreen):
    """Progress goes across, the believed way off the course up and down; port is to the right."""

    share = 1.0

    def status(self) -> str:
        view = self._regatta
        if not view.watch:
            return self.state.view.title
        number = min(view.watch, view.watches)
        return _("Watch {number} of {of}", number=number, of=view.watches)

    @property
    def _regatta(self) -> RegattaView:
        return self.state.view.regatta or RegattaView(0, 0, ())

    def rows(self, writer: Writer) -> list[Row]:
        view = self._regatta
        rows = writer.text(_standing(view), Style.HEADLINE, keep=True)[:-1]
        high = writer.height - sum(row.height for row in rows)

        def draw(area: Rect) -> None:
            _draw_sea(writer.canvas, area)
            for hull in view.hulls:
                _draw_hull(writer.canvas, area, hull, len(view.hulls))

        return [*rows, Row(high, draw)]


def _standing(view: RegattaView) -> str:
    """How many ships sail, and how the others ended; who has sailed the open watch."""
    sailing = sum(hull.outcome is None for hull in view.hulls)
    ends = Counter(hull.outcome for hull in view.hulls if hull.outcome)
    if not sailing:
        return listed([f"{count} {outcome.ended.split(',')[0]}" for outcome, count in ends.items()])
    told = ngettext("{count} ship at sea", "{count} ships at sea", sailing)
    given = sum(hull.given and hull.outcome is None for hull in view.hulls)
    if not view.watch:
        return told
    return _("{ships}, {given} with their order", ships=told, given=given)


def _draw_sea(canvas: Canvas, area: Rect) -> None:
    theme, surface = canvas.theme, canvas.surface
    for part in range(1, 4):
        x = area.left + area.width * part // 4
        surface.fill(theme.raised, Rect(x, area.top, canvas.hair, area.height))
    for x in range(area.left, area.right, canvas.vh(2)):
        surface.fill(theme.edge, Rect(x, area.centery, canvas.vh(1), canvas.hair))
    port = area.right - canvas.vh(2), area.centery
    pygame.draw.circle(surface, theme.better, port, canvas.vh(2), canvas.hair * 2)


def _draw_hull(canvas: Canvas, area: Rect, hull: Hull, ships: int) -> None:
    """A hull at her place, heeling; broken if she foundered, with a lamp if she is in port."""
    theme, surface = canvas.theme, canvas.surface
    size = canvas.vh(2.2 if ships <= 40 else 1.3)
    side = 1 if hull.emblem.number % 2 else -1
    spread = min(1.0, hull.off_course / WIDEST) * side
    apart = ((hull.emblem.number * 37) % 100 / 100 - 0.5) * 0.16
    x = area.left + 2 * size + round(hull.progress * (area.width - 6 * size))
    y = area.centery + round((spread * 0.42 + apart) * area.height)
    lost = hull.outcome in {Outcome.FOUNDERED, Outcome.MUTINY}
    angle = radians(70 if lost else min(60.0, LEAN * hull.heel)) * side
    ink = theme.worse if lost else theme.dim if hull.given and not hull.outcome else theme.text
    right, up = (cos(angle), sin(angle)), (sin(angle), -cos(angle))

    def at(across: float, above: float) -> tuple[float, float]:
        return (
            x + size * (across * right[0] + above * up[0]),
            y + size * (across * right[1] + above * up[1]),
        )

    body = [at(-1, 0.35), at(1, 0.35), at(0.6, -0.4), at(-0.7, -0.4)]
    pygame.draw.polygon(surface, ink, body)
    if not lost:
        pygame.draw.polygon(surface, ink, [at(0.05, 2.1), at(0.9, 0.5), at(0.05, 0.5)])
        pygame.draw.polygon(surface, ink, [at(-0.1, 2.1), at(-0.1, 0.5), at(-0.8, 0.5)])
    if hull.outcome is Outcome.ARRIVED:
        pygame.draw.circle(surface, theme.sails, at(0, 2.6), max(2, size // 3))
