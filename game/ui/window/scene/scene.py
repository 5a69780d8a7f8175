"""The scene: sky, sea, port and ship, drawn from a `Sea` and a time; all of it is a gauge."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import replace
from functools import partial
from math import pi, sin

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.air import (
    draw_fog,
    draw_glitter,
    draw_gulls,
    draw_lightning,
    draw_rain,
    draw_spray,
)
from game.ui.window.scene.bearing import Scale, degrees_scale, draw_bearing, draw_port
from game.ui.window.scene.painter import Painted, Sky, Subject, finished, painter_for
from game.ui.window.scene.palette import PALETTES, Palette
from game.ui.window.scene.ship import BOX, WATERLINE, draw_pennant, paint_ship
from game.ui.window.scene.viewport import Fading, Frame, Viewport
from game.ui.window.scene.water import Layer
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.cache import Cache, surface_bytes
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Mood, Sea

HORIZON = 0.56
"""Where the horizon lies in the vista, from its top."""
LOW_SKY, HIGH_SKY = 0.3, 0.56
"""How high skies are painted, in window heights; above them lies the first band's colour."""
DEGREES = 10.0
"""How far she leans at a heel of 1."""
MOST = 32.0
"""She is never drawn leaning further than this, degrees."""

TURN, SHIPS = 0.125, 1
"""The finest lean that is drawn, degrees; how many leans are kept, in windows full of pixels."""


Key = tuple[int, int, int]
"""A ship: her height, pixels; hundredths of her canvas; fortieths of her crew's heart."""
Painting = Generator[None, None, Surface]


