"""Luck and weather, drawn from the seed by name, so that no order changes what the sea will do.

Each stands here once, for one seed (floats) and for the seeds of many voyages (arrays).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256, shake_256
from typing import TYPE_CHECKING, Any

from game.scenario.model.scenario import Chance, Order, Scenario
from game.ship.weather import Weather

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def draw(seed: int, *names: str | int) -> float:
    """A number from 0 up to 1 that depends on the seed and these names alone, everywhere."""
    digest = sha256("|".join(map(str, (seed, *names))).encode()).digest()
    return (int.from_bytes(digest[:8], "big") >> 11) / 2**53


def draw_each(seeds: Iterable[int], *names: str | int) -> NDArray[np.float64]:
    """`draw` for each of the seeds."""
    import numpy as np

    tail = "|".join(("", *map(str, names))).encode()
    digests = b"".join([sha256(b"%d%b" % (seed, tail)).digest() for seed in seeds])
    return (np.frombuffer(digests, dtype=">u8")[::4] >> np.uint64(11)) / 2.0**53


def draws(count: int, seed: int, *names: str | int) -> NDArray[np.float64]:
    """Many numbers from 0 up to 1 that depend on the seed and these names alone, everywhere."""
    import numpy as np

    digest = shake_256("|".join(map(str, (seed, *names))).encode()).digest(8 * count)
    return (np.frombuffer(digest, dtype=">u8") >> np.uint64(11)) / 2.0**53


def weather_of(scenario: Scenario, watch: str, seed: int) -> Weather[float]:
    """The weather this voyage will have in a watch: as written, give or take the variation."""
    return _varied(scenario, watch, lambda *names: draw(seed, *names))


def weather_of_each(scenario: Scenario, watch: str, seeds: Sequence[int]) -> Weather[Any]:
    """`weather_of` for each of the seeds: arrays, or a float that is the same for all."""
    return _varied(scenario, watch, lambda *names: draw_each(seeds, *names))


def _varied(scenario: Scenario, watch: str, drawn: Callable[..., Any]) -> Weather[Any]:
    written, variation = scenario.watches[watch].weather, scenario.variation

    def varied(name: str, figure: float) -> Any:
        if not figure or not variation:
            return figure
        return figure * (1 + variation * (2 * drawn("weather", watch, name) - 1))

    return Weather(
        varied("wind", written.wind),
        varied("shift", written.shift),
        varied("complexity", written.complexity),
    )


def chance_of(order: Order, watch: str, seed: int) -> Chance:
    """How the order will turn out in this voyage."""
    point = 100 * draw(seed, "chance", watch, order.id)
    for chance in order.chances:
        point -= chance.percent
        if point < 0:
            return chance
    return order.chances[-1]


def chance_of_each(order: Order, watch: str, seeds: Sequence[int]) -> NDArray[np.intp]:
    """`chance_of` for each of the seeds, by number among the order's chances."""
    import numpy as np

    number = np.zeros(len(seeds), dtype=np.intp)
    if len(order.chances) > 1:
        point = 100 * draw_each(seeds, "chance", watch, order.id)
        for chance in order.chances[:-1]:
            point -= chance.percent
            number += point >= 0
    return number
