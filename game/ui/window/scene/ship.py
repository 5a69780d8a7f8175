"""The ship, seen from astern: she heels with her heel, and shows how much canvas is set."""

from __future__ import annotations

from math import sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.viewport import Frame
from game.ui.window.widgets.art import Art

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
SAILORS = (140, 163, 200, 236, 259)
"""Where the crew stands along the rail; the one in the middle steers."""


def paint_ship(art: Art, height: int, sail: float, crew: float) -> Surface:
    """The ship upright, this many pixels high. sail, crew: shares, 0 to 1."""
    scale = height / BOX[1]
    size = round(BOX[0] * scale), height
    ship = Surface(size, pygame.SRCALPHA)
    ship.blit(art.picture("rig", *size), (0, 0))
    for name, hangs, tall, whole, furled in SAILS:
        set_share = max(0.0, min(1.0, (sail - furled) / (whole - furled)))
        _hang(ship, art, name, (hangs * scale, tall * scale), set_share)
    _crew(ship, art, scale, crew)
    ship.blit(art.picture("hull", *size), (0, 0))
    return ship


def _hang(ship: Surface, art: Art, name: str, at: tuple[float, float], share: float) -> None:
    """A sail as far as it is set, with the rest rolled up along its yard."""
    top, tall = at
    width = ship.get_width()
    if share > 0.08:
        whole = art.picture(name, width, tall)
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


def _crew(ship: Surface, art: Art, scale: float, crew: float) -> None:
    """Sailors along the rail: tall while they have heart, sunk and leaning when they have not."""
    size = 36 * scale, 58 * scale
    for number, x in enumerate(SAILORS):
        heart = max(0.0, min(1.0, crew * 1.5 - 0.12 * number))
        sailor = art.picture("sailor", *size)
        lean = (1 - heart) * (26 if number % 2 else -26)
        turned = pygame.transform.rotozoom(sailor, lean, 1.0) if heart < 0.9 else sailor
        foot = 314 + 26 * (1 - heart)
        area = turned.get_rect(midbottom=(round(x * scale), round(foot * scale)))
        ship.blit(turned, area)


def draw_pennant(stage: Frame, top: tuple[float, float], size: float) -> None:
    wind = stage.sea.wind
    upper, lower = [], []
    for n in range(9):
        share = n / 8
        sway = size * 0.09 * share * sin(7 * share - stage.time * (2.5 + 3 * wind))
        x = top[0] + share * size * min(1.0, 0.5 + 0.4 * wind)
        y = top[1] + sway + share * size * 0.1
        upper.append((x, y - size * 0.09 * (1 - share)))
        lower.append((x, y + size * 0.09 * (1 - share)))
    shape = [*upper, *reversed(lower)]
    pygame.draw.polygon(stage.surface, PENNANT, shape)
    pygame.draw.aalines(stage.surface, PENNANT, True, shape)
