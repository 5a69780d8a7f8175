"""The loop: turns events into input, input into requests, and draws what has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO

import pygame
from pygame.event import Event

from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.writing import write
from game.i18n import _, spoken
from game.ui.window.display import Display, NoDisplay
from game.ui.window.input import Action, Gamepads, Input
from game.ui.window.navigator import Navigator
from game.ui.window.renderer import Renderer
from game.ui.window.requests import ChangeSetting, Overlay, Request
from game.ui.window.screens.overlays import TroubleScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.sound import Sound
from game.ui.window.sound_cues import cues_of, theme_plays
from game.ui.window.spoken.narrator import Narrator
from game.ui.window.spoken.reading_order import parts_of
from game.ui.window.spoken.screen_reader import ScreenReader
from game.ui.window.spoken.speech import Speech
from game.ui.window.worker import Worker

Controller = Callable[[UserData, Worker, int], Navigator]
"""Makes a window's controller; the number is how many displays there are."""
ON_EVERY_SCREEN: Mapping[object, Request] = {
    Action.LIGHT: ChangeSetting("theme"),
    Action.MOTION: ChangeSetting("motion"),
    Action.FULL_SCREEN: ChangeSetting("full_screen"),
    Action.BIGGER: ChangeSetting("text", 1, around=False),
    Action.SMALLER: ChangeSetting("text", -1, around=False),
    Action.HELP: Overlay.HELP,
    Action.LOG: Overlay.LOG,
}
NO_ANSWER = {*ON_EVERY_SCREEN, Action.PICTURE, Action.READ_ALOUD, Action.LEAVE}
"""What acts even while a result is being told; all else only brings the words at once."""
FRAMES, DROWSY_FRAMES = 60, 12
"""Frames a second while somebody plays, and when nobody has touched anything for a while."""
DROWSY = 20.0
"""Seconds without any input, after which the sea moves at fewer frames."""
REST = 80
"""The longest that a window in which nothing moves waits for an event, milliseconds: then it looks
out again, whatever is on it.
"""


def keep_open(display: Display, user_data: UserData, controller: Controller) -> None:
    """Play in this window until it is closed, and put everything away."""
    worker = Worker()
    navigator = controller(user_data, worker, display.count)
    window = Window(display, user_data, navigator, worker)
    try:
        window.play()
    finally:
        window.close()


