"""What all voyages of one seed meet, or of none: one weather, and each way that luck can turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.scenario import UNTAUGHT
from game.ship.weather import FIGURES, Weather, ring_growth
from game.simulation.batch import BY, Batch, Numbers
from game.simulation.columns import Columns
from game.voyage.luck import luck_of_each, percents_of, turn_of_each, weather_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


class OneSea:
    """The weather and the luck of a seed, or without one the weather as written.

    ways: of each order, how it can turn out for a crew of the skill for which chances are written,
    each with its weight; together 1. outcome: of an order (columns) each way that any crew may meet
    (rows), -1 where there is no such way; for their weights see `weights`.
    """

    def __init__(self, columns: Columns, seed: int | None) -> None:
        self.columns, self.seed = columns, seed
        scenario, table = columns.scenario, columns.table
        sky = [
            watch.weather if seed is None else weather_of(scenario, watch.id, seed)
            for watch in scenario.watches.values()
        ]
        self._sky = Weather(*(np.array([getattr(each, name) for each in sky]) for name in FIGURES))
        shifts = np.array([watch.weather.shift for watch in scenario.watches.values()])
        self._ring_growth = ring_growth(shifts, BY)
        weights = [self._weigh(number, UNTAUGHT) for number in range(len(table.orders))]
        self.ways = [
            [
                (way, weight if seed is None else 1)
                for way, weight in zip(order.outcomes, by_way, strict=True)
                if weight
            ]
            for order, by_way in zip(table.orders, weights, strict=True)
        ]
        rows = list(self.ways)
        for number in columns.growing:
            rows[number] = [(way, 0) for way in table.orders[number].outcomes]
        self.most_ways = max(map(len, rows))
        self.outcome = np.full((self.most_ways, len(rows)), -1, dtype=np.int16)
        self._weight = np.zeros((self.most_ways, len(rows)))
        for number, ways in enumerate(rows):
            for row, (way, weight) in enumerate(ways):
                self.outcome[row, number], self._weight[row, number] = way, weight

    def _weigh(self, number: int, seamanship: Any) -> list[Any]:
        """How likely each way of an order is to a crew of this skill; with a seed 0 or 1."""
        order = self.columns.orders[number]
        ways = range(len(order.chances))
        if len(ways) == 1:
            return [1]
        if self.seed is None:
            return [percent / 100 for percent in percents_of(order, seamanship, BY)]
        watch = self.columns.table.watches[self.columns.table.orders[number].watch].id
        luck = luck_of_each(order, watch, [self.seed])
        turn = turn_of_each(order, luck, seamanship, BY)
        return [turn == way for way in ways]

    def weights(self, way: int, orders: Numbers, seamanship: NDArray[np.float64]) -> Any:
        """How likely each voyage's order is to go this way, 0 to 1: by row of `outcome`."""
        weights = self._weight[way, orders]
        for number in self.columns.growing:
            which = orders == number
            if which.any() and way < len(self.columns.orders[number].chances):
                weights[which] = self._weigh(number, seamanship[which])[way]
        return weights

    def growing_ways(
        self, order: int, seamanship: NDArray[np.float64]
    ) -> Iterator[tuple[int, NDArray[np.float64]]]:
        """Each outcome of an order that grows with seamanship, and how likely for each voyage."""
        outcomes = self.columns.table.orders[order].outcomes
        for outcome, weights in zip(outcomes, self._weigh(order, seamanship), strict=True):
            yield outcome, np.broadcast_to(weights, len(seamanship))

    def weather(self, batch: Batch) -> Weather[Any]:
        """The same for all voyages in a watch."""
        sky, at = self._sky, batch.at
        return Weather(sky.wind[at], sky.shift[at], sky.complexity[at])

    def ring_growth(self, batch: Batch) -> Any:
        """The same for all voyages in a watch."""
        return self._ring_growth[batch.at]

    def legs(self, batch: Batch) -> Any:
        """The same for all."""
        return self.columns.table.leg

    def effects(self, batch: Batch, outcomes: Numbers | int) -> Mapping[str, Any]:
        """As written."""
        if isinstance(outcomes, int):
            return self.columns.table.outcomes[outcomes].effects
        return {gauge: change[outcomes] for gauge, change in self.columns.effects.items()}

    def comes_back(self, batch: Batch, later: int) -> dict[str, Any]:
        """As written."""
        return dict(self.columns.table.laters[later].effects)
