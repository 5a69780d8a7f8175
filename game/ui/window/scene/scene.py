"""The scene: sky, sea, port and ship, drawn from a `Sea` and a time; all of it is a gauge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from pygame import Rect, Surface

from game.scenario.model.scene import Hour, Sky
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
from game.ui.window.scene.bearing import Scale, degrees_scale, draw_bearing
from game.ui.window.scene.endings import PLACES, draw_parts, lie, sea_there
from game.ui.window.scene.painter import Painter, Slices
from game.ui.window.scene.palette import Palette, palette_of
from game.ui.window.scene.ports import draw_glow, draw_port
from game.ui.window.scene.props import draw_sea_props, draw_sky_props
from game.ui.window.scene.pumps import draw_pumps
from game.ui.window.scene.riding import NEAR, Riding, above_water, ride
from game.ui.window.scene.ship import BOX, draw_pennant, look_of, mast_top
from game.ui.window.scene.sky import is_sunlit, paint_sky
from game.ui.window.scene.turning import TurnedShip
from game.ui.window.scene.viewport import Fading, Frame, Viewport
from game.ui.window.scene.water import Layer, draw_layer, paint_layer
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.theme import Theme
from game.voyage.sea import Backdrop, Sea

HORIZON = 0.56
"""Where the horizon lies in the vista, from its top."""
LOW_SKY, HIGH_SKY = 0.3, 0.56
"""How high skies are painted, in window heights; above them lies the first band's colour."""
LAYERS = 6
THICK = {Sky.FOG: 120, Sky.HAZE: 50}
"""How much a bank of it hides, up to 255."""
DARK = (Hour.DUSK, Hour.NIGHT)
LANTERNS = ((-0.158, 0.348), (0.158, 0.348))
"""Where hers hang, from the middle of her waterline, in her own height."""
AFLOAT = 3
"""The layer of water whose waves lift what floats."""
WHOLE = 0.99
"""From which share on a sky that gives way hides the one to come."""
KEPT = 6
"""How many skies and waters are kept; each is as large as half the window."""


@dataclass(frozen=True, slots=True)
class Water:
    """The sea of a backdrop, and what the air is full of. layers: from the horizon to the bow."""

    layers: tuple[Layer, ...]
    rain: Surface | None
    fog: Surface | None


@dataclass(frozen=True, slots=True)
class SkyJob:
    """A sky to paint; size: pixels."""

    size: tuple[int, int]
    theme: str
    backdrop: Backdrop

    def paint(self) -> Slices[Surface]:
        return paint_sky(self.size, palette_of(self.theme, self.backdrop), self.backdrop)


