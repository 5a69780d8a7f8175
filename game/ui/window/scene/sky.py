"""The sky: bands of colour cut like a print, sun or moon, stars, and clouds over them."""

from __future__ import annotations

from math import pi, sin

import pygame
from pygame import Surface

from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.clouds import (
    paint_banks,
    paint_storm_banks,
    paint_thin_clouds,
    paint_torn_clouds,
)
from game.ui.window.scene.painter import Slices, shrink
from game.ui.window.scene.palette import Palette, mix
from game.voyage.sea import Backdrop

BANDS = (0.0, 0.2, 0.38, 0.54, 0.68, 0.8, 0.89, 0.955)
"""Where each band of the sky begins, from the top to the horizon."""
FINE = 2
"""Drawn this much larger and scaled down, so that edges are smooth."""
STARS = {Sky.CLEAR: 120, Sky.HAZE: 24}
SUN, MOON = ((1.0, 28), (0.66, 56), (0.34, 255)), ((0.8, 18), (0.46, 34), (0.2, 255))
"""The rings of sun and moon: how large, and how much hides the sky behind it, up to 255."""


def paint_sky(size: tuple[int, int], palette: Palette, backdrop: Backdrop) -> Slices[Surface]:
    """A sky of this size whose lower edge is the horizon."""
    width, height = size[0] * FINE, size[1] * FINE
    sky = Surface((width, height))
    sky.fill(palette.sky[0])
    for number, colour in enumerate(palette.sky[1:], 1):
        top, wave = BANDS[number] * height, 0.018 * height * (1 - BANDS[number] * 0.6)
        edge = [
            (x, top + wave * (sin(x / width * 2 * pi * 1.3 + number * 1.9) + 0.4 * sin(x / 97)))
            for x in range(0, width + 32, 32)
        ]
        pygame.draw.polygon(sky, colour, [*edge, (width, height), (0, height)])
        yield
    if backdrop.hour is Hour.NIGHT:
        _stars(sky, palette, STARS.get(backdrop.sky, 0))
    if is_sunlit(backdrop):
        _light(sky, palette, backdrop)
        yield
    _clouds(sky, palette, backdrop)
    yield
    painted = yield from shrink(sky, size)
    return painted.convert()


def is_sunlit(backdrop: Backdrop) -> bool:
    """Whether sun or moon can be seen."""
    return backdrop.sky in (Sky.CLEAR, Sky.HAZE)


def _clouds(sky: Surface, palette: Palette, backdrop: Backdrop) -> None:
    match backdrop.sky:
        case Sky.CLEAR if backdrop.gale:
            paint_torn_clouds(sky, palette)
        case Sky.CLEAR:
            paint_thin_clouds(sky, palette, {Hour.DAY: 5, Hour.NIGHT: 3}.get(backdrop.hour, 6))
        case Sky.HAZE:
            paint_thin_clouds(sky, palette, 3)
        case Sky.OVERCAST | Sky.RAIN if backdrop.gale:
            paint_storm_banks(sky, palette)
        case Sky.OVERCAST | Sky.RAIN:
            paint_banks(sky, palette)
        case Sky.FOG:
            pass


def _light(sky: Surface, palette: Palette, backdrop: Backdrop) -> None:
    """Sun or moon, with two rings around it that let the bands shine through."""
    width, height = sky.get_size()
    reach = round(0.36 * height)
    rings = MOON if backdrop.hour is Hour.NIGHT else SUN
    veil = Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
    for ring, strength in rings[-1:] if backdrop.sky is Sky.HAZE else rings:
        pygame.draw.circle(veil, (*palette.light, strength), (reach, reach), reach * ring)
    at = round(palette.high[0] * width), round(palette.high[1] * height)
    sky.blit(veil, veil.get_rect(center=at))


def _stars(sky: Surface, palette: Palette, count: int) -> None:
    """They thin out toward the horizon."""
    width, height = sky.get_size()
    for n in range(count):
        x, y = (n * 0.6180339887 + 0.13) % 1.0, ((n * 0.7548776662 + 0.31) % 1.0) ** 1.35 * 0.86
        ink = mix(palette.sky[2], palette.foam, 0.35 + 0.6 * ((n * 0.37) % 1.0) ** 2)
        size = height / 520 * (0.8 + 1.3 * ((n * 0.29) % 1.0) ** 3)
        pygame.draw.circle(sky, ink, (x * width, y * height), max(1.0, size))
