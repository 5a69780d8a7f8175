"""Batches: many voyages after equally many watches, sailed a watch at once, as `step` sails one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import cached_property
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from game.ship.numbers import many
from game.ship.passage import move_world, pass_watch
from game.ship.ship import ENDS, Outcome, Ship
from game.ship.weather import Weather
from game.simulation.columns import COMPARE, Columns, fact_masks
from game.voyage.step import ship_after_effects, strengthened
from game.voyage.table import OUTCOMES, Guard
from game.voyage.voyage import WATCHES, Voyage, gauges_of

Figures = NDArray[np.float64]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.integer[Any]]
SHIP = tuple(field.name for field in fields(Ship))
BY = many()
KEPT = 1 << 24
"""Bytes that stay with the program when they are freed, as columns are in every watch."""
np.empty(KEPT, np.uint8)  # glibc keeps twice the largest block that it has seen freed


@dataclass(frozen=True)
class Batch:
    """Voyages after equally many watches; each array has a figure for each of them.

    place: the watch to be decided, by number; beyond the watches, how the voyage ended. facts: what
    of the table's facts is true, as bits in words. past: the outcomes of the latest orders, newest
    last, as far back as a consequence may come from. ship: all the ships, with progress up to 100.
    evenness: the sum of every watch's balance. own: figures that only whoever sails them reads.
    """

    sailed: int
    place: Numbers
    facts: tuple[NDArray[np.uint64], ...]
    past: tuple[Numbers, ...]
    ship: Ship[Figures]
    evenness: Figures
    own: tuple[NDArray[Any], ...] = ()

    def __len__(self) -> int:
        return len(self.place)

    @cached_property
    def at(self) -> Numbers | int:
        """The place of each or, where all are at the same, that one: tables need one look then."""
        low, high = (int(self.place.min()), int(self.place.max())) if len(self) else (0, 1)
        return low if low == high else self.place

    @property
    def columns(self) -> list[NDArray[Any]]:
        """All of them, in the order in which `_each` takes them."""
        ships = (getattr(self.ship, name) for name in SHIP)
        return [self.place, *self.facts, *self.past, *ships, self.evenness, *self.own]

    @cached_property
    def bytes(self) -> int:
        """What its columns take."""
        return sum(column.nbytes for column in self.columns)

    def some(self, which: Mask | Numbers | slice) -> Batch:
        """A part of the batch; a number may stand more than once."""
        if isinstance(which, slice):
            return self._each(lambda column: column[which])
        if which.dtype == bool:
            return self if which.all() else self.some(np.flatnonzero(which))
        return self._each(lambda column: column.take(which))

    def by_place(self) -> list[Batch]:
        """Parts of the batch, each with all that are at one place."""
        if isinstance(self.at, int):
            return [self]
        return [self.some(self.place == place) for place in np.unique(self.place)]

    def joined(self, others: Sequence[Batch]) -> Batch:
        """This batch and others, after equally many watches, as one."""
        each = (batch.columns for batch in (self, *others))
        tied = map(np.concatenate, zip(*each, strict=True))
        return self._each(lambda _: next(tied))

    def _each(self, part: Callable[[NDArray[Any]], NDArray[Any]]) -> Batch:
        return Batch(
            self.sailed,
            part(self.place),
            tuple(map(part, self.facts)),
            tuple(map(part, self.past)),
            Ship(*(part(getattr(self.ship, name)) for name in SHIP)),
            part(self.evenness),
            tuple(map(part, self.own)),
        )


class Sea(Protocol):
    """What a batch meets: columns that are the same for all, and weather and effects by voyage."""

    @property
    def columns(self) -> Columns:
        """The scenario's."""

    def weather(self, batch: Batch) -> Weather[Any]:
        """The weather of the watch to be decided."""

    def ring_growth(self, batch: Batch) -> Any:
        """How far the ring grows in the watch to be decided, degrees."""

    def legs(self, batch: Batch) -> Any:
        """Percent of the voyage that a perfect watch makes good."""

    def effects(self, batch: Batch, outcomes: Numbers | int) -> Mapping[str, Any]:
        """What these outcomes, one for each voyage or the same for all, do to the gauges."""

    def comes_back(self, batch: Batch, later: int) -> dict[str, Any]:
        """What a consequence, by its number, does to the gauges of those that it comes back to."""


def batch_of(columns: Columns, voyage: Voyage) -> Batch:
    """One voyage under way, as a batch."""
    table = columns.table
    places = {watch.id: number for number, watch in enumerate(table.watches)}
    gave = [
        next(
            table.orders[number].outcomes[0]
            for number in table.watches[places[watch]].orders
            if table.orders[number].id == order
        )
        for watch, order in zip(voyage.sailed, voyage.gave, strict=True)
    ]
    true = {*voyage.flags, *(f"visited {watch}" for watch in voyage.sailed)}
    true |= {f"gave {order}" for order in voyage.gave}
    bits = sum(1 << number for number, fact in enumerate(table.facts) if fact in true)
    return Batch(
        sailed=len(voyage.sailed),
        place=np.array([places[voyage.at]], dtype=np.int16),
        facts=tuple(
            np.array([bits >> 64 * word & 2**64 - 1], dtype=np.uint64)
            for word in range(columns.words)
        ),
        past=tuple(
            np.array([outcome], dtype=np.int16) for outcome in _latest(gave, columns.remembers)
        ),
        ship=Ship(*(np.array([figure]) for figure in astuple(voyage.ship))),
        evenness=np.array([voyage.evenness]),
    )


def _latest(past: Sequence[Any], most: int) -> Sequence[Any]:
    return past[max(0, len(past) - most) :]


