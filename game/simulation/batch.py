"""Batches: many voyages in the same discrete state, sailed a watch at once, as `step` sails one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.conditions import Facts, Flag, Gave, Visited, all_hold, plain
from game.scenario.model.scenario import Chance, Order
from game.ship.attention_cost import Kind, attention_of
from game.ship.numbers import many
from game.ship.passage import pass_watch
from game.ship.ship import ENDS, Outcome, Ship
from game.simulation.sim_context import PastFact, SimContext
from game.voyage.flow import is_open
from game.voyage.step import ship_after_effects
from game.voyage.voyage import WATCHES, Voyage, gauges_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Figures = NDArray[np.float64]
    Mask = NDArray[np.bool_]

SHIP = len(fields(Ship))
EVENNESS, COURSE, WEIGHT = range(SHIP, SHIP + 3)
ROW_BYTES = 8 * (SHIP + 3)


@dataclass(frozen=True, slots=True)
class StateKey:
    """The discrete state that all voyages of a batch share; batches with equal keys are merged.

    at: the watch to be decided. sailed: how many watches are behind. past: what is true of that,
    as far as it may still be asked. pending: consequences on their way, as when they are due and
    their number among the context' `laters`.
    """

    at: str
    sailed: int
    past: frozenset[PastFact]
    pending: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Voyages at one mark.

    figures: a column a voyage: the ship's own, then evenness, course orders given, weight, and
    below these whatever else is to be carried along.
    """

    mark: StateKey
    figures: Figures

    def __len__(self) -> int:
        return len(self.figures[0])

    @property
    def ship(self) -> Ship[Any]:
        """All the ships at once."""
        return Ship(*self.figures[:SHIP])

    @property
    def facts(self) -> Facts:
        """What conditions may ask about these voyages."""
        gauges = gauges_of(self.ship, self.figures[EVENNESS], self.mark.sailed)
        past = self.mark.past
        return Facts(
            gauges,
            {fact.name for fact in past if isinstance(fact, Flag)},
            {fact.watch for fact in past if isinstance(fact, Visited)},
            {fact.order for fact in past if isinstance(fact, Gave)},
        )

    def some(self, which: Mask | slice) -> Batch:
        """A part of the batch."""
        return Batch(self.mark, self.figures[:, which])


@dataclass(frozen=True, slots=True)
class Ended:
    """Voyages that have ended alike, after as many watches.

    goto: where they would have sailed on to. past, figures: as a batch's.
    """

    outcome: Outcome
    ending: str
    sailed: int
    goto: str
    past: frozenset[PastFact]
    figures: Figures


def batch_of(context: SimContext, voyage: Voyage) -> Batch:
    """One voyage under way, as a batch."""
    past: set[PastFact] = {Flag(flag) for flag in voyage.flags}
    past |= {Visited(watch) for watch in voyage.sailed} | {Gave(order) for order in voyage.gave}
    pending = tuple((waits.due, context.laters.index(waits.later)) for waits in voyage.pending)
    mark = StateKey(voyage.at, len(voyage.sailed), frozenset(past), pending)
    watches = context.scenario.watches
    kinds = [
        watches[watch].orders[order].kind
        for watch, order in zip(voyage.sailed, voyage.gave, strict=True)
    ]
    ship = [getattr(voyage.ship, field.name) for field in fields(Ship)]
    column = [*ship, voyage.evenness, kinds.count(Kind.COURSE), 1.0]
    return Batch(_still_asked(context, mark), np.array(column, dtype=float)[:, None])


def merge_batches(batches: Iterable[Batch]) -> list[Batch]:
    """The batches, those at the same mark joined."""
    together: dict[StateKey, list[Figures]] = {}
    for batch in batches:
        together.setdefault(batch.mark, []).append(batch.figures)
    return [
        Batch(mark, parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1))
        for mark, parts in together.items()
    ]


def open_mask(context: SimContext, batch: Batch, order: Order) -> Mask:
    """Which of the batch's voyages can be given this order."""
    watch = context.scenario.watches[batch.mark.at]
    return np.broadcast_to(is_open(watch, order, batch.facts), len(batch))


