"""A scenario's table as columns of numbers, which many voyages look up at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from game.scenario.model.conditions import Comparison
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import SKILLED, Attention, Kind, attention_of
from game.voyage.table import OUTCOMES, Guard, LaterRow, OutcomeRow, compile_table
from game.voyage.voyage import WATCHES

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORD = 64
"""Facts in one column, a bit each."""
SHARED = WATCHES + 1
"""What a shared order adds where a course order adds 1: so one number holds how many of both."""
ADDS: Mapping[Kind, int] = {Kind.COURSE: 1, Kind.SAILS: 0, Kind.TEACH: SHARED, Kind.BOTH: SHARED}
"""What an order adds to a voyage's mix; to teach is to share, too."""
COMPARE: Mapping[str, Callable[[Any, float], Any]] = {
    Comparison.AT_LEAST: np.greater_equal,
    Comparison.AT_MOST: np.less_equal,
    Comparison.ABOVE: np.greater,
    Comparison.BELOW: np.less,
}


class Columns:
    """What never changes while a scenario is sailed, by number of watch, order and outcome.

    places: watches, and the ways to end. first, count: the first order of a watch, and how many it
    has. goto, order_of: of an outcome; turn: its number within its order. growing: the orders of
    which a chance grows with seamanship. remembers: how many past orders of a voyage are kept; by
    default as many as a consequence may come back from. adds: of an order, see ADDS.
    """

    def __init__(self, scenario: Scenario, remembers: int = 0) -> None:
        self.scenario, self.table = scenario, compile_table(scenario)
        table = self.table
        self.orders = [
            order for watch in scenario.watches.values() for order in watch.orders.values()
        ]
        self.places = len(table.watches) + len(OUTCOMES)
        self.most = max(len(watch.orders) for watch in table.watches)
        self.first = np.array([watch.orders[0] for watch in table.watches], dtype=np.int16)
        self.count = np.array([len(watch.orders) for watch in table.watches], dtype=np.int16)
        self.goto = np.array([outcome.goto for outcome in table.outcomes], dtype=np.int16)
        self.order_of = np.array([outcome.order for outcome in table.outcomes], dtype=np.int16)
        self.turn = np.array(
            [turn for order in table.orders for turn in range(len(order.outcomes))], dtype=np.int16
        )
        self.growing = [
            number
            for number, order in enumerate(self.orders)
            if any(chance.grows for chance in order.chances)
        ]
        self.adds = np.array([ADDS[order.kind] for order in table.orders], dtype=np.int16)
        self.attention = self._attention()
        self.words = -(-len(table.facts) // WORD)
        self.facts = np.array(
            [
                _bits((*outcome.facts, *table.orders[outcome.order].facts), self.words)
                for outcome in table.outcomes
            ],
            dtype=np.uint64,
        ).T
        self.effects = effects_of(table.outcomes)
        laters = sorted(enumerate(table.laters), key=lambda each: (-each[1].after, each[0]))
        self.laters: list[tuple[int, LaterRow]] = laters
        """As they come back in one watch: what was ordered first comes first."""
        self.remembers = max((remembers, *(later.after for later in table.laters)))

    def _attention(self) -> Attention[NDArray[np.float64]]:
        """By twice an order's number, and one more for a skilled crew."""
        spent = [
            attention_of(order.kind, order.effort, seamanship, fix=order.fix)
            for order in self.table.orders
            for seamanship in (0.0, SKILLED)
        ]
        return Attention(
            np.array([each.leading for each in spent]),
            np.array([each.managing for each in spent]),
            np.array([each.teaching for each in spent]),
            np.array([each.fixes for each in spent]),
        )

    def spend(self, orders: Any, seamanship: NDArray[np.float64]) -> Attention[Any]:
        """The attention that each voyage's order, or the same of all, spends."""
        spent, row = self.attention, 2 * orders.astype(np.intp)
        if row.ndim or spent.leading[row] != spent.leading[row + 1]:
            row = row + (seamanship >= SKILLED)
        fixes = spent.fixes.take(row) if spent.fixes.any() else False
        return Attention(
            spent.leading.take(row), spent.managing.take(row), spent.teaching.take(row), fixes
        )

    @cached_property
    def strengthened(self) -> list[tuple[int, Guard]]:
        """The orders that something strengthens, by number."""
        by = [(number, order.strengthened_by) for number, order in enumerate(self.table.orders)]
        return [(number, guard) for number, guard in by if guard]

    @cached_property
    def guards(self) -> list[list[tuple[int, Guard]]]:
        """By watch: its orders that ask for something, by number in it, and what they ask."""
        orders = self.table.orders
        return [
            [
                (row, orders[order].when)
                for row, order in enumerate(watch.orders)
                if orders[order].when
            ]
            for watch in self.table.watches
        ]

    @cached_property
    def are_certain(self) -> list[bool]:
        """By watch: whether each of its orders can turn out in one way only."""
        orders = self.table.orders
        return [
            all(len(orders[order].outcomes) == 1 for order in watch.orders)
            for watch in self.table.watches
        ]

    @cached_property
    def asked(self) -> NDArray[np.uint64]:
        """By watch: the facts that anybody may still ask from there on, as bits in words."""
        table = self.table
        always = {fact for ending in table.endings for fact, _ in ending.when.facts}
        always |= {fact for check in table.checks for fact, _ in check.facts}
        asks = [set(always) for _ in table.watches]
        for order in table.orders:
            unless = (table.laters[later].unless for later in order.laters)
            guards = (order.when, order.strengthened_by, *unless)
            asks[order.watch].update(fact for guard in guards for fact, _ in guard.facts)
        grown = True
        while grown:
            sizes = [len(asked) for asked in asks]
            for outcome in table.outcomes:
                if outcome.goto < len(asks):
                    asks[table.orders[outcome.order].watch] |= asks[outcome.goto]
            grown = sizes != [len(asked) for asked in asks]
        return np.array([_bits(asked, self.words) for asked in asks], dtype=np.uint64).T


def effects_of(rows: Sequence[OutcomeRow | LaterRow]) -> dict[str, NDArray[np.float64]]:
    """By gauge that any of them moves: how far each moves it."""
    gauges = dict.fromkeys(gauge for row in rows for gauge in row.effects)
    return {gauge: np.array([row.effects.get(gauge, 0.0) for row in rows]) for gauge in gauges}


def fact_masks(guard: Guard, words: int) -> list[tuple[int, int, int]]:
    """What a guard asks of facts: the number of a word, the bits asked, and what these must be."""
    true, false = (
        _bits((fact for fact, wanted in guard.facts if wanted is want), words)
        for want in (True, False)
    )
    return [
        *((word, bits, bits) for word, bits in enumerate(true) if bits),
        *((word, bits, 0) for word, bits in enumerate(false) if bits),
    ]


def _bits(facts: Iterable[int], words: int) -> list[int]:
    bits = [0] * words
    for fact in facts:
        bits[fact // WORD] |= 1 << fact % WORD
    return bits
