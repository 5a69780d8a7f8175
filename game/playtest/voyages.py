"""Voyages: one captain's, over many seeds, sailed at once; each as `step` would sail it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from game.playtest.seeded_weather import Draws
from game.scenario.model.conditions import all_hold
from game.scenario.model.scenario import Chance, Effects, Order, Scenario
from game.ship.gauges import GAUGE_RANGES
from game.ship.numbers import many
from game.ship.ship import Outcome, Ship
from game.ship.weather import Weather
from game.simulation.batch import (
    Batch,
    Ended,
    StateKey,
    batch_of,
    merge_batches,
    open_mask,
    sail_batch,
)
from game.simulation.captains import ALIKE, Captain, VisibleState
from game.simulation.sim_context import SimContext
from game.voyage.voyage import WATCHES, new_voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

SERIAL = -1
"""The row of a batch's figures that says which seed a voyage has, by number."""
NONE = -1
FIGURES = (*GAUGE_RANGES, "learning")
"""What is written down of a ship: her gauges, and the seamanship that the next watch will bring."""
OUTCOMES = tuple(Outcome)


@dataclass(frozen=True, slots=True)
class Voyages:
    """One captain's voyages, a column a seed. A watch's row is its number in the voyage, from 0.

    watches, orders, turns: what was sailed and given, and how it turned out, by number in the
    scenario, the watch and the order; NONE once the voyage is over. offered: the orders that
    could be given, as bits. gauges: watch by figure by voyage, as the watch begins, and at last;
    NaN beyond that. length: how many watches were sailed. returned: of each of the context'
    `laters`, in which watch it came back, or NONE. broken: of each of the scenario's checks,
    after how many watches it was first violated, or NONE.
    """

    captain: str
    seeds: tuple[int, ...]
    watches: NDArray[np.int16]
    orders: NDArray[np.int16]
    turns: NDArray[np.int16]
    offered: NDArray[np.int64]
    gauges: NDArray[np.float64]
    length: NDArray[np.int16]
    outcome: NDArray[np.int8]
    ending: NDArray[np.int16]
    returned: NDArray[np.int16]
    broken: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.seeds)

    @property
    def arrived(self) -> NDArray[np.bool_]:
        """Which of them arrived."""
        return np.asarray(self.outcome == OUTCOMES.index(Outcome.ARRIVED))


def sail_draws(seas: Draws, captain: Captain) -> Voyages:
    """Every voyage of one captain, from beginning to end."""
    trip = _Trip(seas, captain)
    start = batch_of(trip, new_voyage(seas.scenario, seas.seeds[0]))
    every = np.arange(len(seas.seeds))
    figures = np.concatenate([np.repeat(start.figures, len(every), axis=1), every[None]])
    for row, figure in enumerate(fields(Ship)):
        gauge = "course_error" if figure.name == "reckoned" else figure.name
        scaled = seas.scaled(("voyage", "start", gauge), figures[row], every)
        figures[row] = np.clip(scaled, *GAUGE_RANGES[gauge]) if gauge in GAUGE_RANGES else scaled
    batches = [Batch(start.mark, figures)]
    while batches:
        batches = merge_batches(batch for before in batches for batch in trip.onward(before))
    return trip.voyages()


