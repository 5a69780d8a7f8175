"""The session: where a room full of people stands, as frozen data; `apply` is what changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from game.session.commands import Move
from game.session.participation.records import Advice, Pairs, Poll, Run
from game.voyage.voyage import Event, Voyage


class Phase(StrEnum):
    """What the room is doing. A pause keeps the phase beneath it."""

    LOBBY = "lobby"
    UNDER_WAY = "under way"
    DISCUSSING = "discussing"
    VOTING = "voting"
    LOCKED = "locked"
    REVEALED = "revealed"
    SAILING = "sailing"
    RESULT = "result"
    DEBRIEF = "debrief"


class Pace(StrEnum):
    """When the ships of a regatta go on: all at the facilitator's Next, or each at once."""

    WATCH = "watch"
    OWN = "own"


class Page(StrEnum):
    """The pages of the debrief: screens with charts, one question, then four blocks to talk about;
    some are a regatta's alone.
    """

    BELIEVED = "believed and true"
    NEEDED = "needed and given"
    EVERY_CAPTAIN = "every captain"
    DECISIONS = "decision and luck"
    ORDERS = "watch by watch"
    COSTLIEST = "the costliest orders"
    TAUGHT = "what teaching bought"
    TOGETHER = "guessed, thought, learnt"
    QUESTION = "one question"
    ON_DECK = "on deck"
    HAPPENED = "what happened"
    STRUCTURE = "structure"
    MONDAY = "monday"


TALK = (Page.QUESTION, Page.ON_DECK, Page.HAPPENED, Page.STRUCTURE, Page.MONDAY)
"""The pages without charts: the question, and the blocks."""
PAGES = (Page.BELIEVED, Page.NEEDED, Page.EVERY_CAPTAIN, Page.DECISIONS, *TALK)
REGATTA_PAGES = (
    *(Page.BELIEVED, Page.NEEDED, Page.EVERY_CAPTAIN),
    *(Page.ORDERS, Page.COSTLIEST, Page.TAUGHT, Page.TOGETHER, *TALK),
)


class How(StrEnum):
    MAJORITY = "majority"
    MINORITY = "minority"
    DECIDED = "decided"
    CAPTAIN = "captain"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Crew:
    """One ship's people. by_captain: the adaptive captain sails her for now. Numbers from 1.

    In a regatta: events: what her last watch was, before: the voyage as it found her; by_mate: the
    watches, from 1, in which that captain, the mate, gave the order; absent: how many watches in a
    row he did because hers was missing; joined: in which watch she came; advice: from guests;
    earlier: what was sailed before the room sailed once more; run: which of her voyages it is.
    """

    number: int
    name: str
    voyage: Voyage
    by_captain: bool = False
    events: tuple[Event, ...] = ()
    by_mate: tuple[int, ...] = ()
    absent: int = 0
    joined: int = 0
    before: Voyage | None = None
    advice: tuple[Advice, ...] = ()
    earlier: tuple[Run, ...] = ()

    @property
    def run(self) -> int:
        return 1 + len(self.earlier)


@dataclass(frozen=True, slots=True)
class Seat:
    """One phone in the room. line: what it will do on Monday; client: that line's number.

    gone: the facilitator has let it go; it is kept for the phone, should that come back. guess: how
    many of its orders will set the course; answer: to the poll.
    """

    id: str
    name: str
    crew: int
    line: str = ""
    client: int = 0
    gone: bool = False
    guess: int | None = None
    answer: int | None = None


@dataclass(frozen=True, slots=True)
class Ballot:
    """What one seat chose. client: its number; a later choice has a greater one."""

    crew: int
    order: str
    client: int


@dataclass(frozen=True, slots=True)
class Given:
    order: str
    how: How


@dataclass(frozen=True, slots=True)
class Decision:
    """One round: every crew's votes for its next order, and what was done.

    id: never used again, not even after an undo. before: the voyages that it is about, by crew.
    ballots: by seat; advice: of those who are aboard of another crew's ship, since theirs is lost.
    withdrawn: up to which number a seat's votes no longer count, since it changed crews. hands: how
    many showed theirs, by crew and order. given, events: by crew.
    began, opened, locked: seconds of the session's clock.
    """

    id: int
    before: tuple[Voyage, ...]
    began: float
    opened: float | None = None
    locked: float | None = None
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    advice: Mapping[str, Ballot] = field(default_factory=dict)
    withdrawn: Mapping[str, int] = field(default_factory=dict)
    hands: Mapping[tuple[int, str], int] = field(default_factory=dict)
    given: Mapping[int, Given] = field(default_factory=dict)
    events: Mapping[int, tuple[Event, ...]] = field(default_factory=dict)

    def cast(self, seat: Seat) -> Ballot | None:
        """What a seat has chosen for the crew that it is in now, or advises another one."""
        ballot = self.ballots.get(seat.id)
        return ballot if ballot and ballot.crew == seat.crew else self.advice.get(seat.id)

    def voted(self, seat: str) -> int:
        """The number of a seat's last vote here; its next one has a greater number."""
        ballot = self.ballots.get(seat) or self.advice.get(seat)
        return ballot.client if ballot else self.withdrawn.get(seat, 0)


