"""How many lists of orders there are: what a captain could have decided on before casting off."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from game.simulation.one_sea import OneSea
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray


class OrderListCounts:
    """Lists of orders that lead on from a watch, locked ones too, ending as the road does."""

    def __init__(self, sea: OneSea) -> None:
        self.sea = sea
        self.by_orders = cache(self._by_orders)
        self.count = cache(self._count)

    def _by_orders(self, at: int, sailed: int) -> NDArray[Any]:
        """How many there are from a place, by number, once so many watches are sailed.

        By how many orders are in them (rows), and how many of those are course orders (columns);
        whole numbers of any size unless chances are weighed.
        """
        columns = self.sea.columns
        table = columns.table
        if at >= len(table.watches) or sailed >= WATCHES:
            return np.array([[1]], dtype=object)
        onward = [
            (weight * self.by_orders(table.outcomes[outcome].goto, sailed + 1), course)
            for order in table.watches[at].orders
            for course in [int(columns.is_course[order])]
            for outcome, weight in self.sea.ways[order]
        ]
        size = 1 + max(len(lists) for lists, _ in onward)
        total = np.zeros((size, size), dtype=object)
        for lists, course in onward:
            total[1 : 1 + len(lists), course : course + len(lists)] += lists
        return total

    def _count(self, at: int, sailed: int) -> float:
        return float(self.by_orders(at, sailed).sum())

    def counts(self, sailed: int) -> NDArray[np.float64]:
        """How many there are, by place."""
        return np.array([self.count(at, sailed) for at in range(self.sea.columns.places)])
