"""Which order each of many voyages is given: what `Captain.choose` says, for all at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.ship.numbers import ONE
from game.ship.ship import new_ship
from game.ship.weather import Weather
from game.simulation.batch import BY, Batch, Mask, Numbers
from game.simulation.captains import ALIKE, Captain, VisibleState
from game.simulation.draws import Draws

if TYPE_CHECKING:
    from numpy.typing import NDArray


class BatchChoices:
    """The choices of some captains, each of whom sails in all of these seas.

    Of a batch's `own` columns the first is a sea's number, the second the voyage's: those of the
    first captain in each sea, then those of the second.
    """

    def __init__(self, seas: Draws, captains: Sequence[Captain]) -> None:
        self.seas, self.captains = seas, captains
        self._values = cache(self._values_in)

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch.

        can: by order (rows) and voyage, whether it can be given.
        """
        captain = batch.own[1] // len(self.seas)
        worth = self._worth(batch, captain, len(can))
        worth[~can] = -np.inf
        equals = worth >= worth.max(axis=0) - ALIKE
        luck = self.seas.luck(batch.sailed + 1)[batch.own[0]]
        passed = (luck * _count_true(equals)).astype(np.int8)
        chosen = np.zeros(len(batch), dtype=np.int16)
        for row, equal in enumerate(equals):
            chosen[equal & (passed == 0)] = row
            passed -= equal
        return chosen

    def _worth(self, batch: Batch, captain: Numbers, rows: int) -> NDArray[np.float64]:
        """What each order of its watch is worth to each voyage's captain."""
        columns = self.seas.columns
        first = columns.first[batch.place]
        values = self._values(batch.sailed + 1)
        at, last = captain * np.intp(values.shape[1]), len(columns.orders) - 1
        worth = np.stack(
            [values.ravel()[at + np.minimum(first + row, last)] for row in range(rows)]
        )
        for number, who in enumerate(self.captains):
            if not who.is_blind:
                low, high = np.searchsorted(captain, (number, number + 1))
                self._look(batch.some(slice(low, high)), who, worth[:, low:high])
        return worth

    def _look(self, batch: Batch, captain: Captain, worth: NDArray[np.float64]) -> None:
        """Write down what the orders are worth to a captain who looks at ship and forecast."""
        columns = self.seas.columns
        for place in np.unique(batch.place).tolist():
            here = np.flatnonzero(batch.place == place)
            there = batch.some(here)
            sight = VisibleState(
                batch.sailed + 1, there.ship, self.seas.forecast_of(place, there), BY
            )
            for row, order in enumerate(columns.table.watches[place].orders):
                worth[row, here] = captain.worth(columns.orders[order], sight)

    def _values_in(self, number: int) -> NDArray[np.float64]:
        """By captain and order: what it is worth in a watch to those who look at nothing."""
        sight = VisibleState(number, new_ship(), Weather(1.0, 0.0, 0.0), ONE)
        orders = self.seas.columns.orders
        return np.array([[who.worth(order, sight) for order in orders] for who in self.captains])


def _count_true(rows: Mask) -> NDArray[np.int8]:
    count = np.zeros(rows.shape[1], dtype=np.int8)
    for row in rows:
        count += row
    return count
