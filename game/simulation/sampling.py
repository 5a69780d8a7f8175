"""Random voyages, where there are too many to count; each list of orders as likely."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from math import sqrt
from typing import TYPE_CHECKING

import numpy as np

from game.simulation.batch import COURSE, Batch, Ended, merge_batches, open_mask, sail_batch
from game.simulation.counting import SIZE, VoyageCounts
from game.simulation.sim_context import SimContext
from game.voyage.luck import draws

if TYPE_CHECKING:
    from numpy.typing import NDArray

ENOUGH = 20_000
"""Voyages in a sample: their share is then known to 0.7 points."""
ROUNDS = 50
"""The most times that as many lists are drawn, most of which may hold an order that is locked."""
Z = 1.959964
"""Standard deviations to either side that hold 95 % of a normal distribution."""


def wilson_interval(part: float, whole: float) -> tuple[float, float]:
    """The 95 % interval of a share of which a sample of `whole` showed `part` (Wilson, 1927)."""
    if not whole:
        return 0.0, 1.0
    share, spread = part / whole, Z * Z / whole
    middle = share + spread / 2
    width = sqrt(spread * (share * (1 - share) + spread / 4))
    return max(0.0, (middle - width) / (1 + spread)), min(1.0, (middle + width) / (1 + spread))


def sample_voyages(
    context: SimContext, start: Batch, tell: Callable[[float], None]
) -> VoyageCounts:
    """What became of random lists of orders from here on; the same ones each time.

    A list is drawn from all there are, each as likely, and thrown away if it comes to a locked
    order: so those that are left are drawn evenly from the voyages that a census would count.
    """
    book: VoyageCounts = {}
    serial = count()
    taken = 0
    for number in range(ROUNDS):
        part = [Batch(start.mark, np.repeat(start.figures, ENOUGH, axis=1))]
        while part:
            came = [each for batch in part for each in _sailed(context, batch, serial)]
            part = merge_batches(each for each in came if isinstance(each, Batch))
            for ended in (each for each in came if isinstance(each, Ended)):
                taken += _enter(context, book, ended, serial)
        tell(max(taken / ENOUGH, (number + 1) / ROUNDS))
        if taken >= ENOUGH:
            break
    return {key: table.astype(object) for key, table in book.items()}


def _sailed(context: SimContext, batch: Batch, serial: Iterator[int]) -> Iterator[Batch | Ended]:
    """Each voyage's next order, drawn by how many lists go on from it."""
    mark = batch.mark
    ways = [
        (order, chance, weight * float(context.lists(chance.goto, mark.sailed + 1).sum()))
        for order in context.scenario.watches[mark.at].orders.values()
        for weight, chance in context.turns(mark.at, order.id)
    ]
    taken = _drawn(context, len(batch), [lists for *_, lists in ways], serial)
    for number, (order, chance, _) in enumerate(ways):
        given = batch.some((taken == number) & open_mask(context, batch, order))
        if len(given):
            yield from sail_batch(context, given, order, chance)


def _enter(context: SimContext, book: VoyageCounts, ended: Ended, serial: Iterator[int]) -> int:
    """Write down voyages that have ended, with the rest of each list; returns how many."""
    lists = context.lists(ended.goto, ended.sailed)
    rest = _drawn(context, len(ended.figures[0]), lists.ravel(), serial)
    more, more_course = np.unravel_index(rest, lists.shape)
    key = (ended.outcome, ended.ending)
    table = book.setdefault(key, np.zeros((SIZE, SIZE), dtype=int))
    np.add.at(table, (ended.sailed + more, ended.figures[COURSE].astype(int) + more_course), 1)
    return len(rest)


def _drawn(
    context: SimContext, size: int, weights: object, serial: Iterator[int]
) -> NDArray[np.intp]:
    """Numbers of the weights, each drawn as often as it weighs."""
    upto = np.cumsum(np.asarray(weights, dtype=float))
    luck = draws(size, context.seed or 0, "census", next(serial))
    drawn: NDArray[np.intp] = np.searchsorted(upto, luck * upto[-1], side="right")
    return drawn
