"""The loop: turns events into hands, hands into wishes, and draws what has changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import pygame
from pygame.event import Event

from game.faces.dock import Dock, Start
from game.faces.window.bridge import Bridge
from game.faces.window.display import Display, NoDisplay
from game.faces.window.hands import Hand, Meant
from game.faces.window.locker import Locker
from game.faces.window.pads import Pads
from game.faces.window.painter import Painter
from game.faces.window.screens.deck import WatchScreen
from game.faces.window.screens.papers import TroubleScreen
from game.faces.window.screens.screen import Screen, Wish
from game.faces.window.settings import Settings
from game.faces.window.sound import Sound
from game.faces.window.stack import Stack
from game.faces.window.study import Study
from game.files.folders import make
from game.files.kinds import Kind
from game.files.writing import write
from game.tongue import _

if TYPE_CHECKING:
    from game.faces.window.room.hall import Lodging
    from game.session.room import Room

FRAMES, DROWSY_FRAMES = 60, 12
"""Frames a second while somebody plays, and when nobody has touched anything for a while."""
DROWSY = 20.0
"""Seconds without a hand, after which the sea moves at fewer frames."""
REST = 80
"""The longest that a window in which nothing moves waits for an event, milliseconds: then it looks
out again, whatever is on it.
"""


def play_window(display: Display, dock: Dock, locker: Locker, start: Start) -> None:
    """Play in this window until it is closed."""
    study = Study()
    keep_open(Window(display, locker, Bridge(dock, locker, start, study, display.count), study))


def show_room(display: Display, locker: Locker, room: Room, lodging: Lodging) -> None:
    """Show a session in this window until it is closed."""
    from game.faces.window.room.hall import Hall

    study = Study()
    keep_open(Window(display, locker, Hall(room, lodging, locker, study, display.count), study))


def preview_in(
    display: Display, locker: Locker, file: str, saved: Callable[[], bytes | str | None]
) -> None:
    """Show a scenario file in this window as it is written, until the window is closed."""
    from game.faces.window.preview import Preview

    study = Study()
    keep_open(Window(display, locker, Preview(file, saved, locker, study), study))


def keep_open(window: Window) -> None:
    """Play until the window is closed, and put everything away."""
    try:
        window.play()
    finally:
        window.close()


class Window:
    """The loop, and what it has to know between two frames."""

    def __init__(self, display: Display, locker: Locker, bridge: Stack, study: Study) -> None:
        self._display, self._locker = display, locker
        self.bridge, self._study = bridge, study
        self._pads = Pads()
        self._sound = Sound(locker.assets / "sounds", self.bridge.settings.volume)
        self._touched = 0.0
        self._rung = ""
        self._shown: Screen | None = None
        self._drawn: object = None
        self._paint_anew()

    def play(self) -> None:
        """Until the window is closed."""
        clock = pygame.time.Clock()
        while self.bridge.is_open:
            for event in self._events():
                self.take(event)
            if self.bridge.is_open:
                self.frame(_now())
                clock.tick(DROWSY_FRAMES if self._is_drowsy() else FRAMES)

    def close(self) -> None:
        """Put everything away."""
        self._sound.close()
        self._study.close()
        self._display.close()

    def take(self, event: Event) -> None:
        """One event from outside."""
        match event.type:
            case pygame.QUIT:
                self.bridge.is_open = False
            case pygame.VIDEORESIZE:
                self._display.resized(event.size, self.bridge.settings)
                self._paint_anew()
            case pygame.WINDOWEXPOSED:
                self._shown = None
            case pygame.MOUSEMOTION:
                self._point(event.pos)
            case pygame.CONTROLLERDEVICEADDED | pygame.CONTROLLERDEVICEREMOVED:
                self._pads.take(event)
            case pygame.KEYDOWN | pygame.MOUSEBUTTONDOWN | pygame.CONTROLLERBUTTONDOWN:
                self._touched = _now()
                self._hurry()
                if hand := self.bridge.meant(event):
                    self._hand(hand)
            case pygame.MOUSEWHEEL if hand := self.bridge.meant(event):
                self._hand(hand)

    def frame(self, time: float) -> None:
        """Look out, and draw what has changed, at this time in seconds."""
        self.bridge.look_out()
        screen = self.bridge.screen
        if self._shown is not screen or self._drawn != screen.revision:
            self._drawn = screen.revision  # as it was before: what comes meanwhile is drawn next
            self._painter.show(screen, time)
            self._painter.lay_sheet()
            self._painter.frame(time)
            pygame.display.flip()
            self._ring(screen)
            self._shown = screen
        elif self._moves:
            pygame.display.update(self._painter.frame(time))
        else:
            self._painter.warm()
        self._sound.sea(screen.sea)

    @property
    def _moves(self) -> bool:
        """Whether the next frame differs from the last."""
        screen = self.bridge.screen
        is_alive = self.bridge.settings.motion and not screen.is_still
        return self._painter.is_easing or (is_alive and screen.vista.height > 0)

    def _hurry(self) -> None:
        """Be at the end of what is on its way."""
        if self._painter.is_easing:
            self._painter.skip()
            self._shown = None

    def _events(self) -> list[Event]:
        """What has happened; where nothing moves, wait for it."""
        if self._shown is None or self._moves:
            return pygame.event.get()
        first = pygame.event.wait(REST)
        return [first, *pygame.event.get()]

    def _is_drowsy(self) -> bool:
        return not self._painter.is_easing and _now() - self._touched > DROWSY

    def _hand(self, hand: Meant) -> None:
        """What a hand does: some things on every screen alike, the rest as the screen says."""
        likes = self.bridge.settings
        match hand:
            case Hand.PICTURE:
                self._keep_picture()
            case Hand.LIGHT:
                self._like(likes.turned("theme", 1))
            case Hand.MOTION:
                self._like(likes.turned("motion", 1))
            case Hand.FULL_SCREEN:
                self._like(likes.turned("full_screen", 1))
            case Hand.BIGGER | Hand.SMALLER:
                self._like(likes.turned("text", 1 if hand is Hand.BIGGER else -1, around=False))
            case Hand.HELP:
                self._grant(Wish("help"))
            case Hand.LOG:
                self._grant(Wish("log"))
            case _:
                wish = self.bridge.screen.on(hand)
                self._shown = None
                if wish:
                    self._grant(wish)

    def _grant(self, wish: Wish) -> None:
        before = self.bridge.settings
        self.bridge.grant(wish)
        self._shown = None
        if self.bridge.settings != before:
            self._follow(before)

    def _like(self, settings: Settings) -> None:
        before = self.bridge.settings
        self.bridge.like(settings)
        self._follow(before)

    def _follow(self, before: Settings) -> None:
        """Make the window as the settings say."""
        now = self.bridge.settings
        self._sound.volume(now.volume)
        if (now.full_screen, now.display) != (before.full_screen, before.display):
            try:
                self._display.open(now)
            except NoDisplay as wrong:
                self.bridge.like(before)
                self._display.open(before)
                self.bridge.tell(TroubleScreen(f"{wrong}.", "", _("The window is as it was.")))
        self._paint_anew()

    def _paint_anew(self) -> None:
        self._painter = Painter(self._display.surface, self.bridge.settings, self._locker.assets)
        self._shown = None

    def _ring(self, screen: Screen) -> None:
        """The bell, when a watch begins."""
        if isinstance(screen, WatchScreen) and screen.watch != self._rung:
            self._rung = screen.watch
            self._sound.bell()

    def _point(self, at: tuple[int, int]) -> None:
        """The pointer is a hand over what can be pressed."""
        over = self.bridge.screen.is_pressable(at)
        shape = pygame.SYSTEM_CURSOR_HAND if over else pygame.SYSTEM_CURSOR_ARROW
        with suppress(pygame.error):  # not every system has a hand
            pygame.mouse.set_cursor(shape)

    def _keep_picture(self) -> None:
        path = self._locker.picture()
        try:
            make(path.parent)
            drawn = BytesIO()
            pygame.image.save(self._painter.surface, drawn, path.name)
            write(path, drawn.getvalue(), Kind.PICTURE)
        except (OSError, pygame.error) as wrong:
            way_out = _("See that it can be written, then press F12 once more.")
            self.bridge.tell(
                TroubleScreen(_("The picture could not be kept."), f"{wrong}.", way_out)
            )
            self._shown = None


def _now() -> float:
    return pygame.time.get_ticks() / 1000
