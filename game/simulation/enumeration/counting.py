"""All voyages from a batch onward, counted on arrays; part by part, so memory stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from game.ship.ship import Outcome
from game.simulation.batch import (
    Batch,
    Figures,
    batch_of,
    come_back,
    endings,
    offered,
    parted,
    sail_batch,
)
from game.simulation.census_result import Cells
from game.simulation.columns import ADDS, SHARED
from game.simulation.confidence import Interval
from game.simulation.enumeration.merging import Merging
from game.simulation.enumeration.order_list_counts import OrderListCounts
from game.simulation.one_sea import OneSea
from game.voyage.table import OUTCOMES
from game.voyage.voyage import Voyage

BLOCK = 10_000
"""About as many voyages are sailed at once; many more would not fit the processor's cache."""


def start_of(sea: OneSea, voyage: Voyage) -> Batch:
    """One voyage under way; its own columns: the mix so far, and how many voyages it is."""
    watches = sea.columns.scenario.watches
    given = zip(voyage.sailed, voyage.gave, strict=True)
    mix = sum(ADDS[watches[watch].orders[order].kind] for watch, order in given)
    own = (np.array([mix], dtype=np.int16), np.ones(1))
    return replace(batch_of(sea.columns, voyage), own=own)


class Counting:
    """A count of every voyage that is still open to a batch; `sail` it, then read `cells`.

    settled: lists of orders that have been settled so far, of `all` there could be; runs: how many
    ships were sailed to an end for that.
    """

    def __init__(self, sea: OneSea, start: Batch, *, merges: bool = True) -> None:
        self.sea, self.start = sea, start
        self.lists = OrderListCounts(sea)
        self.all = float(self.lists.count(int(start.place[0]), start.sailed))
        self.settled = 0.0
        self.runs = 0
        self._merging = Merging(sea.columns) if merges else None
        self._parts: list[Batch] = [start]
        self._counts: dict[tuple[int, int], Figures] = {}

    @property
    def waiting(self) -> int:
        """How many ships are still at sea."""
        return sum(map(len, self._parts))

    @property
    def memory(self) -> int:
        """Bytes that the ships at sea take."""
        return sum(part.bytes for part in self._parts)

    def bounds(self) -> Interval:
        """The least and the greatest share that can arrive, with what is still open."""
        cells = self.cells()
        arrived = sum(voyages for (how, *_), voyages in cells.items() if how is Outcome.ARRIVED)
        left = max(0.0, self.all - self.settled)
        every = cells.total() + left
        return Interval(arrived / every, (arrived + left) / every) if every else Interval(0.0, 1.0)

    def take_over(self, counted: Counting, order: str) -> None:
        """Sail the first watch, but for an order of which all that comes is counted already."""
        columns, start = self.sea.columns, self._parts.pop()
        watch = columns.table.watches[int(start.place[0])]
        but = next(number for number in watch.orders if columns.table.orders[number].id == order)
        self._sail_on(start, but)
        for (sailed, goto), counts in counted._counts.items():
            self._add(sailed, goto, counts)
        self.settled += counted.settled
        self.runs += counted.runs

    def sail(self) -> bool:
        """Sail one part on by one watch; whether any is still at sea."""
        if self._parts:
            part = self._parts.pop()
            if len(part) > BLOCK:
                self._parts += [
                    part.some(slice(first, first + BLOCK)) for first in range(0, len(part), BLOCK)
                ]
            else:
                self._sail_on(part)
        return bool(self._parts)

    def _sail_on(self, batch: Batch, but: int = -1) -> None:
        """Give every voyage each of its orders but one, in every way that it can turn out."""
        afloat = []
        for here in batch.by_place():
            for given, outcome in self._given(here, but):
                over, left = parted(self.sea.columns, sail_batch(self.sea, given, outcome))
                if len(over):
                    self._enter(over, int(self.sea.columns.goto[outcome]))
                if len(left):
                    afloat.append(left)
        if not afloat:
            return
        after = afloat[0].joined(afloat[1:])
        for _, _, returned in come_back(self.sea, after):
            after = returned
        self.look(after)
        self._parts.append(self._merging.merge(after) if self._merging else after)

    def _given(self, batch: Batch, but: int) -> Iterator[tuple[Batch, int]]:
        """Voyages in one watch that can be given an order, by each way that it can turn out.

        What is locked is settled: a list that comes to it is thrown away.
        """
        columns = self.sea.columns
        watch = columns.table.watches[int(batch.place[0])]
        for order, can in zip(watch.orders, offered(columns, batch), strict=True):
            if order == but:
                continue
            if not can.all():
                self._settle(batch.some(~can), order)
            for outcome, meets, weight in self._ways(batch.some(can), order):
                if len(meets):
                    yield replace(meets, own=(meets.own[0] + columns.adds[order], weight)), outcome

    def _settle(self, locked: Batch, order: int) -> None:
        """Throw away all lists that come to an order which none of these voyages can be given."""
        for outcome, _, weight in self._ways(locked, order):
            onward = int(self.sea.columns.goto[outcome])
            self.settled += float(weight.sum()) * self.lists.count(onward, locked.sailed + 1)

    def _ways(self, batch: Batch, order: int) -> Iterator[tuple[int, Batch, Figures]]:
        """The outcomes of an order, each with the voyages that meet it and what they count then."""
        if order not in self.sea.columns.growing:
            for outcome, chance in self.sea.ways[order]:
                yield outcome, batch, batch.own[-1] * chance
            return
        for outcome, chances in self.sea.growing_ways(order, batch.ship.seamanship):
            meets = np.flatnonzero(chances)
            yield outcome, batch.some(meets), batch.own[-1][meets] * chances[meets]

    def look(self, batch: Batch) -> None:
        """Voyages as a watch begins, or as they are over; who counts has no eyes for them."""

    def _enter(self, ended: Batch, goto: int) -> None:
        """Count voyages that are over and would have gone to this place: by ending, and by mix."""
        self.look(ended)
        mix, weight = ended.own
        shared, course = np.divmod(mix, SHARED)
        size, rows = ended.sailed + 1, len(self.sea.columns.table.endings)
        cell = (endings(self.sea.columns, ended) * np.intp(size) + course) * size + shared
        counted: Figures = np.bincount(cell, weight, rows * size * size).astype(float)
        self._add(ended.sailed, goto, counted.reshape(rows, size, size))
        self.settled += float(weight.sum()) * self.lists.count(goto, ended.sailed)
        self.runs += len(ended)

    def _add(self, sailed: int, goto: int, counts: Figures) -> None:
        before = self._counts.get((sailed, goto))
        self._counts[sailed, goto] = counts if before is None else before + counts

    def cells(self) -> Cells:
        """What became of all voyages so far; whole numbers unless chances are weighed."""
        cells: Cells = Counter()
        rows = self.sea.columns.table.endings
        for (sailed, goto), counts in self._counts.items():
            for number, course, shared in np.argwhere(counts).tolist():
                voyages = float(counts[number, course, shared])
                exact = voyages if self.sea.seed is None else int(voyages)
                key = OUTCOMES[rows[number].outcome], rows[number].id
                for (orders, *more), lists in self.lists.by_mix(goto, sailed).items():
                    mix = (sailed + orders, course + more[0], shared + more[1])
                    cells[*key, *mix] += exact * lists  # type: ignore[assignment]
        return cells
