"""The loop: turns events into input, input into requests, and draws what has changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING

import pygame
from pygame.event import Event

from game.files.folders import make_folders
from game.files.kinds import Kind
from game.files.writing import write
from game.i18n import _
from game.ui.services import Services, Start
from game.ui.window.display import Display, NoDisplay
from game.ui.window.gamepads import Gamepads
from game.ui.window.input import Action, Input
from game.ui.window.navigator import Navigator
from game.ui.window.renderer import Renderer
from game.ui.window.screens.overlays import TroubleScreen
from game.ui.window.screens.screen import Request, Screen
from game.ui.window.settings import Settings
from game.ui.window.solo.controller import SoloController
from game.ui.window.solo.watch import WatchScreen
from game.ui.window.sound import Sound
from game.ui.window.user_data import UserData
from game.ui.window.worker import Worker

if TYPE_CHECKING:
    from game.session.live_session import LiveSession
    from game.ui.window.projector.controller import RoomServices

FRAMES, DROWSY_FRAMES = 60, 12
"""Frames a second while somebody plays, and when nobody has touched anything for a while."""
DROWSY = 20.0
"""Seconds without a hand, after which the sea moves at fewer frames."""
REST = 80
"""The longest that a window in which nothing moves waits for an event, milliseconds: then it looks
out again, whatever is on it.
"""


def play_window(display: Display, services: Services, user_data: UserData, start: Start) -> None:
    """Play in this window until it is closed."""
    worker = Worker()
    keep_open(
        Window(
            display,
            user_data,
            SoloController(services, user_data, start, worker, display.count),
            worker,
        )
    )


def show_room(
    display: Display, user_data: UserData, room: LiveSession, room_services: RoomServices
) -> None:
    """Show a session in this window until it is closed."""
    from game.ui.window.projector.controller import ProjectorController

    worker = Worker()
    keep_open(
        Window(
            display,
            user_data,
            ProjectorController(room, room_services, user_data, worker, display.count),
            worker,
        )
    )


def preview_in(
    display: Display, user_data: UserData, file: str, saved: Callable[[], bytes | str | None]
) -> None:
    """Show a scenario file in this window as it is written, until the window is closed."""
    from game.ui.window.author_preview.controller import PreviewController

    worker = Worker()
    keep_open(Window(display, user_data, PreviewController(file, saved, user_data, worker), worker))


def keep_open(window: Window) -> None:
    """Play until the window is closed, and put everything away."""
    try:
        window.play()
    finally:
        window.close()


class Window:
    """The loop, and what it has to know between two frames."""

    def __init__(
        self, display: Display, user_data: UserData, navigator: Navigator, worker: Worker
    ) -> None:
        self._display, self._user_data = display, user_data
        self.navigator, self._worker = navigator, worker
        self._pads = Gamepads()
        self._sound = Sound(user_data.assets / "sounds", self.navigator.settings.volume)
        self._touched = 0.0
        self._rung = ""
        self._shown: Screen | None = None
        self._drawn: object = None
        self._paint_anew()

    def play(self) -> None:
        """Until the window is closed."""
        clock = pygame.time.Clock()
        while self.navigator.is_open:
            for event in self._events():
                self.take(event)
            if self.navigator.is_open:
                self.frame(_now())
                clock.tick(DROWSY_FRAMES if self._is_drowsy() else FRAMES)

    def close(self) -> None:
        self._sound.close()
        self._worker.close()
        self._display.close()

    def take(self, event: Event) -> None:
        """One event from outside."""
        match event.type:
            case pygame.QUIT:
                self.navigator.is_open = False
            case pygame.VIDEORESIZE:
                self._display.resized(event.size, self.navigator.settings)
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
                if hand := self.navigator.meant(event):
                    self._hand(hand)
            case pygame.MOUSEWHEEL if hand := self.navigator.meant(event):
                self._hand(hand)

    def frame(self, time: float) -> None:
        """Look out, and draw what has changed, at this time in seconds."""
        self.navigator.poll()
        screen = self.navigator.screen
        if self._shown is not screen or self._drawn != screen.revision:
            self._drawn = screen.revision  # as it was before: what comes meanwhile is drawn next
            self._renderer.show(screen, time)
            self._renderer.lay_sheet()
            self._renderer.frame(time)
            pygame.display.flip()
            self._ring(screen)
            self._shown = screen
        elif self._moves:
            pygame.display.update(self._renderer.frame(time))
        else:
            self._renderer.warm()
        self._sound.sea(screen.sea)

    @property
    def _moves(self) -> bool:
        """Whether the next frame differs from the last."""
        screen = self.navigator.screen
        is_alive = self.navigator.settings.motion and not screen.is_still
        return self._renderer.is_easing or (is_alive and screen.vista.height > 0)

    def _hurry(self) -> None:
        """Be at the end of what is on its way."""
        if self._renderer.is_easing:
            self._renderer.skip()
            self._shown = None

    def _events(self) -> list[Event]:
        """What has happened; where nothing moves, wait for it."""
        if self._shown is None or self._moves:
            return pygame.event.get()
        first = pygame.event.wait(REST)
        return [first, *pygame.event.get()]

    def _is_drowsy(self) -> bool:
        return not self._renderer.is_easing and _now() - self._touched > DROWSY

    def _hand(self, hand: Input) -> None:
        """What a hand does: some things on every screen alike, the rest as the screen says."""
        likes = self.navigator.settings
        match hand:
            case Action.PICTURE:
                self._keep_picture()
            case Action.LIGHT:
                self._like(likes.turned("theme", 1))
            case Action.MOTION:
                self._like(likes.turned("motion", 1))
            case Action.FULL_SCREEN:
                self._like(likes.turned("full_screen", 1))
            case Action.BIGGER | Action.SMALLER:
                self._like(likes.turned("text", 1 if hand is Action.BIGGER else -1, around=False))
            case Action.HELP:
                self._grant(Request("help"))
            case Action.LOG:
                self._grant(Request("log"))
            case _:
                wish = self.navigator.screen.on(hand)
                self._shown = None
                if wish:
                    self._grant(wish)

    def _grant(self, wish: Request) -> None:
        before = self.navigator.settings
        self.navigator.handle(wish)
        self._shown = None
        if self.navigator.settings != before:
            self._follow(before)

    def _like(self, settings: Settings) -> None:
        before = self.navigator.settings
        self.navigator.apply_settings(settings)
        self._follow(before)

    def _follow(self, before: Settings) -> None:
        """Make the window as the settings say."""
        now = self.navigator.settings
        self._sound.volume(now.volume)
        if (now.full_screen, now.display) != (before.full_screen, before.display):
            try:
                self._display.open(now)
            except NoDisplay as wrong:
                self.navigator.apply_settings(before)
                self._display.open(before)
                self.navigator.push(TroubleScreen(f"{wrong}.", "", _("The window is as it was.")))
        self._paint_anew()

    def _paint_anew(self) -> None:
        self._renderer = Renderer(
            self._display.surface, self.navigator.settings, self._user_data.assets
        )
        self._shown = None

    def _ring(self, screen: Screen) -> None:
        """The bell, when a watch begins."""
        if isinstance(screen, WatchScreen) and screen.watch != self._rung:
            self._rung = screen.watch
            self._sound.bell()

    def _point(self, at: tuple[int, int]) -> None:
        """The pointer is a hand over what can be pressed."""
        over = self.navigator.screen.is_pressable(at)
        shape = pygame.SYSTEM_CURSOR_HAND if over else pygame.SYSTEM_CURSOR_ARROW
        with suppress(pygame.error):  # not every system has a hand
            pygame.mouse.set_cursor(shape)

    def _keep_picture(self) -> None:
        path = self._user_data.picture()
        try:
            make_folders(path.parent)
            drawn = BytesIO()
            pygame.image.save(self._renderer.surface, drawn, path.name)
            write(path, drawn.getvalue(), Kind.PICTURE)
        except (OSError, pygame.error) as wrong:
            way_out = _("See that it can be written, then press F12 once more.")
            self.navigator.push(
                TroubleScreen(_("The picture could not be kept."), f"{wrong}.", way_out)
            )
            self._shown = None


def _now() -> float:
    return pygame.time.get_ticks() / 1000
