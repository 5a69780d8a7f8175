"""The scene: sky, sea, port and ship, drawn from a `Sea` and a time; all of it is a gauge."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

import pygame
from pygame import Rect, Surface

from game.ui.window.scene.air import (
    draw_fog,
    draw_glitter,
    draw_gulls,
    draw_lightning,
    draw_rain,
    draw_spray,
    paint_fog,
    paint_rain,
)
from game.ui.window.scene.bearing import Scale, degrees_scale, draw_bearing, draw_port
from game.ui.window.scene.palette import PALETTES, Palette
from game.ui.window.scene.pumps import draw_pumps
from game.ui.window.scene.riding import ride
from game.ui.window.scene.ship import (
    BOX,
    WATERLINE,
    Look,
    draw_pennant,
    look_of,
    mast_top,
    paint_ship,
)
from game.ui.window.scene.sky import paint_sky
from game.ui.window.scene.viewport import Fading, Frame, Viewport
from game.ui.window.scene.water import Layer, draw_layer, paint_layer
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Mood, Sea

HORIZON = 0.56
"""Where the horizon lies in the vista, from its top."""
LOW_SKY, HIGH_SKY = 0.3, 0.56
"""How high skies are painted, in window heights; above them lies the first band's colour."""
LAYERS = 6
TURN, ANGLES = 0.125, 48
"""The finest lean that is drawn, degrees, and how many leans are kept."""


@dataclass(frozen=True, slots=True)
class Painted:
    layers: tuple[Layer, ...]
    rain: Surface | None
    fog: Surface | None


@dataclass(frozen=True, slots=True)
class Paintings:
    moods: dict[Mood, Painted] = field(default_factory=dict)
    skies: dict[tuple[Mood, int], Surface] = field(default_factory=dict)


@lru_cache(maxsize=1)  # a new text size or another screen finds what was painted before it
def _paintings(_size: tuple[int, int], _theme: Theme) -> Paintings:
    return Paintings()


class Scene:
    def __init__(self, size: tuple[int, int], theme: Theme, art: Art) -> None:
        self._size, self._theme, self._art = size, theme, art
        kept = _paintings(size, theme)
        self._painted, self._skies = kept.moods, kept.skies
        self._ship_key: tuple[int, Look] | None = None
        self._ships: dict[int, Surface] = {}
        self._before = Surface(size)

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
        self._draw_far(stage, scale)
        if fading and fading.mood is not sea.mood:
            self._fade(stage, scale, fading)
        if shot.has_bearing:
            draw_bearing(stage, scale)
        self._draw_ship(stage, x, height)
        painted = self._paint(sea.mood)
        draw_layer(stage, painted.layers[-1])
        if painted.rain:
            draw_rain(stage, painted.rain)
        surface.set_clip(None)

    def warm(self) -> bool:
        """Paint one mood that no voyage has shown yet; False when all are painted."""
        for mood in Mood:
            if mood not in self._painted:
                self._paint(mood)
                return True
            if (mood, round(self._size[1] * LOW_SKY)) not in self._skies:
                self._sky(mood, 0)
                return True
        return False

    def _fade(self, stage: Frame, scale: Scale, fading: Fading) -> None:
        """Lay the same moment over it as it would be under the sky before; no more than that gives
        way, since everything else stands in both at the same place.
        """
        sea, palette = replace(stage.sea, mood=fading.mood), self._palette(fading.mood)
        self._before.set_clip(stage.vista)
        self._draw_far(replace(stage, surface=self._before, sea=sea, palette=palette), scale)
        self._before.set_alpha(round(255 * fading.share))
        stage.surface.blit(self._before, stage.vista, stage.vista)

    def _draw_far(self, stage: Frame, scale: Scale) -> None:
        surface, vista, mood = stage.surface, stage.vista, stage.sea.mood
        sky, painted = self._sky(mood, stage.horizon - vista.top), self._paint(mood)
        surface.fill(stage.palette.sky[0], vista)
        surface.blit(sky, (0, stage.horizon - sky.get_height()))
        water = Rect(vista.left, stage.horizon, vista.width, vista.bottom - stage.horizon)
        surface.fill(stage.palette.sea[0], water)
        if mood is Mood.GALE:
            draw_lightning(stage)
        draw_port(stage, self._art, scale)
        for layer in painted.layers[:-1]:
            draw_layer(stage, layer)
        if mood in (Mood.CALM, Mood.DAWN):
            draw_gulls(stage, self._art)
            draw_glitter(stage)
        if painted.fog:
            draw_fog(stage, painted.fog)

    def _sky(self, mood: Mood, high: int) -> Surface:
        """The sky for a vista: one for all that lie above a sheet, one for a whole window."""
        height = round(self._size[1] * (LOW_SKY if high <= 0.4 * self._size[1] else HIGH_SKY))
        if (mood, height) not in self._skies:
            size = self._size[0], height
            self._skies[mood, height] = paint_sky(size, self._palette(mood), mood)
        return self._skies[mood, height]

    def _palette(self, mood: Mood) -> Palette:
        return PALETTES[self._theme.name][mood]

    def _paint(self, mood: Mood) -> Painted:
        if mood not in self._painted:
            palette = self._palette(mood)
            width, height = self._size
            self._painted[mood] = Painted(
                layers=tuple(paint_layer(n, LAYERS, self._size, palette) for n in range(LAYERS)),
                rain=paint_rain(height // 2) if mood is Mood.GALE else None,
                fog=paint_fog(width, height // 4, palette) if mood is Mood.FOG else None,
            )
        return self._painted[mood]

    def _draw_ship(self, stage: Frame, x: float, height: int) -> None:
        y = stage.vista.bottom - 0.085 * stage.vista.height
        water = self._paint(stage.sea.mood).layers[-1]
        at = ride(stage, water, (x, y), height)
        turned = self._leaning(height, look_of(stage.sea), round(at.lean / TURN))
        center = at.point(0, WATERLINE - 0.5)
        stage.surface.blit(turned, turned.get_rect(center=center))
        draw_pennant(stage, at.point(0, mast_top(stage.sea)), height * 0.16)
        draw_pumps(stage, at)
        draw_spray(stage, at.water, height * BOX[0] / BOX[1])

    def _leaning(self, height: int, look: Look, turns: int) -> Surface:
        """The ship at one of the angles that she rolls through; each is turned once."""
        if self._ship_key != (height, look):
            self._ship_key = height, look
            self._ships = {0: paint_ship(self._art, height, look)}
        if turns not in self._ships:
            if len(self._ships) > ANGLES:
                self._ships = {0: self._ships[0]}
            self._ships[turns] = pygame.transform.rotozoom(self._ships[0], -turns * TURN, 1.0)
        return self._ships[turns]
