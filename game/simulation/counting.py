"""All voyages from a batch onward, counted on arrays; part by part, so memory stays small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.scenario import Chance, Order
from game.ship.ship import Outcome
from game.simulation.batch import (
    COURSE,
    ROW_BYTES,
    WEIGHT,
    Batch,
    Ended,
    merge_batches,
    open_mask,
    sail_batch,
)
from game.simulation.sim_context import SimContext
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK = 16_384
"""The most voyages that are sailed at once; many more would not fit the processor's cache."""
SIZE = WATCHES + 1

VoyageCounts = dict[tuple[Outcome, str], "NDArray[Any]"]
"""Voyages by outcome and ending; each a table by orders (rows) and course orders (columns)."""
Part = list[Batch]
"""Batches that are sailed together, a watch at a time."""


class Counting:
    """A count of every voyage that is still open to a batch; `sail` it, then read `book`.

    voyages: lists of orders that have been settled so far, of `all` there could be; runs: how many
    ships were sailed to an end for that; waiting: how many are still at sea.
    """

    def __init__(self, context: SimContext, start: Batch) -> None:
        self.context, self.start = context, start
        self.all = self._lists(start.mark.at, start.mark.sailed)
        self.settled = 0.0
        self.runs = 0
        self._parts: list[Part] = [[start]]
        self._counts: dict[tuple[Outcome, str, int, str], NDArray[Any]] = {}

    @property
    def waiting(self) -> int:
        """How many ships are still at sea."""
        return sum(len(batch) for part in self._parts for batch in part)

    @property
    def memory(self) -> int:
        """Bytes that the ships at sea take."""
        return ROW_BYTES * self.waiting

    def take_over(self, counted: Counting, order: str) -> None:
        """Sail the first watch, but for an order of which all that comes is counted already."""
        onward = [batch for before in self._parts.pop() for batch in self._sailed(before, order)]
        if onward:
            self._parts.append(onward)
        for key, voyages in counted._counts.items():
            self._counts[key] = self._counts.get(key, 0) + voyages
        self.settled += counted.settled
        self.runs += counted.runs

    def sail(self) -> bool:
        """Sail one part on by one watch; whether any is still at sea."""
        if not self._parts:
            return False
        part = merge_batches(self._parts.pop())
        if sum(map(len, part)) > BLOCK:
            self._parts += _portions(part)
            return True
        onward = [batch for before in part for batch in self._sailed(before)]
        if onward:
            self._parts.append(onward)
        return bool(self._parts)

    def _sailed(self, batch: Batch, but: str = "") -> Iterator[Batch]:
        mark = batch.mark
        for order in self.context.scenario.watches[mark.at].orders.values():
            if order.id == but:
                continue
            can = open_mask(self.context, batch, order)
            ready = batch if can.all() else batch.some(can)
            locked = batch.figures[WEIGHT].sum() - ready.figures[WEIGHT].sum()
            for weight, chance in self.context.turns(mark.at, order.id):
                self.settled += weight * locked * self._lists(chance.goto, mark.sailed + 1)
                if not len(ready):
                    continue
                for came in self.give(ready, order, chance, weight):
                    if isinstance(came, Batch):
                        yield came
                    else:
                        self._enter(came)

    def give(
        self, batch: Batch, order: Order, chance: Chance, weight: float
    ) -> Iterator[Batch | Ended]:
        """What comes of an order that turns out one way."""
        return sail_batch(self.context, batch, order, chance, weight)

    def _enter(self, ended: Ended) -> None:
        course, weight = ended.figures[COURSE], ended.figures[WEIGHT]
        counted = np.bincount(course.astype(int), weights=weight, minlength=ended.sailed + 1)
        key = (ended.outcome, ended.ending, ended.sailed, ended.goto)
        self._counts[key] = self._counts.get(key, 0) + counted
        self.settled += self._lists(ended.goto, ended.sailed) * weight.sum()
        self.runs += len(course)

    def _lists(self, at: str, sailed: int) -> float:
        return float(self.context.lists(at, sailed).sum())

    def book(self) -> VoyageCounts:
        """What became of all voyages so far; whole numbers unless chances are weighed."""
        book: VoyageCounts = {}
        for (outcome, ending, sailed, goto), counted in self._counts.items():
            table = book.setdefault((outcome, ending), np.zeros((SIZE, SIZE), dtype=object))
            lists = self.context.lists(goto, sailed)
            for course, voyages in enumerate(counted):
                exact = float(voyages) if self.context.seed is None else int(voyages)
                table[sailed : sailed + len(lists), course : course + len(lists)] += exact * lists
        return book


def _portions(part: Part) -> list[Part]:
    """A part cut into smaller ones, none larger than a block."""
    portions: list[Part] = [[]]
    room = BLOCK
    for batch in part:
        for start in range(0, len(batch), BLOCK):
            piece = batch.some(slice(start, start + BLOCK))
            if len(piece) > room:
                portions.append([])
                room = BLOCK
            portions[-1].append(piece)
            room -= len(piece)
    return portions
