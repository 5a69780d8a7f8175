"""Fleets: many voyages that stand at the same mark, sailed a watch at once, as `step` sails one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from game.insight.waters import Past, Waters
from game.scenario.conditions import Facts, Flag, Gave, Visited, all_hold, plain
from game.scenario.scenario import Chance, Order
from game.ship.attention import Kind, attention_of
from game.ship.numbers import many
from game.ship.passage import pass_watch
from game.ship.ship import ENDS, Outcome, Ship
from game.voyage.flow import is_open
from game.voyage.step import moved
from game.voyage.voyage import WATCHES, Voyage, gauges_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    Mask = NDArray[np.bool_]

SHIP = len(fields(Ship))
EVENNESS, COURSE, WEIGHT = range(SHIP, SHIP + 3)
ROW_BYTES = 8 * (SHIP + 3)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where every voyage of a fleet stands alike.

    at: the watch to be decided. sailed: how many watches are behind. past: what is true of that,
    as far as it may still be asked. pending: consequences on their way, as when they are due and
    their number among the waters' `laters`.
    """

    at: str
    sailed: int
    past: frozenset[Past]
    pending: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Fleet:
    """Voyages at one mark.

    figures: a column a voyage: the ship's own, then evenness, course orders given, weight, and
    below these whatever else is to be carried along.
    """

    mark: Mark
    figures: Figures

    def __len__(self) -> int:
        return len(self.figures[0])

    @property
    def ship(self) -> Ship[Any]:
        """All the ships at once."""
        return Ship(*self.figures[:SHIP])

    @property
    def facts(self) -> Facts:
        """What conditions may ask about these voyages."""
        gauges = gauges_of(self.ship, self.figures[EVENNESS], self.mark.sailed)
        past = self.mark.past
        return Facts(
            gauges,
            {fact.name for fact in past if isinstance(fact, Flag)},
            {fact.watch for fact in past if isinstance(fact, Visited)},
            {fact.order for fact in past if isinstance(fact, Gave)},
        )

    def some(self, which: Mask | slice) -> Fleet:
        """A part of the fleet."""
        return Fleet(self.mark, self.figures[:, which])


@dataclass(frozen=True, slots=True)
class Ended:
    """Voyages that have ended alike, after as many watches.

    goto: where they would have sailed on to. past, figures: as a fleet's.
    """

    outcome: Outcome
    ending: str
    sailed: int
    goto: str
    past: frozenset[Past]
    figures: Figures


def fleet_of(waters: Waters, voyage: Voyage) -> Fleet:
    """One voyage under way, as a fleet."""
    past: set[Past] = {Flag(flag) for flag in voyage.flags}
    past |= {Visited(watch) for watch in voyage.sailed} | {Gave(order) for order in voyage.gave}
    pending = tuple((waits.due, waters.laters.index(waits.later)) for waits in voyage.pending)
    mark = Mark(voyage.at, len(voyage.sailed), frozenset(past), pending)
    watches = waters.scenario.watches
    kinds = [
        watches[watch].orders[order].kind
        for watch, order in zip(voyage.sailed, voyage.gave, strict=True)
    ]
    ship = [getattr(voyage.ship, field.name) for field in fields(Ship)]
    column = [*ship, voyage.evenness, kinds.count(Kind.COURSE), 1.0]
    return Fleet(_still_asked(waters, mark), np.array(column, dtype=float)[:, None])


def merged(fleets: Iterable[Fleet]) -> list[Fleet]:
    """The fleets, those at the same mark joined."""
    together: dict[Mark, list[Figures]] = {}
    for fleet in fleets:
        together.setdefault(fleet.mark, []).append(fleet.figures)
    return [
        Fleet(mark, parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1))
        for mark, parts in together.items()
    ]


def open_to(waters: Waters, fleet: Fleet, order: Order) -> Mask:
    """Which of the fleet's voyages can be given this order."""
    watch = waters.scenario.watches[fleet.mark.at]
    return np.broadcast_to(is_open(watch, order, fleet.facts), len(fleet))


