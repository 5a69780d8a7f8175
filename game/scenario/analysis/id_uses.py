"""The uses of ids: where watches, orders, voices, crews, flags and endings stand in a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.findings import Position
from game.scenario.analysis.references_index import FLAGS, GOTOS, PHRASES
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.nodes import Scalar


class IdKind(StrEnum):
    WATCH = "watch"
    ORDER = "order"
    VOICE = "voice"
    CREW = "crew"
    FLAG = "flag"
    ENDING = "ending"


KEYS = {
    IdKind.WATCH: ("watches.*", "voyages.*.at.*"),
    IdKind.ORDER: ("watches.*.orders.*",),
    IdKind.VOICE: ("voices.*", "watches.*.says.*"),
    IdKind.CREW: ("cards.*", "watches.*.cards.*"),
    IdKind.ENDING: ("endings.*",),
}
"""Where ids are keys, in scenarios and in transcripts; and in the paths of translations."""
VALUES = {
    IdKind.WATCH: GOTOS,
    IdKind.ORDER: ("voyages.*.orders.*",),
    IdKind.FLAG: FLAGS,
    IdKind.ENDING: ("checks.*.can_end", "voyages.*.ending"),
}
"""Where ids are values."""
CONDITIONS = (*PHRASES, "voyages.*.at.*.*", "voyages.*.holds.*")


@dataclass(frozen=True, slots=True)
class Use:
    what: IdKind
    id: str
    at: Position


def uses_of(source: FileTree) -> Iterator[Use]:
    """Every use of an id in a scenario, in a file of transcripts or in a translation."""
    keys = ((what, spot.key) for what, where in KEYS.items() for spot in source.each(*where))
    values = ((what, spot.node) for what, where in VALUES.items() for spot in source.each(*where))
    for what, word in (*keys, *values):
        if isinstance(word, Scalar):
            yield Use(what, word.text, word.position(0))
    for spot in source.each(*CONDITIONS):
        if isinstance(spot.node, Scalar):
            yield from _asked(spot.node)
    for spot in source.each("texts.*"):
        if spot.key:
            yield from _in_path(spot.key)


def _in_path(path: Scalar) -> Iterator[Use]:
    """The ids along the path of a text."""
    for what, patterns in KEYS.items():
        for pattern in patterns:
            above = pattern.removesuffix("*").replace(".", r"\.").replace("*", "[^.]+")
            if found := re.match(rf"{above}([^.]+)", path.text):
                yield Use(what, found[1], path.position(found.start(1)))


def _asked(phrase: Scalar) -> Iterator[Use]:
    """The id that a condition asks about; a gauge is none."""
    words = [(found.group(), found.start()) for found in re.finditer(r"\S+", phrase.text)]
    match words[1:] if words and words[0][0] == "not" else words:
        case [("visited", _), (id, start)]:
            yield Use(IdKind.WATCH, id, phrase.position(start))
        case [("gave", _), (id, start)]:
            yield Use(IdKind.ORDER, id, phrase.position(start))
        case [(id, start)]:
            yield Use(IdKind.FLAG, id, phrase.position(start))
        case _:
            return
