"""How sure a share is that was found in a sample."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z = 1.959964
"""Standard deviations to either side that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies, 0 to 1: of a sample, with 95 % confidence (Wilson)."""

    low: float
    high: float


def wilson_interval(part: float, whole: float) -> Interval:
    """The 95 % interval of a share of which a sample of `whole` showed `part` (Wilson, 1927)."""
    if not whole:
        return Interval(0.0, 1.0)
    share, spread = part / whole, Z * Z / whole
    middle = share + spread / 2
    width = sqrt(spread * (share * (1 - share) + spread / 4))
    low, high = (middle - width) / (1 + spread), (middle + width) / (1 + spread)
    return Interval(max(0.0, low), min(1.0, high))
