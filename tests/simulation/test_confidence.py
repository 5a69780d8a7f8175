"""How sure a share is that was found in a sample."""

from __future__ import annotations

import pytest

from game.simulation.confidence import wilson_interval


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        pytest.param(10, 100, 0.0552, 0.1744, id="a tenth"),
        pytest.param(0, 20, 0.0, 0.1611, id="none"),
        pytest.param(20, 20, 0.8389, 1.0, id="all"),
        pytest.param(0, 0, 0.0, 1.0, id="nothing seen"),
    ],
)
def test_wilsons_interval(part: int, whole: int, low: float, high: float) -> None:
    """As in the tables."""
    found = wilson_interval(part, whole)

    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-4)
