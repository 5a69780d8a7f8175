"""Voyages: those of some captains over many seeds, sailed at once; each as `step` would sail it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from game.scenario.model.scenario import Scenario
from game.ship.gauges import GAUGE_RANGES, RESERVES
from game.ship.ship import Outcome, Ship
from game.simulation.batch import (
    SHIP,
    Batch,
    Mask,
    Numbers,
    come_back,
    endings,
    holds,
    offered,
    sail_batch,
    under_way,
)
from game.simulation.batch_choices import BatchChoices
from game.simulation.captains import RANDOM, Captain
from game.simulation.draws import Draws
from game.voyage.table import OUTCOMES
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray

NONE = -1
FIGURES = (*GAUGE_RANGES, "learning")
"""What is written down of a ship: her gauges, and the seamanship that the next watch will bring."""
BLOCK = 10_000
"""The most voyages that are sailed at once; many more would not fit the processor's cache."""


class Chooser(Protocol):
    """Whoever gives the orders of many voyages."""

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch, of those it can."""


@dataclass(frozen=True, slots=True)
class Voyages:
    """One captain's voyages, a column a seed. A watch's row is its number in the voyage, from 0.

    watches, orders, turns: what was sailed and given, and how it turned out, by number in the
    scenario, the watch and the order; NONE once the voyage is over. offered: the orders that
    could be given, as bits. gauges: watch by figure by voyage, as the watch begins, and at last;
    NaN beyond that; of a captain who is not traced, no voyage's. last, lowest: stability and crew,
    of each voyage as its last watch began, and the lowest of all. length: how many watches were
    sailed. returned: of each of the table's
    consequences, in which watch it came back, or NONE. broken: of each of the scenario's checks,
    after how many watches it was first violated, or NONE.
    """

    captain: str
    seeds: tuple[int, ...]
    watches: NDArray[np.int16]
    orders: NDArray[np.int16]
    turns: NDArray[np.int16]
    offered: NDArray[np.integer[Any]]
    gauges: NDArray[np.float64]
    last: NDArray[np.float64]
    lowest: NDArray[np.float64]
    length: NDArray[np.int16]
    outcome: NDArray[np.int8]
    ending: NDArray[np.int16]
    returned: NDArray[np.int16]
    broken: NDArray[np.int16]

    def __len__(self) -> int:
        return len(self.seeds)

    @property
    def arrived(self) -> NDArray[np.bool_]:
        """Which of them arrived."""
        return np.asarray(self.outcome == OUTCOMES.index(Outcome.ARRIVED))


def sail_captains(
    seas: Draws, captains: Sequence[Captain], traced: Collection[Captain] = (RANDOM,)
) -> list[Voyages]:
    """Every voyage of each captain, from beginning to end, watch by watch.

    traced: whose gauges are written down for each watch.
    """
    record = _Record(seas, captains, traced)
    _sail_all(record)
    return record.voyages()


def outcomes_of(seas: Draws, captains: Sequence[Captain]) -> list[NDArray[np.int8]]:
    """For each captain, how every voyage ends, by number in OUTCOMES."""
    record = Outcomes(seas, captains)
    _sail_all(record)
    return list(record.outcome.reshape(len(captains), len(seas)))


def outcomes_by(seas: Draws, choices: Chooser, times: int) -> NDArray[np.int8]:
    """How every voyage ends whose orders are chosen so, by number in OUTCOMES.

    times: how often each sea is sailed; a row each, and a column for each sea.
    """
    record = Outcomes(seas, [RANDOM] * times)
    _sail_all(record, choices)
    return record.outcome.reshape(times, len(seas))


def _sail_all(record: Outcomes, choices: Chooser | None = None) -> None:
    every, choices = len(record.outcome), choices or BatchChoices(record.seas, record.captains)
    fit = BLOCK - BLOCK % len(record.seas) or BLOCK  # of whole captains, where one fits
    for first in range(0, every, fit):
        sail(record, choices, np.arange(first, min(first + fit, every)))


def sail(record: Outcomes, choices: Chooser, rows: NDArray[np.intp]) -> None:
    """Sail the voyages of these rows of the record to their ends."""
    seas, columns = record.seas, record.seas.columns
    number = rows % len(seas)
    batch = Batch(
        sailed=0,
        place=np.zeros(len(rows), dtype=np.int16),
        facts=tuple(np.zeros(len(rows), dtype=np.uint64) for _ in range(columns.words)),
        past=(),
        ship=Ship(*(getattr(seas.start, name)[number] for name in SHIP)),
        evenness=np.zeros(len(rows)),
        own=(number, rows),
    )
    while len(batch):
        can = offered(columns, batch)
        given = choices.of(batch, can)
        outcomes = seas.outcomes_of(batch, columns.first[batch.at] + given)
        record.write_order(batch, given, can, outcomes)
        batch, outcomes = record.fork(batch, outcomes)
        after = sail_batch(seas, batch, outcomes)
        afloat = under_way(columns, after)
        if not afloat.all():
            record.write_end(batch.some(~afloat), after.some(~afloat))
            after = after.some(afloat)
        batch = after
        for later, hit, returned in come_back(seas, after):
            record.write_return(batch, later, hit)
            batch = returned


class Outcomes:
    """How each captain's voyages end; a column for each, one captain after the other."""

    def __init__(self, seas: Draws, captains: Sequence[Captain]) -> None:
        self.seas, self.captains = seas, captains
        self.outcome = np.zeros(len(seas) * len(captains), dtype=np.int8)

    def write_order(self, batch: Batch, given: Numbers, can: Mask, outcomes: Numbers) -> None:
        """A watch as it begins, and the order that each voyage is given."""

    def fork(self, batch: Batch, outcomes: Numbers) -> tuple[Batch, Numbers]:
        """The voyages that sail on from here, and how their orders turn out."""
        return batch, outcomes

    def write_return(self, batch: Batch, later: int, hit: Mask) -> None:
        """A consequence that comes back to some."""

    def write_end(self, before: Batch, batch: Batch) -> None:
        """Voyages that are over, and as they were when their last watch began."""
        self.outcome[batch.own[1]] = batch.place - len(self.seas.columns.table.watches)


