"""Conditions: phrases such as `crew is at least 40`, parsed once into typed data.

Here live the phrases, what they mean, and what can be wrong with one; never code from a file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from operator import ge, gt, le, lt

from game.findings import closest
from game.ship.gauges import WRITTEN_RANGES

BALANCE = "balance"
"""A gauge for conditions alone: how evenly the voyage was led and managed so far, 0 to 100."""
READABLE = (*WRITTEN_RANGES, BALANCE)
SYNTAX = (
    "write '<gauge> is at least <number>' (or at most, above, below), a flag, "
    "'visited <watch>' or 'gave <order>', each with an optional 'not' before it"
)

JOINS = re.compile(r"\s(?P<word>and|or|&&?|\|\|?)\s")
COMPARES = re.compile(
    r"(?P<gauge>\w+)\s*(?:\bis\s+)?(?P<sign>[<>]=?|==?>?|[≥≤])\s*(?P<figure>\d[\d.]*)?"
)
"""How other languages join conditions, and compare."""


class Comparison(StrEnum):
    """How a gauge is compared with a figure."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    ABOVE = "above"
    BELOW = "below"


COMPARE: dict[Comparison, Callable[[float, float], bool]] = {
    Comparison.AT_LEAST: ge,
    Comparison.AT_MOST: le,
    Comparison.ABOVE: gt,
    Comparison.BELOW: lt,
}


@dataclass(frozen=True, slots=True)
class GaugeIs:
    """A gauge compared with a figure, as authors write it: all but the course from 0 to 100."""

    gauge: str
    comparison: Comparison
    figure: float


@dataclass(frozen=True, slots=True)
class Flag:
    """Something an order has set."""

    name: str


@dataclass(frozen=True, slots=True)
class Visited:
    """A watch that was sailed."""

    watch: str


