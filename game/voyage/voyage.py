"""The voyage: where a captain stands, the one command there is, and what can happen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.scenario.model.conditions import BALANCE, Facts
from game.scenario.model.scenario import Effects, Later, Scenario
from game.ship.gauges import GAUGE_RANGES
from game.ship.passage import Passage
from game.ship.ship import Outcome, Ship, low_reserves, new_ship
from game.ship.weather import Weather

WATCHES = 40
"""No voyage is longer; past this she is adrift, so that a scenario in a circle ends too."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A consequence on its way: due as this many watches have been sailed."""

    due: int
    given_in: int
    later: Later


@dataclass(frozen=True, slots=True)
class Voyage:
    """A voyage so far.

    at: the watch to be decided, or the outcome's name when it is over. sailed: the watches
    passed, by id, oldest first; gave: their orders. evenness: the sum of every watch's balance.
    fallen: the reserves that are low as this watch begins, and were not as the last one began.
    """

    seed: int
    at: str
    ship: Ship[float]
    sailed: tuple[str, ...] = ()
    gave: tuple[str, ...] = ()
    flags: frozenset[str] = field(default_factory=frozenset)
    pending: tuple[Pending, ...] = ()
    evenness: float = 0.0
    fallen: frozenset[str] = field(default_factory=frozenset)
    outcome: Outcome | None = None
    ending: str = ""

    @property
    def facts(self) -> Facts:
        """What conditions may ask about this voyage."""
        gauges = gauges_of(self.ship, self.evenness, len(self.sailed))
        return Facts(gauges, self.flags, self.sailed, self.gave)


def gauges_of(ship: Ship[Any], evenness: Any, sailed: int) -> dict[str, Any]:
    """The gauges that conditions may read, as authors write them.

    Of one voyage, or of many after as many watches.
    """
    gauges = {name: getattr(ship, name) for name in GAUGE_RANGES}
    gauges["sail"] = 100 * ship.sail
    gauges[BALANCE] = 100 * evenness / sailed if sailed else 50.0
    return gauges


def new_voyage(scenario: Scenario, seed: int) -> Voyage:
    """A new voyage, at its first watch; the seed decides its weather and its luck."""
    ship = new_ship(**scenario.start)
    return Voyage(seed=seed, at=scenario.first_watch, ship=ship, fallen=low_reserves(ship))


@dataclass(frozen=True, slots=True)
class Give:
    order: str


@dataclass(frozen=True, slots=True)
class Refused:
    """It could not be done; nothing has changed. passes: it is only not possible for now."""

    reason: str
    passes: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Sailed:
    """An order was given and the watch sailed.

    learnt: what a failure has taught, or empty. effects: with all gains, doubled if it was
    strengthened. before: the ship as the watch found her, the world moved, before these effects.
    """

    watch: str
    order: str
    result: str
    learnt: str
    effects: Effects
    strengthened: bool
    weather: Weather[float]
    before: Ship[float]
    passage: Passage[float]


@dataclass(frozen=True, slots=True)
class CameBack:
    """An earlier order has come back, as the next watch begins; given_in counts from 1."""

    given_in: int
    text: str
    effects: Effects


@dataclass(frozen=True, slots=True)
class Ended:
    """The voyage is over; ending: its id."""

    outcome: Outcome
    ending: str


Event = Refused | Sailed | CameBack | Ended
