"""One scenario with other figures in it, in the same weather and with the same luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from game.playtest.draws import Draws
from game.ship.weather import Weather

if TYPE_CHECKING:
    from numpy.typing import NDArray

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
