"""Everything in a file that refers to a watch, order or flag, with its position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.source import Path, Source, Spot
from game.ship.ship import Outcome

FLAGS = ("watches.*.orders.*.sets.*", "watches.*.orders.*.outcomes.*.sets.*")
MOST = 50
"""Wrong names beyond this many are left out: the first ones help more."""
GOTOS = ("watches.*.orders.*.goto", "watches.*.orders.*.outcomes.*.goto")
PHRASES = (
    "watches.*.orders.*.when.*",
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
class Way:
    """One way an order can turn out. goto: a watch, an outcome, or empty where none is known."""

    goto: str
    sets: frozenset[str]


@dataclass(frozen=True, slots=True)
class WrittenLater:
    """A consequence; after: 0 where it cannot be read."""

    spot: Spot
    after: int
    unless: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class WrittenOrder:
    """An order, when it can be given, and what may become of it."""

    spot: Spot
    when: tuple[Phrase, ...]
    ways: tuple[Way, ...]
    later: tuple[WrittenLater, ...]


@dataclass(frozen=True, slots=True)
class WrittenWatch:
    """A watch and its orders, in the order of the file."""

    spot: Spot
    orders: tuple[WrittenOrder, ...]


@dataclass(frozen=True, slots=True)
class WrittenEnding:
    """An ending and when it is told."""

    spot: Spot
    outcome: str
    when: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class ReferencesIndex:
    """Everything that is written about roads and conditions; phrases: all, in file order."""

    source: Source
    names: Names
    phrases: tuple[Phrase, ...]
    watches: dict[str, WrittenWatch]
    endings: tuple[WrittenEnding, ...]


def index_references(source: Source) -> ReferencesIndex:
    """What a file says, whatever else may be wrong with it."""
    names = names_of(source)
    phrases = _phrases(source, names)
    watches = list(source.each("watches.*"))
    onward = [*(watch.name for watch in watches[1:]), Outcome.ADRIFT.value]
    reader = _Reader(phrases, {*names.watches, Outcome.HARBOUR.value})
    return ReferencesIndex(
        source,
        names,
        tuple(sorted(phrases.values(), key=lambda phrase: phrase.spot.node.at)),
        {
            watch.name: reader.watch(watch, after)
            for watch, after in zip(watches, onward, strict=bool(watches))
        },
        tuple(reader.ending(spot) for spot in source.each("endings.*")),
    )


def asked_by(phrases: Iterable[Phrase]) -> frozenset[Fact]:
    """The facts that conditions ask for."""
    asked = (phrase.asked for phrase in phrases)
    return frozenset(fact for fact in asked if isinstance(fact, Flag | Visited | Gave))


def names_of(source: Source) -> Names:
    """The names that the file's conditions may use."""
    flags = (spot.text for spot in source.each(*FLAGS))
    return Names(
        flags=tuple(dict.fromkeys(name for name in flags if name and name not in READABLE)),
        watches=source.keys("watches"),
        orders=source.keys("watches.*.orders"),
    )


def _phrases(source: Source, names: Names) -> dict[Path, Phrase]:
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


@dataclass(frozen=True, slots=True)
class _Reader:
    phrases: dict[Path, Phrase]
    targets: set[str]

    def watch(self, watch: Spot, after: str) -> WrittenWatch:
        orders = watch.get("orders")
        return WrittenWatch(
            watch, tuple(self.order(spot, after) for spot in (orders.below() if orders else ()))
        )

    def order(self, order: Spot, after: str) -> WrittenOrder:
        outcomes = order.get("outcomes")
        return WrittenOrder(
            order,
            self.conditions(order, "when"),
            tuple(
                Way(self.goto(order, outcome, after), _sets(order) | _sets(outcome))
                for outcome in (outcomes.below() if outcomes else [order])
            ),
            tuple(self.laters(order)),
        )

    def goto(self, order: Spot, outcome: Spot, after: str) -> str:
        goto = outcome.get("goto") or order.get("goto")
        if goto is None:
            return after
        return goto.text if goto.text in self.targets else ""

    def laters(self, order: Spot) -> Iterator[WrittenLater]:
        later = order.get("later")
        for spot in later.below() if later else ():
            after = spot.get("after")
            figure = after.figure if after else None
            yield WrittenLater(spot, int(figure or 0), self.conditions(spot, "unless"))

    def ending(self, ending: Spot) -> WrittenEnding:
        outcome = ending.get("outcome")
        return WrittenEnding(
            ending, outcome.text if outcome else "", self.conditions(ending, "when")
        )

    def conditions(self, spot: Spot, name: str) -> tuple[Phrase, ...]:
        below = spot.get(name)
        return tuple(self.phrases[item.path] for item in (below.below() if below else ()))


def _sets(spot: Spot) -> frozenset[str]:
    sets = spot.get("sets")
    return frozenset(item.text for item in (sets.below() if sets else ()))
