"""Luck and weather, drawn from the seed by name, so that no order changes what the sea will do.

Each stands here once, for one seed (floats) and for the seeds of many voyages (arrays).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256, shake_256
from typing import TYPE_CHECKING, Any

from game.scenario.model.scenario import GROWS_WITHIN, UNTAUGHT, Chance, Order, Scenario
from game.ship.numbers import ONE, Numbers
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

    tail, seeds = "|".join(("", *map(str, names))).encode(), tuple(seeds)
    digests = b"".join([sha256(digits + tail).digest() for digits in _digits(seeds)])
    return (np.frombuffer(digests, dtype=">u8")[::4] >> np.uint64(11)) / 2.0**53


@lru_cache(maxsize=4)
def _digits(seeds: tuple[int, ...]) -> list[bytes]:
    """How each seed is written: the same seeds are drawn for many names."""
    return [b"%d" % seed for seed in seeds]


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


def percents_of(order: Order, seamanship: Any, by: Numbers[Any] = ONE) -> list[Any]:
    """How likely each of an order's chances is to a crew of this skill, percent.

    If one of them grows with seamanship, the others keep their proportions within the rest.
    """
    grown = next((chance for chance in order.chances if chance.grows), None)
    if grown is None:
        return [chance.percent for chance in order.chances]
    percent = by.clip(grown.percent + (seamanship - UNTAUGHT), *GROWS_WITHIN)
    rest = (100 - percent) / (100 - grown.percent)
    return [percent if one is grown else one.percent * rest for one in order.chances]


def chance_of(order: Order, watch: str, seed: int, seamanship: float = UNTAUGHT) -> Chance:
    """How the order will turn out in this voyage, for a crew of this skill as the watch begins."""
    point = 100 * draw(seed, "chance", watch, order.id)
    for chance, percent in zip(order.chances, percents_of(order, seamanship), strict=True):
        point -= percent
        if point < 0:
            return chance
    return order.chances[-1]


def luck_of_each(order: Order, watch: str, seeds: Sequence[int]) -> NDArray[np.float64]:
    """What decides how the order turns out in each of the seeds; for `turn_of_each`."""
    return 100 * draw_each(seeds, "chance", watch, order.id)


def turn_of_each(
    order: Order, luck: NDArray[np.float64], seamanship: Any, by: Numbers[Any]
) -> NDArray[np.intp]:
    """`chance_of` for each of many voyages, by number among the order's chances."""
    point, number = luck, (luck < 0).astype(int)
    for percent in percents_of(order, seamanship, by)[:-1]:
        point = point - percent
        number = number + (point >= 0)
    return number
