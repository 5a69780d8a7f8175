"""Voyages that are alike in all that still matters are sailed as one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.conditions import BALANCE
from game.simulation.batch import SHIP, Batch
from game.simulation.columns import Columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

SEEN_ONLY = ("reckoned", "doubt")
"""What captains see of a ship; nothing comes of it."""
MIX = np.uint64(0x9E3779B97F4A7C15)
FEW, HOPELESS = 16, 4
"""Batches of this size show whether any are alike; after so many in vain, none is tried."""


class Merging:
    """Merges the voyages of one count, for as long as that gains anything."""

    def __init__(self, columns: Columns) -> None:
        self.columns, self.in_vain = columns, 0
        table = columns.table
        guards = [
            *(order.when for order in table.orders),
            *(order.strengthened_by for order in table.orders),
            *(later.unless for later in table.laters),
            *(ending.when for ending in table.endings),
        ]
        self.asks_balance = any(gauge == BALANCE for guard in guards for gauge, *_ in guard.gauges)
        self.promised = np.array(
            [
                outcome.order if table.orders[outcome.order].laters else -1
                for outcome in table.outcomes
            ]
        )

    def merge(self, batch: Batch) -> Batch:
        """The batch, one voyage for all that are alike; the last `own` column adds up."""
        if self.in_vain >= HOPELESS or len(batch) < FEW:
            return batch
        alike = self._alike(batch)
        order = np.argsort(_hash(alike), kind="stable")
        starts = np.zeros(len(batch), dtype=bool)
        starts[0] = True
        for column in alike:
            sorted_column = column[order]
            starts[1:] |= sorted_column[1:] != sorted_column[:-1]
        first = np.flatnonzero(starts)
        self.in_vain = 0 if len(first) < 0.9 * len(batch) else self.in_vain + 1
        if len(first) == len(batch):
            return batch
        merged = batch.some(order[first])
        weight = np.add.reduceat(batch.own[-1][order], first)
        return replace(merged, own=(*merged.own[:-1], weight))

    def _alike(self, batch: Batch) -> list[NDArray[Any]]:
        """The columns in which voyages must agree."""
        asked = self.columns.asked
        return [
            batch.place,
            *(word & asked[n][batch.place] for n, word in enumerate(batch.facts)),
            *(self.promised[outcomes] for outcomes in batch.past),
            *(getattr(batch.ship, name) for name in SHIP if name not in SEEN_ONLY),
            *((batch.evenness,) if self.asks_balance else ()),
            *batch.own[:-1],
        ]


def _hash(columns: list[NDArray[Any]]) -> NDArray[np.uint64]:
    mixed = np.zeros(len(columns[0]), dtype=np.uint64)
    for column in columns:
        bits = column.view(np.uint64) if column.dtype == float else column.astype(np.uint64)
        mixed = (mixed ^ bits) * MIX
        mixed ^= mixed >> np.uint64(29)
    return mixed
