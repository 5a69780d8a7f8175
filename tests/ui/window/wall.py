"""A session on a wall without a wall: the room, its projector, and the facilitator's hands."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.reports.session_files import write_session_report
from game.scenario.loading.files import bundled_folder
from game.scenario.model.loaded import LoadedScenario
from game.session.live_session import LiveSession
from game.session.session import Phase
from game.testing import Clock, a_document, a_live_session, a_loaded_scenario, a_watch
from game.ui.web.qr import qr_dots
from game.ui.window.display import open_display
from game.ui.window.event_loop import Window
from game.ui.window.projector.controller import ProjectorController, RoomServices
from game.ui.window.projector.screen import ProjectorScreen
from game.ui.window.projector.screens.count_hands import CountHandsScreen
from game.ui.window.projector.state import Invitation
from game.ui.window.renderer import Renderer
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings, UserData
from game.ui.window.worker import Worker
from tests.pictures import WhenAsked
from tests.ui.window.driver import FRAME, SMALL, headless, key_events

URL = "http://192.168.178.123:8470/"
CODE = "K7M3P"
INVITATION = Invitation(URL, CODE, qr_dots(f"{URL}#{CODE}"))


class Wall:
    """One projector over one room, its keyboard and mouse. exports: how often one was written;
    slow: the disk takes its time over them.
    """

    def __init__(
        self,
        folder: Path,
        room: LiveSession,
        size: tuple[int, int],
        *,
        phones: bool,
        likes: Settings,
        worker: Worker | None = None,
    ) -> None:
        self.folder, self.room, self.time, self.exports = folder, room, 0.0, 0
        self.slow, self.trouble = False, ""
        self.invitation = INVITATION if phones else None
        self.display = open_display(size, likes)
        worker = worker or Worker(WhenAsked())
        self.projector = ProjectorController(
            room, self._room_services(), some_user_data(folder, likes), worker
        )
        self.window = Window(self.display, some_user_data(folder, likes), self.projector, worker)
        self.turn()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.projector.screen

    @property
    def at(self) -> str:
        """What kind of screen that is."""
        return type(self.screen).__name__

    @property
    def said(self) -> str:
        """All that is written on the wall."""
        canvas = Renderer(
            self.display.surface.copy(), self.projector.settings, bundled_folder("assets")
        ).canvas
        self.screen.draw(canvas)
        return " ".join(line.text for line in canvas.written)

    def turn(self) -> None:
        """What has happened reaches the wall, and the next frame is drawn."""
        for event in pygame.event.get():
            self.window.take(event)
        if self.projector.is_open:
            self.window.frame(self.time)
        self.time += FRAME

    def key(self, *names: str) -> None:
        """Keys, one after the other, by their names or by what they write."""
        for name in names:
            for event in key_events(name):
                pygame.event.post(event)
                self.turn()

    def click(self, x: int, y: int) -> None:
        """The mouse is pressed here."""
        button = pygame.BUTTON_LEFT
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=button))
        self.turn()

    def leaf(self) -> None:
        """Press next until the session has moved on."""
        step = self.room.session.step
        while self.room.session.step == step:
            self.key("pagedown")
            assert not isinstance(self.screen, ProjectorScreen) or not self.screen.word

    def settle(self) -> None:
        """Let every change on the wall come to its end."""
        self.time += 5
        self.turn()

    def _room_services(self) -> RoomServices:
        def write() -> Future[str]:
            self.exports += 1
            write_session_report(self.room, self.folder)
            done: Future[str] = Future()
            if not self.slow:
                done.set_result(str(self.folder))
            return done

        page = "http://127.0.0.1:8470/host"
        return RoomServices(lambda: self.invitation, page, write, lambda: self.trouble)


def some_user_data(folder: Path, likes: Settings) -> UserData:
    """Nothing is kept but pictures."""
    return UserData(
        likes, lambda _: None, bundled_folder("assets"), lambda: folder / "picture.png", dict
    )


@contextmanager
def a_wall(  # noqa: PLR0913 - a session has as many sides
    folder: Path,
    crews: int = 1,
    loaded: LoadedScenario | None = None,
    *,
    phones: bool = False,
    size: tuple[int, int] = SMALL,
    room: LiveSession | None = None,
    likes: Settings | None = None,
    worker: Worker | None = None,
) -> Iterator[Wall]:
    """A projector without a display, from its opening to its closing."""
    held = room or a_live_session(folder, crews, loaded, clock=Clock())
    with headless():
        likes = likes or Settings()
        wall = Wall(folder, held, size, phones=phones, likes=likes, worker=worker)
        try:
            yield wall
        finally:
            wall.window.close()


def two_watches() -> LoadedScenario:
    """A voyage of two watches, with notes that nobody but the facilitator may see."""
    watch = {**a_watch(), "notes": "WHISPER: let the loudest wait."}
    return a_loaded_scenario(a_document(watch, watch))


def to(wall: Wall, phase: Phase) -> None:
    """Go on until the room does this; each crew shows a hand for its first order on the way."""
    if phase is Phase.DEBRIEF:
        wall.key("d")
    while wall.room.session.phase is not phase:
        if isinstance(wall.screen, CountHandsScreen):
            is_first = wall.screen.ask and wall.screen.ask.order.number == 1
            wall.key(*("1" if is_first else ""), "enter")
        else:
            wall.leaf()
    wall.settle()