class Window:
    def __init__(
        self, display: Display, user_data: UserData, navigator: Navigator, worker: Worker
    ) -> None:
        self._display, self._user_data = display, user_data
        self.navigator, self._worker = navigator, worker
        self._pads = Gamepads()
        self._sound = Sound(user_data.assets / "sounds", self.navigator.settings.volume)
        self._narrator = Narrator(ScreenReader(), Speech())
        self._touched = 0.0
        self._heard: Screen | None = None
        self._has_theme = False
        self._shown: Screen | None = None
        self._drawn: object = None
        self._paint_anew()

    def play(self) -> None:
        clock = pygame.time.Clock()
        while self.navigator.is_open:
            for event in self._events():
                self.take(event)
            if self.navigator.is_open:
                self.frame(_now())
                clock.tick(DROWSY_FRAMES if self._is_drowsy() else FRAMES)

    def close(self) -> None:
        self._narrator.close()
        self._sound.close()
        self._worker.close()
        self._display.close()

    def take(self, event: Event) -> None:
        match event.type:
            case pygame.QUIT:
                self.navigator.is_open = False
            case pygame.VIDEORESIZE:
                self._display.resized(event.size, self.navigator.settings)
                self._paint_anew()
            case pygame.WINDOWEXPOSED:
                self._shown = None
            case pygame.WINDOWFOCUSGAINED | pygame.WINDOWFOCUSLOST:
                self._narrator.focus(has_focus=event.type == pygame.WINDOWFOCUSGAINED)
            case pygame.MOUSEMOTION:
                self._point(event.pos)
            case pygame.CONTROLLERDEVICEADDED | pygame.CONTROLLERDEVICEREMOVED:
                self._pads.take(event)
            case pygame.KEYDOWN | pygame.MOUSEBUTTONDOWN | pygame.CONTROLLERBUTTONDOWN:
                self._touched = _now()
                user_input = self.navigator.to_input(event)
                only_hurries = self._renderer.is_telling and user_input not in NO_ANSWER
                self._hurry()
                if not only_hurries:
                    self._take_input(user_input)
            case pygame.MOUSEWHEEL:
                self._take_input(self.navigator.to_input(event))
            case _:
                pass

    def frame(self, time: float) -> None:
        """Look out, and draw what has changed, at this time in seconds."""
        self.navigator.poll()
        self._renderer.tell(time)
        screen = self.navigator.screen
        if self._shown is not screen or self._drawn != screen.revision:
            self._drawn = screen.revision  # as it was before: what comes meanwhile is drawn next
            self._renderer.art.own = self.navigator.own_art
            self._renderer.show(screen, time)
            self._renderer.lay_sheet()
            self._renderer.frame(time)
            pygame.display.flip()
            self._hear(screen, time)
            self._shown = screen
            self._tell(screen)
        elif self._moves:
            pygame.display.update(self._renderer.frame(time))
            self._renderer.warm()
        else:
            self._renderer.warm()
        if self._narrator.has_failed():
            self._voiceless(_("This system has no voice that the game can use."))
        self._sound.frame(screen.sea, time, has_theme=self._has_theme)

    @property
    def _moves(self) -> bool:
        screen = self.navigator.screen
        is_alive = self.navigator.settings.motion and not screen.is_still
        return self._renderer.is_easing or (is_alive and screen.vista.height > 0)

    def _hurry(self) -> None:
        """Finish every change on the window at once."""
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

    def _take_input(self, user_input: Input | None) -> None:
        if user_input is None:
            return
        if user_input is Action.PICTURE:
            self._keep_picture()
            return
        if user_input is Action.READ_ALOUD:
            self._read_aloud()
            return
        request = ON_EVERY_SCREEN.get(user_input) or self.navigator.screen.on(user_input)
        before = self.navigator.settings
        if request:
            self.navigator.handle(request)
        self._shown = None
        if self.navigator.settings != before:
            self._apply_settings(before)

    def _apply_settings(self, before: Settings) -> None:
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

    def _hear(self, screen: Screen, time: float) -> None:
        self._has_theme = theme_plays(self._has_theme, screen)
        if cues := cues_of(self._heard, screen):
            self._heard = screen
            self._sound.answer(cues, time)

    def _tell(self, screen: Screen) -> None:
        parts = parts_of(screen, self._renderer.canvas)
        aloud = self.navigator.settings.aloud and self._narrator.can_speak
        with suppress(OSError):  # what nobody asked for now is no trouble
            self._narrator.show(parts, spoken(), aloud=aloud)

    def _read_aloud(self) -> None:
        if not self._narrator.can_speak:
            self._voiceless(_("The part that speaks is not installed."))
            return
        try:
            self._narrator.read(spoken())
        except OSError as wrong:
            self._voiceless(f"{wrong}.")

    def _voiceless(self, reason: str) -> None:
        what = _("Nothing can be read aloud.")
        advice = _(
            "Install it with: pip install 'even-keel[speech]'; on Linux also espeak-ng. "
            "Screen readers, and the game line by line, need neither."
        )
        self.navigator.push(TroubleScreen(what, reason, advice))
        self._shown = None

    def _point(self, at: tuple[int, int]) -> None:
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
            advice = _("See that it can be written, then press F12 once more.")
            self.navigator.push(
                TroubleScreen(_("The picture could not be kept."), f"{wrong}.", advice)
            )
            self._shown = None


def _now() -> float:
    return pygame.time.get_ticks() / 1000
