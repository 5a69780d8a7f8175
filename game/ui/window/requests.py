"""What a screen asks its controller for; each controller matches all of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from game.scenario.loading.shelf import ShelfEntry
from game.scenario.model.loaded import LoadedScenario
from game.session.commands import Command
from game.ui.window.input import Number
from game.voyage.helm import Helm


class Overlay(Enum):
    """A screen that is laid over the one that asks for it."""

    MENU = auto()
    HELP = auto()
    SETTINGS = auto()
    LOG = auto()
    NUMBERS = auto()
    SAIL_AGAIN = auto()
    IF_THEN = auto()
    WATCHES = auto()
    GAUGES = auto()
    NOTES = auto()
    LEAVE = auto()


class Place(Enum):
    """Where to go. VOYAGE: to the watch that waits for an order, or to the ending."""

    TITLE = auto()
    SHELF = auto()
    VOYAGE = auto()
    DEBRIEF = auto()


@dataclass(frozen=True, slots=True)
class Back:
    """Close the overlay; then: a key for what lies below it."""

    then: Number | None = None


@dataclass(frozen=True, slots=True)
class Quit:
    """Close the window."""


@dataclass(frozen=True, slots=True)
class ChangeSetting:
    """So many values on, or back; around: as `Settings.turned` takes it."""

    name: str
    by: int = 1
    around: bool = True


@dataclass(frozen=True, slots=True)
class Brief:
    entry: ShelfEntry


@dataclass(frozen=True, slots=True)
class CastOff:
    loaded: LoadedScenario


@dataclass(frozen=True, slots=True)
class Resume:
    helm: Helm


@dataclass(frozen=True, slots=True)
class SailAgain:
    """Sail the voyage again from a watch, by its number from 1."""

    watch: int


@dataclass(frozen=True, slots=True)
class KeepNote:
    """Keep the captain's own line with the voyage."""

    note: str


@dataclass(frozen=True, slots=True)
class GiveOrder:
    order_id: str


@dataclass(frozen=True, slots=True)
class GoToWatch:
    watch_id: str


@dataclass(frozen=True, slots=True)
class SetGauge:
    """Preview the watch with another value of a gauge."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Do:
    """Give commands to the session; counted: then show the vote instead of counting hands."""

    commands: tuple[Command, ...]
    counted: bool = False


@dataclass(frozen=True, slots=True)
class CountHands:
    """Count hands beside the phones; number: the order that comes first."""

    number: int


OwnRequest = (
    Place
    | Brief
    | CastOff
    | Resume
    | SailAgain
    | KeepNote
    | GiveOrder
    | GoToWatch
    | SetGauge
    | Do
    | CountHands
)
"""What each window answers differently."""
Request = Overlay | Back | Quit | ChangeSetting | OwnRequest
Goto = Request | None
