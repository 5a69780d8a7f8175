"""A room put through its paces: who presses what, who votes for what, and perhaps a restart."""

from __future__ import annotations

from pathlib import Path

from game.scenario.model.loaded import LoadedScenario
from game.session.commands import (
    Advise,
    Again,
    Answer,
    Assign,
    Button,
    Command,
    Count,
    Decide,
    Delegate,
    Guess,
    Join,
    LetGo,
    MoreTime,
    Order,
    Press,
    Say,
    Vote,
)
from game.session.live_session import LiveSession
from game.session.phone_view import PhoneView, SeatView, phone_view, seat_view
from game.session.projector_view import CrewView, ProjectorView
from game.session.session import Crew, Decision, Phase, Session
from game.storage.sqlite import SqliteJournal
from game.testing import Clock, a_live_session
from game.voyage.voyage import Refused

VOTED_PHASES = tuple(phase for phase in Phase if phase is not Phase.UNDER_WAY)
"""The phases of a room that votes, in their order."""


class Drill:
    """A room of people. restarts: the room is closed and resumed after every single command."""

    def __init__(
        self,
        folder: Path,
        crews: int = 1,
        loaded: LoadedScenario | None = None,
        *,
        restarts: bool = False,
        pace: str = "",
    ) -> None:
        self.clock = Clock()
        self.room: LiveSession = a_live_session(folder, crews, loaded, clock=self.clock, pace=pace)
        self.restarts = restarts

    @property
    def session(self) -> Session:
        """Where the room stands."""
        return self.room.session

    @property
    def phase(self) -> Phase:
        """What the room is doing."""
        return self.session.phase

    @property
    def open(self) -> Decision:
        """The decision that is still to be made."""
        assert self.session.open
        return self.session.open

    @property
    def seen(self) -> ProjectorView:
        """What the projector shows."""
        return self.room.projector_view()

    @property
    def ship(self) -> CrewView:
        """What the projector shows of the first crew."""
        return self.seen.crews[0]

    def phone(self, crew: int = 1) -> PhoneView:
        """What this crew's phones show."""
        return phone_view(self.room.flow, self.session, self.session.crews[crew - 1])

    def seat(self, seat: str) -> SeatView:
        """What one phone alone shows."""
        return seat_view(self.session, seat)

    def do(self, command: Command) -> str:
        """Do it; the reason if it was refused, else nothing."""
        answer = self.room.do(command)[0]
        if self.restarts:
            self.room.journal.close()
            journal = SqliteJournal(Path(self.room.journal.name))
            self.room = LiveSession(self.room.loaded, journal.charter, journal, self.clock)
            self.room.catch_up()
        return answer.reason if isinstance(answer, Refused) else ""

    def join(self, *seats: str, crew: int = 0) -> None:
        """These people come in."""
        for seat in seats:
            assert not self.do(Join(seat, seat.title(), crew))

    def press(self, *hands: Button) -> str:
        """The facilitator presses these; what the last one was answered."""
        said = ""
        for hand in hands:
            said = self.do(Press(hand, self.session.step))
        return said

    def vote(self, seat: str, order: str, decision: int = 0, client: int = 0) -> str:
        """Somebody votes, in the decision at hand unless another is named, as the next number."""
        last = self.session.open.voted(seat) if self.session.open else 0
        at = decision or (self.session.open.id if self.session.open else 1)
        return self.do(Vote(seat, at, order, client or last + 1))

    def order(self, seat: str, order: str, watch: int = 0) -> str:
        """A captain of a regatta gives an order, in their next watch unless another is named."""
        ship = self.ship_of(seat)
        return self.do(Order(seat, watch or len(ship.voyage.sailed) + 1, order, ship.run))

    def guess(self, seat: str, count: int) -> str:
        """A captain says how many of the own orders will set the course."""
        return self.do(Guess(seat, count))

    def answer(self, seat: str, count: int) -> str:
        """Somebody answers the poll."""
        return self.do(Answer(seat, count, self._run_of(seat)))

    def advise(self, seat: str, order: str, watch: int = 0) -> str:
        """Somebody whose voyage is over advises another captain."""
        return self.do(Advise(seat, watch or self.session.watch, order, self._run_of(seat)))

    def sail_again(self, watch: int = 1) -> str:
        """The facilitator has all sail once more."""
        return self.do(Again(watch, self.session.step))

    def ship_of(self, seat: str) -> Crew:
        """The ship that somebody sails."""
        return self.session.crews[self.session.seats[seat].crew - 1]

    def _run_of(self, seat: str) -> int:
        return self.ship_of(seat).run if seat in self.session.seats else 1

    def count(self, order: str, number: int, crew: int = 1) -> str:
        """The facilitator types how many hands there were."""
        return self.do(Count(crew, self.open.id, order, number))

    def decide(self, order: str, crew: int = 1) -> str:
        """The facilitator decides."""
        return self.do(Decide(crew, order, self.session.step))

    def delegate(self, crew: int = 1, *, on: bool = True) -> str:
        """The adaptive captain takes over, or leaves."""
        return self.do(Delegate(crew, on))

    def assign(self, seat: str, crew: int) -> str:
        """Somebody changes crews."""
        return self.do(Assign(seat, crew))

    def let_go(self, seat: str) -> str:
        """The facilitator lets somebody go."""
        return self.do(LetGo(seat))

    def more_time(self, seconds: int) -> str:
        """The facilitator sets the timer."""
        return self.do(MoreTime(seconds, self.session.step))

    def say(self, seat: str, line: str, client: int = 0) -> str:
        """Somebody has a line for Monday."""
        return self.do(Say(seat, line, client or self.session.seats[seat].client + 1))

    def open_vote(self) -> None:
        """From the lobby or a result to an open vote."""
        while self.phase is not Phase.VOTING:
            assert not self.press(Button.NEXT)

    def sail(self, *orders: str) -> None:
        """Every crew gives these orders, one a watch, by a hand each; up to the last result."""
        for order in orders:
            self.open_vote()
            for crew in self.session.at_sea:
                assert not self.count(order, 1, crew.number)
            assert not self.press(Button.NEXT, Button.NEXT, Button.NEXT, Button.NEXT)
