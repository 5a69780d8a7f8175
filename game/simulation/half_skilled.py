"""A captain who is right in six watches of ten, and what one order is worth in such hands."""

from __future__ import annotations

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

    order: by number in the scenario; it is given to every voyage that comes to its watch for the
    first time and can be given it. given: which voyages those were, a sea each.
    """

    def __init__(self, seas: Draws, order: int) -> None:
        row = seas.columns.table.orders[order]
        self.seas, self.watch = seas, row.watch
        self.row = order - seas.columns.table.watches[row.watch].orders[0]
        self.given: NDArray[np.bool_] = np.zeros(len(seas), dtype=np.bool_)
        self._came = self.given.copy()
        self._right, self._random = BatchChoices(seas, [NEED_FIRST]), BatchChoices(seas, [RANDOM])

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch."""
        sea = batch.own[0]
        luck = draw_each(self.seas.seeds, "half-skilled", batch.sailed + 1)[sea]
        chosen = np.where(luck < RIGHT, self._right.of(batch, can), self._random.of(batch, can))
        here = (batch.place == self.watch) & ~self._came[sea]
        self._came[sea[here]] = True
        forced = here & can[self.row] if here.any() else here
        self.given[sea[forced]] = True
        chosen[forced] = self.row
        return chosen
