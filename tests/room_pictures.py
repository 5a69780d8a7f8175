"""Every screen of a session on the projector as a picture: `python -m tests.room_pictures OUT`."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.i18n import spoken
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.session.commands import Button, Join, MoreTime, Vote
from game.session.live_session import LiveSession
from game.session.session import PAGES, Crew, Phase
from game.testing import Clock, a_live_session
from game.ui.languages import LANGUAGES
from game.ui.window.projector.controller import ProjectorController, RoomServices
from game.ui.window.projector.screens.count_hands import CountHandsScreen
from game.ui.window.projector.screens.vote_result import VoteResultScreen
from game.ui.window.renderer import Renderer
from game.ui.window.requests import Back, Overlay
from game.ui.window.settings import Settings
from game.ui.window.solo.time_lapse import TimeLapseScreen
from game.ui.window.worker import Worker
from tests.languages import speaking
from tests.pictures import Picture, WhenAsked, a_surface, pages_of
from tests.ui.window.wall import INVITATION, some_user_data

PEOPLE = 23
FOLDER = "/home/ada/.local/share/even-keel/sessions/20261125-201500-the-long-convoy-7"


class Evening:
    """A session that is walked through phase by phase, and its projector.

    looked: whether anybody looks at it now; what nobody looks at is not drawn.
    """

    def __init__(
        self, folder: Path, settings: Settings, size: tuple[int, int], room: LiveSession
    ) -> None:
        self.room, self.phones, self.looked = room, False, True
        self._settings, self._folder, self._size = settings, folder, size
        self._votes = 0

    def begin(self, *, phones: bool) -> None:
        """Open the projector."""
        self.phones = phones
        room_services = RoomServices(
            lambda: INVITATION if phones else None, "http://127.0.0.1:8470/host", _export
        )
        user_data = some_user_data(self._folder, self._settings)
        self.projector = ProjectorController(
            self.room, room_services, user_data, Worker(WhenAsked())
        )
        self.renderer = Renderer(a_surface(self._size), self._settings, bundled_folder("assets"))

    def shown(self, name: str) -> Iterator[Picture]:
        """The pages of the screen that the session stands at."""
        for _ in range(3):
            self.projector.poll()
        if self.looked:
            yield from pages_of(self.renderer, name, self.projector.screen)

    def press(self, *hands: Button) -> None:
        """The facilitator's hands."""
        for hand in hands:
            assert not self.room.press(hand), hand
        self.projector.poll()

    def come(self, people: int) -> None:
        """By phones, people take their seats."""
        crews = len(self.room.session.crews)
        for n in range(people if self.phones else 0):
            self.room.do(Join(f"seat-{n}", f"Name {n}", n % crews + 1))

    def vote(self) -> None:
        """Everybody votes for something that is open."""
        for n, seat in enumerate(self.room.session.seats.values()):
            crew = self.room.session.crews[seat.crew - 1]
            if not crew.voyage.outcome:
                self._vote(n, seat.id, crew)

    def _vote(self, n: int, seat: str, crew: Crew) -> None:
        decision = self.room.session.open
        assert decision
        offered = list(self.room.loaded.scenario.watches[crew.voyage.at].orders)
        first = (n * n + decision.id + crew.number) % len(offered)
        for order in (*offered[first:], *offered[:first]):
            self._votes += 1
            if self.room.do(Vote(seat, decision.id, order, self._votes))[0] is None:
                return

    def count(self, name: str) -> Iterator[Picture]:
        """Hands are typed for whatever is asked; a picture of the second and the last count."""
        screen = self.projector.screen
        assert isinstance(screen, CountHandsScreen)
        for n in range(len(screen.asks)):
            for digit in str((n * 7) % 13):
                screen.numbered(int(digit))
            if n in (1, len(screen.asks) - 1):
                yield from self.shown(f"{name}-{n + 1}")
            if request := screen.forward():
                self.projector.handle(request)

    def decide(self) -> None:
        """Follow the majority; where there is none, take what can be had."""
        while self.room.session.phase is Phase.REVEALED:
            if self.room.press(Button.NEXT):
                self._name_one()
            self.projector.poll()

    def _name_one(self) -> None:
        self.projector.poll()
        screen = self.projector.screen
        assert isinstance(screen, VoteResultScreen)
        for number in range(1, 6):
            if request := screen.numbered(number) or screen.numbered(number):
                self.projector.handle(request)
                return


