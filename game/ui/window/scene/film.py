"""The time-lapse, drawn: wakes on the water toward port, days and nights passing over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import cos, dist, pi, sin

import pygame
from pygame import Rect, Surface

from game.debrief.time_lapse import SECONDS, LapsedShip, TimeLapse
from game.i18n import N_
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.track import PORT, TrackPoint
from game.ui.window.scene.from_above import crests, draw_sky_bands, draw_water_bands
from game.ui.window.scene.hours import light_at, palette_at
from game.ui.window.scene.palette import Palette, mix
from game.ui.window.scene.ship import WATERLINE, look_of, paint_ship
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts, Style
from game.ui.window.widgets.theme import DARK, Colour, Theme
from game.voyage.sea import IN_HARBOUR

HORIZON = 0.36
"""Where the horizon lies in the vista, from its top."""
LARGEST, SMALLEST = 0.44, 0.09
"""How tall a ship is at the start and in port, shares of the vista's height."""
KINDS = {ALL_COURSE.name: Kind.COURSE, ALL_SAILS.name: Kind.SAILS}
YOURS = N_("Your voyage")
NAMES = {
    Kind.COURSE: N_("The course-only ship"),
    Kind.SAILS: N_("The sails-only ship"),
}
"""What the ships are called beside their signs."""
BESIDE = {ALL_COURSE.name: -0.25, ALL_SAILS.name: 0.25}
"""How far to one side a ghost is drawn, shares of the vista's height at the start."""
ABREAST = 0.5
"""How far a convoy's ships spread to either side, in the same measure; the ghosts sail beyond."""
FADED = 165
"""How opaque a ghost is, of 255."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shot:
    """One frame of it. share: how much of it has passed, 0 to 1; hair: the thinnest line."""

    surface: Surface
    vista: Rect
    lapse: TimeLapse
    share: float
    palette: Palette
    hair: int

    def beside(self, captain: str) -> float:
        """How far to one side a ship is drawn, so that none hides another."""
        crews = self.lapse.crews
        if captain in crews:
            return ABREAST * (2 * crews.index(captain) / max(1, len(crews) - 1) - 1)
        return BESIDE.get(captain, 0.0) * (3 if crews else 1)

    @property
    def horizon(self) -> int:
        return self.vista.top + round(HORIZON * self.vista.height)

    def place(self, at: TrackPoint, beside: float) -> Point:
        """Where a place on the chart is seen, pixels; the farther toward port, the higher."""
        left = 1 - min(1.0, max(-0.05, at.toward / PORT.toward))
        near, wide = 0.16 + 0.84 * left, max(20.0, self.lapse.widest)
        deep = self.vista.bottom - self.horizon
        middle = self.vista.left + self.vista.width * (0.66 - 0.06 * left)
        aside = self.vista.width * 0.42 * at.aside / wide * (0.55 + 0.45 * left)
        x = middle - aside + beside * self.vista.height * near
        return x, self.horizon + deep * (0.1 + 0.8 * left**1.35)

    def size(self, at: TrackPoint) -> float:
        left = 1 - min(1.0, max(0.0, at.toward / PORT.toward))
        share: float = SMALLEST + (LARGEST - SMALLEST) * left**1.35
        return self.vista.height * share


class Film:
    """Draws a time-lapse at any of its moments."""

    def __init__(self, theme: Theme, art: Art, fonts: Fonts) -> None:
        self._theme, self._art, self._fonts = theme, art, fonts
        self._hulls: dict[tuple[int, int, str], Surface] = {}

    def draw(self, surface: Surface, vista: Rect, lapse: TimeLapse, seconds: float) -> None:
        """The frame at this second."""
        share = max(0.0, min(1.0, seconds / SECONDS))
        palette = palette_at(self._theme.name, lapse.hour_at(share))
        shot = Shot(surface, vista, lapse, share, palette, max(2, round(0.004 * vista.height)))
        surface.set_clip(vista)
        _sky(shot)
        _port(shot, self._art)
        _water(shot)
        ships = lapse.ships_at(share)
        for ship in reversed(ships):
            self._wake(shot, ship)
        for ship in sorted(ships, key=lambda ship: -ship.wake[-1].toward):
            self._ship(shot, ship)
        _watches(shot, self._theme)
        surface.set_clip(None)

    def _ink(self, shot: Shot, captain: str) -> Colour:
        """Bright at any hour; a dark edge sets it off by day."""
        kind = KINDS.get(captain)
        return DARK.ink(kind) if kind else shot.palette.foam

    def _wake(self, shot: Shot, ship: LapsedShip) -> None:
        beside = shot.beside(ship.captain)
        points = [shot.place(place, beside) for place in ship.wake]
        ink, is_dashed = self._ink(shot, ship.captain), ship.captain == ALL_SAILS.name
        wide = shot.hair if ship.captain in KINDS else 2 * shot.hair
        for start, end in pairwise(points):
            pygame.draw.line(shot.surface, DARK.paper, start, end, wide + 2)
            _line(shot, (start, end), ink, wide, is_dashed=is_dashed)
        for point in points[1:-1]:
            pygame.draw.circle(shot.surface, ink, point, 1.6 * wide)

    def _ship(self, shot: Shot, ship: LapsedShip) -> None:
        at = ship.wake[-1]
        x, y = shot.place(at, shot.beside(ship.captain))
        tall = shot.size(at)
        has_sunk = ship.ended is Outcome.FOUNDERED
        hull = self._hull(shot, ship)
        hull = pygame.transform.smoothscale_by(hull, tall / hull.get_height())
        roll = 3 * sin(shot.share * SECONDS * 2.1 + at.aside)
        hull = pygame.transform.rotozoom(
            hull, roll - (24 * min(1, ship.since) if has_sunk else 0), 1
        )
        sunk = 0.78 * tall * min(1.0, ship.since / 1.2) if has_sunk else 0.0
        shot.surface.set_clip(
            Rect(shot.vista.topleft, (shot.vista.width, round(y) - shot.vista.top))
        )
        top = y + sunk - (WATERLINE - 0.5) * tall
        shot.surface.blit(hull, hull.get_rect(center=(round(x), round(top))))
        shot.surface.set_clip(shot.vista)
        ink = mix(shot.palette.sea[1], shot.palette.foam, 0.55)
        for aside, wide in ((-0.13, 0.24), (0.02, 0.3), (0.15, 0.2)):
            foam = Rect(0, 0, round(wide * tall), max(2, round(0.025 * tall)))
            foam.center = round(x + aside * tall), round(y)
            pygame.draw.ellipse(shot.surface, ink, foam)
        self._sign(
            shot, ship, (x, y - (0.98 * tall - sunk)), max(0.03 * shot.vista.height, 0.1 * tall)
        )

    def _hull(self, shot: Shot, ship: LapsedShip) -> Surface:
        """Her picture at her largest; a ghost's pale, and in the colour of its kind."""
        height = round(shot.vista.height * LARGEST)
        sea = replace(IN_HARBOUR, sail=0.95, stability=ship.stability, scene=shot.lapse.scene)
        look = look_of(sea)
        key = height, look.damage, ship.captain
        if key not in self._hulls:
            hull = paint_ship(self._art, height, look)
            if ship.captain in KINDS:
                pale = mix(self._ink(shot, ship.captain), (255, 255, 255), 0.35)
                hull.fill((*pale, FADED), special_flags=pygame.BLEND_RGBA_MULT)
            self._hulls[key] = hull
        return self._hulls[key]

    def _sign(self, shot: Shot, ship: LapsedShip, at: Point, size: float) -> None:
        """A ghost's sign above it: a triangle or a square; a wreck's is crossed out."""
        kind, (x, y), r = KINDS.get(ship.captain), at, size / 2
        ink, y = self._ink(shot, ship.captain), min(at[1] - size, shot.vista.bottom - 3 * size)
        if kind:
            shape = sign_of(kind, (x, y), r)
            pygame.draw.polygon(shot.surface, ink, shape)
            pygame.draw.polygon(shot.surface, DARK.paper, shape, max(1, shot.hair // 2))
        if ship.captain in shot.lapse.crews:
            name = self._fonts.draw(ship.captain, Style.SMALL, self._theme.text)
            lift = shot.lapse.crews.index(ship.captain) % 2 * 1.2 * name.get_height()
            plate = name.get_rect(midbottom=(round(x), round(y + r - lift))).inflate(10, 2)
            shot.surface.fill(self._theme.paper, plate)
            shot.surface.blit(name, name.get_rect(center=plate.center))
        if ship.ended is Outcome.FOUNDERED:
            for slope in (-1, 1):
                ends = (x - 1.5 * r, y - 1.5 * r * slope), (x + 1.5 * r, y + 1.5 * r * slope)
                pygame.draw.line(shot.surface, DARK.worse, *ends, 2 * shot.hair)


def sign_of(kind: Kind, at: Point, r: float) -> list[Point]:
    """A triangle for the course, a square for the sails; r: half its size, pixels."""
    x, y = at
    if kind is Kind.COURSE:
        return [(x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8)]
    return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]


def _sky(shot: Shot) -> None:
    vista, horizon = shot.vista, shot.horizon
    high = horizon - vista.top
    draw_sky_bands(shot.surface, vista, horizon, shot.palette)
    for (x, y), radius, ink in light_at(shot.lapse.hour_at(shot.share), shot.palette):
        centre = vista.left + x * vista.width, horizon - y * high
        pygame.draw.circle(shot.surface, ink, centre, radius * high)


def _port(shot: Shot, art: Art) -> None:
    wide = 0.3 * shot.vista.height
    own = f"ports/{shot.lapse.scene.port}"
    picture = art.picture(own if art.has(own) else "port", wide, wide / 1.5)
    x, _y = shot.place(PORT, 0.0)
    shot.surface.blit(picture, picture.get_rect(midbottom=(round(x), shot.horizon + shot.hair)))


def _water(shot: Shot) -> None:
    """Bands toward the viewer, and the crests that pass over them."""
    time, at = shot.share * SECONDS, (shot.vista, shot.horizon, shot.palette)
    draw_water_bands(shot.surface, *at, time)
    for ink, (x, y), long in crests(*at, time):
        pygame.draw.line(shot.surface, ink, (x, y), (x + long, y), shot.hair)


def _line(shot: Shot, ends: Sequence[Point], ink: Colour, wide: int, *, is_dashed: bool) -> None:
    (x, y), (to_x, to_y) = ends
    steps = max(1, round(dist(*ends) / (5 * shot.hair))) if is_dashed else 1
    for n in range(0, steps, 2):
        start = x + (to_x - x) * n / steps, y + (to_y - y) * n / steps
        end = x + (to_x - x) * (n + 1) / steps, y + (to_y - y) * (n + 1) / steps
        pygame.draw.line(shot.surface, ink, start, end, wide)


def _watches(shot: Shot, theme: Theme) -> None:
    """Along the top a mark for each watch, filled as it passes."""
    count, passed = shot.lapse.watches, shot.lapse.watch_at(shot.share)
    r = 0.012 * shot.vista.height
    for n in range(count):
        at = shot.vista.left + 4 * r + 3 * r * n, shot.vista.top + 4 * r
        pygame.draw.circle(shot.surface, theme.paper, at, 1.5 * r)
        pygame.draw.circle(shot.surface, theme.text, at, r, max(1, shot.hair // 2))
        if n < passed:
            turn = 2 * pi * min(1.0, passed - n)
            wedge = [
                at,
                *(
                    (at[0] + r * sin(turn * k / 12), at[1] - r * cos(turn * k / 12))
                    for k in range(13)
                ),
            ]
            pygame.draw.polygon(shot.surface, theme.text, wedge)
