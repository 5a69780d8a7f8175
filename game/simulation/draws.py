"""What voyages meet: the weather and the luck of many seeds, or with varied figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.scenario import UNTAUGHT
from game.ship.gauges import GAUGE_RANGES
from game.ship.ship import Ship
from game.ship.weather import FIGURES, Weather, ring_growth
from game.simulation.batch import BY, SHIP, Batch, Numbers
from game.simulation.columns import Columns, effects_of
from game.voyage.luck import (
    draw_each,
    luck_of_each,
    turn_of_each,
    weather_of_each,
)
from game.voyage.voyage import new_voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

Path = tuple[str | int, ...]
"""The keys of a figure in a scenario's file; of a consequence: `laters`, its number, the gauge."""


@dataclass(frozen=True, slots=True)
class Draws:
    """The seas of many seeds, drawn once, for each variant of a scenario, one after the other.

    A voyage's number among them is the first of a batch's `own` columns. start: the ships as they
    cast off. sky: wind, shift and complexity, by watch and voyage; forecast: as written, by variant
    and watch. leg: percent of the voyage that a perfect watch makes good, by variant. turned: the
    outcome of each order, by order and voyage; growing: of those of which a chance grows with
    seamanship, by their number, what decides it instead, by voyage. luck: by the watch's number,
    what decides among equals. outcomes, laters: by gauge, how far each of them moves it in each
    variant.
    """

    columns: Columns
    seeds: Sequence[int]
    variants: int
    start: Ship[NDArray[np.float64]]
    sky: NDArray[np.float64]
    forecast: Weather[NDArray[np.float64]]
    leg: NDArray[np.float64]
    turned: NDArray[np.int16]
    growing: Mapping[int, NDArray[np.float64]]
    luck: Callable[[int], NDArray[np.float64]]
    outcomes: Mapping[str, NDArray[np.float64]]
    laters: Mapping[str, NDArray[np.float64]]

    def __len__(self) -> int:
        return self.variants * len(self.seeds)

    def first(self, count: int) -> Draws:
        """The first seas of these, in the scenario as written."""
        return replace(
            self,
            seeds=self.seeds[:count],
            start=Ship(*(getattr(self.start, name)[:count] for name in SHIP)),
            sky=self.sky[..., :count].copy(),
            turned=self.turned[:, :count].copy(),
            growing={number: luck[:count] for number, luck in self.growing.items()},
            luck=lambda number: self.luck(number)[:count],
        )

    def weather(self, batch: Batch) -> Weather[Any]:
        """Each voyage's own."""
        at = batch.at * np.intp(len(self)) + batch.own[0]
        return Weather(*(figures.ravel().take(at) for figures in self.sky))

    def ring_growth(self, batch: Batch) -> Any:
        """Each voyage's own: as far as its current is announced."""
        return ring_growth(self.forecast.shift, BY)[self._variant(batch), batch.at]

    def forecast_of(self, place: int, batch: Batch) -> Weather[Any]:
        """The weather of a watch as it is announced: to each voyage's captain, or to all alike."""
        at, told = (self._variant(batch), place), self.forecast
        return Weather(told.wind[at], told.shift[at], told.complexity[at])

    def outcomes_of(self, batch: Batch, orders: Numbers) -> Numbers:
        """How each voyage's order turns out."""
        columns = self.columns
        if isinstance(batch.at, int) and columns.are_certain[batch.at]:
            first = columns.table.watches[batch.at].orders[0]
            return orders + (columns.table.orders[first].outcomes[0] - first)
        outcomes: Numbers = self.turned.ravel().take(orders * np.intp(len(self)) + batch.own[0])
        for number, luck in self.growing.items():
            gave = np.flatnonzero(orders == number)
            if len(gave):
                skill, own = batch.ship.seamanship[gave], luck[batch.own[0][gave]]
                turn = turn_of_each(columns.orders[number], own, skill, BY)
                outcomes[gave] = columns.table.orders[number].outcomes[0] + turn
        return outcomes

    def legs(self, batch: Batch) -> Any:
        """Each voyage's own, or the same for all."""
        return self.leg[self._variant(batch)]

    def effects(self, batch: Batch, outcomes: Numbers | int) -> dict[str, Any]:
        """As each voyage finds them."""
        variant = self._variant(batch)
        return {gauge: change[variant, outcomes] for gauge, change in self.outcomes.items()}

    def comes_back(self, batch: Batch, later: int) -> dict[str, Any]:
        """As each voyage finds them."""
        variant = self._variant(batch)
        effects = self.columns.table.laters[later].effects
        return {gauge: self.laters[gauge][variant, later] for gauge in effects}

    def _variant(self, batch: Batch) -> Any:
        """Each voyage's, or the only one."""
        return 0 if self.variants == 1 else batch.own[0] // len(self.seeds)