class _Trip(SimContext):
    """The context of many seeds at once, and a record of what one captain does in them."""

    def __init__(self, seas: Draws, captain: Captain) -> None:
        super().__init__(seas.scenario, None)
        self.seas, self.captain, self.by = seas, captain, many()
        self.numbers = {watch: number for number, watch in enumerate(seas.scenario.watches)}
        size, rows = len(seas.seeds), min(WATCHES, _longest(seas.scenario))
        self.watches = np.full((rows, size), NONE, dtype=np.int16)
        self.orders, self.turned = self.watches.copy(), self.watches.copy()
        self.offered = np.zeros((rows, size), dtype=np.int64)
        self.gauges = np.full((rows + 1, len(FIGURES), size), np.nan)
        self.length = np.zeros(size, dtype=np.int16)
        self.outcome = np.zeros(size, dtype=np.int8)
        self.ending = np.zeros(size, dtype=np.int16)
        self.returned = np.full((len(self.laters), size), NONE, dtype=np.int16)
        self.broken = np.full((len(seas.scenario.checks), size), NONE, dtype=np.int16)

    def met(self, batch: Batch) -> Weather[Any]:
        """Each voyage's own weather."""
        weather, own = self.seas.weather(batch.mark.at), _serial(batch.figures)
        path = ("watches", batch.mark.at, "weather")
        return Weather(
            wind=self.seas.scaled((*path, "wind"), weather.wind[own], own),
            shift=self.seas.scaled((*path, "shift"), weather.shift[own], own),
            complexity=self.seas.scaled((*path, "complexity"), weather.complexity[own], own),
        )

    def way(self, batch: Batch) -> Any:
        """Shorter legs where the distance is longer."""
        own = _serial(batch.figures)
        return self.leg / self.seas.scaled(("voyage", "distance"), 1.0, own)

    def effects(self, batch: Batch, order: Order, chance: Chance) -> Mapping[str, Any]:
        """As each voyage finds them."""
        turn = next(number for number, one in enumerate(order.chances) if one is chance)
        path = ("watches", batch.mark.at, "orders", order.id, "outcomes", turn, "effects")
        return self._scaled(path, chance.effects, batch)

    def hits(self, batch: Batch, later: int) -> Mapping[str, Any]:
        """As each voyage finds them."""
        return self._scaled(("laters", later), self.laters[later].effects, batch)

    def _scaled(
        self, path: tuple[str | int, ...], effects: Effects, batch: Batch
    ) -> Mapping[str, Any]:
        own = _serial(batch.figures)
        return {
            gauge: self.seas.scaled((*path, gauge), change, own)
            for gauge, change in effects.items()
        }

    def came_back(self, batch: Batch, later: int, kept: Any) -> None:
        """Note the voyages that are hit."""
        hit = ~np.broadcast_to(kept, len(batch))
        self.returned[later, _serial(batch.figures)[hit]] = batch.mark.sailed

    def onward(self, batch: Batch) -> list[Batch]:
        """The batch's voyages after the captain's next order, those that are not over."""
        mark, own = batch.mark, _serial(batch.figures)
        orders = list(self.scenario.watches[mark.at].orders.values())
        offered = np.stack([open_mask(self, batch, order) for order in orders])
        given = self._chosen(batch, orders, offered)
        self._look(batch)
        self.watches[mark.sailed, own] = self.numbers[mark.at]
        self.orders[mark.sailed, own] = given
        self.offered[mark.sailed, own] = offered.T @ (1 << np.arange(len(orders)))
        onward = []
        for number, order in enumerate(orders):
            turns = self.seas.turns(mark.at, order.id)[own]
            for turn, chance in enumerate(order.chances):
                which = (given == number) & (turns == turn)
                if not which.any():
                    continue
                self.turned[mark.sailed, own[which]] = turn
                for came in sail_batch(self, batch.some(which), order, chance):
                    if isinstance(came, Batch):
                        onward.append(came)
                    else:
                        self._end(came)
        return onward

    def voyages(self) -> Voyages:
        """All that was recorded."""
        return Voyages(
            self.captain.name,
            tuple(self.seas.seeds),
            self.watches,
            self.orders,
            self.turned,
            self.offered,
            self.gauges,
            self.length,
            self.outcome,
            self.ending,
            self.returned,
            self.broken,
        )

    def _chosen(self, batch: Batch, orders: list[Order], offered: NDArray[Any]) -> NDArray[Any]:
        """The number of the order that each voyage is given, as `Captain.choose` says."""
        number = batch.mark.sailed + 1
        sky = self.scenario.watches[batch.mark.at].weather
        sight = VisibleState(number, batch.ship, sky, self.by)
        worth = np.stack(
            [np.broadcast_to(self.captain.worth(order, sight), len(batch)) for order in orders]
        )
        worth = np.where(offered, worth, -np.inf)
        equals = worth >= worth.max(axis=0) - ALIKE
        luck = self.seas.luck(number)[_serial(batch.figures)]
        nth = (luck * equals.sum(axis=0)).astype(int)
        chosen: NDArray[Any] = np.argmax(np.cumsum(equals, axis=0) > nth, axis=0)
        return chosen

    def _end(self, ended: Ended) -> None:
        own = _serial(ended.figures)
        names = [ending.id for ending in self.scenario.endings]
        self._look(Batch(StateKey(ended.goto, ended.sailed, ended.past, ()), ended.figures))
        self.length[own] = ended.sailed
        self.outcome[own] = OUTCOMES.index(ended.outcome)
        self.ending[own] = names.index(ended.ending)

    def _look(self, batch: Batch) -> None:
        """Write down the gauges, and which checks do not hold."""
        own, sailed, ship = _serial(batch.figures), batch.mark.sailed, batch.ship
        for row, figure in enumerate(FIGURES):
            self.gauges[sailed, row, own] = getattr(ship, figure)
        for number, check in enumerate(self.scenario.checks):
            wrong = own[~np.broadcast_to(all_hold(check.always, batch.facts), len(batch))]
            fresh = wrong[self.broken[number, wrong] == NONE]
            self.broken[number, fresh] = sailed


def _serial(figures: NDArray[Any]) -> NDArray[Any]:
    return np.asarray(figures[SERIAL], dtype=int)


def _longest(scenario: Scenario) -> int:
    """No voyage has more watches; one with a way back may have any number."""
    order = {watch: number for number, watch in enumerate(scenario.watches)}
    back = any(
        order[onward] <= order[watch] for watch in order for onward in scenario.onward(watch)
    )
    return WATCHES if back else scenario.ahead(scenario.first_watch)