def pictures(
    size: tuple[int, int],
    settings: Settings,
    scenario: str,
    crews: int,
    *,
    phones: bool,
    watches: Collection[int] = (1, 3),
) -> Iterator[Picture]:
    """The pictures of a session, in the order they come; watches: those that are looked at."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        room = a_live_session(
            folder, crews, translate_scenario(find(scenario), spoken()), seed=7, clock=Clock()
        )
        evening = Evening(folder, settings, size, room)
        evening.begin(phones=phones)
        evening.come(PEOPLE)
        yield from evening.shown("lobby")
        number = 0
        while room.session.at_sea:
            number += 1
            evening.looked = number in watches
            yield from _watch(evening, f"watch-{number:02}")
            evening.looked = True
            if number == 1:
                yield from _laid_over(evening)
        yield from evening.shown("last-result")
        evening.press(Button.NEXT)
        if isinstance(evening.projector.screen, TimeLapseScreen):
            yield from evening.shown("time-lapse")
            evening.projector.handle(Back())
        for page in PAGES:
            yield from evening.shown(f"debrief-{page.value.replace(' ', '-')}")
            if page is not PAGES[-1]:
                evening.press(Button.NEXT)


def _watch(evening: Evening, name: str) -> Iterator[Picture]:
    """One watch, from the talk to the result."""
    evening.press(Button.NEXT)
    yield from evening.shown(f"{name}-talk")
    evening.press(Button.NEXT)
    evening.room.do(MoreTime(90, evening.room.session.step))
    yield from evening.shown(f"{name}-vote-empty")
    if evening.phones:
        evening.vote()
        yield from evening.shown(f"{name}-vote")
        evening.press(Button.NEXT)
    else:
        yield from evening.count(f"{name}-hands")
    yield from evening.shown(f"{name}-locked")
    evening.press(Button.NEXT)
    yield from evening.shown(f"{name}-revealed")
    evening.decide()
    yield from evening.shown(f"{name}-sailing")
    evening.press(Button.NEXT)
    yield from evening.shown(f"{name}-result")


def _laid_over(evening: Evening) -> Iterator[Picture]:
    """The pause, the dark, and the overlays."""
    for hand in (Button.PAUSE, Button.BLANK):
        evening.press(hand)
        yield from evening.shown(hand.value)
        evening.press(hand)
    for name in ("menu", "help", "settings", "notes", "leave"):
        evening.projector.handle(Overlay[name.upper()])
        yield from evening.shown(f"paper-{name}")
        evening.projector.handle(Back())


def _export() -> Future[str]:
    written: Future[str] = Future()
    written.set_result(FOLDER)
    return written


def main() -> None:
    """Write them."""
    words = argparse.ArgumentParser(prog="python -m tests.room_pictures")
    words.add_argument("out", type=Path)
    words.add_argument("--size", default="1280x720")
    words.add_argument("--theme", choices=("dark", "light"), default="dark")
    words.add_argument("--scenario", default="the-long-convoy")
    words.add_argument("--crews", type=int, default=6)
    words.add_argument("--hands", action="store_true")
    words.add_argument("--language", choices=LANGUAGES, default="en")
    asked = words.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    settings = replace(Settings(), theme=asked.theme)
    asked.out.mkdir(parents=True, exist_ok=True)
    size, phones = (width, height), not asked.hands
    with speaking(asked.language):
        drawn = pictures(size, settings, asked.scenario, asked.crews, phones=phones)
        for number, picture in enumerate(drawn):
            pygame.image.save(picture.surface, asked.out / f"{number:03}-{picture.name}.png")


if __name__ == "__main__":
    main()