@dataclass(frozen=True, slots=True)
class Gave:
    """An order that was given."""

    order: str


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of another condition."""

    of: GaugeIs | Flag | Visited | Gave


Condition = GaugeIs | Flag | Visited | Gave | Not


@dataclass(frozen=True, slots=True)
class Facts:
    """What a condition may ask about: gauges by name (see READABLE), flags, watches, orders."""

    gauges: Mapping[str, float]
    flags: Collection[str] = ()
    visited: Collection[str] = ()
    gave: Collection[str] = ()


def holds(condition: Condition, facts: Facts) -> bool:
    """Whether the condition is true of these facts."""
    match condition:
        case GaugeIs(gauge, comparison, figure):
            return COMPARE[comparison](facts.gauges[gauge], figure)
        case Flag(name):
            return name in facts.flags
        case Visited(watch):
            return watch in facts.visited
        case Gave(order):
            return order in facts.gave
        case Not(of):
            return not holds(of, facts)


def all_hold(conditions: Iterable[Condition], facts: Facts) -> bool:
    """Whether every one of the conditions is true; true when there is none."""
    return all(holds(condition, facts) for condition in conditions)


def phrase_in_words(condition: Condition) -> str:
    """The condition as an author writes it."""
    match condition:
        case GaugeIs(gauge, comparison, figure):
            return f"{gauge} is {comparison} {figure:g}"
        case Flag(name):
            return name
        case Visited(watch):
            return f"visited {watch}"
        case Gave(order):
            return f"gave {order}"
        case Not(of):
            return f"not {phrase_in_words(of)}"


@dataclass(frozen=True, slots=True)
class Names:
    """The names that conditions of one scenario may use."""

    flags: Collection[str] = ()
    watches: Collection[str] = ()
    orders: Collection[str] = ()


@dataclass
class PhraseError(Exception):
    """A phrase that is no condition.

    code: R002, R004, R005 or R006. start, width: the words at fault, in characters from the
    start of the phrase.
    """

    code: str
    start: int
    width: int
    reason: str
    hint: str = field(default="")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int

    def wrong(self, code: str, reason: str, hint: str = "") -> PhraseError:
        return PhraseError(code, self.start, max(1, len(self.text)), reason, hint)

    def require(
        self, code: str, reason: str, known: Collection[str], others: Collection[str] = ()
    ) -> None:
        """Stop if it is none of the known; others: what it may have been meant to be, too."""
        if self.text not in known:
            raise self.wrong(code, f"{reason} '{self.text}'", closest(self.text, [*known, *others]))


def parse(phrase: str, names: Names) -> Condition:
    """The condition that a phrase says.

    Raises:
        PhraseError: with the place inside the phrase and the way out.
    """
    words = [_Word(found.group(), found.start()) for found in re.finditer(r"\S+", phrase)]
    end = _Word("", len(phrase))
    if len(words) > 1 or not phrase.isidentifier():
        _check_signs(phrase)
    if words and words[0].text == "not":
        return Not(_parse_plain(words[1:], end, names))
    return _parse_plain(words, end, names)


def _check_signs(phrase: str) -> None:
    """Stop at what joins or compares in other languages."""
    if joins := JOINS.search(phrase):
        word = _Word(joins["word"], joins.start("word"))
        before, after = phrase[: joins.start()].strip(), phrase[joins.end() :].strip()
        if joins["word"] in ("and", "&&", "&"):
            hint = f"write two conditions: [{before}, {after}]"
            raise word.wrong("R004", f"'{word.text}' joins no conditions: a list does", hint)
        hint = "let two orders, or two endings, ask for one each"
        raise word.wrong("R004", f"there is no '{word.text}' in conditions", hint)
    if compared := COMPARES.search(phrase):
        word = _Word(compared["sign"], compared.start("sign"))
        words = {">": "above", "<": "below"}.get(word.text)
        words = words or ("at most" if word.text[0] in "<≤" else "at least")
        hint = f"write '{compared['gauge']} is {words} {compared['figure'] or '…'}'"
        raise word.wrong("R004", f"conditions are written in words, without '{word.text}'", hint)


def _parse_plain(words: list[_Word], end: _Word, names: Names) -> GaugeIs | Flag | Visited | Gave:
    match [word.text for word in words]:
        case []:
            raise end.wrong("R004", "the condition ends too early", SYNTAX)
        case ["visited", watch]:
            words[1].require("R006", "visited names no watch", names.watches)
            return Visited(watch)
        case ["gave", order]:
            words[1].require("R006", "gave names no order", names.orders)
            return Gave(order)
        case ["visited" | "gave" as verb]:
            raise end.wrong("R004", f"'{verb}' needs a name after it", SYNTAX)
        case [_, "is", *_]:
            return _parse_gauge(words, end, names)
        case [name] if name in READABLE:
            reason = f"'{name}' is a gauge, and needs a number to compare with"
            raise words[0].wrong("R005", reason, f"write '{name} is at least 40'")
        case [name]:
            words[0].require("R002", "no gauge and no flag is called", names.flags, READABLE)
            return Flag(name)
        case _:
            raise words[1].wrong("R004", f"'{words[1].text}' does not fit here", SYNTAX)


def _parse_gauge(words: list[_Word], end: _Word, names: Names) -> GaugeIs:
    gauge, rest = words[0], words[2:]
    if gauge.text in names.flags:
        hint = f"write '{gauge.text}' or 'not {gauge.text}'"
        raise gauge.wrong("R005", f"'{gauge.text}' is a flag, and has no number", hint)
    gauge.require("R002", "no gauge is called", READABLE)
    taken = 2 if rest and rest[0].text == "at" else 1
    spelt = " ".join(word.text for word in rest[:taken])
    if spelt not in tuple(Comparison):
        at = rest[0] if rest else end
        raise at.wrong("R004", "expected 'at least', 'at most', 'above' or 'below'", SYNTAX)
    if len(rest) == taken:
        raise end.wrong("R004", "the condition ends before its number", SYNTAX)
    figure, *more = rest[taken:]
    if more:
        raise more[0].wrong("R004", f"'{more[0].text}' does not fit here", "end after the number")
    if not re.fullmatch(r"[+-]?\d{1,6}(\.\d{1,6})?", figure.text):
        hint = f"write '{gauge.text} is at least 40'"
        raise figure.wrong("R005", f"'{figure.text}' is not a number", hint)
    return GaugeIs(gauge.text, Comparison(spelt), float(figure.text))
