"""The clouds that are painted into a sky: thin ones, torn ones, banks, and a gale's own."""

from __future__ import annotations

from math import sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.palette import Palette, mix


def paint_thin_clouds(sky: Surface, palette: Palette, count: int) -> None:
    """Thin flat banks in fair weather, a lighter band than the sky behind them."""
    width, height = sky.get_size()
    for number in range(count):
        x = width * ((number * 0.381 + 0.08) % 1.0)
        y = height * (0.06 + 0.62 * ((number * 0.237 + 0.31) % 1.0))
        long, thick = width * (0.1 + 0.07 * ((number * 0.53) % 1.0)), height * 0.022
        band = min(len(palette.sky) - 1, int(y / height * len(palette.sky)) + 2)
        for part, share in enumerate((-0.35, 0.0, 0.3)):
            box = Rect(0, 0, round(long * (0.9 + 0.35 * (part == 1))), round(thick))
            box.center = round(x + share * long), round(y - thick * 0.55 * (part == 1))
            pygame.draw.ellipse(sky, palette.sky[band], box)


def paint_torn_clouds(sky: Surface, palette: Palette) -> None:
    """A hard wind under an open sky: heaps that it has pulled long, lit above, dark below."""
    width, height = sky.get_size()
    for number in range(9):
        x = width * ((number * 0.618 + 0.05) % 1.0)
        y = height * (0.1 + 0.62 * ((number * 0.381 + 0.2) % 1.0))
        size = height * (0.05 + 0.06 * ((number * 0.53) % 1.0)) * (0.5 + 0.7 * y / height)
        band = palette.sky[min(len(palette.sky) - 1, int(y / height * len(palette.sky)) + 2)]
        lit, dim = mix(band, palette.foam, 0.35), mix(band, palette.sky[1], 0.35)
        for colour, low in ((dim, 0.3), (lit, 0.0)):
            for part in range(6):
                box = Rect(
                    0, 0, round(size * (1.9 - 0.22 * part)), round(size * (0.7 - 0.09 * part))
                )
                lift = size * (0.16 * sin(part * 2.1 + number) - low)
                box.center = round(x + size * (0.95 * part - 1.6)), round(y - lift)
                pygame.draw.ellipse(sky, colour, box)


def paint_banks(sky: Surface, palette: Palette) -> None:
    """A sky that is shut: long layers, each a little darker than the one below it."""
    for row in range(4):
        dark = mix(palette.sky[5 - row], palette.sky[0], 0.35 + 0.1 * row)
        rim = mix(dark, palette.sky[-1], 0.3)
        low = 0.72 - 0.19 * row
        _bank(sky, rim, row, (low + 0.012, 0.095, 0.12))
        _bank(sky, dark, row, (low, 0.095, 0.12))


def paint_storm_banks(sky: Surface, palette: Palette) -> None:
    """Heavy clouds that hang low; each row is darker than the sky below it."""
    for row in range(4):
        dark = mix(palette.sky[max(0, 4 - row)], (0, 0, 0), 0.12 + 0.1 * row)
        _bank(sky, dark, row, (0.66 - 0.17 * row, 0.145, 0.08))


def _bank(
    sky: Surface, colour: tuple[int, int, int], row: int, shape: tuple[float, float, float]
) -> None:
    """A row of cloud. shape: how low it hangs, how deep and how wide its lumps are; shares."""
    low, deep, long = shape
    width, height = sky.get_size()
    floor = height * low
    pygame.draw.rect(sky, colour, Rect(0, 0, width, round(floor - height * deep * 0.55)))
    lump, x = 0, -0.05 * width
    while x < width * 1.05:
        wide = width * long * (0.6 + 0.8 * ((lump * 0.618 + row * 0.37) % 1.0))
        sag = height * deep * (0.7 + 0.6 * ((lump * 0.381 + row * 0.71) % 1.0))
        box = Rect(round(x), round(floor - 2.1 * sag), round(wide * 1.6), round(2 * sag))
        pygame.draw.ellipse(sky, colour, box)
        x += wide
        lump += 1
