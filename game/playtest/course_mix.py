"""With which share of course orders captains arrive."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.playtest.coverage_run import CoverageRun, took_order
from game.ship.attention_cost import Kind
from game.simulation.captains import RANDOM
from game.simulation.census_result import Census, Method, StoppedBy, census_from
from game.simulation.voyages import Voyages

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENOUGH = 0.05
"""The share of voyages that a share of course orders needs to be judged."""


@dataclass(frozen=True, slots=True)
class Mix:
    """A tenth of the course orders' share, from 0, with which `arrived` of these voyages did."""

    tenth: int
    arrived: float
    which: NDArray[np.bool_]


def best_mix(played: CoverageRun) -> Mix | None:
    """With which share of course orders random captains arrive most often, if any do."""
    voyages = played.by[RANDOM.name]
    tenths = np.minimum(9, (10 * course_share(played, voyages)).astype(int))
    arrivals = np.bincount(tenths, weights=voyages.arrived, minlength=10)
    all_of = np.bincount(tenths, minlength=10)
    judged = all_of >= max(1, ENOUGH * len(voyages))
    if not arrivals[judged].any():
        return None
    shares = np.where(judged, arrivals / np.maximum(all_of, 1), -1)
    best = int(np.argmax(shares))
    return Mix(best, float(shares[best]), voyages.arrived & (tenths == best))


def course_share(played: CoverageRun, voyages: Voyages) -> NDArray[np.float64]:
    """Of each voyage, the share of course orders, 0 to 1."""
    share: NDArray[np.float64] = _count(played, voyages, Kind.COURSE) / np.maximum(
        1, voyages.length
    )
    return share


def random_census(played: CoverageRun) -> Census:
    """What random captains came to, each in a sea of its own, by their mix of orders."""
    voyages = played.by[RANDOM.name]
    endings = [played.scenario.endings[number] for number in voyages.ending.tolist()]
    course = _count(played, voyages, Kind.COURSE).tolist()
    shared = _count(played, voyages, Kind.TEACH, Kind.BOTH).tolist()
    told = zip(endings, voyages.length.tolist(), course, shared, strict=True)
    cells = Counter((ending.outcome, ending.id, *counts) for ending, *counts in told)
    return census_from(cells, Method.SAMPLED, StoppedBy.NONE)


def _count(played: CoverageRun, voyages: Voyages, *kinds: Kind) -> NDArray[np.int64]:
    """How many orders of these kinds each voyage was given."""
    count = np.zeros(len(voyages), dtype=np.int64)
    for watch, place, _, order in played.orders():
        if order.kind in kinds:
            count += took_order(voyages, watch, place).sum(axis=0)
    return count
