"""Draws one screen on one surface, frame by frame; the sea eases along."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path

from pygame import Rect, Surface

from game.debrief.time_lapse import SECONDS
from game.ui.window.scene.film import Film
from game.ui.window.scene.fleet_sea import FleetSea
from game.ui.window.scene.scene import Scene
from game.ui.window.scene.viewport import Fading, Viewport
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.widgets.fonts import Fonts
from game.ui.window.widgets.theme import THEMES
from game.voyage.sea import Sea

NUMBERS = tuple(field.name for field in fields(Sea) if field.type == "float")
EASE, FADE = 1.4, 0.6
"""Seconds that the sea takes to its next state, and a sky to give way."""


@dataclass(frozen=True, slots=True)
class Transition:
    """A running transition: its start time, and the sea that it starts from."""

    since: float
    sea: Sea


class Renderer:
    """Draws on one surface; a new size, theme or text size wants a new renderer."""

    def __init__(self, surface: Surface, settings: Settings, assets: Path) -> None:
        self.surface, self.settings = surface, settings
        theme = THEMES[settings.theme]
        type_ = Fonts(assets / "fonts", surface.get_height(), settings.text)
        self.art = art = Art(assets / "art")
        self.canvas = Canvas(surface.get_size(), theme, type_, art)
        self._scene = Scene(surface.get_size(), theme, art)
        self._film = Film(theme, art, type_)
        self._fleet_sea = FleetSea(surface.get_height(), theme, art, type_)
        self._screen: Screen | None = None
        self._change: Transition | None = None
        self._sea: Sea | None = None
        self._goal: Sea | None = None
        self._since = 0.0
        self._is_animating = False

    def show(self, screen: Screen, time: float) -> None:
        """Write this screen anew; time: seconds, as in `frame`."""
        moves = self.settings.motion and self._sea is not None
        if screen is not self._screen:
            self._since, self._is_animating = time, moves and screen.animation_seconds > 0
        screen.tell(self._share_told(screen, time) if self._is_animating else 1.0)
        self.canvas.clear()
        self._scene.expect(screen.ahead)
        screen.draw(self.canvas)
        if self._sea and moves and self._goal != screen.sea:
            self._change = Transition(time, self._sea)
        self._screen, self._goal = screen, screen.sea
        if not moves:
            self.skip()
        if not self._is_animating:
            screen.animate(self.canvas, 1.0)

    def tell(self, time: float) -> None:
        """Let the screen tell as much as it would have told by now."""
        if self._is_animating and self._screen:
            self._screen.tell(self._share_told(self._screen, time))

    def skip(self) -> None:
        """Be at the end of every change at once."""
        self._change = None
        self._fleet_sea.settle()
        if self._screen:
            self._screen.tell(1.0)
            if self._is_animating:
                self._screen.animate(self.canvas, 1.0)
            self._sea = self._screen.sea
        self._is_animating = False

    @property
    def is_easing(self) -> bool:
        return self._change is not None or self._is_animating

    @property
    def is_telling(self) -> bool:
        """Whether words are still to come; a key then brings them, and does nothing else."""
        return self._is_animating and self._screen is not None and self._screen.is_telling

    def frame(self, time: float) -> Rect:
        """Draw the next frame; the part of the surface that has changed since the last one."""
        screen, change = self._screen, self._change
        if screen is None:
            return Rect(0, 0, 0, 0)
        if change and time - change.since >= EASE:
            change = self._change = None
            self._sea = screen.sea
        sea = screen.sea
        if change:
            sea = self._sea = interpolate(change.sea, screen.sea, (time - change.since) / EASE)
        vista = screen.vista
        if screen.lapse:
            seconds = time - self._since if self.settings.motion else SECONDS
            self._film.draw(self.surface, vista, screen.lapse, seconds)
        elif screen.fleet and vista.width and vista.height:
            self._fleet_sea.draw(self.surface, vista, screen.fleet, time)
            self._hang_plates(vista)
        elif vista.width and vista.height:
            has_bearing = bool(screen.gauges) and screen.has_bearing
            shot = Viewport(vista, screen.ship_at, has_bearing, screen.ending)
            self._scene.draw(self.surface, shot, sea, time, _fading(change, time))
            self._hang_plates(vista)
        animated = self._animate(screen, time)
        return vista.union(animated) if animated else vista

    def _share_told(self, screen: Screen, time: float) -> float:
        seconds = screen.animation_seconds
        return min(1.0, (time - self._since) / seconds) if seconds else 1.0

    def _animate(self, screen: Screen, time: float) -> Rect:
        """Draw what moves on the sheet as it is now; where that is."""
        if not self._is_animating:
            return Rect(0, 0, 0, 0)
        share = self._share_told(screen, time)
        self._is_animating = share < 1
        area = screen.animate(self.canvas, share)
        self.surface.blit(self.canvas.surface, area, area)
        return area

    def _hang_plates(self, vista: Rect) -> None:
        """Lay on the scene what hangs over it, and nowhere else: what stands beside it stays."""
        self.surface.set_clip(vista)
        for plate in self.canvas.over:
            self.surface.blit(self.canvas.surface, plate, plate)
        self.surface.set_clip(None)

    def lay_sheet(self) -> None:
        self.surface.blit(self.canvas.surface, (0, 0))

    def warm(self) -> bool:
        """Paint a slice of what the next screen will need; False when all is painted."""
        return self._scene.warm()


def _fading(change: Transition | None, time: float) -> Fading | None:
    """The sky that gives way, and how much of it is left."""
    if change is None or time - change.since >= FADE:
        return None
    return Fading(change.sea, 1 - (time - change.since) / FADE)


def eased(share: float) -> float:
    """A share of a change, 0 to 1, that begins and ends gently."""
    return share * share * (3 - 2 * share)


def interpolate(one: Sea, other: Sea, share: float) -> Sea:
    """The sea between one and another; share: 0 to 1. The world is the other's."""
    eased_share = eased(min(1.0, share))
    numbers = {
        name: getattr(one, name) + (getattr(other, name) - getattr(one, name)) * eased_share
        for name in NUMBERS
    }
    return replace(other, **numbers)
