"""What the sea does during one watch, and the weathers that have a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from game.ship.numbers import N, Numbers


@dataclass(frozen=True, slots=True)
class Weather(Generic[N]):
    """What the sea does during one watch.

    wind: relative to the wind the ship was designed for (1.0), dimensionless.
    shift: how far the true bearing moves before anyone gives an order, degrees.
    complexity: traffic, shoals, paperwork; 0 (none) to 1.5.
    """

    wind: N
    shift: N
    complexity: N


FIGURES = ("wind", "shift", "complexity")
CURRENT, STRONG = 9.0, 28.0
"""A written shift from here on is announced as a current, and as a strong one."""


def ring_growth(written_shift: N, by: Numbers[N]) -> N:
    """How far the ring of uncertainty grows in a watch, degrees, by what is announced of it."""
    announced = by.where(written_shift >= STRONG, 52.0, 30.0)
    return by.where(written_shift >= CURRENT, announced, 9.0)


PRESETS: dict[str, Weather[float]] = {
    "calm": Weather(0.8, 3, 0.0),
    "steady": Weather(1.0, 5, 0.0),
    "fresh": Weather(1.2, 6, 0.3),
    "blow": Weather(1.4, 6, 0.5),
    "gale": Weather(1.7, 6, 1.0),
    "shift": Weather(0.95, 20, 0.0),
    "fog": Weather(0.85, 14, 0.8),
    "traffic": Weather(0.95, 5, 1.3),
}
"""The weathers that a scenario can name; numbers within the regimes of the model's page."""
OWN_WEATHER = r"[a-z][a-z0-9]*(_[a-z0-9]+)+"
"""What a scenario's own weather is called: two words or more, as none of these ever will be."""
