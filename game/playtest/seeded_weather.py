"""The weather and the luck of many seeds, drawn once; also for a scenario with other figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.scenario import Scenario
from game.ship.weather import Weather
from game.simulation.captains import tie_breaker_of
from game.voyage.luck import chance_of, weather_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Draws:
    """A scenario's seas by seed; every array has a figure for each of the seeds.

    weather: by watch. turns: how an order of a watch turns out, by number among its chances.
    luck: what decides among equals, by the watch's number.
    """

    def __init__(self, scenario: Scenario, seeds: Sequence[int]) -> None:
        self.scenario, self.seeds = scenario, seeds
        self.weather: Callable[[str], Weather[Any]] = cache(self._weather)
        self.turns: Callable[[str, str], NDArray[Any]] = cache(self._turns)
        self.luck: Callable[[int], NDArray[Any]] = cache(self._luck)

    def scaled(self, path: tuple[str | int, ...], figure: Any, own: NDArray[Any]) -> Any:
        """A figure of the file as these voyages, by their number, find it: here as written."""
        return figure

    def _weather(self, watch: str) -> Weather[Any]:
        drawn = [weather_of(self.scenario, watch, seed) for seed in self.seeds]
        return Weather(
            np.array([weather.wind for weather in drawn]),
            np.array([weather.shift for weather in drawn]),
            np.array([weather.complexity for weather in drawn]),
        )

    def _turns(self, watch: str, order: str) -> NDArray[Any]:
        given = self.scenario.watches[watch].orders[order]
        if len(given.chances) == 1:
            return np.zeros(len(self.seeds), dtype=int)
        numbers = {id(chance): number for number, chance in enumerate(given.chances)}
        return np.array([numbers[id(chance_of(given, watch, seed))] for seed in self.seeds])

    def _luck(self, number: int) -> NDArray[Any]:
        return np.array([tie_breaker_of(seed, number) for seed in self.seeds])


Path = tuple[str | int, ...]


class Sweep(Draws):
    """The same seas for each variant of a scenario, one after the other.

    variants: for each, by the path of a figure, how many times as large it is.
    """

    def __init__(self, seas: Draws, sweep: Sequence[Mapping[Path, float]]) -> None:
        super().__init__(seas.scenario, list(seas.seeds) * len(sweep))
        self.base, self.size = seas, len(sweep)
        self.factors: dict[Path, NDArray[np.float64]] = {}
        for number, changed in enumerate(sweep):
            for path, factor in changed.items():
                self.factors.setdefault(path, np.ones(self.size))[number] = factor

    def scaled(self, path: Path, figure: Any, own: NDArray[Any]) -> Any:
        """The figure, as large as it is in the variants that are about it."""
        factors = self.factors.get(path)
        return figure if factors is None else figure * factors[own // len(self.base.seeds)]

    def _weather(self, watch: str) -> Weather[Any]:
        drawn = self.base.weather(watch)
        wind, shift = np.tile(drawn.wind, self.size), np.tile(drawn.shift, self.size)
        return Weather(wind, shift, np.tile(drawn.complexity, self.size))

    def _turns(self, watch: str, order: str) -> NDArray[Any]:
        return np.tile(self.base.turns(watch, order), self.size)

    def _luck(self, number: int) -> NDArray[Any]:
        return np.tile(self.base.luck(number), self.size)