def draw_seas(columns: Columns, seeds: Sequence[int]) -> Draws:
    """The seas of these seeds, in the scenario as written."""
    scenario, table = columns.scenario, columns.table
    sky = np.empty((len(FIGURES), len(table.watches), len(seeds)))
    for number, watch in enumerate(table.watches):
        weather = weather_of_each(scenario, watch.id, seeds)
        for figure, name in enumerate(FIGURES):
            sky[figure, number] = getattr(weather, name)
    turned = np.empty((len(table.orders), len(seeds)), dtype=np.int16)
    growing = {}
    for number, (row, order) in enumerate(zip(table.orders, columns.orders, strict=True)):
        turned[number] = row.outcomes[0]
        if len(row.outcomes) > 1:
            luck = luck_of_each(order, table.watches[row.watch].id, seeds)
            turned[number] += turn_of_each(order, luck, UNTAUGHT, BY)
            if number in columns.growing:
                growing[number] = luck
    ship = new_voyage(scenario, 0).ship
    return Draws(
        columns=columns,
        seeds=seeds,
        variants=1,
        start=Ship(*(np.full(len(seeds), getattr(ship, name)) for name in SHIP)),
        sky=sky,
        forecast=Weather(*np.array([watch.weather for watch in table.watches]).T[:, None]),
        leg=np.array([table.leg]),
        turned=turned,
        growing=growing,
        luck=cache(lambda number: draw_each(seeds, "captain", number)),
        outcomes={gauge: change[None] for gauge, change in columns.effects.items()},
        laters={gauge: change[None] for gauge, change in effects_of(table.laters).items()},
    )


def vary(seas: Draws, variants: Sequence[Mapping[Path, float]]) -> Draws:
    """The same seas for each variant: by the path of a figure, how many times as large it is."""
    columns, table = seas.columns, seas.columns.table
    factors = _Factors(seas, variants)
    sky = [
        [
            factors.spread(("watches", watch.id, "weather", name), seas.sky[row, number])
            for number, watch in enumerate(table.watches)
        ]
        for row, name in enumerate(FIGURES)
    ]
    forecast = [
        [
            figure[0, number] * factors.of(("watches", watch.id, "weather", name))
            for number, watch in enumerate(table.watches)
        ]
        for name in FIGURES
        for figure in [getattr(seas.forecast, name)]
    ]
    outcomes: list[Path] = [
        ("watches", table.watches[order.watch].id, "orders", order.id, "outcomes", turn, "effects")
        for order in table.orders
        for turn in range(len(order.outcomes))
    ]
    laters: list[Path] = [("laters", number) for number in range(len(table.laters))]
    return Draws(
        columns=columns,
        seeds=list(seas.seeds),
        variants=len(variants),
        start=Ship(*(factors.started(name, getattr(seas.start, name)) for name in SHIP)),
        sky=np.array(sky),
        forecast=Weather(*(np.array(figure).T for figure in forecast)),
        leg=table.leg / factors.of(("voyage", "distance")),
        turned=np.tile(seas.turned, len(variants)),
        growing={number: np.tile(luck, len(variants)) for number, luck in seas.growing.items()},
        luck=cache(lambda number: np.tile(seas.luck(number), len(variants))),
        outcomes=factors.effects(outcomes, columns.effects),
        laters=factors.effects(laters, effects_of(table.laters)),
    )


class _Factors:
    """How many times as large each figure is in each variant."""

    def __init__(self, seas: Draws, variants: Sequence[Mapping[Path, float]]) -> None:
        self._seeds = len(seas.seeds)
        self._same = np.ones(len(variants))
        self._by_path: dict[Path, NDArray[np.float64]] = {}
        for number, changed in enumerate(variants):
            for path, factor in changed.items():
                self._by_path.setdefault(path, self._same.copy())[number] = factor

    def of(self, path: Path) -> NDArray[np.float64]:
        return self._by_path.get(path, self._same)

    def spread(self, path: Path, figures: NDArray[Any]) -> NDArray[Any]:
        """A figure of each sea, in each voyage: one sea after the other in each variant."""
        return np.tile(figures, len(self._same)) * np.repeat(self.of(path), self._seeds)

    def started(self, name: str, figures: NDArray[Any]) -> NDArray[Any]:
        """A figure of the ship as she casts off, within its gauge's range."""
        gauge = "course_error" if name == "reckoned" else name
        started = self.spread(("voyage", "start", gauge), figures)
        return np.clip(started, *GAUGE_RANGES[gauge]) if gauge in GAUGE_RANGES else started

    def effects(
        self, paths: Sequence[Path], written: Mapping[str, NDArray[Any]]
    ) -> dict[str, NDArray[np.float64]]:
        """By gauge: how far each outcome or consequence moves it, in each variant."""
        return {
            gauge: np.array(
                [
                    figure * self.of((*path, gauge))
                    for path, figure in zip(paths, change, strict=True)
                ]
            ).T
            for gauge, change in written.items()
        }
