"""What people in the room can ask for; the same as JSON, and as the records of a journal."""

from __future__ import annotations

import json
from dataclasses import MISSING, asdict, dataclass
from dataclasses import fields as fields_of
from enum import StrEnum
from typing import Any, get_type_hints

from game.i18n import _
from game.storage.journal import JournalBroken, Record

GREATEST = 2**53
"""Whole numbers beyond this are not the same in every program."""
LONGEST = 400
"""No text in a command has more characters."""


class Button(StrEnum):
    NEXT = "next"
    BACK = "back"
    OPEN = "open"
    LOCK = "lock"
    REVEAL = "reveal"
    MAJORITY = "majority"
    MINORITY = "minority"
    UNDO = "undo"
    PAUSE = "pause"
    BLANK = "blank"
    DEBRIEF = "debrief"
    MATE = "mate"
    DOOR = "door"
    POLL = "poll"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Join:
    """A phone takes a seat, or comes back to it. crew 0: wherever there is room."""

    seat: str
    name: str
    crew: int


@dataclass(frozen=True, slots=True)
class Vote:
    """A seat chooses an order.

    client: one more than the number that its phone was told of: what the phone had not yet heard
    of then, it could not mean to change.
    """

    seat: str
    decision: int
    order: str
    client: int


@dataclass(frozen=True, slots=True)
class Order:
    """A captain of a regatta gives an order to their own ship; watch: of her voyage, from 1.

    There is one order a watch and no other after it, so the same one again is a repeat. run: which
    of her voyages it is meant for, from 1.
    """

    seat: str
    watch: int
    order: str
    run: int = 1


@dataclass(frozen=True, slots=True)
class Advise:
    """Who sails no more says what they would order on the ship that they are aboard of; once, as
    an order. watch: the one that is open; run: as of an order.
    """

    seat: str
    watch: int
    order: str
    run: int = 1


@dataclass(frozen=True, slots=True)
class Guess:
    """How many of its orders a seat thinks will set the course; once."""

    seat: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """How many ships a seat thinks will arrive; once a poll. run: as of an order."""

    seat: str
    count: int
    run: int = 1


@dataclass(frozen=True, slots=True)
class Say:
    """A seat says what it will do on Monday. client: as of a vote."""

    seat: str
    line: str
    client: int


@dataclass(frozen=True, slots=True)
class Count:
    crew: int
    decision: int
    order: str
    number: int


@dataclass(frozen=True, slots=True)
class Assign:
    seat: str
    crew: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """Nobody waits for a seat any more; whatever its phone sends later brings it back."""

    seat: str


@dataclass(frozen=True, slots=True)
class Delegate:
    """The adaptive captain sails an absent crew's ship, or no longer does."""

    crew: int
    on: bool


@dataclass(frozen=True, slots=True)
class Press:
    """The facilitator presses a button; step: as it was when it was pressed."""

    hand: Button
    step: int


@dataclass(frozen=True, slots=True)
class Decide:
    """The facilitator gives a crew's order: to break a tie, or against the vote."""

    crew: int
    order: str
    step: int


@dataclass(frozen=True, slots=True)
class MoreTime:
    """The facilitator sets the timer, or adds to it."""

    seconds: int
    step: int


@dataclass(frozen=True, slots=True)
class Again:
    """The room sails once more, in another sea, from this watch on; from 1."""

    watch: int
    step: int


@dataclass(frozen=True, slots=True)
class Turn:
    """The wall turns to another leaf of what it shows; step: as a move's. No move by itself, so
    that no phone is shown anything anew.
    """

    leaf: int
    step: int


@dataclass(frozen=True, slots=True)
class Call:
    """A line to all phones; an empty one takes it back."""

    text: str


Move = Press | Decide | MoreTime | Again
"""What moves the session on, and so must not be done twice."""
Told = Vote | Order | Say | Advise | Guess | Answer
"""What a seat can say once it has been taken."""
Command = Join | Told | Count | Assign | LetGo | Delegate | Turn | Call | Move
BY_NAME: dict[str, type[Command]] = {
    kind.__name__.lower(): kind
    for kind in (
        *(Join, Vote, Order, Say, Advise, Guess, Answer),
        *(Count, Assign, LetGo, Delegate, Turn, Call),
        *(Press, Decide, MoreTime, Again),
    )
}
_FIELDS = {kind: get_type_hints(kind) for kind in BY_NAME.values()}


@dataclass(frozen=True, slots=True)
class TimedCommand:
    """A command at its moment, seconds since 1970."""

    at: float
    command: Command


def as_data(command: Command) -> dict[str, Any]:
    return {type(command).__name__.lower(): asdict(command)}


def from_data(data: Any) -> Command | None:
    """The command in plain data from anywhere; None if it is none, to the letter.

    What has a usual value may be left out, as it was before it could be said.
    """
    if not isinstance(data, dict) or len(data) != 1:
        return None
    name, values = next(iter(data.items()))
    kind = BY_NAME.get(name)
    if kind is None or not isinstance(values, dict):
        return None
    known = _FIELDS[kind]
    usual = {field.name for field in fields_of(kind) if field.default is not MISSING}
    if not known.keys() - usual <= values.keys() <= known.keys():
        return None
    fields = {field: _read(value, known[field]) for field, value in values.items()}
    return None if None in fields.values() else kind(**fields)


def record_of(timed: TimedCommand) -> Record:
    command = json.dumps(as_data(timed.command), ensure_ascii=False, separators=(",", ":"))
    return Record(timed.at, command)


def command_of(record: Record, journal: str, number: int) -> TimedCommand:
    """The command in a record. journal: its name; number: the record's, from 1.

    Raises:
        JournalBroken: if it cannot be read.
    """
    try:
        command = from_data(json.loads(record.command))
    except ValueError:
        command = None
    if command is None:
        raise JournalBroken(journal, _("event {number} cannot be read", number=number))
    return TimedCommand(record.at, command)


def _read(value: Any, needed: Any) -> Any:
    if needed is Button:
        return Button(value) if value in tuple(Button) else None
    if type(value) is not needed:
        return None
    if needed is int:
        return value if 0 <= value <= GREATEST else None
    if needed is str:
        return value if len(value) <= LONGEST and _is_text(value) else None
    return value


def _is_text(value: str) -> bool:
    """Whether it can be written as UTF-8: JSON may bring halves of characters."""
    return not any("\ud800" <= char <= "\udfff" for char in value)
