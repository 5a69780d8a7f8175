"""Every screen of a session on the projector as a picture: `python -m tests.room_pictures OUT`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame

from game.faces.window.painter import Painter
from game.faces.window.room.hall import Hall, Lodging
from game.faces.window.room.tellers import HandsScreen
from game.faces.window.screens.screen import Wish
from game.faces.window.settings import Settings
from game.faces.window.study import Study
from game.scenario.catalogue import find
from game.scenario.files import shipped
from game.session.commands import Hand, Join, MoreTime, Vote
from game.session.commands import Press as Pressed
from game.session.room import Room
from game.session.session import PAGES, Phase
from game.testing import Clock, a_room
from tests.pictures import AtOnce, Picture, _pages, a_surface
from tests.window.wall import INVITATION, a_locker

PEOPLE = 23


class Evening:
    """A session, walked through phase by phase. watches: at which ones pictures are taken."""

    def __init__(
        self, folder: Path, settings: Settings, size: tuple[int, int], asked: tuple[str, int, bool]
    ) -> None:
        scenario, crews, phones = asked
        self.clock = Clock()
        self.room: Room = a_room(folder, crews, find(scenario), seed=7, clock=self.clock)
        self.phones = phones
        lodging = Lodging(
            INVITATION if phones else None, "http://127.0.0.1:8470/host", _written(folder)
        )
        self.hall = Hall(self.room, lodging, a_locker(folder, settings), Study(AtOnce()))
        self.painter = Painter(a_surface(size), settings, shipped("assets"))
        self._votes = 0

    def shown(self, name: str) -> Iterator[Picture]:
        """The pages of the screen that the session stands at."""
        for _ in range(3):
            self.hall.look_out()
        yield from _pages(self.painter, name, self.hall.screen)

    def press(self, *hands: Hand) -> None:
        """The facilitator's hands."""
        for hand in hands:
            assert not self.room.press(hand), hand
        self.hall.look_out()

    def come(self, people: int) -> None:
        """People take their seats."""
        if self.phones:
            crews = len(self.room.session.crews)
            for n in range(people):
                self.room.do(Join(f"seat-{n}", f"Name {n}", n % crews + 1))

    def vote(self) -> None:
        """Everybody votes, and the first crew ends in a tie now and then."""
        decision = self.room.session.open
        assert decision
        for n, seat in enumerate(self.room.session.seats.values()):
            crew = self.room.session.crews[seat.crew - 1]
            if crew.voyage.outcome:
                continue
            offered = list(self.room.shelf.scenario.watches[crew.voyage.at].orders)
            mine = offered[(n * n + decision.id + crew.number) % len(offered)]
            self._votes += 1
            if self.room.do(Vote(seat.id, decision.id, mine, self._votes))[0]:
                for other in offered:
                    if not self.room.do(Vote(seat.id, decision.id, other, self._votes))[0]:
                        break

    def count(self) -> None:
        """Hands are typed for whatever is asked."""
        screen = self.hall.screen
        assert isinstance(screen, HandsScreen)
        for n in range(len(screen.asks)):
            for digit in str((n * 7) % 13):
                screen.numbered(int(digit))
            wish = screen.forward()
            if wish:
                self.hall.grant(wish)
            if n == 1 and self.hall.screen is screen:
                screen.numbered(1)
                screen.numbered(2)

    def decide(self) -> None:
        """Follow the majority; where there is none, take what can be had."""
        while self.room.session.phase is Phase.REVEALED:
            if self.room.press(Hand.NEXT):
                self.hall.look_out()
                screen = self.hall.screen
                for number in range(1, 6):
                    wish = screen.numbered(number) or screen.numbered(number)  # type: ignore[attr-defined]
                    if wish:
                        self.hall.grant(wish)
                        break
            self.hall.look_out()


def _written(folder: Path):  # type: ignore[no-untyped-def]
    def write():  # type: ignore[no-untyped-def]
        from concurrent.futures import Future

        done: Future[str] = Future()
        done.set_result("/home/ada/.local/share/even-keel/sessions/20261125-the-long-convoy-7")
        return done

    return write


