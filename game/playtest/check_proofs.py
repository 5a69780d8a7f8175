"""Proofs: every voyage in the weather as written, whatever its luck, is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.playtest.coverage_run import Example
from game.scenario.model.scenario import Scenario
from game.simulation.batch import Batch, Numbers, endings, holds
from game.simulation.columns import Columns
from game.simulation.enumeration.counting import Counting, start_of
from game.simulation.one_sea import OneSea
from game.voyage.table import OUTCOMES
from game.voyage.voyage import WATCHES, new_voyage

MOST = 1_000_000
"""Voyages that are looked at before a proof gives up."""


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
    sea = OneSea(Columns(scenario, remembers=WATCHES), None)
    proof = Proof()
    proving = _Proving(sea, start_of(sea, new_voyage(scenario, 0)), proof)
    while proving.sail():
        if proving.runs + proving.waiting > most or proving.all_is_shown():
            break
    else:
        proof.whole = True
    proof.voyages = proving.runs
    return proof


class _Proving(Counting):
    """A count that looks at each voyage on its way."""

    def __init__(self, sea: OneSea, start: Batch, proof: Proof) -> None:
        super().__init__(sea, start, merges=False)
        self.proof = proof
        self.look(start)

    def all_is_shown(self) -> bool:
        """Whether no voyage could add anything."""
        table = self.sea.columns.table
        rules = {number for number, check in enumerate(table.checks) if check}
        return rules <= set(self.proof.broken) and len(self.proof.endings) == len(table.endings)

    def look(self, batch: Batch) -> None:
        """Keep the first voyage that comes to an ending, or violates a check."""
        columns = self.sea.columns
        if not len(batch):
            return
        is_over = int(batch.place[0]) >= len(columns.table.watches)
        told = endings(columns, batch) if is_over else None
        if told is not None:
            for number in np.unique(told).tolist():
                id = columns.table.endings[number].id
                if id not in self.proof.endings:
                    first = int(np.argmax(told == number))
                    self.proof.endings[id] = self._example(batch, first, told)
        for number, check in enumerate(columns.table.checks):
            if not check or number in self.proof.broken:
                continue
            wrong = ~np.broadcast_to(holds(columns, batch, check), len(batch))
            if wrong.any():
                self.proof.broken[number] = self._example(batch, int(np.argmax(wrong)), told)

    def _example(self, batch: Batch, number: int, told: Numbers | None) -> Example:
        table = self.sea.columns.table
        past = [table.outcomes[int(outcomes[number])].order for outcomes in batch.past]
        orders = tuple(table.orders[order].id for order in past)
        if told is None:
            return Example("", None, orders, None, "")
        ending = table.endings[int(told[number])]
        return Example("", None, orders, OUTCOMES[ending.outcome], ending.id)
