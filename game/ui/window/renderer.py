"""Draws one screen on one surface, frame by frame; the sea and the sheet ease along."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path

from pygame import Rect, Surface

from game.debrief.time_lapse import SECONDS
from game.ui.window.scene.film import Film
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
EASE, FADE, SLIDE = 1.4, 0.6, 0.28
"""Seconds that the sea takes to its next state, a sky to give way, a sheet to slide."""


@dataclass(frozen=True, slots=True)
class Transition:
    """A running transition: its start time, and the sea, vista and sky that it starts from."""

    since: float
    sea: Sea
    vista: Rect


class Renderer:
    """Draws on one surface; a new size, theme or text size wants a new renderer."""

    def __init__(self, surface: Surface, settings: Settings, assets: Path) -> None:
        self.surface, self.settings = surface, settings
        theme = THEMES[settings.theme]
        type_ = Fonts(assets / "fonts", surface.get_height(), settings.text)
        art = Art(assets / "art")
        self.canvas = Canvas(surface.get_size(), theme, type_, art)
        self._scene = Scene(surface.get_size(), theme, art)
        self._film = Film(theme, art)
        self._screen: Screen | None = None
        self._change: Transition | None = None
        self._sea: Sea | None = None
        self._vista = Rect(0, 0, 0, 0)
        self._goal: object = None
        self._since = 0.0
        self._is_animating = False

    def show(self, screen: Screen, time: float) -> None:
        """Write this screen anew; time: seconds, as in `frame`."""
        self.canvas.clear()
        self._scene.expect(screen.ahead)
        screen.draw(self.canvas)
        before, self._goal = self._goal, (screen.sea, screen.vista.size)
        if screen is not self._screen:
            self._since, self._is_animating = time, screen.animation_seconds > 0
        if self._sea and self.settings.motion and before != self._goal:
            self._change = Transition(time, self._sea, self._vista)
        self._screen = screen
        if not self.settings.motion or self._sea is None:
            self.skip()
        elif not self._is_animating:
            screen.animate(self.canvas, 1.0)

    def skip(self) -> None:
        """Be at the end of every change at once."""
        self._change = None
        if self._screen:
            if self._is_animating:
                self._screen.animate(self.canvas, 1.0)
            self._sea, self._vista = self._screen.sea, self._screen.vista
        self._is_animating = False

    @property
    def is_easing(self) -> bool:
        return self._change is not None or self._is_animating

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
        was = self._vista
        vista = self._slide(screen, change, time)
        if screen.lapse:
            seconds = time - self._since if self.settings.motion else SECONDS
            self._film.draw(self.surface, vista, screen.lapse, seconds)
        elif vista.width and vista.height:
            shot = Viewport(
                vista, screen.ship_at, bool(screen.gauges) and screen.has_bearing, screen.ending
            )
            self._scene.draw(self.surface, shot, sea, time, _fading(change, time))
            self._hang_plates(screen)
        animated = self._animate(screen, time)
        if vista != was:
            return self.surface.get_rect()
        return vista.union(animated) if animated else vista

    def _animate(self, screen: Screen, time: float) -> Rect:
        """Draw what moves on the sheet as it is now; where that is."""
        if not self._is_animating:
            return Rect(0, 0, 0, 0)
        share = min(1.0, (time - self._since) / screen.animation_seconds)
        self._is_animating = share < 1
        area = screen.animate(self.canvas, share)
        now = area.move(0, self._vista.bottom - screen.vista.bottom)
        self.surface.blit(self.canvas.surface, now, area)
        return now

    def _hang_plates(self, screen: Screen) -> None:
        """Lay on the scene what hangs over it, and nowhere else: what stands beside it stays."""
        self.surface.set_clip(self._vista)
        for plate in self.canvas.over:
            hangs_low = plate.bottom == screen.vista.bottom
            by = self._vista.bottom - screen.vista.bottom if hangs_low else 0
            self.surface.blit(self.canvas.surface, plate.move(0, by), plate)
        self.surface.set_clip(None)

    def lay_sheet(self) -> None:
        self.surface.blit(self.canvas.surface, (0, 0))

    def warm(self) -> bool:
        """Paint a slice of what the next screen will need; False when all is painted."""
        return self._scene.warm()

    def _slide(self, screen: Screen, change: Transition | None, time: float) -> Rect:
        vista = screen.vista
        before = change.vista if change else vista
        share = (time - change.since) / SLIDE if change else 1.0
        if share >= 1 or (before.width, before.top) != (vista.width, vista.top):
            if self._vista != vista:
                self.lay_sheet()
            self._vista = vista
            return vista
        bottom = before.bottom + round((vista.bottom - before.bottom) * eased(share))
        self._vista = Rect(vista.left, vista.top, vista.width, bottom - vista.top)
        below = self.surface.get_height() - bottom
        self.surface.fill(self.canvas.theme.paper, Rect(0, bottom, vista.width, below))
        sheet = Rect(0, vista.bottom, vista.width, self.surface.get_height() - vista.bottom)
        self.surface.blit(self.canvas.surface, (0, bottom), sheet)
        if screen.floor:
            self.surface.blit(self.canvas.surface, screen.floor, screen.floor)
        return self._vista


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
