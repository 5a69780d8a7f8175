"""What a ship is between two watches, and how a voyage can end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic

from game.i18n import N_, _
from game.ship.gauges import RESERVES
from game.ship.numbers import N, Numbers


class Outcome(StrEnum):
    """How a voyage ends."""

    ARRIVED = N_("arrived")
    FOUNDERED = N_("foundered")
    ADRIFT = N_("adrift")
    MUTINY = N_("mutiny")
    HARBOUR = N_("harbour")

    @property
    def word(self) -> str:
        """What a player calls it."""
        return _(self.value)

    @property
    def ended(self) -> str:
        """What the ship did then, after "she"."""
        return _(ENDED[self])

    @property
    def fate(self) -> str:
        """What became of as many ships as stand before it."""
        return _(FATES[self])


ENDED = {
    Outcome.ARRIVED: N_("made port"),
    Outcome.FOUNDERED: N_("foundered, all hands safe"),
    Outcome.ADRIFT: N_("was adrift"),
    Outcome.MUTINY: N_("lost her crew's trust"),
    Outcome.HARBOUR: N_("turned back to a harbour"),
}
FATES = {
    Outcome.ARRIVED: N_("arrived"),
    Outcome.FOUNDERED: N_("foundered"),
    Outcome.ADRIFT: N_("never arrived"),
    Outcome.MUTINY: N_("ended in mutiny"),
    Outcome.HARBOUR: N_("put into harbour"),
}


LOW = 25.0
"""Below this a reserve is nearly used up."""
REACH = 8.0
"""The most that authored effects may move a gauge in one order, in the gauge's own units."""


@dataclass(frozen=True, slots=True)
class Ship(Generic[N]):
    """The state of one ship, or of many at once.

    progress: miles made good, percent of the voyage. course_error: between track and true
    bearing, degrees. sail: share of canvas set, 0 to 1. stability, crew, seamanship: 0 to 100.
    leading, managing: habit, 0 to 1. learning: seamanship that the next watch will bring.
    reckoned: the course error that she is believed to have, degrees. doubt: how far beyond it the
    true one may lie, degrees: the ring of uncertainty.
    """

    progress: N
    course_error: N
    sail: N
    stability: N
    crew: N
    seamanship: N
    leading: N
    managing: N
    learning: N
    reckoned: N
    doubt: N


def new_ship(
    stability: float = 80, crew: float = 60, seamanship: float = 30, course_error: float = 15
) -> Ship[float]:
    """A ship at the start of her voyage; figures as in `Ship`."""
    return Ship(
        progress=0.0,
        course_error=float(course_error),
        sail=1.0,
        stability=float(stability),
        crew=float(crew),
        seamanship=float(seamanship),
        leading=0.5,
        managing=0.5,
        learning=0.0,
        reckoned=float(course_error),
        doubt=0.0,
    )


ENDS: tuple[tuple[Outcome, Callable[[Ship[Any]], Any]], ...] = (
    (Outcome.FOUNDERED, lambda ship: ship.stability <= 0),
    (Outcome.MUTINY, lambda ship: ship.crew <= 0),
    (Outcome.ARRIVED, lambda ship: ship.progress >= 100),
)
"""How a voyage ends by the ship's own state, one ship's or many; the first that is true counts."""


def end_of_ring(ship: Ship[N], by: Numbers[Any]) -> N:
    """The largest course error that may be true, for all that anyone on board knows."""
    farthest: N = by.least(ship.reckoned + ship.doubt, 110.0)
    return farthest


def low_reserves(ship: Ship[float]) -> frozenset[str]:
    """The reserves of which so little is left that someone on board speaks up."""
    return frozenset(name for name in RESERVES if getattr(ship, name) < LOW)


def outcome_of(ship: Ship[float]) -> Outcome | None:
    """How this ship's voyage has ended by her own state, or None while she sails."""
    return next((outcome for outcome, ended in ENDS if ended(ship)), None)