def sail_fleet(
    waters: Waters, fleet: Fleet, order: Order, chance: Chance, weight: float = 1
) -> Iterator[Fleet | Ended]:
    """Give every voyage of a fleet one order, turning out one way: those that go on, and end."""
    sailed, ship = _sailed(waters, fleet, order, chance, weight)
    afloat = np.ones(len(fleet), dtype=bool)
    for outcome, ends in ENDS:
        ended = ends(ship) & afloat
        if ended.any():
            afloat &= ~ended
            yield from _ended(waters, sailed.some(ended), outcome)
    if not afloat.all():
        sailed = sailed.some(afloat)
    if not len(sailed):
        return
    if sailed.mark.sailed >= WATCHES:
        yield from _ended(waters, sailed, Outcome.ADRIFT)
    elif sailed.mark.at not in waters.scenario.watches:
        yield from _ended(waters, sailed, Outcome(sailed.mark.at))
    else:
        yield _come_back(waters, sailed)


def _sailed(
    waters: Waters, fleet: Fleet, order: Order, chance: Chance, weight: float
) -> tuple[Fleet, Ship[Any]]:
    """The fleet after the watch, and its ships as they came out of it, past port or not."""
    by, before = many(), fleet.ship
    attention = attention_of(order.kind, order.effort, before.seamanship, by)
    passage = pass_watch(
        moved(before, waters.effects(fleet, order, chance), by),
        attention,
        waters.met(fleet),
        waters.way(fleet),
        by,
    )
    evenness, course, weights, *carried = fleet.figures[EVENNESS:]
    after = replace(passage.ship, progress=by.least(100.0, passage.ship.progress))
    figures = [
        *(getattr(after, field.name) for field in fields(Ship)),
        evenness + passage.hands.balance,
        course + (order.kind is Kind.COURSE),
        weights * weight,
        *carried,
    ]
    return Fleet(_marked(waters, fleet.mark, order, chance), np.stack(figures)), passage.ship


def _marked(waters: Waters, mark: Mark, order: Order, chance: Chance) -> Mark:
    """The mark after an order, everything still remembered."""
    past = {*mark.past, Visited(mark.at), Gave(order.id), *map(Flag, chance.sets)}
    promises = ((mark.sailed + later.after, waters.laters.index(later)) for later in order.later)
    return Mark(chance.goto, mark.sailed + 1, frozenset(past), (*mark.pending, *promises))


def _still_asked(waters: Waters, mark: Mark) -> Mark:
    """The mark without what nobody will ask any more, so that more voyages are alike."""
    unless = (plain(waters.laters[number].unless) for _, number in mark.pending)
    asked = waters.asks[mark.at].union(*unless)
    return replace(mark, past=mark.past & asked)


def _come_back(waters: Waters, fleet: Fleet) -> Fleet:
    """Consequences that are due as the next watch begins, each judged by what holds then."""
    mark, by = fleet.mark, many()
    for due, number in mark.pending:
        if due > mark.sailed:
            continue
        later = waters.laters[number]
        kept = all_hold(later.unless, fleet.facts) if later.unless else False
        waters.came_back(fleet, number, kept)
        hit = moved(fleet.ship, waters.hits(fleet, number), by)
        figures = fleet.figures.copy()
        for row, field in enumerate(fields(Ship)):
            figures[row] = by.where(kept, figures[row], getattr(hit, field.name))
        fleet = Fleet(mark, figures)
    waiting = tuple(pending for pending in mark.pending if pending[0] > mark.sailed)
    return Fleet(_still_asked(waters, replace(mark, pending=waiting)), fleet.figures)


def _ended(waters: Waters, fleet: Fleet, outcome: Outcome) -> Iterator[Ended]:
    """Voyages that are over, by their ending: the first whose conditions hold, or the last."""
    endings = [ending for ending in waters.scenario.endings if ending.outcome is outcome]
    left, mark = np.ones(len(fleet), dtype=bool), fleet.mark
    for ending in endings:
        fits = left if ending is endings[-1] else left & all_hold(ending.when, fleet.facts)
        if fits.any():
            left = left & ~fits
            figures = fleet.figures[:, fits]
            yield Ended(outcome, ending.id, mark.sailed, mark.at, mark.past, figures)
