"""Voyages sailed on from one watch in many seas at once: an order each, the same seas for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.batch import Batch, endings
from game.simulation.captains import RANDOM
from game.simulation.draws import Draws
from game.simulation.rollouts.half_skilled import HalfSkilled
from game.simulation.voyages import Outcomes, sail_on

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Rollouts:
    """How voyages ended, by order (rows) and sea (columns).

    outcome: by number in OUTCOMES. ending: by number in the scenario. stability: at the end.
    given: to which voyages the order could be given.
    """

    outcome: NDArray[np.int8]
    ending: NDArray[np.int16]
    stability: NDArray[np.float64]
    given: NDArray[np.bool_]


def roll_out(seas: Draws, start: Batch, orders: Sequence[int]) -> Rollouts:
    """From one voyage on, each of these orders in every sea; see `HalfSkilled` for who sails on."""
    count = len(seas) * len(orders)
    voyages = np.arange(count)
    choices, record = HalfSkilled(seas, orders), _Ends(seas, len(orders))
    batch = start.some(np.zeros(count, dtype=np.intp))
    sail_on(record, choices, replace(batch, own=(voyages % len(seas), voyages)))
    shape = len(orders), len(seas)
    return Rollouts(
        record.outcome.reshape(shape),
        record.ending.reshape(shape),
        record.stability.reshape(shape),
        choices.given.reshape(shape),
    )


class _Ends(Outcomes):
    """How voyages end, and how whole."""

    def __init__(self, seas: Draws, orders: int) -> None:
        super().__init__(seas, [RANDOM] * orders)
        self.ending = np.zeros(len(self.outcome), dtype=np.int16)
        self.stability = np.zeros(len(self.outcome))

    def write_end(self, before: Batch, batch: Batch) -> None:
        super().write_end(before, batch)
        self.ending[batch.own[1]] = endings(self.seas.columns, batch)
        self.stability[batch.own[1]] = batch.ship.stability
