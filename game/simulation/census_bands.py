"""The mixes of a census as a grid that has room for only so many rows and columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.ship.ship import Outcome
from game.simulation.census_result import Census, Tally
from game.simulation.confidence import wilson_interval

FEW = 20
"""Of a sample, a mix of fewer voyages says nothing."""
WIDEST = 99
"""Columns that any census has room in: a voyage is never so long."""


@dataclass(frozen=True, slots=True)
class Band:
    """The voyages whose share of taught and shared orders lies from low to high, 0 to 1.

    cells: of these, by share of course orders, the least of those taken together; there is none
    where there are no voyages.
    """

    low: float
    high: float
    cells: Mapping[float, Tally]


def bands_of(census: Census, most: int, across: int = WIDEST) -> list[Band]:
    """The grid from its lowest row up; neighbours are taken together until there are so few."""
    columns = column_of(census, across)
    heights = sorted({cell.shared for cell in census.by_mix})
    return [_band(census, rows, columns) for rows in _together(heights, most)]


def column_of(census: Census, across: int = WIDEST) -> Mapping[float, float]:
    """By each share of course orders: the column it stands in."""
    shares = sorted({cell.course for cell in census.by_mix})
    return {share: rows[0] for rows in _together(shares, across) for share in rows}


def hump_of(census: Census, across: int = WIDEST) -> Mapping[float, Tally]:
    """The sum of each column."""
    [whole] = bands_of(census, 1, across)
    return whole.cells


def is_known(tally: Tally) -> bool:
    """Whether enough of a mix were counted, or drawn, to speak of a share."""
    return tally.interval is None or tally.voyages >= FEW


def _together(steps: Sequence[float], most: int) -> list[Sequence[float]]:
    each = max(1, -(-len(steps) // most))
    return [steps[first : first + each] for first in range(0, len(steps), each)]


def _band(census: Census, heights: Sequence[float], columns: Mapping[float, float]) -> Band:
    found: dict[float, list[Tally]] = {}
    for cell in census.by_mix:
        if cell.shared in heights:
            found.setdefault(columns[cell.course], []).append(cell.tally)
    return Band(heights[0], heights[-1], {course: _sum(each) for course, each in found.items()})


def _sum(tallies: Sequence[Tally]) -> Tally:
    outcomes: Counter[Outcome] = Counter()
    for tally in tallies:
        for outcome, voyages in tally.outcomes.items():
            outcomes[outcome] += voyages  # type: ignore[assignment]
    voyages = sum(tally.voyages for tally in tallies)
    sampled = tallies[0].interval is not None
    interval = wilson_interval(outcomes[Outcome.ARRIVED], voyages) if sampled else None
    return Tally(voyages, outcomes, interval)
