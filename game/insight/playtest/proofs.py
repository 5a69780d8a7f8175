"""Proofs: every voyage in the weather as written, whatever its luck, is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np

from game.insight.counting import Counting
from game.insight.fleet import WEIGHT, Ended, Fleet, Mark, fleet_of
from game.insight.playtest.played import Example
from game.insight.waters import Waters
from game.scenario.conditions import all_hold
from game.scenario.scenario import Chance, Order, Scenario
from game.ship.ship import Outcome
from game.voyage.voyage import WATCHES, embark

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
    waters = Waters(scenario, None)
    start = fleet_of(waters, embark(scenario, 0))
    proof = Proof()
    trail = _Trail(scenario)
    figures = np.concatenate([start.figures, np.zeros((trail.rows, 1))])
    proving = _Proving(waters, Fleet(start.mark, figures), proof, trail)
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

    def marked(self, fleet: Fleet, order: Order, chance: Chance) -> Fleet:
        """The fleet, with one more way behind it."""
        way = next(
            number
            for number, (one, turn) in enumerate(self.ways[fleet.mark.at])
            if one is order and turn is chance
        )
        row, place = divmod(fleet.mark.sailed, self.per_row)
        figures = fleet.figures.copy()
        figures[WEIGHT + 1 + row] += way * float(self.base**place)
        return Fleet(fleet.mark, figures)

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

    def __init__(self, waters: Waters, start: Fleet, proof: Proof, trail: _Trail) -> None:
        super().__init__(waters, start)
        self.proof, self.trail = proof, trail
        self._look(start, None, "")

    def all_is_shown(self) -> bool:
        """Whether no voyage could add anything."""
        scenario = self.waters.scenario
        rules = {number for number, check in enumerate(scenario.checks) if check.always}
        return rules <= set(self.proof.broken) and len(self.proof.endings) == len(scenario.endings)

    def give(
        self, fleet: Fleet, order: Order, chance: Chance, weight: float
    ) -> Iterator[Fleet | Ended]:
        """What comes of an order, looked at."""
        for came in super().give(self.trail.marked(fleet, order, chance), order, chance, weight):
            if isinstance(came, Ended):
                mark = Mark(came.goto, came.sailed, came.past, ())
                self._look(Fleet(mark, came.figures), came.outcome, came.ending)
            else:
                self._look(came, None, "")
            yield came

    def _look(self, fleet: Fleet, outcome: Outcome | None, ending: str) -> None:
        if ending and ending not in self.proof.endings:
            self.proof.endings[ending] = self._example(fleet, 0, outcome, ending)
        for number, check in enumerate(self.waters.scenario.checks):
            if not check.always or number in self.proof.broken:
                continue
            wrong = ~np.broadcast_to(all_hold(check.always, fleet.facts), len(fleet))
            if wrong.any():
                first = int(np.argmax(wrong))
                self.proof.broken[number] = self._example(fleet, first, outcome, ending)

    def _example(self, fleet: Fleet, number: int, outcome: Outcome | None, ending: str) -> Example:
        orders = self.trail.orders(fleet.figures[:, number], fleet.mark.sailed)
        return Example("", None, orders, outcome, ending)
