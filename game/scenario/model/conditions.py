"""Conditions: phrases such as `crew is at least 40`, parsed once into typed data.

Here live the phrases, what they mean, and what can be wrong with one; never code from a file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from game.findings import closest
from game.ship.gauges import GAUGE_RANGES

BALANCE = "balance"
"""A gauge for conditions alone: how evenly the voyage was led and managed so far, 0 to 100."""
READABLE = (*GAUGE_RANGES, BALANCE)
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


@dataclass(frozen=True, slots=True)
class GaugeIs:
    """A gauge compared with a figure in that gauge's own units."""

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
            return _compare(facts.gauges[gauge], comparison, figure)
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


def _compare(value: float, comparison: Comparison, figure: float) -> bool:
    match comparison:
        case Comparison.AT_LEAST:
            return value >= figure
        case Comparison.AT_MOST:
            return value <= figure
        case Comparison.ABOVE:
            return value > figure
        case Comparison.BELOW:
            return value < figure


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


def parse(phrase: str, names: Names) -> Condition:
    """The condition that a phrase says.

    Raises:
        PhraseError: with the place inside the phrase and the way out.
    """
    words = [_Word(found.group(), found.start()) for found in re.finditer(r"\S+", phrase)]
    if len(words) > 1 or not phrase.isidentifier():
        _check_signs(phrase)
    if words and words[0].text == "not":
        return Not(_parse_plain(words[1:], _Word("", len(phrase)), names))
    return _parse_plain(words, _Word("", len(phrase)), names)


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
            if watch not in names.watches:
                hint = closest(watch, names.watches)
                raise words[1].wrong("R006", f"visited names no watch '{watch}'", hint)
            return Visited(watch)
        case ["gave", order]:
            if order not in names.orders:
                hint = closest(order, names.orders)
                raise words[1].wrong("R006", f"gave names no order '{order}'", hint)
            return Gave(order)
        case ["visited" | "gave" as verb]:
            raise end.wrong("R004", f"'{verb}' needs a name after it", SYNTAX)
        case [_, "is", *_]:
            return _parse_gauge(words, end, names)
        case [name]:
            return _parse_flag(words[0], name, names)
        case _:
            raise words[1].wrong("R004", f"'{words[1].text}' does not fit here", SYNTAX)


def _parse_flag(word: _Word, name: str, names: Names) -> Flag:
    if name in READABLE:
        hint = f"write '{name} is at least 40'"
        raise word.wrong("R005", f"'{name}' is a gauge, and needs a number to compare with", hint)
    if name not in names.flags:
        hint = closest(name, [*names.flags, *READABLE])
        raise word.wrong("R002", f"no gauge and no flag is called '{name}'", hint)
    return Flag(name)


def _parse_gauge(words: list[_Word], end: _Word, names: Names) -> GaugeIs:
    gauge, rest = words[0], words[2:]
    if gauge.text in names.flags:
        hint = f"write '{gauge.text}' or 'not {gauge.text}'"
        raise gauge.wrong("R005", f"'{gauge.text}' is a flag, and has no number", hint)
    if gauge.text not in READABLE:
        hint = closest(gauge.text, READABLE)
        raise gauge.wrong("R002", f"no gauge is called '{gauge.text}'", hint)
    taken = 2 if rest and rest[0].text == "at" else 1
    spelt = " ".join(word.text for word in rest[:taken])
    if spelt not in tuple(Comparison):
        at = rest[0] if rest else end
        raise at.wrong("R004", "expected 'at least', 'at most', 'above' or 'below'", SYNTAX)
    return GaugeIs(gauge.text, Comparison(spelt), _parse_figure(rest[taken:], gauge.text, end))


def _parse_figure(words: list[_Word], gauge: str, end: _Word) -> float:
    if not words:
        raise end.wrong("R004", "the condition ends before its number", SYNTAX)
    if len(words) > 1:
        raise words[1].wrong("R004", f"'{words[1].text}' does not fit here", "end after the number")
    word = words[0]
    if not re.fullmatch(r"[+-]?\d{1,6}(\.\d{1,6})?", word.text):
        hint = f"write '{gauge} is at least 40'"
        raise word.wrong("R005", f"'{word.text}' is not a number", hint)
    return float(word.text)
