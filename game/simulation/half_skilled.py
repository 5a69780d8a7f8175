"""A captain who is right in six watches of ten, and what one order is worth in such hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.batch import Batch, Mask, Numbers
from game.simulation.batch_choices import BatchChoices
from game.simulation.captains import NEED_FIRST, RANDOM
from game.simulation.draws import Draws
from game.voyage.luck import draw_each

if TYPE_CHECKING:
    from numpy.typing import NDArray

RIGHT = 0.6
"""The share of watches in which she gives the order of the greater need, as it can be seen."""


class HalfSkilled:
    """Gives the order of the greater need in six watches of ten, else a random one.

    orders: by number in the scenario; each is tried in all seas, given to every voyage that comes
    to its watch for the first time and can be given it. given: which these were, order by order.
    """

    def __init__(self, seas: Draws, orders: Sequence[int]) -> None:
        table = seas.columns.table
        watches = [table.orders[order].watch for order in orders]
        firsts = [table.watches[watch].orders[0] for watch in watches]
        self.seas = seas
        self._watch = np.repeat(watches, len(seas))
        self._order = np.repeat(orders, len(seas)) - np.repeat(firsts, len(seas))
        self.given: NDArray[np.bool_] = np.zeros(len(self._watch), dtype=np.bool_)
        self._came = self.given.copy()
        self._right, self._random = BatchChoices(seas, [NEED_FIRST]), BatchChoices(seas, [RANDOM])
        self._luck = cache(lambda number: draw_each(seas.seeds, "half-skilled", number))

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch."""
        sea, voyage = batch.own
        alone = replace(batch, own=(sea, sea))
        luck = self._luck(batch.sailed + 1).take(sea)
        chosen = np.where(luck < RIGHT, self._right.of(alone, can), self._random.of(alone, can))
        here = np.flatnonzero((self._watch[voyage] == batch.place) & ~self._came[voyage])
        self._came[voyage[here]] = True
        forced = here[can[self._order[voyage[here]], here]]
        self.given[voyage[forced]] = True
        chosen[forced] = self._order[voyage[forced]]
        return chosen
