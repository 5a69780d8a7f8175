"""Everything in a file that refers to a watch, order or flag, with its position."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.scenario.model.conditions import (
    READABLE,
    Condition,
    Flag,
    Gave,
    Names,
    Not,
    PhraseError,
    Visited,
    parse,
)
from game.scenario.yaml.file_tree import FileTree, Path, Spot
from game.scenario.yaml.nodes import Scalar
from game.ship.ship import Outcome

FLAGS = ("watches.*.orders.*.sets.*", "watches.*.orders.*.outcomes.*.sets.*")
MOST = 50
"""Wrong names beyond this many are left out: the first ones help more."""
GOTOS = ("watches.*.orders.*.goto", "watches.*.orders.*.outcomes.*.goto")
PHRASES = (
    "watches.*.orders.*.when.*",
    "watches.*.orders.*.strengthened_by.*",
    "watches.*.orders.*.later.*.unless.*",
    "endings.*.when.*",
    "checks.*.always.*",
)
Fact = Flag | Visited | Gave
"""What has happened, and stays so."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A condition where it stands; without one where it cannot be read, and why."""

    spot: Spot
    condition: Condition | None = None
    wrong: PhraseError | None = None

    @property
    def asked(self) -> Condition | None:
        """What it asks for, or forbids."""
        return self.condition.of if isinstance(self.condition, Not) else self.condition


@dataclass(frozen=True, slots=True)
class Branch:
    """One way an order can turn out. goto: a watch, an outcome, or empty where none is known."""

    goto: str
    sets: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrittenOrder:
    """An order, when it can be given, what strengthens it, and what may become of it."""

    spot: Spot
    when: tuple[Phrase, ...]
    strengthened_by: tuple[Phrase, ...]
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class WrittenWatch:
    spot: Spot
    orders: tuple[WrittenOrder, ...]


@dataclass(frozen=True, slots=True)
class ReferencesIndex:
    """Everything that is written about roads and conditions; phrases: all, in file order."""

    source: FileTree
    names: Names
    phrases: dict[Path, Phrase]
    watches: dict[str, WrittenWatch] = field(default_factory=dict)

    @property
    def facts_asked(self) -> frozenset[Fact]:
        asked = (phrase.asked for phrase in self.phrases.values())
        return frozenset(fact for fact in asked if isinstance(fact, Flag | Visited | Gave))

    @property
    def flags_read(self) -> set[str]:
        return {fact.name for fact in self.facts_asked if isinstance(fact, Flag)}

    @property
    def flags_set(self) -> dict[str, Spot]:
        """Where each flag is first set."""
        return {spot.text: spot for spot in reversed(list(self.source.each(*FLAGS)))}

    def conditions(self, spot: Spot, key: str) -> tuple[Phrase, ...]:
        """Those under a key such as `when`."""
        return tuple(self.phrases[item.path] for item in spot.each(key))


def index_references(source: FileTree) -> ReferencesIndex:
    """What a file says, whatever else may be wrong with it."""
    names = names_of(source)
    phrases = _phrases(source, names)
    in_order = sorted(phrases, key=lambda path: phrases[path].spot.node.at)
    index = ReferencesIndex(source, names, {path: phrases[path] for path in in_order})
    watches = list(source.each("watches.*"))
    next_ids = [*(watch.name for watch in watches[1:]), Outcome.ADRIFT.value]
    for watch, next_id in zip(watches, next_ids, strict=bool(watches)):
        orders = tuple(_order(index, order, next_id) for order in watch.each("orders"))
        index.watches[watch.name] = WrittenWatch(watch, orders)
    return index


def names_of(source: FileTree) -> Names:
    """The names that the file's conditions may use."""
    flags = (spot.text for spot in source.each(*FLAGS))
    return Names(
        flags=tuple(dict.fromkeys(name for name in flags if name and name not in READABLE)),
        watches=source.keys("watches"),
        orders=source.keys("watches.*.orders"),
    )


def _phrases(source: FileTree, names: Names) -> dict[Path, Phrase]:
    """Every phrase, but no more wrong ones than help."""
    phrases: dict[Path, Phrase] = {}
    wrong = 0
    for spot in source.each(*PHRASES):
        phrases[spot.path] = _phrase(spot, names) if wrong < MOST else Phrase(spot)
        wrong += phrases[spot.path].wrong is not None
    return phrases


def _phrase(spot: Spot, names: Names) -> Phrase:
    if not isinstance(spot.node, Scalar) or not isinstance(spot.node.value(), str | bool):
        return Phrase(spot)
    try:
        return Phrase(spot, parse(spot.text, names))
    except PhraseError as wrong:
        return Phrase(spot, wrong=wrong)


def _order(index: ReferencesIndex, order: Spot, next_id: str) -> WrittenOrder:
    outcomes = order.each("outcomes") if order.get("outcomes") else [order]
    branches = (
        Branch(_goto(index, order, outcome, next_id), _sets(order) | _sets(outcome))
        for outcome in outcomes
    )
    when, by = index.conditions(order, "when"), index.conditions(order, "strengthened_by")
    return WrittenOrder(order, when, by, tuple(branches))


def _goto(index: ReferencesIndex, order: Spot, outcome: Spot, next_id: str) -> str:
    goto = outcome.get("goto") or order.get("goto")
    if goto is None:
        return next_id
    return goto.text if goto.text in (*index.names.watches, Outcome.HARBOUR) else ""


def _sets(spot: Spot) -> frozenset[str]:
    return frozenset(item.text for item in spot.each("sets"))
