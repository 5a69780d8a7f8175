"""A sound scenario file, ready to be broken: its values, its lines, and what relies on what.

This is the breaker's own knowledge of the format, written from its page and not from the checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from game.scenario.yaml.file_tree import Spot
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.parser import parse_yaml

IDS = re.compile(r"(watches|endings|voices)\.[^.]+|watches\.[^.]+\.(orders|says)\.[^.]+")
"""Keys that are the author's own."""
NAMES = re.compile(
    r".*\.(goto|can_end|kind|practice|effort|outcome|speaks_for|weather)|teaches"
    r"|.*\.(ship|port|sky|hour|portrait)|.*\.(sets|when|unless|always|props)\.\d+"
)
"""Values that name something."""
OPTIONAL = {
    *("language", "voyage", "distance", "start", "variation", "stability", "crew", "seamanship"),
    *("course_error", "progress", "complexity", "effort", "when", "locked", "effects", "sets"),
    *("goto", "unless", "later", "debrief", "checks", "always", "can_end"),
    *("scene", "ship", "port", "sky", "hour", "props", "portrait"),
}
"""Keys that the format's page lets an author leave out; notes and ask it wants."""
RANGES = {
    "format": (1, 1),
    "solo": (1, 240),
    "group": (1, 240),
    "distance": (10, 400),
    "variation": (0, 0.5),
    "wind": (0.3, 1.9),
    "shift": (0, 46),
    "complexity": (0, 1.5),
    "after": (1, 12),
}
"""The figures that a key may have; of a gauge see `in_range`."""


