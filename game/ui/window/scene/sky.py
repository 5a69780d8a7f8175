"""The sky: bands of colour cut like a print, sun or moon, clouds, and a far coast."""

from __future__ import annotations

from math import pi, sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.painter import Slices, shrink
from game.ui.window.scene.palette import Palette, mix
from game.voyage.sea import Mood

BANDS = (0.0, 0.2, 0.38, 0.54, 0.68, 0.8, 0.89, 0.955)
"""Where each band of the sky begins, from the top to the horizon."""
FINE = 2
"""Drawn this much larger and scaled down, so that edges are smooth."""


def paint_sky(size: tuple[int, int], palette: Palette, mood: Mood) -> Slices[Surface]:
    """A sky of this size whose lower edge is the horizon."""
    width, height = size[0] * FINE, size[1] * FINE
    sky = Surface((width, height))
    sky.fill(palette.sky[0])
    sun = round(palette.high[0] * width), round(palette.high[1] * height)
    for number, colour in enumerate(palette.sky[1:], 1):
        top, wave = BANDS[number] * height, 0.018 * height * (1 - BANDS[number] * 0.6)
        edge = [
            (x, top + wave * (sin(x / width * 2 * pi * 1.3 + number * 1.9) + 0.4 * sin(x / 97)))
            for x in range(0, width + 32, 32)
        ]
        pygame.draw.polygon(sky, colour, [*edge, (width, height), (0, height)])
        yield
    if mood is not Mood.GALE:
        _light(sky, sun, height, palette)
        yield
    _clouds(sky, palette, mood)
    yield
    _coast(sky, palette)
    yield
    painted = yield from shrink(sky, size)
    return painted.convert()


def _light(sky: Surface, at: tuple[int, int], height: int, palette: Palette) -> None:
    """Sun or moon, with two rings around it that let the bands shine through."""
    reach = round(0.36 * height)
    veil = Surface((2 * reach, 2 * reach), pygame.SRCALPHA)
    for ring, strength in ((1.0, 28), (0.66, 56), (0.34, 255)):
        pygame.draw.circle(veil, (*palette.light, strength), (reach, reach), reach * ring)
    sky.blit(veil, veil.get_rect(center=at))


def _clouds(sky: Surface, palette: Palette, mood: Mood) -> None:
    """Thin flat banks in fair weather, a lighter band than the sky; a gale hangs its own low."""
    width, height = sky.get_size()
    if mood is Mood.GALE:
        for row in range(4):
            _storm_bank(sky, palette, row)
        return
    for number in range({Mood.CALM: 5, Mood.DAWN: 6}.get(mood, 0)):
        x = width * ((number * 0.381 + 0.08) % 1.0)
        y = height * (0.06 + 0.62 * ((number * 0.237 + 0.31) % 1.0))
        long, thick = width * (0.1 + 0.07 * ((number * 0.53) % 1.0)), height * 0.022
        band = min(len(palette.sky) - 1, int(y / height * len(palette.sky)) + 2)
        for part, share in enumerate((-0.35, 0.0, 0.3)):
            box = Rect(0, 0, round(long * (0.9 + 0.35 * (part == 1))), round(thick))
            box.center = round(x + share * long), round(y - thick * 0.55 * (part == 1))
            pygame.draw.ellipse(sky, palette.sky[band], box)


def _storm_bank(sky: Surface, palette: Palette, row: int) -> None:
    """A row of heavy cloud, from the top down; each is darker than the sky below it."""
    width, height = sky.get_size()
    floor = height * (0.66 - 0.17 * row)
    colour = mix(palette.sky[max(0, 4 - row)], (0, 0, 0), 0.12 + 0.1 * row)
    pygame.draw.rect(sky, colour, Rect(0, 0, width, round(floor - height * 0.08)))
    lump = 0
    x = -0.05 * width
    while x < width * 1.05:
        wide = width * (0.05 + 0.06 * ((lump * 0.618 + row * 0.37) % 1.0))
        sag = height * (0.10 + 0.09 * ((lump * 0.381 + row * 0.71) % 1.0))
        box = Rect(round(x), round(floor - 2.1 * sag), round(wide * 1.6), round(2 * sag))
        pygame.draw.ellipse(sky, colour, box)
        x += wide
        lump += 1


def _coast(sky: Surface, palette: Palette) -> None:
    """Hills on the horizon, low at the left, higher toward the right."""
    width, height = sky.get_size()
    for layer, (tall, shade) in enumerate(((0.085, 0.45), (0.05, 0.8))):
        colour = mix(palette.sky[-1], palette.land, shade)
        edge = []
        for x in range(0, width + 16, 16):
            far = x / width
            hill = 0.45 + 0.4 * sin(far * 5.1 + layer * 2.2) + 0.25 * sin(far * 17 + layer)
            edge.append((x, height - height * tall * max(0.0, hill) * (0.35 + 0.65 * x / width)))
        pygame.draw.polygon(sky, colour, [*edge, (width, height), (0, height)])
