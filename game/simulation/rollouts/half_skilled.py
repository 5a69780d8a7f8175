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

    orders: of one watch, by number in the scenario; each is given to its voyages as they come to
    that watch for the first time and can be given it. given: which voyages those were.
    """

    def __init__(self, seas: Draws, orders: Sequence[int]) -> None:
        table = seas.columns.table
        self._seas = seas
        watch = {table.orders[order].watch for order in orders if order != HER_OWN}
        self._watch = watch.pop() if watch else HER_OWN
        first = table.watches[self._watch].orders[0]
        self._rows = np.array([HER_OWN if o == HER_OWN else o - first for o in orders])
        self.given: NDArray[np.bool_] = np.zeros(len(seas) * len(orders), dtype=np.bool_)
        self._came = self.given.copy()
        self._right, self._random = BatchChoices(seas, [NEED_FIRST]), BatchChoices(seas, [RANDOM])
        self._luck = cache(lambda number: draw_each(seas.seeds, HALF_SKILLED, number))

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch."""
        sea, voyage = batch.own
        one = replace(batch, own=(sea, sea))
        is_right = self._luck(batch.sailed + 1)[sea] < RIGHT
        chosen = np.where(is_right, self._right.of(one, can), self._random.of(one, can))
        here = np.flatnonzero((batch.place == self._watch) & ~self._came[voyage])
        self._came[voyage[here]] = True
        row = self._rows[voyage[here] // len(self._seas)]
        forced = (row != HER_OWN) & can[row, here]
        self.given[voyage[here[forced]]] = True
        chosen[here[forced]] = row[forced]
        return chosen