class Scene:
    """What is not painted yet is painted before it is drawn; or, in a hurry, drawn plain."""

    def __init__(
        self, size: tuple[int, int], theme: Theme, art: Art, *, in_a_hurry: bool = False
    ) -> None:
        self._size, self._theme, self._art = size, theme, art
        self._painter, self._in_a_hurry = painter_for(size, theme), in_a_hurry
        self._ships = Cache[Surface](SHIPS * 4 * size[0] * size[1], surface_bytes)
        self._before: Surface | None = None
        self._upright: Surface | None = None
        self._at_work: tuple[Key, Painting] | None = None

    def draw(
        self, surface: Surface, shot: Viewport, sea: Sea, time: float, fading: Fading | None = None
    ) -> None:
        """One frame of the scene; time: seconds. fading: the sky that it comes from, if any."""
        vista = shot.vista
        horizon = vista.top + round(HORIZON * vista.height)
        palette, hair = self._palette(sea.mood), max(2, round(0.003 * self._size[1]))
        stage = Frame(surface, vista, horizon, sea, time, palette, self._theme, hair)
        surface.set_clip(vista)
        height = round(min(vista.height * 0.98, vista.width * 1.15))
        width = height * BOX[0] / BOX[1]
        x = vista.left + shot.ship_at * vista.width
        scale = degrees_scale(vista, x, width)
        if fading and fading.mood is not sea.mood:
            self._fade(stage, scale, fading)
        else:
            self._draw_far(stage, scale)
        if shot.has_bearing:
            draw_bearing(stage, scale)
        self._draw_ship(stage, (x, vista.bottom - 0.085 * vista.height), height)
        draw_spray(stage, (x, vista.bottom - 0.09 * vista.height), width)
        painted = self._painted(sea.mood)
        for layer in painted.layers[-1:]:
            _draw_layer(stage, layer)
        if painted.rain:
            draw_rain(stage, painted.rain)
        surface.set_clip(None)

    def is_ready(self, mood: Mood, vista: Rect) -> bool:
        """Whether all of a mood is painted that this vista shows."""
        return not self._in_a_hurry or all(
            self._painter.has(each) for each in self.subjects(mood, vista)
        )

    def subjects(self, mood: Mood, vista: Rect) -> tuple[Mood, Sky]:
        return mood, self._sky(mood, round(HORIZON * vista.height))

    def paint_slice(self, wanted: Iterable[Subject]) -> bool:
        """Paint a little of what is wanted, the first first; False when all is there."""
        return self._painter.paint_slice(wanted)

    def _fade(self, stage: Frame, scale: Scale, fading: Fading) -> None:
        """Lay the same moment over it as it would be under the sky before; no more than that gives
        way, since everything else stands in both at the same place. Both are drawn on the window:
        for another surface SDL would pack every layer of water anew.
        """
        sea, palette = replace(stage.sea, mood=fading.mood), self._palette(fading.mood)
        if self._before is None:
            self._before = Surface(self._size)
        self._draw_far(replace(stage, sea=sea, palette=palette), scale)
        self._before.blit(stage.surface, stage.vista, stage.vista)
        self._draw_far(stage, scale)
        self._before.set_alpha(round(255 * fading.share))
        stage.surface.blit(self._before, stage.vista, stage.vista)

    def _draw_far(self, stage: Frame, scale: Scale) -> None:
        surface, vista, mood = stage.surface, stage.vista, stage.sea.mood
        painted = self._painted(mood)
        surface.fill(stage.palette.sky[0], vista)
        if sky := self._painted_sky(mood, stage.horizon - vista.top):
            surface.blit(sky, (0, stage.horizon - sky.get_height()))
        water = Rect(vista.left, stage.horizon, vista.width, vista.bottom - stage.horizon)
        surface.fill(stage.palette.sea[0], water)
        if mood is Mood.GALE:
            draw_lightning(stage)
        draw_port(stage, self._art, scale)
        for layer in painted.layers[:-1]:
            _draw_layer(stage, layer)
        if mood in (Mood.CALM, Mood.DAWN):
            draw_gulls(stage, self._art)
            draw_glitter(stage)
        if painted.fog:
            draw_fog(stage, painted.fog)

    def _sky(self, mood: Mood, high: int) -> Sky:
        """The sky for a vista: one for all that lie above a sheet, one for a whole window."""
        is_low = high <= 0.4 * self._size[1]
        return Sky(mood, round(self._size[1] * (LOW_SKY if is_low else HIGH_SKY)))

    def _painted_sky(self, mood: Mood, high: int) -> Surface | None:
        sky = self._sky(mood, high)
        if self._in_a_hurry and not self._painter.has(sky):
            sky = self._sky(mood, 0 if high > LOW_SKY * self._size[1] else self._size[1])
            if not self._painter.has(sky):
                return None
        return self._painter.get(sky).sky

    def _painted(self, mood: Mood) -> Painted:
        """The waters of a mood; none as long as a hurry leaves no time for them."""
        if self._in_a_hurry and not self._painter.has(mood):
            return Painted()
        return self._painter.get(mood)

    def _palette(self, mood: Mood) -> Palette:
        return PALETTES[self._theme.name][mood]

    def _draw_ship(self, stage: Frame, at: tuple[float, float], height: int) -> None:
        sea, time = stage.sea, stage.time
        rough = min(1.6, sea.wind**2) * 0.5
        lean = min(MOST, DEGREES * sea.heel) + 2.2 * rough * sin(time * 2 * pi / 6.5)
        bob = height * 0.012 * rough * sin(time * 2 * pi / 4.2)
        turned = self._leaning(height, sea, round(lean / TURN))
        keel = pygame.Vector2(0, height * (WATERLINE - 0.5)).rotate(lean)
        stage.surface.blit(turned, turned.get_rect(center=(at[0] - keel.x, at[1] - keel.y + bob)))
        mast = pygame.Vector2(0, height * (0.016 - WATERLINE)).rotate(lean)
        draw_pennant(stage, (at[0] + mast.x, at[1] + mast.y + bob), height * 0.16)

    def _leaning(self, height: int, sea: Sea, turns: int) -> Surface:
        """The ship at one of the angles that she rolls through; each is turned once."""
        key = height, round(sea.sail * 100), round(sea.crew * 40)
        if self._in_a_hurry and (self._upright is None or self._upright.get_height() != height):
            self._paint_a_little(key)
            if self._upright is None:
                return Surface((0, 0))
            grown = height / self._upright.get_height()
            return pygame.transform.rotozoom(self._upright, -turns * TURN, grown)

        upright = self._ships.get((*key, 0), lambda: finished(_ship(self._art, key)))
        self._upright = upright
        if not turns:
            return upright
        turn = partial(pygame.transform.rotozoom, upright, -turns * TURN, 1.0)
        return self._ships.get((*key, turns), turn)

    def _paint_a_little(self, key: Key) -> None:
        """Go on with a ship of another height, once the height stays as it is."""
        if self._at_work is None or self._at_work[0][0] != key[0]:
            self._at_work = key, _ship(self._art, key)
            return
        try:
            next(self._at_work[1])
        except StopIteration as done:
            self._ships.put((*self._at_work[0], 0), done.value)
            self._upright, self._at_work = done.value, None


def _ship(art: Art, key: Key) -> Painting:
    height, sail, crew = key
    return paint_ship(art, height, sail / 100, crew / 40)


def _draw_layer(stage: Frame, layer: Layer) -> None:
    """A strip of water as it lies now, and again beside itself until the vista is full."""
    vista, wind = stage.vista, stage.sea.wind
    deep, tile = vista.bottom - stage.horizon, layer.strip.get_width()
    y = stage.horizon + deep * 0.82 * layer.depth**1.3 - layer.rise * layer.depth
    swell = sin(stage.time * (1.1 - 0.4 * layer.depth) + layer.depth * 9)
    y += layer.rise * 0.35 * wind * swell
    pace = tile * (0.012 + 0.02 * layer.depth) * (0.6 + 0.8 * wind)
    for x in range(vista.left - round(stage.time * pace) % tile, vista.right, tile):
        stage.surface.blit(layer.strip, (x, round(y)))
