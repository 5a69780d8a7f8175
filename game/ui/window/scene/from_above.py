"""Sky and water as seen from high above: what the time-lapse and the fleet's sea have in common."""

from __future__ import annotations

from collections.abc import Iterator
from math import sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.palette import Palette, mix
from game.ui.window.widgets.theme import Colour

BANDS = (0.0, 0.2, 0.38, 0.54, 0.68, 0.8, 0.89, 0.955)
"""Where each colour of the sky begins, shares from its top down to the horizon."""
CRESTS = 70


def draw_sky_bands(surface: Surface, vista: Rect, horizon: int, palette: Palette) -> None:
    high = horizon - vista.top
    surface.fill(palette.sky[0], vista)
    for number, colour in enumerate(palette.sky[1:], 1):
        top = vista.top + BANDS[number] * high
        edge = [
            (vista.left + vista.width * n / 24, top + 0.02 * high * sin(n * 0.5 + number * 1.9))
            for n in range(25)
        ]
        foot = [(vista.right, horizon), (vista.left, horizon)]
        pygame.draw.polygon(surface, colour, [*edge, *foot])


def draw_water_bands(
    surface: Surface, vista: Rect, horizon: int, palette: Palette, time: float
) -> None:
    """Toward the viewer; time: seconds."""
    deep, inks = vista.bottom - horizon, palette.sea
    for number, colour in enumerate(inks):
        top = horizon + round(deep * (number / len(inks)) ** 1.4)
        edge = [
            (
                vista.left + vista.width * n / 30,
                top + number * 0.004 * deep * sin(n * 0.9 + number * 2 + 3 * time),
            )
            for n in range(31)
        ]
        foot = [(vista.right, vista.bottom), (vista.left, vista.bottom)]
        pygame.draw.polygon(surface, colour, [*edge, *foot])


def crests(
    vista: Rect, horizon: int, palette: Palette, time: float
) -> Iterator[tuple[Colour, tuple[float, float], float]]:
    """The light on the waves that pass: its colour, where each begins, and how long it is."""
    deep, inks = vista.bottom - horizon, palette.sea
    for n in range(CRESTS):
        share = ((n * 0.618) % 1) ** 1.2
        x = ((n * 0.7548 - 0.02 * time * (0.4 + share)) % 1) * vista.width
        long = vista.width * (0.008 + 0.03 * share)
        y = horizon + deep * (0.03 + 0.95 * share)
        ink = mix(inks[min(len(inks) - 1, int(share * len(inks)))], palette.crest, 0.4)
        yield ink, (vista.left + x, y), long
