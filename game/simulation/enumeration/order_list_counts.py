"""How many lists of orders there are: what a captain could have decided on before casting off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.columns import SHARED
from game.simulation.one_sea import OneSea
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray

Mix = tuple[int, int, int]
"""How many orders there are in a list, how many of course, and how many taught or shared."""


class OrderListCounts:
    """Lists of orders that lead on from a watch, locked ones too, ending as the road does."""

    def __init__(self, sea: OneSea) -> None:
        self.sea = sea
        self.by_mix = cache(self._by_mix)
        self.count = cache(self._count)

    def _by_mix(self, at: int, sailed: int) -> Mapping[Mix, float]:
        """How many there are from a place, by number, once so many watches are sailed.

        Whole numbers of any size unless chances are weighed.
        """
        columns = self.sea.columns
        table = columns.table
        if at >= len(table.watches) or sailed >= WATCHES:
            return {(0, 0, 0): 1}
        total: Counter[Mix] = Counter()
        for order in table.watches[at].orders:
            shared, course = divmod(int(columns.adds[order]), SHARED)
            for outcome, weight in self.sea.ways[order]:
                onward = self.by_mix(table.outcomes[outcome].goto, sailed + 1)
                for (orders, led, taught), lists in onward.items():
                    mix = (orders + 1, led + course, taught + shared)
                    total[mix] += weight * lists  # type: ignore[assignment]
        return total

    def _count(self, at: int, sailed: int) -> float:
        """How many there are; a whole number of any size unless chances are weighed."""
        table = self.sea.columns.table
        if at >= len(table.watches) or sailed >= WATCHES:
            return 1
        return sum(
            weight * self.count(table.outcomes[outcome].goto, sailed + 1)
            for order in table.watches[at].orders
            for outcome, weight in self.sea.ways[order]
        )

    def counts(self, sailed: int) -> NDArray[np.float64]:
        """How many there are, by place."""
        places = range(self.sea.columns.places)
        return np.array([float(self.count(at, sailed)) for at in places])
