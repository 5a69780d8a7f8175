"""A session on a wall without a wall: the room, its projector, and the facilitator's hands."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path

import pygame

from game.faces.phones.qr import qr_dots
from game.faces.window.app import Window
from game.faces.window.display import open_display
from game.faces.window.locker import Locker
from game.faces.window.painter import Painter
from game.faces.window.room.hall import Hall, Lodging
from game.faces.window.room.seen import Invitation
from game.faces.window.room.stage import RoomScreen
from game.faces.window.room.tellers import HandsScreen
from game.faces.window.screens.screen import Screen
from game.faces.window.settings import Settings
from game.faces.window.study import Study
from game.scenario.catalogue import Shelf
from game.scenario.files import shipped
from game.session.papers import write_papers
from game.session.room import Room
from game.session.session import Phase
from game.testing import Clock, a_document, a_room, a_shelf, a_watch
from tests.pictures import WhenAsked
from tests.window.driver import FRAME, SMALL, headless, key_events

URL = "http://192.168.178.123:8470/"
CODE = "K7M3P"
INVITATION = Invitation(URL, CODE, qr_dots(f"{URL}#{CODE}"))


class Wall:
    """One projector over one room, its keyboard and mouse. papers: how often they were written;
    slow: the disk takes its time over them.
    """

    def __init__(
        self,
        folder: Path,
        room: Room,
        size: tuple[int, int],
        *,
        phones: bool,
        likes: Settings,
        study: Study | None = None,
    ) -> None:
        self.folder, self.room, self.time, self.papers = folder, room, 0.0, 0
        self.slow, self.trouble = False, ""
        self.invitation = INVITATION if phones else None
        self.display = open_display(size, likes)
        study = study or Study(WhenAsked())
        self.hall = Hall(room, self._lodging(), a_locker(folder, likes), study)
        self.window = Window(self.display, a_locker(folder, likes), self.hall, study)
        self.turn()

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.hall.screen

    @property
    def at(self) -> str:
        """What kind of screen that is."""
        return type(self.screen).__name__

    @property
    def said(self) -> str:
        """All that is written on the wall."""
        canvas = Painter(self.display.surface.copy(), self.hall.settings, shipped("assets")).canvas
        self.screen.draw(canvas)
        return " ".join(line.text for line in canvas.written)

    def turn(self) -> None:
        """What has happened reaches the wall, and the next frame is drawn."""
        for event in pygame.event.get():
            self.window.take(event)
        if self.hall.is_open:
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
            assert not isinstance(self.screen, RoomScreen) or not self.screen.word

    def settle(self) -> None:
        """Let every change on the wall come to its end."""
        self.time += 5
        self.turn()

    def _lodging(self) -> Lodging:
        def write() -> Future[str]:
            self.papers += 1
            write_papers(self.room, self.folder)
            done: Future[str] = Future()
            if not self.slow:
                done.set_result(str(self.folder))
            return done

        page = "http://127.0.0.1:8470/host"
        return Lodging(lambda: self.invitation, page, write, lambda: self.trouble)


def a_locker(folder: Path, likes: Settings) -> Locker:
    """Nothing is kept but pictures."""
    return Locker(likes, lambda _: None, shipped("assets"), lambda: folder / "picture.png", dict)


@contextmanager
def a_wall(  # noqa: PLR0913 - a session has as many sides
    folder: Path,
    crews: int = 1,
    shelf: Shelf | None = None,
    *,
    phones: bool = False,
    size: tuple[int, int] = SMALL,
    room: Room | None = None,
    likes: Settings | None = None,
    study: Study | None = None,
) -> Iterator[Wall]:
    """A projector without a display, from its opening to its closing."""
    held = room or a_room(folder, crews, shelf, clock=Clock())
    with headless():
        likes = likes or Settings()
        wall = Wall(folder, held, size, phones=phones, likes=likes, study=study)
        try:
            yield wall
        finally:
            wall.window.close()


def two_watches() -> Shelf:
    """A voyage of two watches, with notes that nobody but the facilitator may see."""
    watch = {**a_watch(), "notes": "WHISPER: let the loudest wait."}
    return a_shelf(a_document(watch, watch))


def to(wall: Wall, phase: Phase) -> None:
    """Go on until the room does this; each crew shows a hand for its first order on the way."""
    if phase is Phase.DEBRIEF:
        wall.key("d")
    while wall.room.session.phase is not phase:
        if isinstance(wall.screen, HandsScreen):
            is_first = wall.screen.ask and wall.screen.ask.order.number == 1
            wall.key(*("1" if is_first else ""), "enter")
        else:
            wall.leaf()