@dataclass(frozen=True, slots=True)
class Session:
    """A session so far.

    pace: of a regatta, in which each seat has a ship of its own; None where crews vote. watch: the
    one that is open to all, from 1, where a regatta has that pace. leaf: how often the wall has
    been turned within what it shows, since the last move that showed something else. call: what
    all phones say, or empty. most: how many seats there are. moves: the facilitator's, each at the
    step that it names: a repeated one moves nothing. decided: how many decisions were ever opened.
    back_to: where the debrief was called from. now: the latest event's moment; began: the first's.
    is_shut: nobody new is let in. cast_off: when the lobby was first left, ends: when the timer
    runs out, idle: all pauses together; seconds of the session's clock. paused: since which moment.
    """

    seed: int
    most: int
    began: float
    now: float
    crews: tuple[Crew, ...]
    seats: Mapping[str, Seat] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    phase: Phase = Phase.LOBBY
    back_to: Phase = Phase.LOBBY
    page: int = 0
    moves: tuple[Move, ...] = ()
    decided: int = 0
    blank: bool = False
    is_shut: bool = False
    paused: float | None = None
    idle: float = 0.0
    cast_off: float | None = None
    ends: float | None = None
    pace: Pace | None = None
    watch: int = 0
    poll: Poll | None = None
    pairs: Pairs | None = None
    leaf: int = 0
    call: str = ""

    def clock(self, at: float) -> float:
        """Seconds since the session began, pauses left out."""
        until = max(at, self.now) if self.paused is None else self.paused
        return max(0.0, until - self.began - self.idle)

    def elapsed(self, at: float) -> float:
        """Seconds since the lobby was first left, pauses left out; 0 until then."""
        return 0.0 if self.cast_off is None else self.clock(at) - self.cast_off

    def crew(self, number: int) -> Crew | None:
        return self.crews[number - 1] if 1 <= number <= len(self.crews) else None

    def with_decision(self, decision: Decision) -> Session:
        return replace(self, decisions=(*self.decisions[:-1], decision))

    def with_seat(self, seat: Seat) -> Session:
        return replace(self, seats={**self.seats, seat.id: seat})

    def with_crew(self, crew: Crew) -> Session:
        """With this crew in its place, or as the last one."""
        before, behind = self.crews[: crew.number - 1], self.crews[crew.number :]
        return replace(self, crews=(*before, crew, *behind))

    def looks_back(self, crew: Crew) -> bool:
        """Whether a crew may see its debrief: with the room, at its own pace when it is over."""
        is_over = crew.voyage.outcome is not None
        return self.phase is Phase.DEBRIEF or (self.pace is Pace.OWN and is_over)

    @property
    def step(self) -> int:
        """How many moves the facilitator has made."""
        return len(self.moves)

    @property
    def aboard(self) -> tuple[Seat, ...]:
        """The seats that count: a vote that was cast stays cast, so its seat goes after it."""
        cast = self.shown.ballots if self.shown else {}
        return tuple(seat for seat in self.seats.values() if not seat.gone or seat.id in cast)

    def aboard_of(self, crew: Crew) -> int:
        """How many seats of this crew count."""
        return sum(seat.crew == crew.number for seat in self.aboard)

    @property
    def lines(self) -> tuple[str, ...]:
        """What people will do on Monday, without names."""
        return tuple(seat.line for seat in self.seats.values() if seat.line)

    @property
    def open(self) -> Decision | None:
        """The decision whose orders are still to be given, if one is."""
        return self.decisions[-1] if self.decisions and not self.decisions[-1].events else None

    @property
    def sailed(self) -> tuple[Decision, ...]:
        return self.decisions[:-1] if self.open else self.decisions

    @property
    def at_sea(self) -> tuple[Crew, ...]:
        return tuple(crew for crew in self.crews if crew.voyage.outcome is None)

    @property
    def watch_is_open(self) -> bool:
        """Whether all ships of a regatta sail in the same watch now, and wait for each other."""
        return self.pace is Pace.WATCH and self.phase is Phase.UNDER_WAY

    @property
    def shown(self) -> Decision | None:
        """The decision that the room looks at: the last one made, or the one to be made."""
        if self.phase in {Phase.SAILING, Phase.RESULT}:
            return self.sailed[-1]
        return self.open if self.phase not in {Phase.LOBBY, Phase.DEBRIEF} else None

    @property
    def decision_id(self) -> int:
        """Of the decision that is shown; 0 if there is none."""
        return self.shown.id if self.shown else 0

    @property
    def debrief_page(self) -> Page | None:
        """The page of the debrief that the room looks at."""
        return self.pages[self.page] if self.phase is Phase.DEBRIEF else None

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those of this session's debrief, in their order."""
        if not self.pace:
            return PAGES
        has_guessed = any(seat.guess is not None for seat in self.seats.values())
        has_said = self.poll or self.pairs or has_guessed or any(one.earlier for one in self.crews)
        return tuple(page for page in REGATTA_PAGES if page is not Page.TOGETHER or has_said)

    @property
    def topic(self) -> tuple[Phase, Page | None, int, int]:
        """What the wall is about: with another one it begins at its first leaf."""
        return self.phase, self.debrief_page, self.decision_id, self.watch
