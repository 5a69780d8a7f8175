"""One sea with all ships on it, as the wall shows them: progress across, port at the right."""

from __future__ import annotations

from dataclasses import replace
from math import exp, sin

import pygame
from pygame import Rect, Surface

from game.ship.ship import Outcome
from game.ui.window.scene.fleet import Afloat, Fleet, height_of, places_of
from game.ui.window.scene.from_above import crests, draw_sky_bands, draw_water_bands
from game.ui.window.scene.palette import Palette, mix, palette_of
from game.ui.window.scene.ports import LIT
from game.ui.window.scene.ship import WATERLINE, Look, look_of, paint_ship
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts, Style
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Sea

HORIZON = 0.14
"""Where the horizon lies in the vista, from its top."""
LEAN, STEEPEST, TURN = 20.0, 42.0, 1.5
"""Degrees that her designed load heels a ship, the most, and the finest that is drawn."""
DRIFTS, SETTLES = 14.0, 26.0
"""Degrees that a ship adrift lies over, and one that has foundered."""
SUNK = 0.3
"""How much deeper she then lies, in her own height."""
EASE = 1.0
"""Seconds in which a ship has made most of her way to her next place."""
DETAILED = 0.1
"""In window heights; on smaller ships no single hand is drawn."""
DROWNED = (150, 160, 172)
"""What a lost ship's colours are multiplied by."""
PAINTED = 160
"""How tall, in pixels, a ship is painted at least before she is scaled down."""
PORT, QUAY = 0.34, 1.4
"""How tall the port is, in the vista's height; how far from the edge ships lie, in its own."""
KEPT = 3000
Lying = tuple[Look, int, int, bool]
Place = tuple[float, float]


