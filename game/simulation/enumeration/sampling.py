"""Random voyages, where there are too many to count; each list of orders as likely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.batch import (
    Batch,
    Numbers,
    come_back,
    endings,
    offered,
    sail_batch,
    under_way,
)
from game.simulation.census_result import Cells
from game.simulation.columns import SHARED
from game.simulation.enumeration.order_list_counts import OrderListCounts
from game.simulation.one_sea import OneSea
from game.voyage.luck import draws
from game.voyage.table import OUTCOMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENOUGH, FEWER = 20_000, 2_000
"""Voyages in a sample: their share is then known to 0.7 points; and to 2, where many are taken."""
ROUNDS = 50
"""The most times that as many lists are drawn, most of which may hold an order that is locked."""


def sample_voyages(
    sea: OneSea, start: Batch, tell: Callable[[float], None], enough: int = ENOUGH
) -> Cells:
    """What became of so many random lists of orders from here on; the same ones each time.

    A list is drawn from all there are, each as likely, and thrown away if it comes to a locked
    order: so those that are left are drawn evenly from the voyages that a census would count.
    """
    sampling = _Sampling(sea)
    for number in range(ROUNDS):
        size = min(ENOUGH, enough << number)  # the more in vain, the more at once
        sampling.sail(start.some(np.zeros(size, dtype=np.intp)))
        tell(min(1.0, max(sampling.taken / enough, (number + 1) / ROUNDS)))
        if sampling.taken >= enough:
            break
    return sampling.cells


class _Sampling:
    """Lists of orders, drawn one order at a time by how many lists go on from it."""

    def __init__(self, sea: OneSea) -> None:
        self.sea, self.lists = sea, OrderListCounts(sea)
        self.cells: Cells = Counter()
        self.taken = 0
        self._serial = count()

    def sail(self, batch: Batch) -> None:
        """Sail every voyage of a batch to its end, or to a locked order."""
        columns = self.sea.columns
        while len(batch):
            row, outcomes = self._next(batch)
            can = offered(columns, batch)[row, np.arange(len(batch))]
            batch, outcomes = batch.some(can), outcomes[can]
            mix = batch.own[0] + columns.adds[columns.order_of[outcomes]]
            batch = replace(batch, own=(mix, *batch.own[1:]))
            after = sail_batch(self.sea, batch, outcomes)
            afloat = under_way(columns, after)
            self._enter(after.some(~afloat), columns.goto[outcomes[~afloat]])
            batch = after.some(afloat)
            for _, _, returned in come_back(self.sea, batch):
                batch = returned

    def _next(self, batch: Batch) -> tuple[Numbers, Numbers]:
        """An order for each voyage, by number in its watch, and how it turns out."""
        columns, sea = self.sea.columns, self.sea
        onward = self.lists.counts(batch.sailed + 1)
        options = [(row, way) for row in range(columns.most) for way in range(sea.most_ways)]
        outcome = np.full((len(options), len(batch)), -1, dtype=np.int16)
        lists = np.zeros(outcome.shape)
        for number, (row, way) in enumerate(options):
            there = np.flatnonzero(columns.count[batch.place] > row)
            orders = columns.first[batch.place[there]] + np.int16(row)
            outcome[number, there] = sea.outcome[way, orders]
            weights = sea.weights(way, orders, batch.ship.seamanship[there])
            lists[number, there] = weights * onward[columns.goto[outcome[number, there]]]
        upto = np.cumsum(lists, axis=0)
        option = (upto <= self._draws(len(batch)) * upto[-1]).sum(axis=0)
        return option // sea.most_ways, outcome[option, np.arange(len(batch))]

    def _enter(self, ended: Batch, goto: Numbers) -> None:
        """Write down voyages that have ended, with the rest of each list."""
        columns = self.sea.columns
        how = endings(columns, ended)
        for ending, place in np.unique(np.stack((how, goto)), axis=1).T.tolist():
            row = columns.table.endings[ending]
            given = ended.own[0][(how == ending) & (goto == place)]
            lists = self.lists.by_mix(place, ended.sailed)
            mixes = sorted(lists)
            upto = np.cumsum([float(lists[mix]) for mix in mixes])
            rest = np.searchsorted(upto, self._draws(len(given)) * upto[-1], side="right")
            for number, mix in zip(rest.tolist(), given.tolist(), strict=True):
                (orders, more, more_shared), (shared, course) = mixes[number], divmod(mix, SHARED)
                cell = (ended.sailed + orders, course + more, shared + more_shared)
                self.cells[OUTCOMES[row.outcome], row.id, *cell] += 1
            self.taken += len(given)

    def _draws(self, size: int) -> NDArray[np.float64]:
        return draws(size, self.sea.seed or 0, "census", next(self._serial))