@dataclass(frozen=True, slots=True)
class WaterJob:
    """The water to paint for a window of this size, pixels."""

    size: tuple[int, int]
    theme: str
    backdrop: Backdrop

    def paint(self) -> Slices[Water]:
        palette, (width, height) = palette_of(self.theme, self.backdrop), self.size
        layers = []
        for number in range(LAYERS):
            layer = yield from paint_layer(number, LAYERS, self.size, palette)
            layers.append(layer)
        sky = self.backdrop.sky
        rain = paint_rain(height // 2, is_gale=self.backdrop.gale) if sky is Sky.RAIN else None
        yield
        thick = THICK.get(sky, 0)
        fog = paint_fog(width, height // 4, palette, thick) if thick else None
        return Water(tuple(layers), rain, fog)


@lru_cache(maxsize=1)  # a new text size or another screen finds what was painted before it
def _painter(_size: tuple[int, int], _theme: Theme) -> Painter:
    return Painter(KEPT)


class Scene:
    def __init__(self, size: tuple[int, int], theme: Theme, art: Art) -> None:
        self._size, self._theme, self._art = size, theme, art
        self._painter = _painter(size, theme)
        self._sky_share = HIGH_SKY
        self._hull = TurnedShip(art)
        self._before = Surface(size)

    def draw(
        self, surface: Surface, shot: Viewport, sea: Sea, time: float, fading: Fading | None = None
    ) -> None:
        """One frame of the scene; time: seconds. fading: the sky that it comes from, if any."""
        place = PLACES.get(shot.ending) if shot.ending else None
        sea = sea_there(sea, place) if place else sea
        vista = shot.vista
        horizon = vista.top + round(HORIZON * vista.height)
        palette, hair = self._palette(sea.backdrop), max(2, round(0.003 * self._size[1]))
        stage = Frame(surface, vista, horizon, sea, time, palette, self._theme, hair)
        surface.set_clip(vista)
        height = round(min(vista.height * 0.98, vista.width * 1.15))
        width = height * BOX[0] / BOX[1]
        x = vista.left + shot.ship_at * vista.width
        scale = degrees_scale(vista, x, width)
        if fading and _differ(fading.sea, sea):
            self._fade(stage, scale, fading)
        else:
            self._draw_far(stage, scale)
        if shot.has_bearing and not shot.ending:
            draw_bearing(stage, scale)
        if place:
            draw_parts(stage, self._art, place.parts)
        at = lie(stage, place, height) if place else self._ride(stage, x, height)
        if at:
            self._draw_ship(stage, at)
        painted = self._water(sea.backdrop)
        draw_layer(stage, painted.layers[-1])
        if painted.rain:
            draw_rain(stage, painted.rain)
        if place:
            draw_parts(stage, self._art, place.nearest)
        surface.set_clip(None)

    def expect(self, seas: Iterable[Sea]) -> None:
        """Have painted, by and by, what these seas look like."""
        for backdrop in dict.fromkeys(sea.backdrop for sea in seas):
            self._painter.expect(self._water_job(backdrop))
            self._painter.expect(self._sky_job(backdrop))

    def warm(self) -> bool:
        """Paint a slice of what is expected; False when all is painted."""
        return self._painter.advance()

    def _fade(self, stage: Frame, scale: Scale, fading: Fading) -> None:
        """Lay the same moment over it as it would be under the sky before; no more than that gives
        way, since everything else stands in both at the same place. The first frame has a new page
        to lay out as well, and of the sky to come nothing is seen yet.
        """
        backdrop, props = fading.sea.backdrop, fading.sea.props
        sea = replace(stage.sea, backdrop=backdrop, props=props, scene=fading.sea.scene)
        palette = self._palette(backdrop)
        if fading.share >= WHOLE:
            self._draw_far(replace(stage, sea=sea, palette=palette), scale)
            return
        self._draw_far(stage, scale)
        self._before.set_clip(stage.vista)
        self._draw_far(replace(stage, surface=self._before, sea=sea, palette=palette), scale)
        self._before.set_alpha(round(255 * fading.share))
        stage.surface.blit(self._before, stage.vista, stage.vista)

    def _draw_far(self, stage: Frame, scale: Scale) -> None:
        surface, vista, backdrop = stage.surface, stage.vista, stage.sea.backdrop
        sky, painted = self._sky(backdrop, stage.horizon - vista.top), self._water(backdrop)
        surface.fill(stage.palette.sky[0], vista)
        surface.blit(sky, (0, stage.horizon - sky.get_height()))
        water = Rect(vista.left, stage.horizon, vista.width, vista.bottom - stage.horizon)
        surface.fill(stage.palette.sea[0], water)
        if backdrop.gale and backdrop.sky is Sky.RAIN:
            draw_lightning(stage)
        draw_sky_props(stage, self._art, scale)
        draw_port(stage, self._art, scale)
        for layer in painted.layers[:-1]:
            draw_layer(stage, layer)
        if is_sunlit(backdrop) and not backdrop.gale:
            if backdrop.hour is not Hour.NIGHT:
                draw_gulls(stage, self._art)
            draw_glitter(stage)
        draw_sea_props(stage, self._art, scale, painted.layers[AFLOAT])
        if painted.fog:
            draw_fog(stage, painted.fog)

    def _sky_job(self, backdrop: Backdrop) -> SkyJob:
        size = self._size[0], round(self._size[1] * self._sky_share)
        return SkyJob(size, self._theme.name, backdrop)

    def _water_job(self, backdrop: Backdrop) -> WaterJob:
        return WaterJob(self._size, self._theme.name, backdrop)

    def _sky(self, backdrop: Backdrop, high: int) -> Surface:
        """The sky for a vista: one for all that lie above a sheet, one for a whole window."""
        self._sky_share = LOW_SKY if high <= 0.4 * self._size[1] else HIGH_SKY
        return self._painter.get(self._sky_job(backdrop))

    def _palette(self, backdrop: Backdrop) -> Palette:
        return palette_of(self._theme.name, backdrop)

    def _water(self, backdrop: Backdrop) -> Water:
        return self._painter.get(self._water_job(backdrop))

    def _ride(self, stage: Frame, x: float, height: int) -> Riding:
        water = self._water(stage.sea.backdrop).layers[-1]
        return ride(stage, water, (x, stage.vista.bottom - NEAR * stage.vista.height), height)

    def _draw_ship(self, stage: Frame, at: Riding) -> None:
        if at.is_far:
            stage.surface.set_clip(above_water(stage, at))
        self._hull.draw(stage.surface, at, look_of(stage.sea))
        draw_pennant(stage, self._art, at.point(0, mast_top(stage.sea)), at.height * 0.16)
        draw_pumps(stage, at)
        if stage.sea.backdrop.hour in DARK or stage.sea.backdrop.sky is Sky.FOG:
            for right, up in LANTERNS:
                draw_glow(stage, at.point(right, up), 0.11 * at.height)
        stage.surface.set_clip(stage.vista)
        draw_spray(stage, at.water, at.height * BOX[0] / BOX[1])


def _differ(one: Sea, other: Sea) -> bool:
    """Whether one sea's sky and world give way to another's."""
    return (one.backdrop, one.props, one.scene) != (other.backdrop, other.props, other.scene)
