"""Which order each of many voyages is given: what `Captain.choose` says, for all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

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
        luck = self.seas.luck(batch.sailed + 1).take(batch.own[0])
        if not isinstance(batch.at, int) or self.seas.columns.guards[batch.at]:
            worth = self._worth(batch, len(can))
            worth[~can] = -np.inf
            return _choose(worth, luck)
        chosen = np.empty(len(batch), dtype=np.intp)
        for number, part in self._parts(batch):
            captain = self.captains[number]
            if captain.is_blind:
                chosen[part] = _choose_alike(self._blind_worth(batch, number), luck[part])
            else:
                worth = np.empty((len(can), part.stop - part.start))
                self._look(batch.some(part), captain, worth)
                chosen[part] = _choose(worth, luck[part])
        return chosen

    def _parts(self, batch: Batch) -> Iterator[tuple[int, slice]]:
        """Each captain that sails in a batch, by number, and where."""
        voyage, size = batch.own[1], len(self.seas)
        numbers = range(int(voyage[0]) // size, int(voyage[-1]) // size + 1)
        starts = np.searchsorted(voyage, [number * size for number in numbers]).tolist()
        for number, start, stop in zip(numbers, starts, [*starts[1:], len(batch)], strict=True):
            if start < stop:
                yield number, slice(start, stop)

    def _worth(self, batch: Batch, rows: int) -> NDArray[np.float64]:
        """What each order of its watch is worth to each voyage's captain."""
        columns = self.seas.columns
        first = columns.first[batch.place].astype(np.intp)
        values = self._values(batch.sailed + 1)
        at, last = batch.own[1] // len(self.seas) * values.shape[1], len(columns.orders) - 1
        flat = values.ravel()
        worth = np.stack([flat.take(at + np.minimum(first + row, last)) for row in range(rows)])
        for number, part in self._parts(batch):
            if not self.captains[number].is_blind:
                self._look(batch.some(part), self.captains[number], worth[:, part])
        return worth

    def _blind_worth(self, batch: Batch, captain: int) -> NDArray[np.float64]:
        """What each order of the watch that all are at is worth to a captain who looks at none."""
        orders = self.seas.columns.table.watches[batch.at].orders
        return self._values(batch.sailed + 1)[captain, orders[0] : orders[-1] + 1]

    def _look(self, batch: Batch, captain: Captain, worth: NDArray[np.float64]) -> None:
        """Write down what the orders are worth to a captain who looks at ship and forecast."""
        columns = self.seas.columns
        places = [batch.at] if isinstance(batch.at, int) else np.unique(batch.place).tolist()
        for place in places:
            here = slice(None) if len(places) == 1 else np.flatnonzero(batch.place == place)
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


def _choose(worth: NDArray[np.float64], luck: NDArray[np.float64]) -> Numbers:
    """By voyage: the row that is worth most; among equals, by its luck."""
    equals = worth >= worth.max(axis=0) - ALIKE
    passed = (luck * _count_true(equals)).astype(np.int8)
    chosen = np.zeros(len(luck), dtype=np.int8)
    for row, equal in enumerate(equals):
        chosen += np.int8(row) * (equal & (passed == 0))
        passed -= equal
    return chosen.astype(np.intp)


def _choose_alike(worth: NDArray[np.float64], luck: NDArray[np.float64]) -> Any:
    """The same where every row is worth the same to all voyages."""
    equals = np.flatnonzero(worth >= worth.max() - ALIKE)
    return equals[0] if len(equals) == 1 else equals.take((luck * len(equals)).astype(np.intp))


def _count_true(rows: Mask) -> NDArray[np.int8]:
    count = np.zeros(rows.shape[1], dtype=np.int8)
    for row in rows:
        count += row
    return count