def pictures(
    size: tuple[int, int],
    settings: Settings,
    scenario: str,
    crews: int,
    *,
    phones: bool,
    watches: tuple[int, ...] = (1, 3),
) -> Iterator[Picture]:
    """The pictures of a session, in the order they come."""
    with TemporaryDirectory() as folder:
        evening = Evening(Path(folder), settings, size, (scenario, crews, phones))
        yield from evening.shown("lobby-empty")
        evening.come(PEOPLE)
        yield from evening.shown("lobby")
        number = 0
        while evening.room.session.at_sea:
            number += 1
            look = number in watches
            yield from _watch(evening, number, look or number == 1)
        yield from evening.shown("last-result")
        evening.press(Hand.NEXT)
        for page in PAGES:
            yield from evening.shown(f"debrief-{page.value.replace(' ', '-')}")
            if page is not PAGES[-1]:
                evening.press(Hand.NEXT)


def _watch(evening: Evening, number: int, look: bool) -> Iterator[Picture]:
    """One watch, with its papers in the first."""

    def shown(name: str) -> Iterator[Picture]:
        return evening.shown(f"watch-{number:02}-{name}") if look else iter(())

    evening.press(Hand.NEXT)
    yield from shown("talk")
    evening.press(Hand.NEXT)
    evening.room.do(MoreTime(90, evening.room.session.step))
    yield from shown("vote-empty")
    if evening.phones:
        evening.vote()
        yield from shown("vote")
        evening.press(Hand.NEXT)
    else:
        yield from _counted(evening, number, look)
    yield from shown("locked")
    evening.press(Hand.NEXT)
    yield from shown("revealed")
    evening.decide()
    yield from shown("sailing")
    if number == 1:
        yield from _papers(evening)
    evening.press(Hand.NEXT)
    yield from shown("result")


def _counted(evening: Evening, number: int, look: bool) -> Iterator[Picture]:
    screen = evening.hall.screen
    assert isinstance(screen, HandsScreen)
    for n in range(len(screen.asks)):
        for digit in str((n * 7) % 13):
            screen.numbered(int(digit))
        if n in (1, len(screen.asks) - 1) and look:
            yield from evening.shown(f"watch-{number:02}-hands-{n + 1}")
        wish = screen.forward()
        if wish:
            evening.hall.grant(wish)


def _papers(evening: Evening) -> Iterator[Picture]:
    for hand in (Hand.PAUSE, Hand.BLANK):
        evening.press(hand)
        yield from evening.shown(hand.value)
        evening.press(hand)
    for name in ("menu", "help", "settings", "notes", "leave"):
        evening.hall.grant(Wish(name))
        yield from evening.shown(f"paper-{name}")
        evening.hall.grant(Wish("back"))
    assert isinstance(evening.room.session.step, int)
    assert isinstance(Pressed(Hand.NEXT, 1), Pressed)


def main() -> None:
    """Write them."""
    words = argparse.ArgumentParser(prog="python -m tests.room_pictures")
    words.add_argument("out", type=Path)
    words.add_argument("--size", default="1280x720")
    words.add_argument("--theme", choices=("dark", "light"), default="dark")
    words.add_argument("--scenario", default="the-long-convoy")
    words.add_argument("--crews", type=int, default=6)
    words.add_argument("--hands", action="store_true")
    asked = words.parse_args()
    width, height = (int(part) for part in asked.size.split("x"))
    settings = replace(Settings(), theme=asked.theme)
    asked.out.mkdir(parents=True, exist_ok=True)
    drawn = pictures((width, height), settings, asked.scenario, asked.crews, phones=not asked.hands)
    for number, picture in enumerate(drawn):
        pygame.image.save(picture.surface, asked.out / f"{number:03}-{picture.name}.png")


if __name__ == "__main__":
    main()
