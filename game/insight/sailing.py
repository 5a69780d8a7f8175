"""Sailing a captain through a scenario, with the same step that people play."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.insight.captains import ALL_COURSE, ALL_SAILS, Captain, seen
from game.ship.ship import Outcome, Ship
from game.voyage.flow import Flow, is_open
from game.voyage.step import step
from game.voyage.voyage import Event, Give, Voyage, embark


@dataclass(frozen=True, slots=True)
class Leg:
    """One watch of a captain's voyage: the voyage after it, and what happened."""

    voyage: Voyage
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Sail:
    """A captain's whole voyage."""

    captain: str
    start: Voyage
    legs: tuple[Leg, ...]

    @property
    def voyage(self) -> Voyage:
        """The voyage when it was over."""
        return self.legs[-1].voyage


@dataclass(frozen=True, slots=True)
class Track:
    """A wake: progress and stability (0 to 100) at the start and after each watch."""

    captain: str
    outcome: Outcome
    progress: tuple[float, ...]
    stability: tuple[float, ...]


def sail(flow: Flow, seed: int, captain: Captain) -> Sail:
    """One captain's voyage from beginning to end."""
    start = voyage = embark(flow.scenario, seed)
    legs = []
    while voyage.outcome is None:
        voyage, events = step(flow, voyage, Give(choice(flow, voyage, captain)))
        legs.append(Leg(voyage, tuple(events)))
    return Sail(captain.name, start, tuple(legs))


def choice(flow: Flow, voyage: Voyage, captain: Captain) -> str:
    """The order this captain gives now, by its id."""
    watch, facts = flow.scenario.watches[voyage.at], voyage.facts
    orders = [order for order in watch.orders.values() if is_open(watch, order, facts)]
    number = len(voyage.sailed) + 1
    return captain.choose(seen(number, orders, voyage.ship, watch.weather, voyage.seed)).id


def track(captain: str, outcome: Outcome, ships: Iterable[Ship[float]]) -> Track:
    """The wake that these ships, one after each watch, have left."""
    wake = list(ships)
    return Track(
        captain,
        outcome,
        tuple(ship.progress for ship in wake),
        tuple(ship.stability for ship in wake),
    )


def track_of(sailed: Sail) -> Track:
    """The wake of a captain's voyage."""
    outcome = sailed.voyage.outcome or Outcome.ADRIFT
    ships = [sailed.start.ship, *(leg.voyage.ship for leg in sailed.legs)]
    return track(sailed.captain, outcome, ships)


def wakes(flow: Flow, voyage: Voyage) -> list[Track]:
    """A finished voyage's wake, and the two ghosts' in the same weather."""
    again = embark(flow.scenario, voyage.seed)
    ships = [again.ship]
    for order in voyage.gave:
        again, _ = step(flow, again, Give(order))
        ships.append(again.ship)
    yours = track("you", voyage.outcome or Outcome.ADRIFT, ships)
    ghosts = (sail(flow, voyage.seed, ghost) for ghost in (ALL_COURSE, ALL_SAILS))
    return [yours, *map(track_of, ghosts)]