class _Record(Outcomes):
    """What becomes of each captain's voyages, watch by watch."""

    def __init__(
        self, seas: Draws, captains: Sequence[Captain], traced: Collection[Captain]
    ) -> None:
        super().__init__(seas, captains)
        columns, size = seas.columns, len(self.outcome)
        rows = min(WATCHES, _longest(columns.scenario))
        self.watches = np.full((rows, size), NONE, dtype=np.int16)
        self.orders, self.turned = self.watches.copy(), self.watches.copy()
        bits = np.int16 if columns.most < 15 else np.int64
        self.offered = np.zeros((rows, size), dtype=bits)
        self.gauges = {
            number: np.full((rows + 1, len(FIGURES), len(seas)), np.nan)
            for number, who in enumerate(captains)
            if who in traced
        }
        self.last = np.zeros((len(RESERVES), size))
        self.lowest = np.full((len(RESERVES), len(captains)), np.inf)
        self.length = np.zeros(size, dtype=np.int16)
        self.ending = np.zeros(size, dtype=np.int16)
        self.returned = np.full((len(columns.table.laters), size), NONE, dtype=np.int16)
        self.broken = np.full((len(columns.table.checks), size), NONE, dtype=np.int16)

    def write_return(self, batch: Batch, later: int, hit: Mask) -> None:
        """A consequence that comes back to some."""
        self.returned[later, batch.own[1][hit]] = batch.sailed

    def write_order(self, batch: Batch, given: Numbers, can: Mask, outcomes: Numbers) -> None:
        """A watch as it begins, and the order that each voyage is given."""
        columns, row, at = self.seas.columns, _compact(batch.own[1]), batch.sailed
        self._write_gauges(batch)
        self.watches[at, row] = batch.place
        self.orders[at, row] = given
        self.turned[at, row] = columns.turn[outcomes]
        for number, open_to in enumerate(can):
            self.offered[at, row] |= open_to.astype(self.offered.dtype) << number

    def write_end(self, before: Batch, batch: Batch) -> None:
        """Voyages that are over, and as they were when their last watch began."""
        super().write_end(before, batch)
        columns, row = self.seas.columns, batch.own[1]
        self._write_gauges(batch)
        self.length[row] = batch.sailed
        self.ending[row] = endings(columns, batch)
        for number, gauge in enumerate(RESERVES):
            self.last[number, row] = getattr(before.ship, gauge)

    def _write_gauges(self, batch: Batch) -> None:
        """The gauges, and which checks do not hold."""
        row, at, size = batch.own[1], batch.sailed, len(self.seas)
        for captain in range(int(row[0]) // size, int(row[-1]) // size + 1):
            low, high = np.searchsorted(row, (captain * size, (captain + 1) * size))
            self._write_captain(captain, batch, slice(int(low), int(high)))
        for number, check in enumerate(self.seas.columns.table.checks):
            wrong = row[~np.broadcast_to(holds(self.seas.columns, batch, check), len(batch))]
            fresh = wrong[self.broken[number, wrong] == NONE]
            self.broken[number, fresh] = at

    def _write_captain(self, captain: int, batch: Batch, own: slice) -> None:
        for number, gauge in enumerate(RESERVES):
            figures = getattr(batch.ship, gauge)[own]
            least = figures.min(initial=self.lowest[number, captain])
            self.lowest[number, captain] = least
        if captain in self.gauges:
            column = _compact(batch.own[1][own] - captain * len(self.seas))
            for number, figure in enumerate(FIGURES):
                figures = getattr(batch.ship, figure)[own]
                self.gauges[captain][batch.sailed, number, column] = figures

    def voyages(self) -> list[Voyages]:
        """All that was recorded, captain by captain."""
        size, none = len(self.seas), np.empty((len(self.watches) + 1, len(FIGURES), 0))
        parts = [slice(n * size, (n + 1) * size) for n in range(len(self.captains))]
        return [
            Voyages(
                captain=who.name,
                seeds=tuple(self.seas.seeds) * self.seas.variants,
                watches=self.watches[:, part],
                orders=self.orders[:, part],
                turns=self.turned[:, part],
                offered=self.offered[:, part],
                gauges=self.gauges.get(number, none),
                last=self.last[:, part],
                lowest=self.lowest[:, number],
                length=self.length[part],
                outcome=self.outcome[part],
                ending=self.ending[part],
                returned=self.returned[:, part],
                broken=self.broken[:, part],
            )
            for number, (who, part) in enumerate(zip(self.captains, parts, strict=True))
        ]


def _compact(rows: Numbers) -> Numbers | slice:
    """The same rows, as a slice if none is left out."""
    whole = len(rows) and rows[-1] - rows[0] + 1 == len(rows)
    return slice(int(rows[0]), int(rows[-1]) + 1) if whole else rows


def _longest(scenario: Scenario) -> int:
    """No voyage has more watches; one with a way back may have any number."""
    order = {watch: number for number, watch in enumerate(scenario.watches)}
    back = any(
        order[onward] <= order[watch] for watch in order for onward in scenario.onward(watch)
    )
    return WATCHES if back else scenario.ahead(scenario.first_watch)