class FleetSea:
    """Draws a fleet at any moment; each ship makes her way to where she is next."""

    def __init__(self, window: int, theme: Theme, art: Art, fonts: Fonts) -> None:
        self._window, self._theme, self._art, self._fonts = window, theme, art, fonts
        self._hulls: dict[Lying, Surface] = {}
        self._ground: tuple[object, Surface] | None = None
        self._placed: tuple[tuple[Fleet, Rect], dict[int, Place]] | None = None
        self._shown: dict[int, Place] = {}
        """Where each ship is, shares of the water: on another screen she sails on from there."""
        self._time = 0.0

    def settle(self) -> None:
        """Have every ship at her place at once."""
        self._shown = {}

    def draw(self, surface: Surface, vista: Rect, fleet: Fleet, time: float) -> None:
        palette = palette_of(self._theme.name, fleet.backdrop)
        horizon = vista.top + round(HORIZON * vista.height)
        hair = max(1, round(0.002 * self._window))
        water = Rect(vista.left, horizon, vista.width, vista.bottom - horizon)
        if fleet.is_named and water.height < self._room_for_names(fleet):
            fleet = fleet.unnamed
        height = height_of(fleet, water, self._window)
        surface.set_clip(vista)
        surface.blit(self._painted_ground(vista, horizon, fleet), vista)
        for ink, (x, y), long in crests(vista, horizon, palette, time):
            pygame.draw.line(surface, ink, (x, y), (x + long, y), hair)
        shown = self._move(fleet, water, height, time)
        for ship in sorted(fleet.ships, key=lambda ship: shown[ship.number][1]):
            self._draw_ship(surface, ship, shown[ship.number], height, palette, time)
        for ship in fleet.ships:
            if ship.name:
                self._draw_name(surface, ship, shown[ship.number], height)
        surface.set_clip(None)

    def _painted_ground(self, vista: Rect, horizon: int, fleet: Fleet) -> Surface:
        """Sky, water and port, which stand still."""
        key = vista.size, fleet.backdrop, fleet.port
        if self._ground is None or self._ground[0] != key:
            ground = Surface(vista.size)
            area, level = ground.get_rect(), horizon - vista.top
            palette = palette_of(self._theme.name, fleet.backdrop)
            draw_sky_bands(ground, area, level, palette)
            draw_water_bands(ground, area, level, palette, 0.0)
            self._draw_port(ground, level, fleet, palette)
            self._ground = key, ground.convert()
        return self._ground[1]

    def _draw_port(self, ground: Surface, horizon: int, fleet: Fleet, palette: Palette) -> None:
        """At the right edge, in the middle of the water; a dotted course leads to it."""
        area = ground.get_rect()
        own = f"ports/{fleet.port}"
        tall = PORT * area.height
        middle = horizon + round(0.56 * (area.height - horizon))
        ink = mix(palette.sea[len(palette.sea) // 2], palette.foam, 0.35)
        step = max(6, area.width // 90)
        for x in range(area.left, area.right - round(tall), step):
            ground.fill(ink, Rect(x, middle, step // 3, max(1, self._window // 500)))
        name = own if fleet.port and self._art.has(own) else "port"
        picture = self._art.picture(name, 1.5 * tall, tall, (*palette.shade, 255))
        ground.blit(picture, picture.get_rect(midbottom=(area.right - 0.7 * tall, middle)))

    def _move(self, fleet: Fleet, water: Rect, height: int, time: float) -> dict[int, Place]:
        """Where each ship is shown now, on her way to her place."""
        key = fleet, water
        if self._placed is None or self._placed[0] != key:
            lanes = self._lanes(fleet, water, height)
            self._placed = key, places_of(fleet, lanes, height)
        share = 1 - exp(-max(0.0, time - self._time) / EASE)
        self._time = time
        shown = {}
        for number, (x, y) in self._placed[1].items():
            to = (x - water.left) / water.width, (y - water.top) / water.height
            old = self._shown.get(number, to)
            now = old[0] + (to[0] - old[0]) * share, old[1] + (to[1] - old[1]) * share
            self._shown[number] = now
            shown[number] = water.left + now[0] * water.width, water.top + now[1] * water.height
        return shown

    def _room_for_names(self, fleet: Fleet) -> float:
        """How much water there must be for every ship to have her name beside her; pixels."""
        return 1.25 * (len(fleet.ships) + 0.5) * self._fonts.leading(Style.SMALL)

    def _lanes(self, fleet: Fleet, water: Rect, height: int) -> Rect:
        """The water that ships sail on: from the left, where a name has room, to the quay."""
        names = [self._fonts.width(ship.name, Style.SMALL) for ship in fleet.ships]
        left = round(0.6 * height) + max(names, default=0)
        top = round(0.4 * height)
        right = round(QUAY * PORT * water.height / (1 - HORIZON))
        return Rect(
            water.left + left, water.top + top, water.width - left - right, water.height - top
        )

    def _draw_ship(
        self, surface: Surface, ship: Afloat, at: Place, height: int, palette: Palette, time: float
    ) -> None:
        x, y = at
        is_lost = ship.outcome is Outcome.FOUNDERED
        roll = 2.2 * sin(time * 1.3 + ship.number * 1.7)
        hull = self._hull(ship, height, round((_lean(ship) + roll) / TURN))
        y += 0.012 * height * sin(time * 1.1 + ship.number)
        sunk = SUNK * height if is_lost else 0.0
        center = round(x), round(y + sunk - (WATERLINE - 0.5) * height)
        box = hull.get_rect(center=center)
        seen = Rect(0, 0, box.width, max(0, min(box.height, round(y) - box.top)))
        surface.blit(hull, box, seen)
        ink = mix(palette.sea[2], palette.foam, 0.6)
        wakes = ((-0.13, 0.26), (0.02, 0.34), (0.15, 0.22)) if not ship.outcome else ((0, 0.5),)
        for aside, wide in wakes:
            foam = Rect(0, 0, round(wide * height), max(2, round(0.028 * height)))
            foam.center = round(x + aside * height), round(y)
            pygame.draw.ellipse(surface, ink, foam)
        self._draw_signal(surface, ship, (x, y), height)

    def _draw_signal(self, surface: Surface, ship: Afloat, at: Place, height: int) -> None:
        """What tells an ended voyage from afar: a lamp in port, the balls of a ship that nobody
        steers, the red flag of a crew that has turned, the blue of a captain who has turned back.
        """
        (x, y), r = at, max(2.0, 0.05 * height)
        top = y - 0.86 * height
        match ship.outcome:
            case Outcome.ARRIVED:
                glow = Surface((round(8 * r), round(8 * r)), pygame.SRCALPHA)
                for n in range(4):
                    ink = (*LIT, 40 + 30 * n)
                    pygame.draw.circle(glow, ink, (4 * r, 4 * r), 4 * r * (1 - n / 4))
                surface.blit(glow, glow.get_rect(center=(round(x), round(top))))
                pygame.draw.circle(surface, LIT, (x, top), r)
            case Outcome.ADRIFT:
                for n in (0, 1):
                    at_ball = x, top + 2.6 * r * n
                    pygame.draw.circle(surface, (244, 240, 228), at_ball, 1.35 * r)
                    pygame.draw.circle(surface, (22, 24, 30), at_ball, r)
            case Outcome.MUTINY | Outcome.HARBOUR:
                flag = Rect(round(x), round(top), round(4.4 * r), round(2.8 * r))
                is_red = ship.outcome is Outcome.MUTINY
                pygame.draw.rect(surface, (244, 240, 228), flag.inflate(2, 2))
                pygame.draw.rect(surface, (196, 48, 40) if is_red else (40, 92, 160), flag)
            case _:
                pass

    def _hull(self, ship: Afloat, height: int, turns: int) -> Surface:
        """Her picture at this lean; ships that look alike share it."""
        is_lost = ship.outcome is Outcome.FOUNDERED
        look = _coarse(ship, is_small=height < DETAILED * self._window)
        key = look, height, turns, is_lost
        hull = self._hulls.get(key)
        if hull is None:
            upright = look, height, 0, is_lost
            if upright not in self._hulls:
                painted = paint_ship(self._art, max(height, PAINTED), look)
                if height < PAINTED:
                    size = round(painted.get_width() * height / PAINTED), height
                    painted = pygame.transform.smoothscale(painted, size)
                if is_lost:
                    painted.fill((*DROWNED, 255), special_flags=pygame.BLEND_RGBA_MULT)
                self._hulls[upright] = painted.convert_alpha()
            hull = pygame.transform.rotozoom(self._hulls[upright], -turns * TURN, 1.0)
            if len(self._hulls) > KEPT:
                self._hulls = {upright: self._hulls[upright]}
            self._hulls[key] = hull if turns else self._hulls[upright]
        return self._hulls[key]

    def _draw_name(self, surface: Surface, ship: Afloat, at: Place, height: int) -> None:
        """Astern of her."""
        name = self._fonts.draw(ship.name, Style.SMALL, self._theme.text)
        stern = round(at[0] - 0.42 * height), round(at[1] + 0.04 * height)
        plate = name.get_rect(bottomright=stern).inflate(10, 2)
        surface.fill(self._theme.paper, plate)
        surface.blit(name, name.get_rect(center=plate.center))


def _lean(ship: Afloat) -> float:
    """Degrees, to the side that she has strayed to."""
    side = 1 if ship.number % 2 else -1
    match ship.outcome:
        case Outcome.FOUNDERED:
            return SETTLES * side
        case Outcome.ADRIFT:
            return DRIFTS * side
        case None | Outcome.MUTINY:
            return min(STEEPEST, LEAN * ship.sea.heel) * side * (0.4 if ship.outcome else 1.0)
        case _:
            return 0.0


def _coarse(ship: Afloat, *, is_small: bool) -> Look:
    """How she looks; what is too fine to be told apart on a small ship is left out."""
    sea = ship.sea
    if ship.outcome in {Outcome.ARRIVED, Outcome.HARBOUR, Outcome.ADRIFT}:
        sea = replace(sea, sail=0.0)
    sea = replace(sea, sail=round(sea.sail * 5) / 5)
    return look_of(_without_hands(sea) if is_small else sea)


def _without_hands(sea: Sea) -> Sea:
    return replace(sea, crew=0.6, seamanship=0.0, props=())
