"""A captain who is right in six watches of ten; one order, at most, is given to her voyages."""

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
from game.simulation.rollouts.one_by_one import HALF_SKILLED, RIGHT
from game.voyage.luck import draw_each

if TYPE_CHECKING:
    from numpy.typing import NDArray

HER_OWN = -1
"""Stands for an order that she chooses herself."""


class HalfSkilled:
    """Gives the order of the greater need in six watches of ten, else a random one.

    Voyages come one order after the other, a sea each; of their `own` columns the first is the
    sea's number, the second the voyage's.

    orders: by number in the scenario; each is given to its voyages as they come to its watch for
    the first time and can be given it. given: which voyages those were.
    """

    def __init__(self, seas: Draws, orders: Sequence[int]) -> None:
        table = seas.columns.table
        watches = [HER_OWN if n == HER_OWN else table.orders[n].watch for n in orders]
        firsts = [0 if watch == HER_OWN else table.watches[watch].orders[0] for watch in watches]
        self._watch = np.repeat(watches, len(seas))
        self._order = np.repeat(orders, len(seas)) - np.repeat(firsts, len(seas))
        self.given: NDArray[np.bool_] = np.zeros(len(self._watch), dtype=np.bool_)
        self._came = self.given.copy()
        self._right, self._random = BatchChoices(seas, [NEED_FIRST]), BatchChoices(seas, [RANDOM])
        self._luck = cache(lambda number: draw_each(seas.seeds, HALF_SKILLED, number))

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
