"""A regatta afterwards: what its ships believed, met, ordered and lost, watch by watch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from game.debrief.believed_and_true import Sighting
from game.debrief.decisions import WEAK
from game.debrief.needs_and_practices import KINDS, NeededAndGiven
from game.debrief.trials import costs_of
from game.ship.attention_cost import Kind
from game.simulation.rollouts.onward import SailsOnward
from game.simulation.single_voyage import Sail
from game.simulation.track import Track
from game.voyage.flow import Flow

STATES = 160
"""In so many different situations orders are tried in other seas; of more ships only the first."""


@dataclass(frozen=True, slots=True)
class ShipVoyage:
    """One ship of a regatta. over: whether she is at an end. course_share, shared_share: 0 to 1.

    kinds: of her orders, one a watch. by_mate: the watches, from 1, in which the mate gave it.
    """

    track: Track
    over: bool
    course_share: float
    shared_share: float
    sightings: tuple[Sighting, ...]
    asked: tuple[NeededAndGiven, ...]
    kinds: tuple[Kind, ...]
    by_mate: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Spread:
    """What the room believed in a watch, and what was true; degrees off port.

    Medians, and the quarter and three quarters of the ships between which the truth lay.
    """

    number: int
    ships: int
    believed: float
    true: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RoomNeed:
    """One watch: for how many ships each need pressed, and how many of these met it; of ships whose
    captain gave the order.
    """

    number: int
    ships: int
    pressed: dict[Kind, int]
    met: dict[Kind, int]

    def missed(self, kind: Kind) -> int:
        return self.pressed[kind] - self.met[kind]


@dataclass(frozen=True, slots=True)
class RoomOrders:
    """One watch: how many captains gave which kind, and what the sea asked of most of them."""

    number: int
    given: dict[Kind, int]
    asked: Kind | None

    @property
    def ships(self) -> int:
        return sum(self.given.values())


@dataclass(frozen=True, slots=True)
class Costly:
    """An order that cost arrivals, and the one that would have cost none.

    number: of the watch. cost: of 1 arrival, on each of the ships that gave it, on average.
    """

    number: int
    order: str
    label: str
    kind: Kind
    ships: int
    cost: float
    better: str

    @property
    def total(self) -> float:
        return self.ships * self.cost


@dataclass(frozen=True, slots=True)
class Costs:
    """The costliest orders first. looked_at: of how many ships they were tried, out of how many."""

    orders: tuple[Costly, ...]
    looked_at: int
    ships: int


def spreads_of(ships: Sequence[ShipVoyage]) -> Iterator[Spread]:
    for number in _watches(ships):
        seen = [ship.sightings[number - 1] for ship in ships if len(ship.sightings) >= number]
        true, believed = [each.true for each in seen], [each.believed for each in seen]
        low, middle, high = _quarters(true)
        yield Spread(number, len(seen), _quarters(believed)[1], middle, low, high)


def needs_of(ships: Sequence[ShipVoyage]) -> Iterator[RoomNeed]:
    for number in _watches(ships):
        asked = [ship.asked[number - 1] for ship in _deciding(ships, number)]
        pressed = {kind: sum(each.need(kind) >= 1 for each in asked) for kind in KINDS}
        missed = {kind: sum(kind in each.missed for each in asked) for kind in KINDS}
        met = {kind: pressed[kind] - missed[kind] for kind in KINDS}
        yield RoomNeed(number, len(asked), pressed, met)


def orders_of(ships: Sequence[ShipVoyage]) -> Iterator[RoomOrders]:
    for number in _watches(ships):
        deciding = list(_deciding(ships, number))
        given = Counter(ship.kinds[number - 1] for ship in deciding)
        pressing = [ship.asked[number - 1] for ship in deciding if ship.asked[number - 1].presses]
        asked = Counter(each.asked for each in pressing).most_common(1)
        most = asked[0][0] if asked and 2 * len(pressing) > len(deciding) else None
        yield RoomOrders(number, {kind: given[kind] for kind in Kind}, most)


class Trial:
    """What each order costs in the situations that the ships of a regatta stood in."""

    def __init__(self, flow: Flow, seas: SailsOnward) -> None:
        self._flow, self._seas = flow, seas
        self._known: dict[tuple[str, ...], dict[str, tuple[float, str]]] = {}

    def costs(self, sailed: Sequence[tuple[Sail, frozenset[int]]]) -> Costs:
        """By all these ships, as far as there is time for them."""
        told: dict[tuple[int, str, str], list[float]] = {}
        better: dict[tuple[int, str, str], str] = {}
        looked_at = 0
        for legs, by_mate in sailed:
            if len(self._known) >= STATES:
                break
            looked_at += 1
            for number, at, order, (cost, best) in self._ship(legs, by_mate):
                told.setdefault((number, at, order), []).append(cost)
                better[number, at, order] = best
        scenario = self._flow.scenario
        costly = (
            Costly(
                number=number,
                order=order,
                label=scenario.watches[at].orders[order].label,
                kind=scenario.watches[at].orders[order].kind,
                ships=len(costs),
                cost=sum(costs) / len(costs),
                better=better[number, at, order],
            )
            for (number, at, order), costs in told.items()
        )
        found = sorted((each for each in costly if each.cost >= WEAK), key=lambda each: -each.total)
        return Costs(tuple(found), looked_at, len(sailed))

    def _ship(
        self, legs: Sail, by_mate: frozenset[int]
    ) -> Iterator[tuple[int, str, str, tuple[float, str]]]:
        """Each of her captain's orders: watch, where, which, what it cost, and what would not."""
        gave = [leg.sailed.order for leg in legs.legs]
        for number, order in enumerate(gave, 1):
            if number in by_mate:
                continue
            state = tuple(gave[: number - 1])
            if state not in self._known:
                voyage = legs.stood[number - 1]
                self._known[state] = costs_of(self._flow, self._seas, voyage)
            yield number, legs.stood[number - 1].at, order, self._known[state][order]


def _watches(ships: Sequence[ShipVoyage]) -> range:
    return range(1, 1 + max((len(ship.kinds) for ship in ships), default=0))


def _deciding(ships: Sequence[ShipVoyage], number: int) -> Iterator[ShipVoyage]:
    """Those whose own captain gave an order in this watch."""
    for ship in ships:
        if len(ship.kinds) >= number and number not in ship.by_mate:
            yield ship


def _quarters(values: Sequence[float]) -> tuple[float, float, float]:
    if len(values) < 2:
        return (values[0],) * 3 if values else (0.0,) * 3
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return low, middle, high
