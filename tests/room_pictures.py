"""Every screen of a session on the projector as a picture: `python -m tests.room_pictures OUT`."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.faces.languages import NAMES
from game.faces.window.painter import Painter
from game.faces.window.room.hall import Hall, Lodging
from game.faces.window.room.reveal import RevealScreen
from game.faces.window.room.tellers import HandsScreen
from game.faces.window.screens.screen import Wish
from game.faces.window.settings import Settings
from game.faces.window.study import Study
from game.scenario.catalogue import find
from game.scenario.files import shipped
from game.scenario.translation import translated
from game.session.commands import Hand, Join, MoreTime, Vote
from game.session.room import Room
from game.session.session import PAGES, Crew, Phase
from game.testing import Clock, a_room
from game.tongue import spoken
from tests.languages import speaking
from tests.pictures import Picture, WhenAsked, a_surface, pages_of
from tests.window.wall import INVITATION, a_locker

PEOPLE = 23
FOLDER = "/home/ada/.local/share/even-keel/sessions/20261125-201500-the-long-convoy-7"


class Evening:
    """A session that is walked through phase by phase, and its projector.

    looked: whether anybody looks at it now; what nobody looks at is not drawn.
    """

    def __init__(self, folder: Path, settings: Settings, size: tuple[int, int], room: Room) -> None:
        self.room, self.phones, self.looked = room, False, True
        self._settings, self._folder, self._size = settings, folder, size
        self._votes = 0

    def begin(self, *, phones: bool) -> None:
        """Open the projector."""
        self.phones = phones
        lodging = Lodging(
            lambda: INVITATION if phones else None, "http://127.0.0.1:8470/host", _papers
        )
        locker = a_locker(self._folder, self._settings)
        self.hall = Hall(self.room, lodging, locker, Study(WhenAsked()))
        self.painter = Painter(a_surface(self._size), self._settings, shipped("assets"))

    def shown(self, name: str) -> Iterator[Picture]:
        """The pages of the screen that the session stands at."""
        for _ in range(3):
            self.hall.look_out()
        if self.looked:
            yield from pages_of(self.painter, name, self.hall.screen)

    def press(self, *hands: Hand) -> None:
        """The facilitator's hands."""
        for hand in hands:
            assert not self.room.press(hand), hand
        self.hall.look_out()

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
        offered = list(self.room.shelf.scenario.watches[crew.voyage.at].orders)
        first = (n * n + decision.id + crew.number) % len(offered)
        for order in (*offered[first:], *offered[:first]):
            self._votes += 1
            if self.room.do(Vote(seat, decision.id, order, self._votes))[0] is None:
                return

    def count(self, name: str) -> Iterator[Picture]:
        """Hands are typed for whatever is asked; a picture of the second and the last count."""
        screen = self.hall.screen
        assert isinstance(screen, HandsScreen)
        for n in range(len(screen.asks)):
            for digit in str((n * 7) % 13):
                screen.numbered(int(digit))
            if n in (1, len(screen.asks) - 1):
                yield from self.shown(f"{name}-{n + 1}")
            if wish := screen.forward():
                self.hall.grant(wish)

    def decide(self) -> None:
        """Follow the majority; where there is none, take what can be had."""
        while self.room.session.phase is Phase.REVEALED:
            if self.room.press(Hand.NEXT):
                self._name_one()
            self.hall.look_out()

    def _name_one(self) -> None:
        self.hall.look_out()
        screen = self.hall.screen
        assert isinstance(screen, RevealScreen)
        for number in range(1, 6):
            if wish := screen.numbered(number) or screen.numbered(number):
                self.hall.grant(wish)
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
        room = a_room(folder, crews, translated(find(scenario), spoken()), seed=7, clock=Clock())
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
        evening.press(Hand.NEXT)
        for page in PAGES:
            yield from evening.shown(f"debrief-{page.value.replace(' ', '-')}")
            if page is not PAGES[-1]:
                evening.press(Hand.NEXT)


def _watch(evening: Evening, name: str) -> Iterator[Picture]:
    """One watch, from the talk to the result."""
    evening.press(Hand.NEXT)
    yield from evening.shown(f"{name}-talk")
    evening.press(Hand.NEXT)
    evening.room.do(MoreTime(90, evening.room.session.step))
    yield from evening.shown(f"{name}-vote-empty")
    if evening.phones:
        evening.vote()
        yield from evening.shown(f"{name}-vote")
        evening.press(Hand.NEXT)
    else:
        yield from evening.count(f"{name}-hands")
    yield from evening.shown(f"{name}-locked")
    evening.press(Hand.NEXT)
    yield from evening.shown(f"{name}-revealed")
    evening.decide()
    yield from evening.shown(f"{name}-sailing")
    evening.press(Hand.NEXT)
    yield from evening.shown(f"{name}-result")


def _laid_over(evening: Evening) -> Iterator[Picture]:
    """The pause, the dark, and the papers."""
    for hand in (Hand.PAUSE, Hand.BLANK):
        evening.press(hand)
        yield from evening.shown(hand.value)
        evening.press(hand)
    for name in ("menu", "help", "settings", "notes", "leave"):
        evening.hall.grant(Wish(name))
        yield from evening.shown(f"paper-{name}")
        evening.hall.grant(Wish("back"))


def _papers() -> Future[str]:
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
    words.add_argument("--language", choices=NAMES, default="en")
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
