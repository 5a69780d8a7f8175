"""All voyages from a batch onward, counted on arrays; part by part, so memory stays small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

import numpy as np

from game.ship.ship import Outcome
from game.simulation.batch import (
    Batch,
    Numbers,
    batch_of,
    come_back,
    endings,
    offered,
    sail_batch,
    under_way,
)
from game.simulation.census_result import Cells
from game.simulation.columns import ADDS, SHARED
from game.simulation.confidence import Interval
from game.simulation.enumeration.merging import Merging
from game.simulation.enumeration.order_list_counts import OrderListCounts
from game.simulation.one_sea import OneSea
from game.voyage.table import OUTCOMES
from game.voyage.voyage import Voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 8_192
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
        self._counts: dict[int, NDArray[np.float64]] = {}

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
        for sailed, counts in counted._counts.items():
            self._add(sailed, counts)
        self.settled += counted.settled
        self.runs += counted.runs

    def sail(self) -> bool:
        """Sail one part on by one watch; whether any is still at sea."""
        if self._parts:
            part, most = self._parts.pop(), BLOCK // self.sea.columns.most
            if len(part) > most:
                self._parts += [
                    part.some(slice(first, first + most)) for first in range(0, len(part), most)
                ]
            else:
                self._sail_on(part)
        return bool(self._parts)

    def _sail_on(self, batch: Batch, but: int = -1) -> None:
        """Give every voyage each of its orders but one, in every way that it can turn out."""
        columns = self.sea.columns
        chosen = self._all_alike(batch, but) or self._each_by_itself(batch, but)
        if not chosen:
            return
        given, outcomes, weights = chosen
        mix, weight = given.own
        mix = mix + columns.adds[columns.order_of[outcomes]]
        given = replace(given, own=(mix, weight * weights))
        after = sail_batch(self.sea, given, outcomes)
        afloat = under_way(columns, after)
        if not afloat.all():
            over = ~afloat
            self._enter(after.some(over), columns.goto[outcomes[over]])
            after = after.some(afloat)
        for _, _, returned in come_back(self.sea, after):
            after = returned
        self.look(after)
        if len(after):
            self._parts.append(self._merging.merge(after) if self._merging else after)

    def _all_alike(
        self, batch: Batch, but: int
    ) -> tuple[Batch, Numbers, NDArray[np.float64]] | None:
        """Where all have the same orders, and the same luck with them: whole columns are copied."""
        columns, at = self.sea.columns, batch.at
        if not isinstance(at, int) or columns.guards[at]:
            return None
        orders = [order for order in columns.table.watches[at].orders if order != but]
        ways = [way for order in orders for way in self.sea.ways[order]]
        if not ways or any(order in columns.growing for order in orders):
            return None
        outcomes, weights = zip(*ways, strict=True)
        return (
            batch.repeated(len(ways)),
            np.repeat(np.array(outcomes, dtype=np.int16), len(batch)),
            np.repeat(np.array(weights, dtype=float), len(batch)),
        )

    def _each_by_itself(
        self, batch: Batch, but: int
    ) -> tuple[Batch, Numbers, NDArray[np.float64]] | None:
        """Every voyage with each of its orders but one, in every way that it can turn out."""
        chosen = list(self._chosen(batch, but))
        if not chosen:
            return None
        parents, outcomes, weights = (np.concatenate(part) for part in zip(*chosen, strict=True))
        return batch.some(parents), outcomes, weights

    def _chosen(
        self, batch: Batch, but: int
    ) -> Iterator[tuple[Numbers, Numbers, NDArray[np.float64]]]:
        """Voyages by number, with the outcome of an order that each can be given, and its weight.

        What is locked is settled: a list that comes to it is thrown away.
        """
        columns, (_, weight) = self.sea.columns, batch.own
        onward = self.lists.counts(batch.sailed + 1)
        for row, can in enumerate(offered(columns, batch)):
            there = np.flatnonzero(columns.count[batch.place] > row)
            orders = columns.first[batch.place[there]] + np.int16(row)
            for ways in range(self.sea.most_ways):
                outcome = self.sea.outcome[ways, orders]
                if outcome.max(initial=-1) < 0:
                    continue
                weights = self.sea.weights(ways, orders, batch.ship.seamanship[there])
                real = (weights > 0) & (orders != but)
                which, outcome, weights = there[real], outcome[real], weights[real]
                ready = can[which]
                if not ready.all():
                    lost = ~ready
                    lists = onward[columns.goto[outcome[lost]]]
                    self.settled += float((weights[lost] * weight[which[lost]] * lists).sum())
                    which, outcome, weights = which[ready], outcome[ready], weights[ready]
                if len(which):
                    yield which, outcome, weights

    def look(self, batch: Batch) -> None:
        """Voyages as a watch begins, or as they are over; who counts has no eyes for them."""

    def _enter(self, ended: Batch, goto: Numbers) -> None:
        """Count voyages that are over, by ending, where they would have gone, and the mix."""
        self.look(ended)
        columns, (mix, weight) = self.sea.columns, ended.own
        shared, course = np.divmod(mix, SHARED)
        size = ended.sailed + 1
        shape = (len(columns.table.endings), columns.places, size, size)
        cell = endings(columns, ended) * np.intp(columns.places) + goto
        cell = (cell * size + course) * size + shared
        counted = np.bincount(cell, weights=weight, minlength=prod(shape))
        counts = np.asarray(counted, dtype=float).reshape(shape)
        self._add(ended.sailed, counts)
        self.settled += float(counts.sum(axis=(0, 2, 3)) @ self.lists.counts(ended.sailed))
        self.runs += len(ended)

    def _add(self, sailed: int, counts: NDArray[np.float64]) -> None:
        before = self._counts.get(sailed)
        self._counts[sailed] = counts if before is None else before + counts

    def cells(self) -> Cells:
        """What became of all voyages so far; whole numbers unless chances are weighed."""
        cells: Cells = Counter()
        rows = self.sea.columns.table.endings
        for sailed, counts in self._counts.items():
            for number, goto, course, shared in np.argwhere(counts).tolist():
                voyages = float(counts[number, goto, course, shared])
                exact = voyages if self.sea.seed is None else int(voyages)
                key = OUTCOMES[rows[number].outcome], rows[number].id
                for (orders, *more), lists in self.lists.by_mix(goto, sailed).items():
                    mix = (sailed + orders, course + more[0], shared + more[1])
                    cells[*key, *mix] += exact * lists  # type: ignore[assignment]
        return cells
