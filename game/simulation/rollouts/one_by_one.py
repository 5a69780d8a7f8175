"""Where every open order leads, sailed one by one, for where numpy is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from game.scenario.model.scenario import Order
from game.ship.weather import Weather
from game.simulation.captains import NEED_FIRST, RANDOM
from game.simulation.rollouts.ends import Ends, Onward
from game.simulation.single_voyage import choice, open_orders
from game.voyage.flow import Flow
from game.voyage.luck import chance_of, draw, weather_of
from game.voyage.step import sail_watch
from game.voyage.voyage import Voyage

RIGHT = 0.6
"""The share of watches in which she gives the order of the greater need, as it can be seen."""
HALF_SKILLED = "half-skilled"
"""By this name is drawn in which watches she is right."""


class SeasOneByOne:
    """The seas of these seeds."""

    def __init__(self, flow: Flow, seeds: Sequence[int]) -> None:
        self._flow, self._seeds = flow, seeds
        self._endings = [ending.id for ending in flow.scenario.endings]

    def onward(self, voyage: Voyage, gave: str) -> Onward:
        """See `Onward`."""
        scenario = self._flow.scenario
        weather = weather_of(scenario, voyage.at, voyage.seed)
        orders = open_orders(scenario, voyage)
        given = scenario.watches[voyage.at].orders[gave]
        return Onward(
            {order.id: self._ends(voyage, order, weather) for order in orders},
            self._ends(voyage, given),
        )

    def unguided(self, voyage: Voyage) -> Ends:
        """By what the half-skilled captain orders."""
        return self._ends(voyage)

    def _ends(
        self, voyage: Voyage, order: Order | None = None, weather: Weather[float] | None = None
    ) -> Ends:
        """In every sea; without an order she gives her own, without weather it is the sea's."""
        ended = list(self._sail(voyage, order, weather))
        return Ends(
            tuple(self._endings.index(each.ending) for each in ended),
            tuple(each.ship.stability for each in ended),
        )

    def _sail(
        self, start: Voyage, order: Order | None, weather: Weather[float] | None
    ) -> Iterator[Voyage]:
        for seed in self._seeds:
            voyage = replace(start, seed=seed)
            if order:
                voyage = self._give(voyage, order, weather)
            while voyage.outcome is None:
                voyage = self._give(voyage, half_skilled_order(self._flow, voyage), None)
            yield voyage

    def _give(self, voyage: Voyage, order: Order, weather: Weather[float] | None) -> Voyage:
        sea = weather or weather_of(self._flow.scenario, voyage.at, voyage.seed)
        chance = chance_of(order, voyage.at, voyage.seed, voyage.ship.seamanship)
        return sail_watch(self._flow, voyage, order, chance, sea)[0]


def half_skilled_order(flow: Flow, voyage: Voyage) -> Order:
    """What the half-skilled captain orders now."""
    is_right = draw(voyage.seed, HALF_SKILLED, len(voyage.sailed) + 1) < RIGHT
    order = choice(flow, voyage, NEED_FIRST if is_right else RANDOM)
    return flow.scenario.watches[voyage.at].orders[order]
