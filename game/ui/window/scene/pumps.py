"""The pumps: while she takes in water, they throw it out over both her sides."""

from __future__ import annotations

import pygame

from game.ui.window.scene.damage import LISTING, PUMPING, stage_of
from game.ui.window.scene.riding import Riding
from game.ui.window.scene.viewport import Frame

JETS = ((PUMPING, 0.235, 0.19), (LISTING, 0.2, 0.14))
"""From which stage on a pair spouts, and from where: aside and up, in her own height."""
DROPS, FLIGHT = 22, 0.19


def draw_pumps(stage: Frame, at: Riding) -> None:
    """Jets of water that arch from her sides into the sea."""
    damage = stage_of(stage.sea.stability)
    for since, aside, up in JETS:
        for side in (-1, 1):
            if damage >= since:
                _jet(stage, at, (side * aside, up), side)


def _jet(stage: Frame, at: Riding, nozzle: tuple[float, float], side: int) -> None:
    start, ink = at.point(*nozzle), stage.palette.foam
    size = at.height
    for n in range(DROPS):
        age = (n / DROPS + stage.time * 1.6) % 1.0
        x = start[0] + side * FLIGHT * size * age
        y = start[1] + size * (0.42 * age * age - 0.13 * age)
        if y < at.water[1]:
            radius = size * (0.008 + 0.008 * age)
            pygame.draw.circle(stage.surface, ink, (x, y), max(2, round(radius)))
    for n in range(3):
        splash = pygame.Rect(0, 0, round(size * 0.05), max(3, round(size * 0.014)))
        x = start[0] + side * size * (0.12 + 0.025 * n)
        splash.center = round(x), round(at.water[1] - size * 0.006 * (n % 2))
        pygame.draw.ellipse(stage.surface, ink, splash)
