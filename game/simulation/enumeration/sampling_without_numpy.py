"""Random voyages drawn and sailed one by one, for where numpy is not: fewer, by the same lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from game.scenario.model.scenario import Order, Scenario
from game.ship.attention_cost import Kind
from game.voyage.flow import Flow
from game.voyage.luck import chance_of, draw
from game.voyage.step import step
from game.voyage.voyage import WATCHES, Give, Refused, Voyage

if TYPE_CHECKING:
    from game.simulation.census_result import Cells

ENOUGH = 500
"""Voyages in a sample: their share is then known to 4 points."""
TRIES = 10_000
"""The most lists that are drawn for that, of which many may hold an order that is locked."""


def sample_without_numpy(scenario: Scenario, start: Voyage, tell: Callable[[float], None]) -> Cells:
    """What became of random lists of orders from here on; the same ones each time.

    A list is drawn from all there are, each as likely, and thrown away if it comes to a locked
    order.
    """
    flow, lists = Flow(scenario), _Lists(scenario, start.seed)
    cells: Cells = Counter()
    for number in range(TRIES):
        voyage, gave = start, []
        drawn = lists.draw(start.at, len(start.sailed), number)
        for order in drawn:
            if voyage.outcome is None:
                voyage, (event, *_) = step(flow, voyage, Give(order.id))
                if isinstance(event, Refused):
                    break
            gave.append(order.kind)
        else:
            before = zip(start.sailed, start.gave, strict=True)
            gave += [scenario.watches[watch].orders[order].kind for watch, order in before]
            if voyage.outcome:
                shared = gave.count(Kind.TEACH) + gave.count(Kind.BOTH)
                mix = (len(gave), gave.count(Kind.COURSE), shared)
                cells[voyage.outcome, voyage.ending, *mix] += 1
        tell(cells.total() / ENOUGH)
        if cells.total() >= ENOUGH:
            break
    return cells


class _Lists:
    """All lists of orders of a scenario in the luck of a seed, locked orders too."""

    def __init__(self, scenario: Scenario, seed: int) -> None:
        self.scenario, self.seed = scenario, seed
        self.count = cache(self._count)

    def _onward(self, at: str, sailed: int) -> list[tuple[Order, str]]:
        """The orders of a watch, each with where it leads."""
        if at not in self.scenario.watches or sailed >= WATCHES:
            return []
        orders = self.scenario.watches[at].orders.values()
        return [(order, chance_of(order, at, self.seed).goto) for order in orders]

    def _count(self, at: str, sailed: int) -> int:
        onward = self._onward(at, sailed)
        return sum(self.count(goto, sailed + 1) for _, goto in onward) if onward else 1

    def draw(self, at: str, sailed: int, number: int) -> list[Order]:
        """A list from a watch to the end of its road, as likely as any other."""
        drawn: list[Order] = []
        while onward := self._onward(at, sailed + len(drawn)):
            watch = sailed + len(drawn)
            upto = list(accumulate(self.count(goto, watch + 1) for _, goto in onward))
            point = upto[-1] * draw(self.seed, "census", number, watch)
            chosen = next(n for n, end in enumerate(upto) if point < end)
            order, at = onward[chosen]
            drawn.append(order)
        return drawn
