"""The water: layers of waves from the horizon to the bow, painted once and moved."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

import pygame
from pygame import Surface

from game.ui.window.scene.painter import Slices, shrink
from game.ui.window.scene.palette import Palette, mix
from game.ui.window.scene.sky import FINE
from game.ui.window.scene.viewport import Frame

WAVES = ((2, 1.0, 0.0), (5, 0.42, 1.7), (9, 0.2, 0.6))
"""The swells in a tile: how many crests, how high, where they begin."""
EDGE = 128
"""At how many places the water's edge is known."""
Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Layer:
    """A strip of water that fits to itself. rise: its highest crest, pixels.

    depth: 0 at the horizon, 1 at the viewer. pace: how fast it passes, strips a second. edge: how
    far below the strip's top the water begins, pixels, at places evenly along it.
    """

    strip: Surface
    rise: float
    depth: float
    pace: float
    edge: tuple[float, ...]


def draw_layer(stage: Frame, layer: Layer) -> None:
    """A strip of water as it lies now, and again beside itself until the vista is full."""
    tile = layer.strip.get_width()
    left, top = _place(stage, layer)
    for x in range(left, stage.vista.right, tile):
        stage.surface.blit(layer.strip, (x, round(top)))


def lift_at(stage: Frame, layer: Layer, x: float, wide: float) -> float:
    """How far the water around x, this wide, stands below where it would in a flat sea; pixels."""
    left, top = _place(stage, layer)
    count, tile = len(layer.edge), layer.strip.get_width()
    spots = ((x + wide * (n / 8 - 0.5) - left) / tile for n in range(9))
    here: float = sum(layer.edge[int(spot * count) % count] for spot in spots) / 9
    return here - sum(layer.edge) / count + top - _still(stage, layer)


def _place(stage: Frame, layer: Layer) -> tuple[int, float]:
    """Where a strip lies now, left and top. Nothing in it follows the wind, which may change."""
    swell = sin(stage.time * (1.1 - 0.4 * layer.depth) + layer.depth * 9)
    tile = layer.strip.get_width()
    left = stage.vista.left - round(stage.time * layer.pace * tile) % tile
    return left, _still(stage, layer) + layer.rise * 0.35 * swell


def _still(stage: Frame, layer: Layer) -> float:
    deep = stage.vista.bottom - stage.horizon
    far: float = layer.depth**1.3
    return stage.horizon + deep * 0.82 * far - layer.rise * layer.depth


def paint_layer(number: int, of: int, size: tuple[int, int], palette: Palette) -> Slices[Layer]:
    """One of the layers for a window of this size, pixels; number 0 is the farthest."""
    width, height = size
    depth = number / max(1, of - 1)
    tile = round(width * (0.3 + 0.5 * depth))
    rise = height * (0.003 + 0.024 * depth) * (0.7 + 1.25 * palette.rough)
    body = round(height * (0.1 + 0.22 * depth) + 2 * rise)
    fine = Surface((tile * FINE, body * FINE), pygame.SRCALPHA)
    fine.fill((*palette.crest, 0))
    edge = _edge(tile * FINE, rise * FINE, number, palette.rough)
    floor = [(tile * FINE + 99, body * FINE), (-99, body * FINE)]
    pygame.draw.polygon(fine, palette.sea[number], [*edge, *floor])
    yield
    _cut(fine, edge, number, rise * FINE, palette)
    yield
    small = yield from shrink(fine, (tile, body))
    strip = small.convert_alpha()
    pace = (0.012 + 0.02 * depth) * (0.75 + 1.2 * palette.rough)
    heights = tuple(_at(edge, tile * FINE * n / EDGE) / FINE for n in range(EDGE))
    return Layer(strip, rise, depth, pace, heights)


def _edge(tile: int, rise: float, number: int, rough: float) -> Points:
    """The water's edge over one tile and a little more: crests gather, troughs spread."""
    points = []
    step = max(4, tile // 360)
    for x in range(-tile // 8, tile + tile // 8, step):
        high = lean = 0.0
        for crests, tall, phase in WAVES:
            turn = 2 * pi * crests * x / tile + phase + number * 2.4
            high += tall * cos(turn)
            lean -= tall * sin(turn) * tile / (2 * pi * crests) * (0.25 + 0.5 * rough)
        points.append((x + lean * 0.42, rise * (1 - high / 1.5)))
    return points


def _cut(fine: Surface, edge: Points, number: int, rise: float, palette: Palette) -> None:
    """As in a print: light along the crests, foam where they break, cuts in the face below."""
    sea = palette.sea[number]
    lit = mix(sea, palette.crest, 0.5)
    shade = mix(sea, palette.sea[min(number + 1, len(palette.sea) - 1)], 0.6)
    for deep, colour in ((1.5, shade), (0.5, lit)):
        below = [(x, y + rise * deep * _high(y, rise) ** 1.5 + rise * 0.05) for x, y in edge]
        pygame.draw.polygon(fine, colour, [*edge, *reversed(below)])
    if palette.rough > 0.6:
        foam = [(x, y + rise * 0.55 * max(0.0, _high(y, rise) - 0.62)) for x, y in edge]
        pygame.draw.polygon(fine, palette.foam, [*edge, *reversed(foam)])
    step = max(20, round(rise * 2.6))
    for row in range(1, 6):
        for x in range((row * step * 3) // 7, fine.get_width() - step, step):
            wobble = sin(x * 0.7 + row * 2.0)
            y = _at(edge, x) + rise * (0.8 + 1.05 * row) + rise * 0.3 * wobble
            if (x // step * 7 + row * 3) % 5 < 2:
                colour, long = lit if row % 2 else shade, step * (0.5 + 0.25 * wobble)
                _stroke(fine, colour, (x, y), long, max(1.5, rise * 0.07))


def _high(y: float, rise: float) -> float:
    return max(0.0, min(1.0, 1 - y / (2 * rise)))


def _at(edge: Points, x: float) -> float:
    share = (x - edge[0][0]) / (edge[-1][0] - edge[0][0])
    return edge[max(0, min(len(edge) - 1, round(share * (len(edge) - 1))))][1]


def _stroke(
    fine: Surface, colour: tuple[int, int, int], at: tuple[float, float], long: float, thick: float
) -> None:
    """A cut, thin at both ends."""
    x, y = at
    shape = [(x, y), (x + long / 2, y - thick), (x + long, y), (x + long / 2, y + thick * 0.5)]
    pygame.draw.polygon(fine, colour, shape)