def sail_batch(
    context: SimContext, batch: Batch, order: Order, chance: Chance, weight: float = 1
) -> Iterator[Batch | Ended]:
    """Give every voyage of a batch one order, turning out one way: those that go on, and end."""
    sailed, ship = _sailed(context, batch, order, chance, weight)
    afloat = np.ones(len(batch), dtype=bool)
    for outcome, ends in ENDS:
        ended = ends(ship) & afloat
        if ended.any():
            afloat &= ~ended
            yield from _ended(context, sailed.some(ended), outcome)
    if not afloat.all():
        sailed = sailed.some(afloat)
    if not len(sailed):
        return
    if sailed.mark.sailed >= WATCHES:
        yield from _ended(context, sailed, Outcome.ADRIFT)
    elif sailed.mark.at not in context.scenario.watches:
        yield from _ended(context, sailed, Outcome(sailed.mark.at))
    else:
        yield _come_back(context, sailed)


def _sailed(
    context: SimContext, batch: Batch, order: Order, chance: Chance, weight: float
) -> tuple[Batch, Ship[Any]]:
    """The batch after the watch, and its ships as they came out of it, past port or not."""
    by, before = many(), batch.ship
    attention = attention_of(order.kind, order.effort, before.seamanship, by)
    passage = pass_watch(
        ship_after_effects(before, context.effects(batch, order, chance), by),
        attention,
        context.met(batch),
        context.way(batch),
        by,
    )
    evenness, course, weights, *carried = batch.figures[EVENNESS:]
    after = replace(passage.ship, progress=by.least(100.0, passage.ship.progress))
    figures = [
        *(getattr(after, field.name) for field in fields(Ship)),
        evenness + passage.hands.balance,
        course + (order.kind is Kind.COURSE),
        weights * weight,
        *carried,
    ]
    return Batch(_marked(context, batch.mark, order, chance), np.stack(figures)), passage.ship


def _marked(context: SimContext, mark: StateKey, order: Order, chance: Chance) -> StateKey:
    """The mark after an order, everything still remembered."""
    past = {*mark.past, Visited(mark.at), Gave(order.id), *map(Flag, chance.sets)}
    promises = ((mark.sailed + later.after, context.laters.index(later)) for later in order.later)
    return StateKey(chance.goto, mark.sailed + 1, frozenset(past), (*mark.pending, *promises))


def _still_asked(context: SimContext, mark: StateKey) -> StateKey:
    """The mark without what nobody will ask any more, so that more voyages are alike."""
    unless = (plain(context.laters[number].unless) for _, number in mark.pending)
    asked = context.asks[mark.at].union(*unless)
    return replace(mark, past=mark.past & asked)


def _come_back(context: SimContext, batch: Batch) -> Batch:
    """Consequences that are due as the next watch begins, each judged by what holds then."""
    mark, by = batch.mark, many()
    for due, number in mark.pending:
        if due > mark.sailed:
            continue
        later = context.laters[number]
        kept = all_hold(later.unless, batch.facts) if later.unless else False
        context.came_back(batch, number, kept)
        hit = ship_after_effects(batch.ship, context.hits(batch, number), by)
        figures = batch.figures.copy()
        for row, field in enumerate(fields(Ship)):
            figures[row] = by.where(kept, figures[row], getattr(hit, field.name))
        batch = Batch(mark, figures)
    waiting = tuple(pending for pending in mark.pending if pending[0] > mark.sailed)
    return Batch(_still_asked(context, replace(mark, pending=waiting)), batch.figures)


def _ended(context: SimContext, batch: Batch, outcome: Outcome) -> Iterator[Ended]:
    """Voyages that are over, by their ending: the first whose conditions hold, or the last."""
    endings = [ending for ending in context.scenario.endings if ending.outcome is outcome]
    left, mark = np.ones(len(batch), dtype=bool), batch.mark
    for ending in endings:
        fits = left if ending is endings[-1] else left & all_hold(ending.when, batch.facts)
        if fits.any():
            left = left & ~fits
            figures = batch.figures[:, fits]
            yield Ended(outcome, ending.id, mark.sailed, mark.at, mark.past, figures)
