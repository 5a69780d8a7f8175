"""A scenario in one weather, compiled once for all the voyages that are simulated in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from game.scenario.model.conditions import Flag, Gave, Visited, plain
from game.scenario.model.scenario import Chance, Later, Order, Scenario
from game.ship.attention_cost import Kind
from game.ship.weather import Weather
from game.voyage.luck import chance_of, weather_of
from game.voyage.step import percent_a_watch
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.simulation.batch import Batch

PastFact = Flag | Visited | Gave
"""Something that is true of a voyage's past, and that a condition may ask."""


class SimContext:
    """A scenario with the weather and the luck of a seed.

    Without a seed the weather is as written, and every chance is taken, weighed by its percentage.
    """

    def __init__(self, scenario: Scenario, seed: int | None) -> None:
        self.scenario, self.seed = scenario, seed
        self.leg = percent_a_watch(scenario)
        self.weather = cache(self._weather)
        self.turns = cache(self._turns)
        self.lists = cache(self._lists)

    @cached_property
    def laters(self) -> list[Later]:
        """Every consequence that an order can bring back."""
        watches = self.scenario.watches.values()
        orders = (order for watch in watches for order in watch.orders.values())
        return [later for order in orders for later in order.later]

    @cached_property
    def asks(self) -> dict[str, frozenset[PastFact]]:
        """What conditions may still ask of the past, from each watch on."""
        scenario = self.scenario
        always = {past for ending in scenario.endings for past in plain(ending.when)}
        always |= {past for check in scenario.checks for past in plain(check.always)}
        asks = {watch: always | set(self._asked_in(watch)) for watch in scenario.watches}
        before: dict[str, int] = {}
        while before != (sizes := {watch: len(asked) for watch, asked in asks.items()}):
            before = sizes
            for watch, asked in asks.items():
                asked.update(*(asks[onward] for onward in scenario.onward(watch)))
        return {watch: frozenset(asked) for watch, asked in asks.items()}

    def _asked_in(self, watch: str) -> Iterator[PastFact]:
        for order in self.scenario.watches[watch].orders.values():
            yield from plain(order.when)
            for later in order.later:
                yield from plain(later.unless)

    def met(self, batch: Batch) -> Weather[Any]:
        """The weather that a batch meets in the watch to be decided: one for all, or for each."""
        return self.weather(batch.mark.at)

    def way(self, batch: Batch) -> Any:
        """Percent of the way that a perfect watch makes good: one figure for all, or for each."""
        return self.leg

    def effects(self, batch: Batch, order: Order, chance: Chance) -> Mapping[str, Any]:
        """What an order does to the gauges of a batch that is given it."""
        return chance.effects

    def hits(self, batch: Batch, later: int) -> Mapping[str, Any]:
        """What a consequence does to the gauges of a batch that it comes back to."""
        return self.laters[later].effects

    def came_back(self, batch: Batch, later: int, kept: Any) -> None:
        """Hears of a consequence that is due, and which of the batch are spared by its `unless`."""

    def _weather(self, watch: str) -> Weather[float]:
        if self.seed is None:
            return self.scenario.watches[watch].weather
        return weather_of(self.scenario, watch, self.seed)

    def _turns(self, watch: str, order: str) -> tuple[tuple[float, Chance], ...]:
        """How an order can turn out, each with its weight; together 1."""
        given: Order = self.scenario.watches[watch].orders[order]
        if self.seed is not None:
            return ((1, chance_of(given, watch, self.seed)),)
        if len(given.chances) == 1:
            return ((1, given.chances[0]),)
        return tuple((chance.percent / 100, chance) for chance in given.chances if chance.percent)

    def _lists(self, at: str, sailed: int) -> NDArray[Any]:
        """How many lists of orders lead on from here, locked ones too, ending as the road does.

        By how many orders are in them (rows), and how many of those are course orders (columns);
        whole numbers of any size unless chances are weighed.
        """
        import numpy as np

        if at not in self.scenario.watches or sailed >= WATCHES:
            return np.array([[1]], dtype=object)
        onward = [
            (weight * self.lists(chance.goto, sailed + 1), int(order.kind is Kind.COURSE))
            for order in self.scenario.watches[at].orders.values()
            for weight, chance in self.turns(at, order.id)
        ]
        size = 1 + max(len(lists) for lists, _ in onward)
        total = np.zeros((size, size), dtype=object)
        for lists, course in onward:
            total[1 : 1 + len(lists), course : course + len(lists)] += lists
        return total
