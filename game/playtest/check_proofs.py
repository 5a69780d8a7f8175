"""Proofs: every voyage in the weather as written, whatever its luck, is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np

from game.playtest.coverage_run import Example
from game.scenario.model.conditions import all_hold
from game.scenario.model.scenario import Chance, Order, Scenario
from game.ship.ship import Outcome
from game.simulation.batch import WEIGHT, Batch, Ended, StateKey, batch_of
from game.simulation.counting import Counting
from game.simulation.sim_context import SimContext
from game.voyage.voyage import WATCHES, new_voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 1_000_000
"""Voyages that are looked at before a proof gives up."""
EXACT = 2.0**53
"""Whole numbers below this are exact in a float."""


@dataclass(slots=True)
class Proof:
    """What all voyages show, or those that were looked at.

    whole: whether it was all of them. endings: by id, a voyage that comes to it. broken: by the
    number of a check, a voyage that violates it.
    """

    whole: bool = False
    voyages: int = 0
    endings: dict[str, Example] = field(default_factory=dict)
    broken: dict[int, Example] = field(default_factory=dict)


def prove(scenario: Scenario, most: int = MOST) -> Proof:
    """Look at every voyage in the weather as written, up to a limit, or until all is shown."""
    context = SimContext(scenario, None)
    start = batch_of(context, new_voyage(scenario, 0))
    proof = Proof()
    trail = _Trail(scenario)
    figures = np.concatenate([start.figures, np.zeros((trail.rows, 1))])
    proving = _Proving(context, Batch(start.mark, figures), proof, trail)
    while proving.sail():
        if proving.runs + proving.waiting > most or proving.all_is_shown():
            break
    else:
        proof.whole = True
    proof.voyages = proving.runs
    return proof


class _Trail:
    """Which way each voyage has come, as digits in rows of its figures."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.ways = {
            watch.id: [
                (order, chance) for order in watch.orders.values() for chance in order.chances
            ]
            for watch in scenario.watches.values()
        }
        self.base = max(len(ways) for ways in self.ways.values())
        self.per_row = 1
        while self.base ** (self.per_row + 1) < EXACT:
            self.per_row += 1
        self.rows = ceil(WATCHES / self.per_row)

    def marked(self, batch: Batch, order: Order, chance: Chance) -> Batch:
        """The batch, with one more way behind it."""
        way = next(
            number
            for number, (one, turn) in enumerate(self.ways[batch.mark.at])
            if one is order and turn is chance
        )
        row, place = divmod(batch.mark.sailed, self.per_row)
        figures = batch.figures.copy()
        figures[WEIGHT + 1 + row] += way * float(self.base**place)
        return Batch(batch.mark, figures)

    def orders(self, column: NDArray[Any], sailed: int) -> tuple[str, ...]:
        """The orders that one voyage was given."""
        at, gave = self.scenario.first_watch, []
        for number in range(sailed):
            row, place = divmod(number, self.per_row)
            way = int(column[WEIGHT + 1 + row]) // self.base**place % self.base
            order, chance = self.ways[at][way]
            gave.append(order.id)
            at = chance.goto
        return tuple(gave)


class _Proving(Counting):
    """A count that looks at each voyage on its way."""

    def __init__(self, context: SimContext, start: Batch, proof: Proof, trail: _Trail) -> None:
        super().__init__(context, start)
        self.proof, self.trail = proof, trail
        self._look(start, None, "")

    def all_is_shown(self) -> bool:
        """Whether no voyage could add anything."""
        scenario = self.context.scenario
        rules = {number for number, check in enumerate(scenario.checks) if check.always}
        return rules <= set(self.proof.broken) and len(self.proof.endings) == len(scenario.endings)

    def give(
        self, batch: Batch, order: Order, chance: Chance, weight: float
    ) -> Iterator[Batch | Ended]:
        """What comes of an order, looked at."""
        for came in super().give(self.trail.marked(batch, order, chance), order, chance, weight):
            if isinstance(came, Ended):
                mark = StateKey(came.goto, came.sailed, came.past, ())
                self._look(Batch(mark, came.figures), came.outcome, came.ending)
            else:
                self._look(came, None, "")
            yield came

    def _look(self, batch: Batch, outcome: Outcome | None, ending: str) -> None:
        if ending and ending not in self.proof.endings:
            self.proof.endings[ending] = self._example(batch, 0, outcome, ending)
        for number, check in enumerate(self.context.scenario.checks):
            if not check.always or number in self.proof.broken:
                continue
            wrong = ~np.broadcast_to(all_hold(check.always, batch.facts), len(batch))
            if wrong.any():
                first = int(np.argmax(wrong))
                self.proof.broken[number] = self._example(batch, first, outcome, ending)

    def _example(self, batch: Batch, number: int, outcome: Outcome | None, ending: str) -> Example:
        orders = self.trail.orders(batch.figures[:, number], batch.mark.sailed)
        return Example("", None, orders, outcome, ending)