def gauge_columns(batch: Batch) -> dict[str, Figures]:
    """The gauges that conditions may read."""
    gauges: dict[str, Figures] = gauges_of(batch.ship, batch.evenness, batch.sailed)
    return gauges


def holds(columns: Columns, batch: Batch, guard: Guard) -> Any:
    """In which voyages all of a guard's conditions hold: a mask, or True for all of them."""
    held: Any = True
    for word, asked, true in fact_masks(guard, columns.words):
        held = held & ((batch.facts[word] & np.uint64(asked)) == np.uint64(true))
    if guard.gauges:
        gauges = gauge_columns(batch)
        for gauge, comparison, figure, wanted in guard.gauges:
            held = held & (COMPARE[comparison](gauges[gauge], figure) ^ (not wanted))
    return held


def offered(columns: Columns, batch: Batch) -> Mask:
    """By order of its watch (rows) and voyage: which can be given, as `is_open` says."""
    if isinstance(batch.at, int):
        can = np.ones((columns.count[batch.at], len(batch)), dtype=bool)
        if not columns.guards[batch.at]:
            return can
        for row, guard in columns.guards[batch.at]:
            can[row] &= holds(columns, batch, guard)
    else:
        can = np.arange(columns.most)[:, None] < columns.count[batch.place]
        for watch in np.unique(batch.place).tolist():
            for row, guard in columns.guards[watch]:
                can[row] &= holds(columns, batch, guard) | (batch.place != watch)
    can[0] |= ~can.any(axis=0)
    return can


def sail_batch(sea: Sea, batch: Batch, outcomes: Numbers | int) -> Batch:
    """Every voyage of a batch after one order, by how it turns out; those that end come along.

    outcomes: one for each voyage, or one that is the same for all and sooner reckoned.
    """
    columns, before = sea.columns, batch.ship
    attention = columns.spend(columns.order_of[outcomes], before.seamanship)
    weather = sea.weather(batch)
    met = move_world(before, weather.shift, sea.ring_growth(batch), BY)
    ship = ship_after_effects(met, _effects(sea, batch, outcomes), BY)
    passage = pass_watch(ship, attention, weather, sea.legs(batch), BY)
    after = passage.ship
    watches = len(columns.table.watches)
    chosen = np.empty_like(batch.place)
    chosen[:] = outcomes
    place = columns.goto.take(chosen)
    sailed = batch.sailed + 1
    if sailed >= WATCHES:
        place[:] = watches + OUTCOMES.index(Outcome.ADRIFT)
    for outcome, ends in reversed(ENDS):
        ended = ends(after)
        if ended.any():
            place[ended] = watches + OUTCOMES.index(outcome)
    return Batch(
        sailed,
        place,
        tuple(word | columns.facts[n][outcomes] for n, word in enumerate(batch.facts)),
        tuple(_latest((*batch.past, chosen), columns.remembers)),
        replace(after, progress=np.minimum(100.0, after.progress)),
        batch.evenness + passage.hands.balance,
        batch.own,
    )


def _effects(sea: Sea, batch: Batch, outcomes: Numbers | int) -> Mapping[str, Any]:
    """What these outcomes do to the gauges, strengthened where what an order builds on holds."""
    columns, effects = sea.columns, sea.effects(batch, outcomes)
    given, stronger = columns.order_of[outcomes], np.zeros(len(batch), dtype=np.bool_)
    for order, guard in columns.strengthened:
        here = given == order
        if here.any():
            stronger |= here & holds(columns, batch, guard)
    if not stronger.any():
        return effects
    doubled = strengthened(effects, BY)
    return {gauge: np.where(stronger, doubled[gauge], effects[gauge]) for gauge in effects}


def parted(columns: Columns, batch: Batch) -> tuple[Batch, Batch]:
    """The voyages that are over, and those that are not."""
    afloat = under_way(columns, batch)
    return batch.some(~afloat), batch.some(afloat)


def under_way(columns: Columns, batch: Batch) -> Mask:
    """Which voyages are not over."""
    return np.asarray(batch.place < len(columns.table.watches))


def come_back(sea: Sea, batch: Batch) -> Iterator[tuple[int, Mask, Batch]]:
    """Consequences that are due as the next watch begins, each judged by what holds then.

    Yields the number of each that is due, whom it hits, and the batch after it.
    """
    columns = sea.columns
    given: dict[int, Numbers] = {}
    for number, later in columns.laters:
        if later.after > len(batch.past):
            continue
        if later.after not in given:
            given[later.after] = columns.order_of[batch.past[-later.after]]
        due = given[later.after] == later.order
        if not due.any():
            continue
        hit = due & ~holds(columns, batch, later.unless) if later.unless else due
        batch = replace(batch, ship=_hit(batch, hit, sea.comes_back(batch, number)))
        yield number, hit, batch


def _hit(batch: Batch, hit: Mask, effects: dict[str, Any]) -> Ship[Figures]:
    ship = ship_after_effects(batch.ship, effects, BY)
    changed = {
        name: np.where(hit, getattr(ship, name), getattr(batch.ship, name))
        for name in SHIP
        if getattr(ship, name) is not getattr(batch.ship, name)
    }
    return replace(ship, **changed)


def endings(columns: Columns, batch: Batch) -> Numbers:
    """Of voyages that are over: how each is told, by number."""
    watches = len(columns.table.watches)
    ending = np.zeros(len(batch), dtype=np.int16)
    for outcome in np.unique(batch.place).tolist():
        told = [
            number
            for number, row in enumerate(columns.table.endings)
            if row.outcome == outcome - watches
        ]
        left = batch.place == outcome
        for number in told:
            when = columns.table.endings[number].when
            fits = left if number == told[-1] else left & holds(columns, batch, when)
            ending[fits] = number
            left = left & ~fits
    return ending
