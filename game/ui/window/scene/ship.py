"""The ship, seen from astern: her canvas, what the sea has broken, and how her crew is."""

from __future__ import annotations

from dataclasses import dataclass
from math import sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.damage import (
    LOST,
    break_yard,
    draw_hull_damage,
    draw_slack_ropes,
    stage_of,
    swing_out_boats,
    torn_sail,
)
from game.ui.window.scene.people import (
    People,
    draw_aloft,
    draw_behind,
    draw_on_deck,
    draw_on_rail,
    draw_put_up,
    people_of,
)
from game.ui.window.scene.props import deck_props, paint_deck_props
from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art
from game.voyage.sea import Sea

BOX = (400, 500)
"""The art's own measures; her waterline lies at WATERLINE of its height."""
WATERLINE = 446 / 500
SAILS = (
    ("topgallant", 52, 66, 1.0, 0.82),
    ("topsail", 122, 92, 0.86, 0.5),
    ("course", 213, 100, 0.62, 0.2),
)
"""Each sail: where it hangs, how tall it is, and the share of canvas at which it is whole and at
which it is furled; the highest is furled first."""
PENNANT, CANVAS, LINE = (200, 74, 44), (244, 232, 205), (150, 128, 92)


@dataclass(frozen=True, slots=True)
class Look:
    """What can be seen of her, as coarse as it is drawn. sail: hundredths of her canvas.

    damage: a stage, as in `damage`. livery: whose colours she wears; empty: her own. deck: what
    stands there.
    """

    sail: int
    damage: int
    people: People
    livery: str = ""
    deck: tuple[str, ...] = ()


def look_of(sea: Sea) -> Look:
    people = people_of(sea.crew, sea.seamanship)
    deck = deck_props(sea.props)
    return Look(round(sea.sail * 100), stage_of(sea.stability), people, sea.scene.ship, deck)


def paint_ship(art: Art, height: int, look: Look) -> Surface:
    """The ship upright, this many pixels high."""
    scale = height / BOX[1]
    size = round(BOX[0] * scale), height
    ship = Surface(size, pygame.SRCALPHA)
    ship.blit(art.picture("rig", *size), (0, 0))
    for name, hangs, tall, whole, furled in SAILS:
        set_share = max(0.0, min(1.0, (look.sail / 100 - furled) / (whole - furled)))
        if name == "topgallant" and look.damage >= LOST:
            continue
        _hang(ship, art, name, (hangs * scale, tall * scale), set_share, look)
    break_yard(ship, scale, look.damage)
    draw_aloft(ship, art, scale, look.people)
    draw_put_up(ship, art, look.people, _masthead(look.damage) * scale)
    draw_slack_ropes(ship, scale, look.damage)
    draw_behind(ship, art, scale, look.people)
    paint_deck_props(ship, art, scale, look.deck)
    draw_on_deck(ship, art, scale, look.people)
    ship.blit(art.picture(_worn(art, "hull", look.livery), *size), (0, 0))
    draw_hull_damage(ship, scale, look.damage)
    draw_on_rail(ship, art, scale, look.people)
    swing_out_boats(ship, scale, look.damage)
    return ship


def mast_top(sea: Sea) -> float:
    """How far above her waterline the highest mast ends, in her own height."""
    return WATERLINE - _masthead(stage_of(sea.stability)) / BOX[1]


def _masthead(damage: int) -> int:
    """How far below the top of her picture the mast ends, in her own measures."""
    return 78 if damage >= LOST else 8


def _worn(art: Art, name: str, livery: str) -> str:
    """A part of her in a livery's colours, if it has them."""
    own = f"ships/{livery}/{name}"
    return own if livery and art.has(own) else name


def _hang(
    ship: Surface, art: Art, name: str, at: tuple[float, float], share: float, look: Look
) -> None:
    """A sail as far as it is set, with the rest rolled up along its yard."""
    top, tall = at
    width = ship.get_width()
    if share > 0.08:
        whole = torn_sail(art, _worn(art, name, look.livery), name, (width, tall), look.damage)
        size = width, max(1, round(tall * (0.25 + 0.75 * share)))
        ship.blit(pygame.transform.smoothscale(whole, size), (0, round(top)))
    if share < 0.97:
        half = {"topgallant": 0.145, "topsail": 0.225, "course": 0.285}[name] * width
        roll = Rect(0, 0, round(2 * half), max(3, round(tall * (0.2 - 0.1 * share))))
        roll.midtop = (width // 2, round(top))
        pygame.draw.rect(ship, CANVAS, roll, border_radius=roll.height // 2)
        for n in range(1, 6):
            x = roll.left + roll.width * n // 6
            pygame.draw.line(ship, LINE, (x, roll.top), (x, roll.bottom - 1), 2)


def draw_pennant(stage: Frame, art: Art, top: tuple[float, float], size: float) -> None:
    """In the colour of her livery, which is that of the middle of its swatch."""
    swatch = f"ships/{stage.sea.scene.ship}/pennant"
    ink = tuple(art.picture(swatch, 3, 3).get_at((1, 1))) if art.has(swatch) else PENNANT
    wind = stage.sea.wind
    upper, lower = [], []
    for n in range(9):
        share = n / 8
        sway = size * 0.09 * share * sin(7 * share - 5.5 * stage.time)
        x = top[0] + share * size * min(1.0, 0.5 + 0.4 * wind)
        y = top[1] + sway + share * size * 0.1
        upper.append((x, y - size * 0.09 * (1 - share)))
        lower.append((x, y + size * 0.09 * (1 - share)))
    shape = [*upper, *reversed(lower)]
    pygame.draw.polygon(stage.surface, ink, shape)
    pygame.draw.aalines(stage.surface, ink, True, shape)
