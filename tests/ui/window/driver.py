"""Plays the window as hands do: real events through the real queue, at moments of its own."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pygame
from pygame.event import Event

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.shelf import scenarios
from game.scenario.model.loaded import LoadedScenario
from game.storage.logbook import read_log
from game.testing import a_document, a_loaded_scenario, a_watch
from game.ui.services import Start
from game.ui.window.display import open_display
from game.ui.window.event_loop import Window
from game.ui.window.renderer import Renderer
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.solo.controller import SoloController
from game.ui.window.widgets.canvas import Canvas
from game.ui.window.worker import Worker
from tests.pictures import WhenAsked
from tests.services import some_services

HEADLESS = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
DEAF = {"SDL_AUDIODRIVER": "none"}
"""A machine without a loudspeaker: to close even one that nobody hears takes a while."""
TINY, SMALL, SQUARE = (640, 400), (1280, 720), (1024, 768)
FRAME = 1 / 60
KEYS = {
    "enter": pygame.K_RETURN,
    "backspace": pygame.K_BACKSPACE,
    "esc": pygame.K_ESCAPE,
    "pagedown": pygame.K_PAGEDOWN,
    "pageup": pygame.K_PAGEUP,
    "down": pygame.K_DOWN,
    "up": pygame.K_UP,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "f1": pygame.K_F1,
    "f11": pygame.K_F11,
    "f12": pygame.K_F12,
}
"""Keys that write nothing."""


def key_events(name: str) -> list[Event]:
    """A key goes down and up again, by its name or by what it writes."""
    key = KEYS.get(name) or pygame.key.key_code(name)
    what = {"key": key, "mod": 0, "unicode": "" if name in KEYS else name, "scancode": 0}
    return [Event(pygame.KEYDOWN, what), Event(pygame.KEYUP, what)]


class Stop:
    """A screen, and the keys that lead to it. orders: how many have been given by then."""

    def __init__(self, screen: str, *keys: str) -> None:
        self.screen, self.keys = screen, keys
        self.orders = keys.count("2") // 2


class Player:
    """One window over a folder of logbooks, and the hands of whoever sits before it."""

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int],
        start: Start = None,
        worker: Worker | None = None,
    ) -> None:
        self.folder, self.time = folder, 0.0
        self.kept, self.is_full = Settings(), False
        """The settings as they were last kept, and whether the disk takes no more of them."""
        self.display = open_display(size, self.kept)
        user_data, worker = self._user_data(), worker or Worker(WhenAsked())
        controller = SoloController(some_services(folder, scenarios()), user_data, start, worker)
        self.window = Window(self.display, user_data, controller, worker)
        self.turn()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.window.navigator.screen

    @property
    def at(self) -> str:
        """What kind of screen that is."""
        return type(self.screen).__name__

    @property
    def canvas(self) -> Canvas:
        """What the window shows, written anew."""
        surface, settings = self.display.surface, self.window.navigator.settings
        canvas = Renderer(surface.copy(), settings, bundled_folder("assets")).canvas
        self.screen.draw(canvas)
        return canvas

    @property
    def said(self) -> str:
        """All that is written on the window."""
        return " ".join(line.text for line in self.canvas.written)

    @property
    def orders_on_disk(self) -> int:
        """How many orders the logbooks hold."""
        return sum(len(read_log(path).entries) for path in self.folder.glob("*.jsonl"))

    def turn(self) -> None:
        """What has happened reaches the window, and the next frame is drawn."""
        for event in pygame.event.get():
            self.window.take(event)
        if self.window.navigator.is_open:
            self.window.frame(self.time)
        self.time += FRAME

    def post(self, kind: int, **what: object) -> None:
        """Something happens."""
        pygame.event.post(Event(kind, what))
        self.turn()

    def key(self, *names: str) -> None:
        """Keys, one after the other, by their names or by what they write."""
        for name in names:
            for event in key_events(name):
                pygame.event.post(event)
                self.turn()

    def click(self, what: object, button: int = pygame.BUTTON_LEFT) -> None:
        """Press a choice by its id, or a button of the foot by what it does."""
        self.click_at(self.screen.places()[what].center, button)

    def click_at(self, at: tuple[int, int], button: int = pygame.BUTTON_LEFT) -> None:
        """Press this place."""
        self.post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self.post(pygame.MOUSEBUTTONDOWN, pos=at, button=button)
        self.post(pygame.MOUSEBUTTONUP, pos=at, button=button)

    def pad(self, button: int) -> None:
        """A button of a gamepad."""
        self.post(pygame.CONTROLLERBUTTONDOWN, instance_id=0, button=button)
        self.post(pygame.CONTROLLERBUTTONUP, instance_id=0, button=button)

    def settle(self) -> None:
        """Let every change on the window come to its end."""
        self.time += 5
        self.turn()

    def _user_data(self) -> UserData:
        def keep(settings: Settings) -> None:
            if self.is_full:
                raise OSError(errno.ENOSPC, "No space left on device", "settings.json")
            self.kept = settings

        pictures = self.folder / "pictures"
        return UserData(
            settings=self.kept,
            keep=keep,
            assets=bundled_folder("assets"),
            picture=lambda: pictures / f"{len(list(pictures.glob('*')))}.png",
            best=dict,
        )


GIVEN = ("2", "2", "enter")
"""An order is given, and what comes of it told to its end."""
TOUR = {
    "watch": Stop("WatchScreen"),
    "chosen": Stop("WatchScreen", "2"),
    "result": Stop("ResultScreen", *GIVEN),
    "why": Stop("NumbersScreen", *GIVEN, "w"),
    "next watch": Stop("WatchScreen", *GIVEN, "enter"),
    "ending": Stop("EndingScreen", *GIVEN, "enter", *GIVEN, "enter"),
    "time-lapse": Stop("TimeLapseScreen", *GIVEN, "enter", *GIVEN, "enter", "enter"),
    "debrief": Stop("DebriefScreen", *GIVEN, "enter", *GIVEN, "enter", "enter", "enter"),
    "log": Stop("LogScreen", *GIVEN, "l"),
    "pause": Stop("PauseScreen", *GIVEN, "enter", "esc"),
    "settings": Stop("SettingsScreen", *GIVEN, "enter", "esc", "3"),
    "help": Stop("HelpScreen", *GIVEN, "?"),
    "title": Stop("TitleScreen", *GIVEN, "enter", "esc", "5"),
    "shelf": Stop("ShelfScreen", *GIVEN, "enter", "esc", "5", "2"),
    "briefing": Stop("BriefingScreen", *GIVEN, "enter", "esc", "5", "2", "1"),
}
"""Every screen of a voyage of two watches, and the keys that lead there from its first."""


def two_watches() -> LoadedScenario:
    """The voyage of the tour."""
    return a_loaded_scenario(a_document(a_watch(), a_watch()))


@contextmanager
def headless(*, heard: bool = False) -> Iterator[None]:
    """Nobody looks. heard: there is a loudspeaker, to which nobody listens."""
    quick = mock.patch("game.ui.window.sound.BUFFER", 32)
    with mock.patch.dict(os.environ, HEADLESS if heard else {**HEADLESS, **DEAF}), quick:
        yield


@contextmanager
def playing(
    folder: Path,
    size: tuple[int, int] = SMALL,
    start: Start = None,
    worker: Worker | None = None,
    *,
    heard: bool = False,
) -> Iterator[Player]:
    """A window without a screen, from its opening to its closing; heard: as in `headless`."""
    with headless(heard=heard):
        player = Player(folder, size, start, worker)
        try:
            yield player
        finally:
            player.window.close()
