"""Luck and weather, drawn from the seed by name, so that no order changes what the sea will do."""

from __future__ import annotations

from hashlib import sha256, shake_256
from typing import TYPE_CHECKING

from game.scenario.model.scenario import Chance, Order, Scenario
from game.ship.weather import Weather

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def draw(seed: int, *names: str | int) -> float:
    """A number from 0 up to 1 that depends on the seed and these names alone, everywhere."""
    digest = sha256("|".join(map(str, (seed, *names))).encode()).digest()
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53


def draws(count: int, seed: int, *names: str | int) -> NDArray[np.float64]:
    """Many numbers from 0 up to 1 that depend on the seed and these names alone, everywhere."""
    import numpy as np

    digest = shake_256("|".join(map(str, (seed, *names))).encode()).digest(8 * count)
    return (np.frombuffer(digest, dtype=">u8") >> np.uint64(11)) / 2.0**53


def weather_of(scenario: Scenario, watch: str, seed: int) -> Weather[float]:
    """The weather this voyage will have in a watch: as written, give or take the variation."""
    written = scenario.watches[watch].weather

    def varied(figure: float, name: str) -> float:
        return figure * (1 + scenario.variation * (2 * draw(seed, "weather", watch, name) - 1))

    return Weather(
        wind=varied(written.wind, "wind"),
        shift=varied(written.shift, "shift"),
        complexity=varied(written.complexity, "complexity"),
    )


def chance_of(order: Order, watch: str, seed: int) -> Chance:
    """How the order will turn out in this voyage."""
    point = 100 * draw(seed, "chance", watch, order.id)
    for chance in order.chances:
        point -= chance.percent
        if point < 0:
            return chance
    return order.chances[-1]
