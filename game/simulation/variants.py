"""Variants: what becomes of random captains if one figure of the file were another.

Until it meets the figure a voyage is as written, and is sailed once for all; there it forks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.batch import Batch, Numbers
from game.simulation.batch_choices import BatchChoices
from game.simulation.captains import RANDOM
from game.simulation.draws import Draws, Path, vary
from game.simulation.voyages import Outcomes, sail
from game.voyage.table import Table

if TYPE_CHECKING:
    from numpy.typing import NDArray


def outcomes_of_variants(seas: Draws, variants: Sequence[Mapping[Path, float]]) -> NDArray[np.int8]:
    """How every voyage of a random captain ends, by number in OUTCOMES: by variant and sea."""
    varied = vary(seas, [{}, *variants])
    forks = _Forks(varied, _meets(seas.columns.table, variants))
    sail(forks, BatchChoices(varied, [RANDOM]), forks.from_the_start())
    return forks.by_variant()


def _meets(table: Table, variants: Sequence[Mapping[Path, float]]) -> NDArray[np.bool_]:
    """By outcome and variant: whether a voyage meets its figure with it, at the latest."""
    meets = np.zeros((len(table.outcomes), len(variants)), dtype=bool)
    for number, variant in enumerate(variants):
        for path in variant:
            meets[_outcomes_with(table, path), number] = True
    return meets


def _outcomes_with(table: Table, path: Path) -> Sequence[int] | slice:
    """The outcomes, by number, by which a voyage meets a figure; all if it does so from the start.

    What comes back later is met as it is promised.
    """
    rows = {row.id: row for row in table.watches}
    match path:
        case ("laters", int(later), *_):
            return table.orders[table.laters[later].order].outcomes
        case ("watches", str(watch), "weather", *_):
            orders = rows[watch].orders
            return [way for order in orders for way in table.orders[order].outcomes]
        case ("watches", str(watch), "orders", name, _, int(turn), *_):
            orders = rows[watch].orders
            return [
                table.orders[order].outcomes[turn]
                for order in orders
                if table.orders[order].id == name
            ]
        case _:
            return slice(None)


class _Forks(Outcomes):
    """The voyages as written, first of all variants, and those that have left them."""

    def __init__(self, varied: Draws, meets: NDArray[np.bool_]) -> None:
        super().__init__(varied, [RANDOM])
        self._meets, self._seas = meets, len(varied.seeds)
        self._left = np.tile(meets.all(axis=0), (self._seas, 1))

    def from_the_start(self) -> NDArray[np.intp]:
        """The voyages as written, and those that are others before any order is given."""
        variants = [0, *(1 + np.flatnonzero(self._left[0])).tolist()]
        first = np.array(variants, dtype=np.intp) * self._seas
        return (first[:, None] + np.arange(self._seas)).ravel()

    def fork(self, batch: Batch, outcomes: Numbers) -> tuple[Batch, Numbers]:
        """The batch with a voyage more for each that meets a figure now."""
        written = np.flatnonzero(batch.own[0] < self._seas)
        sea = batch.own[0][written]
        meet = self._meets[outcomes[written]] & ~self._left[sea]
        if not meet.any():
            return batch, outcomes
        self._left[sea] |= meet
        row, variant = np.nonzero(meet)
        rows = np.concatenate((np.arange(len(batch)), written[row]))
        voyage = np.concatenate((batch.own[0], (1 + variant) * self._seas + sea[row]))
        return replace(batch.some(rows), own=(voyage, voyage)), outcomes[rows]

    def by_variant(self) -> NDArray[np.int8]:
        """How each voyage ended: as the one as written, if it never left it."""
        written, *others = self.outcome.reshape(-1, self._seas)
        return np.where(self._left.T, others, written)
