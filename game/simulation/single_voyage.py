"""One captain's voyage through a scenario, with the same step that people play."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.i18n import N_
from game.scenario.model.scenario import Order, Scenario
from game.ship.numbers import ONE
from game.ship.ship import Outcome
from game.simulation.captains import Captain, VisibleState, tie_breaker_of
from game.simulation.track import Track, track_points
from game.voyage.flow import Flow, is_open
from game.voyage.step import step
from game.voyage.table import percent_a_watch
from game.voyage.voyage import Event, Give, Refused, Sailed, Voyage, new_voyage

YOU = N_("you")


@dataclass(frozen=True, slots=True)
class SailedWatch:
    """One watch of a captain's voyage: the voyage after it, and what happened."""

    voyage: Voyage
    events: tuple[Event, ...]

    @property
    def sailed(self) -> Sailed:
        """The watch as it was sailed."""
        return next(event for event in self.events if isinstance(event, Sailed))


@dataclass(frozen=True, slots=True)
class Sail:
    """A captain's voyage, whole or as far as it went."""

    captain: str
    scenario: Scenario
    start: Voyage
    legs: tuple[SailedWatch, ...]

    @property
    def voyage(self) -> Voyage:
        """The voyage after its last watch."""
        return self.legs[-1].voyage if self.legs else self.start

    @property
    def stood(self) -> tuple[Voyage, ...]:
        """The voyage as each watch began, and at last as it was left."""
        return (self.start, *(leg.voyage for leg in self.legs))

    def until(self, number: int) -> Sail:
        """The voyage as it was when this watch began; they count from 1."""
        return replace(self, legs=self.legs[: number - 1])


def sail_captain(flow: Flow, seed: int, captain: Captain) -> Sail:
    """One captain's voyage from beginning to end."""
    start = new_voyage(flow.scenario, seed)
    return Sail(captain.name, flow.scenario, start, tuple(sail_on_from(flow, start, captain)))


def sail_on_from(flow: Flow, voyage: Voyage, captain: Captain) -> list[SailedWatch]:
    """The rest of a voyage, under this captain."""
    legs = []
    while voyage.outcome is None:
        voyage, events = step(flow, voyage, Give(choice(flow, voyage, captain)))
        legs.append(SailedWatch(voyage, tuple(events)))
    return legs


def sail_orders(flow: Flow, voyage: Voyage, orders: Iterable[str]) -> list[SailedWatch]:
    """Give these orders one after the other, until one cannot be given."""
    legs = []
    for order in orders:
        voyage, events = step(flow, voyage, Give(order))
        if isinstance(events[0], Refused):
            break
        legs.append(SailedWatch(voyage, tuple(events)))
    return legs


def retrace(flow: Flow, voyage: Voyage) -> Sail:
    """The voyage again from its beginning, watch by watch, as yours."""
    start = new_voyage(flow.scenario, voyage.seed)
    return Sail(YOU, flow.scenario, start, tuple(sail_orders(flow, start, voyage.gave)))


def open_orders(scenario: Scenario, voyage: Voyage) -> list[Order]:
    """The orders that can be given now."""
    watch, facts = scenario.watches[voyage.at], voyage.facts
    return [order for order in watch.orders.values() if is_open(watch, order, facts)]


def choice(flow: Flow, voyage: Voyage, captain: Captain) -> str:
    """The order this captain gives now, by its id."""
    sky = flow.scenario.watches[voyage.at].weather
    number = len(voyage.sailed) + 1
    sight = VisibleState(number, voyage.ship, sky, ONE)
    orders = open_orders(flow.scenario, voyage)
    return captain.choose(orders, sight, tie_breaker_of(voyage.seed, number)).id


def track_of(sailed: Sail) -> Track:
    """The wake of a captain's voyage; one that is not over is adrift where she lies."""
    ships = [voyage.ship for voyage in sailed.stood]
    passages = [(leg.sailed.passage, leg.voyage.ship.progress) for leg in sailed.legs]
    return Track(
        captain=sailed.captain,
        outcome=sailed.voyage.outcome or Outcome.ADRIFT,
        progress=tuple(ship.progress for ship in ships),
        stability=tuple(ship.stability for ship in ships),
        chart=tuple(track_points(ships[0].progress, passages, percent_a_watch(sailed.scenario))),
    )
