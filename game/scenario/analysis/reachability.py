"""Every watch that a voyage can come to, with the flags and memories it can bring there.

Facts are followed exactly; gauges may have any figure, because the sea has a say in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from game.scenario.analysis.references_index import (
    Branch,
    Fact,
    ReferencesIndex,
    WrittenOrder,
    WrittenWatch,
)
from game.scenario.analysis.satisfiability import (
    ANY,
    Gauges,
    Interval,
    Scope,
    StepBudget,
    UnsureError,
    exactly,
)
from game.scenario.model.conditions import BALANCE, Flag, Gave, Visited
from game.scenario.yaml.file_tree import FileTree
from game.ship.ship import Outcome, new_ship

PLACES = 2_000
"""A scenario whose flags can differ in more ways than this is not followed to its end."""

SOME, NOT_ALL = Interval((0, 1), (100, 0)), Interval((0, 0), (100, -1))
AFLOAT = {"stability": SOME, "crew": SOME}
AT_END: dict[str, Gauges] = {
    Outcome.ARRIVED: {**AFLOAT, "progress": exactly(100)},
    Outcome.FOUNDERED: {"stability": exactly(0)},
    Outcome.MUTINY: {"stability": SOME, "crew": exactly(0)},
    Outcome.ADRIFT: {**AFLOAT, "progress": NOT_ALL},
    Outcome.HARBOUR: {**AFLOAT, "progress": NOT_ALL},
}
"""What an outcome says about the gauges."""
START = ("stability", "crew", "seamanship", "course_error")


@dataclass(frozen=True, slots=True)
class Place:
    """A watch, or an outcome at sea, and what has happened by then that a condition asks about."""

    at: str
    facts: frozenset[Fact] = frozenset()
    setting_out: bool = False


@dataclass(frozen=True)
class Reachability:
    """Where a voyage can be, and how it goes on from there.

    at: the places at each watch. onward: where each order can lead, by place and order.
    """

    index: ReferencesIndex
    start: Gauges
    at: dict[str, list[Place]]
    onward: dict[Place, dict[str, list[Place]]]
    budget: StepBudget

    def scope(self, place: Place) -> Scope:
        return Scope(place.facts, self.start if place.setting_out else ANY, self.budget)

    def scopes(self, watch: str) -> list[Scope]:
        return [self.scope(place) for place in self.at[watch]]

    def scopes_at_end(self, outcome: str) -> list[Scope]:
        """What can be known at the end of a voyage that has this outcome."""
        self.budget.spend(len(self.onward))
        gauges = {**ANY, **AT_END.get(outcome, {})}
        all_facts = self._facts_in_harbour if outcome == Outcome.HARBOUR else self._facts_at_sea
        return [Scope(facts, gauges, self.budget) for facts in all_facts]

    @cached_property
    def _facts_at_sea(self) -> set[frozenset[Fact]]:
        return {after.facts for after in self._afters()}

    @cached_property
    def _facts_in_harbour(self) -> set[frozenset[Fact]]:
        return {after.facts for after in self._afters() if after.at == Outcome.HARBOUR}

    def _afters(self) -> Iterator[Place]:
        """Every place that some watch leads to."""
        orders = chain.from_iterable(leads.values() for leads in self.onward.values())
        return chain.from_iterable(orders)

    def led_to(self, watch: str, order: WrittenOrder) -> set[Place]:
        places = (self.onward[place].get(order.spot.name, ()) for place in self.at[watch])
        return set(chain.from_iterable(places))

    def after(self, place: Place) -> Iterator[Place]:
        """The places that a watch there can lead to."""
        self.budget.spend(1)
        return chain.from_iterable(self.onward[place].values())


def explore_reachable(index: ReferencesIndex) -> Reachability:
    """All roads from the first watch on.

    Raises:
        UnsureError: if they are too many, or have too many conditions to weigh.
    """
    at: dict[str, list[Place]] = {watch: [] for watch in index.watches}
    reachable = Reachability(index, _start(index.source), at, {}, StepBudget())
    asked = index.facts_asked
    waiting = [Place(watch, setting_out=True) for watch in list(index.watches)[:1]]
    while waiting:
        place = waiting.pop()
        if place in reachable.onward:
            continue
        if len(reachable.onward) >= PLACES:
            raise UnsureError
        watch = index.watches[place.at]
        at[place.at].append(place)
        reachable.budget.spend(sum(len(order.branches) for order in watch.orders))
        scope = reachable.scope(place)
        reachable.onward[place] = {
            order.spot.name: [_after(place, order, branch, asked) for branch in order.branches]
            for order in watch.orders
            if not order.when or _can_be_given(watch, order, scope)
        }
        waiting += [after for after in reachable.after(place) if after.at in index.watches]
    return reachable


def all_locked(watch: WrittenWatch, scope: Scope) -> Gauges | None:
    """Gauges at which no order of a watch can be given, if there are any."""
    return scope.gauges_where(fail=[order.when for order in watch.orders])


def _can_be_given(watch: WrittenWatch, order: WrittenOrder, scope: Scope) -> bool:
    """Whether it is open at some gauges, or the first where all are locked."""
    if scope.gauges_where(order.when) is not None:
        return True
    return order is watch.orders[0] and all_locked(watch, scope) is not None


def _after(place: Place, order: WrittenOrder, branch: Branch, asked: frozenset[Fact]) -> Place:
    new = {Visited(place.at), Gave(order.spot.name), *map(Flag, branch.sets)}
    return Place(branch.goto, place.facts | (asked & new))


def _start(source: FileTree) -> Gauges:
    """The gauges as a voyage sets out: as written, or else as on every ship."""
    ship = new_ship()
    gauges = {name: exactly(getattr(ship, name)) for name in (*START, "progress", "sail")}
    for spot in source.each("voyage.start.*"):
        if spot.name in START and spot.number is not None:
            gauges[spot.name] = exactly(spot.number)
    return {**ANY, **gauges, BALANCE: exactly(50)}
