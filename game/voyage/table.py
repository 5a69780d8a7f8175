"""A scenario compiled into a flat table of numbers and names, from which voyages are sailed.

Everything in it is plain (numbers, names, tuples, dictionaries), so `asdict` makes JSON of it, and
whoever reads that can sail the scenario without its file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from game.scenario.model.conditions import (
    Condition,
    Flag,
    GaugeIs,
    Gave,
    Not,
    Visited,
    phrase_in_words,
)
from game.scenario.model.scenario import Order, Scenario, Watch
from game.ship.attention_cost import Effort, Kind
from game.ship.passage import LEG
from game.ship.ship import Outcome

OUTCOMES = tuple(Outcome)
Fact = Flag | Visited | Gave
"""Something that is true of a voyage's past, and that a condition may ask."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Conditions that must all hold.

    facts: by number, each with whether it must be true. gauges: gauge, comparison, figure in the
    gauge's own units, and whether the comparison must be true.
    """

    facts: tuple[tuple[int, bool], ...]
    gauges: tuple[tuple[str, str, float, bool], ...]

    def __bool__(self) -> bool:
        return bool(self.facts or self.gauges)


@dataclass(frozen=True, slots=True)
class WatchRow:
    """weather: wind, shift and complexity as written. orders: the numbers of its orders."""

    id: str
    weather: tuple[float, float, float]
    orders: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OrderRow:
    """watch, outcomes, laters: by number. facts: those that giving it makes true, by number.

    fix: whether it looks where she is without steering for it.
    """

    id: str
    watch: int
    kind: Kind
    effort: Effort
    fix: bool
    when: Guard
    strengthened_by: Guard
    facts: tuple[int, ...]
    outcomes: tuple[int, ...]
    laters: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One way an order turns out.

    percent: for a crew with seamanship 30; grows: whether it moves with seamanship. goto: a watch
    by number; beyond these, an outcome of OUTCOMES.
    """

    order: int
    percent: float
    grows: bool
    effects: Mapping[str, float]
    facts: tuple[int, ...]
    goto: int


@dataclass(frozen=True, slots=True)
class LaterRow:
    """A consequence that comes back `after` watches, unless all of `unless` holds by then."""

    order: int
    after: int
    unless: Guard
    effects: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class EndingRow:
    """An ending of an outcome, by number; the first whose guard holds counts, or the last."""

    id: str
    outcome: int
    when: Guard


@dataclass(frozen=True, slots=True)
class Table:
    """A scenario's numbers. leg: percent of the voyage that a perfect watch makes good."""

    leg: float
    variation: float
    start: Mapping[str, float]
    facts: tuple[str, ...]
    watches: tuple[WatchRow, ...]
    orders: tuple[OrderRow, ...]
    outcomes: tuple[OutcomeRow, ...]
    laters: tuple[LaterRow, ...]
    endings: tuple[EndingRow, ...]
    checks: tuple[Guard, ...]


def compile_table(scenario: Scenario) -> Table:
    """The table of a scenario whose names are known to be right."""
    return _Compiler(scenario).table()


def percent_a_watch(scenario: Scenario) -> float:
    """Percent of this scenario's distance that a perfect watch makes good."""
    return LEG * 100 / scenario.distance


class _Compiler:
    """Rows in the order of the file, and numbers for names."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.places = {name: n for n, name in enumerate((*scenario.watches, *Outcome))}
        self.facts: dict[Fact, int] = {}
        for condition in chain.from_iterable(_conditions(scenario)):
            fact = condition.of if isinstance(condition, Not) else condition
            if not isinstance(fact, GaugeIs):
                self.facts.setdefault(fact, len(self.facts))
        self.watches: list[WatchRow] = []
        self.orders: list[OrderRow] = []
        self.outcomes: list[OutcomeRow] = []
        self.laters: list[LaterRow] = []
        for watch in scenario.watches.values():
            self._add_watch(watch)

    def table(self) -> Table:
        scenario = self.scenario
        return Table(
            leg=percent_a_watch(scenario),
            variation=scenario.variation,
            start=dict(scenario.start),
            facts=tuple(map(phrase_in_words, self.facts)),
            watches=tuple(self.watches),
            orders=tuple(self.orders),
            outcomes=tuple(self.outcomes),
            laters=tuple(self.laters),
            endings=tuple(
                EndingRow(ending.id, OUTCOMES.index(ending.outcome), self._guard(ending.when))
                for ending in scenario.endings
            ),
            checks=tuple(self._guard(check.always) for check in scenario.checks),
        )

    def _add_watch(self, watch: Watch) -> None:
        first, sky = len(self.orders), watch.weather
        for order in watch.orders.values():
            self._add_order(watch, order)
        orders = tuple(range(first, len(self.orders)))
        self.watches.append(WatchRow(watch.id, (sky.wind, sky.shift, sky.complexity), orders))

    def _add_order(self, watch: Watch, order: Order) -> None:
        number, outcomes, laters = len(self.orders), len(self.outcomes), len(self.laters)
        self.outcomes += (
            OutcomeRow(
                number,
                chance.percent,
                chance.grows,
                dict(chance.effects),
                self._numbers(map(Flag, chance.sets)),
                self.places[chance.goto],
            )
            for chance in order.chances
        )
        self.laters += (
            LaterRow(number, later.after, self._guard(later.unless), dict(later.effects))
            for later in order.later
        )
        self.orders.append(
            OrderRow(
                order.id,
                len(self.watches),
                order.kind,
                order.effort,
                order.fix,
                self._guard(order.when),
                self._guard(order.strengthened_by),
                self._numbers((Visited(watch.id), Gave(order.id))),
                tuple(range(outcomes, len(self.outcomes))),
                tuple(range(laters, len(self.laters))),
            )
        )

    def _numbers(self, facts: Iterable[Fact]) -> tuple[int, ...]:
        """Those of the facts that anybody asks."""
        return tuple(self.facts[fact] for fact in facts if fact in self.facts)

    def _guard(self, conditions: Iterable[Condition]) -> Guard:
        facts, gauges = [], []
        for condition in conditions:
            asked = condition.of if isinstance(condition, Not) else condition
            if isinstance(asked, GaugeIs):
                wanted = asked is condition
                gauges.append((asked.gauge, str(asked.comparison), asked.figure, wanted))
            else:
                facts.append((self.facts[asked], asked is condition))
        return Guard(tuple(facts), tuple(gauges))


def _conditions(scenario: Scenario) -> Iterator[tuple[Condition, ...]]:
    for watch in scenario.watches.values():
        for order in watch.orders.values():
            yield order.when
            yield order.strengthened_by
            yield from (later.unless for later in order.later)
    yield from (ending.when for ending in scenario.endings)
    yield from (check.always for check in scenario.checks)
