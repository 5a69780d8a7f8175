"""What voyages meet: the weather and the luck of one seed, of many, or with varied figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from game.ship.gauges import GAUGE_RANGES
from game.ship.ship import Ship
from game.ship.weather import Weather
from game.simulation.batch import SHIP, Batch, Numbers
from game.simulation.columns import Columns, effects_of
from game.voyage.luck import chance_of_each, draw_each, weather_of, weather_of_each
from game.voyage.voyage import new_voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

Path = tuple[str | int, ...]
"""The keys of a figure in a scenario's file; of a consequence: `laters`, its number, the gauge."""
SKY = ("wind", "shift", "complexity")


class OneSea:
    """The weather and the luck of a seed, or without one the weather as written.

    ways: of each order, how it can turn out, each with its weight; together 1. outcome, weight:
    the same by way and order, -1 where there is no such way.
    """

    def __init__(self, columns: Columns, seed: int | None) -> None:
        self.columns, self.seed = columns, seed
        scenario, table = columns.scenario, columns.table
        sky = [
            watch.weather if seed is None else weather_of(scenario, watch.id, seed)
            for watch in scenario.watches.values()
        ]
        self._sky = Weather(*(np.array([getattr(each, name) for each in sky]) for name in SKY))
        self.ways = [self._ways(number) for number in range(len(table.orders))]
        self.most_ways = max(map(len, self.ways))
        self.outcome = np.full((self.most_ways, len(self.ways)), -1, dtype=np.int16)
        self.weight = np.zeros((self.most_ways, len(self.ways)))
        for number, ways in enumerate(self.ways):
            for row, (outcome, weight) in enumerate(ways):
                self.outcome[row, number], self.weight[row, number] = outcome, weight

    def _ways(self, number: int) -> list[tuple[int, float]]:
        row, order = self.columns.table.orders[number], self.columns.orders[number]
        watch = self.columns.table.watches[row.watch].id
        if self.seed is not None:
            turn = int(chance_of_each(order, watch, [self.seed])[0])
            return [(row.outcomes[turn], 1)]
        if len(row.outcomes) == 1:
            return [(row.outcomes[0], 1)]
        percents = [self.columns.table.outcomes[outcome].percent for outcome in row.outcomes]
        weighed = zip(row.outcomes, percents, strict=True)
        return [(outcome, percent / 100) for outcome, percent in weighed if percent]

    def weather(self, batch: Batch) -> Weather[Any]:
        """The same for all voyages in a watch."""
        sky, at = self._sky, batch.place
        return Weather(sky.wind[at], sky.shift[at], sky.complexity[at])

    def legs(self, batch: Batch) -> Any:
        """The same for all."""
        return self.columns.table.leg

    def effects(self, batch: Batch, outcomes: Numbers) -> dict[str, Any]:
        """As written."""
        return {gauge: change[outcomes] for gauge, change in self.columns.effects.items()}

    def comes_back(self, batch: Batch, later: int) -> dict[str, Any]:
        """As written."""
        return dict(self.columns.table.laters[later].effects)


@dataclass(frozen=True, slots=True)
class Draws:
    """The seas of many seeds, drawn once, for each variant of a scenario, one after the other.

    A voyage's number among them is the first of a batch's `own` columns. start: the ships as they
    cast off. sky: wind, shift and complexity, by watch and voyage. leg: percent of the voyage that
    a perfect watch makes good, by variant. turned: the outcome of each order, by order and voyage.
    luck: by the watch's number, what decides among equals. outcomes, laters: by gauge, how far each
    of them moves it in each variant.
    """

    columns: Columns
    seeds: Sequence[int]
    variants: int
    start: Ship[NDArray[np.float64]]
    sky: NDArray[np.float64]
    leg: NDArray[np.float64]
    turned: NDArray[np.int16]
    luck: Callable[[int], NDArray[np.float64]]
    outcomes: Mapping[str, NDArray[np.float64]]
    laters: Mapping[str, NDArray[np.float64]]

    def __len__(self) -> int:
        return self.variants * len(self.seeds)

    def weather(self, batch: Batch) -> Weather[Any]:
        """Each voyage's own."""
        at = batch.place * np.intp(len(self)) + batch.own[0]
        return Weather(*(figures.ravel()[at] for figures in self.sky))

    def legs(self, batch: Batch) -> Any:
        """Each voyage's own, or the same for all."""
        return self.leg[self._variant(batch)]

    def effects(self, batch: Batch, outcomes: Numbers) -> dict[str, Any]:
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
    sky = np.empty((len(SKY), len(table.watches), len(seeds)))
    for number, watch in enumerate(table.watches):
        weather = weather_of_each(scenario, watch.id, seeds)
        for row, name in enumerate(SKY):
            sky[row, number] = getattr(weather, name)
    turned = np.empty((len(table.orders), len(seeds)), dtype=np.int16)
    for number, order in enumerate(table.orders):
        turns = chance_of_each(columns.orders[number], table.watches[order.watch].id, seeds)
        turned[number] = order.outcomes[0] + turns
    ship = new_voyage(scenario, 0).ship
    return Draws(
        columns=columns,
        seeds=seeds,
        variants=1,
        start=Ship(*(np.full(len(seeds), getattr(ship, name)) for name in SHIP)),
        sky=sky,
        leg=np.array([table.leg]),
        turned=turned,
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
        for row, name in enumerate(SKY)
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
        leg=table.leg / factors.of(("voyage", "distance")),
        turned=np.tile(seas.turned, len(variants)),
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
