"""The uses of ids: where watches, orders, voices, crews, flags and endings stand in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from game.findings import Position
from game.scenario.analysis.references_index import FLAGS, GOTOS, PHRASES
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.source import Source


class What(StrEnum):
    """What an id can name."""

    WATCH = "watch"
    ORDER = "order"
    VOICE = "voice"
    CREW = "crew"
    FLAG = "flag"
    ENDING = "ending"


KEYS = {
    What.WATCH: ("watches.*", "voyages.*.at.*"),
    What.ORDER: ("watches.*.orders.*",),
    What.VOICE: ("voices.*", "watches.*.says.*"),
    What.CREW: ("cards.*", "watches.*.cards.*"),
    What.ENDING: ("endings.*",),
}
"""Where ids are keys, in scenarios and in transcripts."""
VALUES = {
    What.WATCH: GOTOS,
    What.ORDER: ("voyages.*.orders.*",),
    What.FLAG: FLAGS,
    What.ENDING: ("checks.*.can_end", "voyages.*.ending"),
}
"""Where ids are values."""
ASKED = (*PHRASES, "voyages.*.at.*.*", "voyages.*.holds.*")
"""Where conditions ask about them."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place where an id stands."""

    what: What
    id: str
    at: Position


def uses_of(source: Source) -> Iterator[Use]:
    """Every use of an id in a scenario or in a file of transcripts."""
    for what, patterns in KEYS.items():
        for spot in source.each(*patterns):
            if spot.key:
                yield Use(what, spot.key.text, _inside(spot.key))
    for what, patterns in VALUES.items():
        for spot in source.each(*patterns):
            if isinstance(spot.node, Scalar):
                yield Use(what, spot.text, _inside(spot.node))
    for spot in source.each(*ASKED):
        if isinstance(spot.node, Scalar):
            yield from _asked(spot.node)


def uses_in_translation(source: Source) -> Iterator[Use]:
    """Every use of an id in the paths of a translation."""
    for spot in source.each("texts.*"):
        ids = spot.name.split(".")
        for number, what in _named_by(ids):
            if spot.key:
                yield Use(what, ids[number], _inside(spot.key, len(".".join([*ids[:number], ""]))))


def _named_by(path: list[str]) -> Iterator[tuple[int, What]]:
    """Which steps of a path are ids, and of what."""
    first = {"watches": What.WATCH, "voices": What.VOICE, "cards": What.CREW}
    first["endings"] = What.ENDING
    within = {"orders": What.ORDER, "says": What.VOICE, "cards": What.CREW}
    if len(path) > 1 and path[0] in first:
        yield 1, first[path[0]]
    if len(path) > 3 and path[0] == "watches" and path[2] in within:
        yield 3, within[path[2]]


def _asked(phrase: Scalar) -> Iterator[Use]:
    """The id that a condition asks about; a gauge is none."""
    words = [(found.group(), found.start()) for found in re.finditer(r"\S+", phrase.text)]
    match words[1:] if words and words[0][0] == "not" else words:
        case [("visited", _), (id, start)]:
            yield Use(What.WATCH, id, _inside(phrase, start))
        case [("gave", _), (id, start)]:
            yield Use(What.ORDER, id, _inside(phrase, start))
        case [(id, start)]:
            yield Use(What.FLAG, id, _inside(phrase, start))
        case _:
            return


def _inside(scalar: Scalar, start: int = 0) -> Position:
    """The place of a word in a text, behind the quote if there is one."""
    column = scalar.at.column + (0 if scalar.plain else 1) + start
    return replace(scalar.at, column=column)