@dataclass(frozen=True)
class Sound:
    """A file without a mistake."""

    text: str

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Every value, with its key and its place."""
        tree = parse_yaml("sound.yaml", self.text.encode()).tree
        assert tree
        return tuple(_all(Spot((), None, tree)))

    @cached_property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.splitlines()

    @cached_property
    def keys(self) -> list[Scalar]:
        """The keys that the format has."""
        return [spot.key for spot in self.spots if spot.key and not IDS.fullmatch(dotted(spot))]

    @cached_property
    def names(self) -> list[Scalar]:
        """The words that name something: values, and ids that another place names."""
        named = [
            spot.node
            for spot in self.spots
            if isinstance(spot.node, Scalar) and NAMES.fullmatch(dotted(spot))
        ]
        words = {word for scalar in named for word in scalar.text.split()}
        words |= {spot.name for spot in self.spots if ".says." in dotted(spot)}
        ids = [spot for spot in self.spots if spot.key and IDS.fullmatch(dotted(spot))]
        return [*named, *(spot.key for spot in ids if spot.key and spot.name in words)]

    @cached_property
    def numbers(self) -> list[Spot]:
        """The values that are numbers, and the conditions with one."""
        return [
            spot
            for spot in self.spots
            if spot.number is not None
            or (re.search(r"\d", spot.text) and NAMES.fullmatch(dotted(spot)))
        ]

    @cached_property
    def texts(self) -> list[Scalar]:
        """The texts of one line that stand in quotes, or could."""
        values = [spot.node for spot in self.spots if isinstance(spot.node, Scalar)]
        return [text for text in values if "\n" not in text.text and " " in text.text]

    @cached_property
    def structure(self) -> list[int]:
        """The lines, counted from 0, that begin with a key or with a dash."""
        starts = {spot.key_at.line - 1 for spot in self.spots if spot.path}
        return sorted(
            line for line in starts if re.match(r" *(- |[a-z_]+:( |$))", self.lines[line])
        )

    def block(self, line: int) -> int:
        """Where the block that begins on a line ends: the first line that is not deeper."""
        lines, depth = self.lines, indent(self.lines[line])
        after = range(line + 1, len(lines))
        end = next((n for n in after if lines[n].strip() and indent(lines[n]) <= depth), len(lines))
        while not lines[end - 1].strip():
            end -= 1
        return end

    def is_order(self, line: int) -> bool:
        """Whether an order begins on a line."""
        return any(
            len(spot.path) == 4 and spot.path[2] == "orders" and spot.key_at.line - 1 == line
            for spot in self.spots
        )

    def is_watch(self, line: int) -> bool:
        """Whether a watch begins on a line."""
        return any(
            len(spot.path) == 2 and spot.path[0] == "watches" and spot.key_at.line - 1 == line
            for spot in self.spots
        )

    def is_optional(self, line: int) -> bool:
        """Whether an entry that the format lets an author leave out begins on a line."""
        begins = [spot for spot in self.spots if spot.path and spot.key_at.line - 1 == line]
        return any(spot.name in OPTIONAL for spot in begins if spot.key)

    def naming(self, line: int) -> list[int]:
        """The lines that name what a line defines."""
        begins = [spot for spot in self.spots if spot.path and spot.key_at.line - 1 == line]
        defined = {spot.name for spot in begins if IDS.fullmatch(dotted(spot))}
        defined |= {spot.text for spot in begins if "sets" in spot.path}
        return [
            number
            for number, text in enumerate(self.lines)
            if defined & set(re.findall(r"[a-z_]+", text))
        ]

    def can_go(self, line: int) -> bool:
        """Whether the file may as well be without a line: an entry of one line that is optional.

        Or one line of many in a text. But not a flag's only `sets` or only reader, and not a
        `when` beside a `locked`.
        """
        spots = [spot for spot in self.spots if spot.path and spot.key_at.line - 1 == line]
        if line not in self.structure:
            return self._is_one_of_many(line)
        if self.block(line) > line + 1:
            return False
        entry = min(spots, key=lambda spot: spot.key_at.column)
        if ".says." in dotted(entry):
            return not self._alone(entry)
        if entry.name.isdigit():
            return not self._alone(entry)
        if entry.name not in OPTIONAL or (entry.name == "when" and self._beside(entry, "locked")):
            return False
        return self._flags(entry) <= self._flags_elsewhere(line)

    def _is_one_of_many(self, line: int) -> bool:
        """Whether a line of prose has another beside it."""
        lines = self.lines
        depth = indent(lines[line])
        return any(
            lines[near].strip() and near not in self.structure and indent(lines[near]) == depth
            for near in (line - 1, line + 1)
            if near < len(lines)
        )

    def _alone(self, entry: Spot) -> bool:
        return sum(spot.path[:-1] == entry.path[:-1] for spot in self.spots if spot.path) == 1

    def _beside(self, entry: Spot, name: str) -> bool:
        return any(spot.path == (*entry.path[:-1], name) for spot in self.spots)

    def _flags(self, entry: Spot) -> set[str]:
        """The flags that an entry sets or asks for."""
        if entry.name not in ("sets", "when", "unless"):
            return set()
        return {
            f"{entry.name == 'sets'} {spot.text.split()[-1]}"
            for spot in entry.below()
            if re.fullmatch(r"(not )?\w+", spot.text)
        }

    def _flags_elsewhere(self, line: int) -> set[str]:
        others = [spot for spot in self.spots if spot.path and spot.key_at.line - 1 != line]
        return {flag for spot in others for flag in self._flags(spot)}


def indent(line: str) -> int:
    """How far a line is indented."""
    return len(line) - len(line.lstrip())


def dotted(spot: Spot) -> str:
    """A path in words."""
    return ".".join(map(str, spot.path))


def in_range(spot: Spot, figure: float) -> bool:
    """Whether the format's page lets a figure stand in a place."""
    gauge = re.search(r"(\w+) is", spot.text)
    name = gauge[1] if gauge else spot.name
    if spot.name == "chance":
        return figure == spot.number
    if "effects" in spot.path:
        return -8 <= figure <= 8
    low, high = RANGES.get(name, (0, 110 if name == "course_error" else 100))
    return low <= figure <= high


def meaning(text: str) -> Any:
    """What a file says, wherever it says it; None where it cannot be read."""
    try:
        return _unordered(yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - texts alone
    except yaml.YAMLError:
        return None


def _unordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _unordered(below) for key, below in value.items()}
    return sorted(map(_unordered, value), key=repr) if isinstance(value, list) else value


def _all(spot: Spot) -> Iterator[Spot]:
    yield spot
    for below in spot.below():
        yield from _all(below)
