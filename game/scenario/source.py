"""A file's tree as the checks walk it: by path or pattern, with a position for everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.findings import Position
from game.scenario.nodes import Mapping, Node, Scalar, Sequence

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in the file, with the key it stands under (None for an item of a list)."""

    path: Path
    key: Scalar | None
    node: Node

    @property
    def key_at(self) -> Position:
        """Where its key stands, or the value itself where it has none."""
        return self.key.at if self.key else self.node.at

    @property
    def text(self) -> str:
        """What is written there; empty for a list or a mapping."""
        return self.node.text if isinstance(self.node, Scalar) else ""


@dataclass(frozen=True, slots=True)
class Source:
    """The tree of one file."""

    root: Mapping

    def each(self, *patterns: str) -> Iterator[Spot]:
        """Every value on a pattern such as `watches.*.orders.*.goto`; `*` is any key or item."""
        for pattern in patterns:
            yield from _walk(Spot((), None, self.root), pattern.split(".") if pattern else [])

    def keys(self, *patterns: str) -> list[str]:
        """The keys of every mapping on these patterns, in the order of the file."""
        return [
            key.text
            for spot in self.each(*patterns)
            if isinstance(spot.node, Mapping)
            for key, _ in spot.node.pairs
        ]

    def find(self, path: Path) -> Spot:
        """The value at a path, or the nearest one above it that exists."""
        spot = Spot((), None, self.root)
        for step in path:
            spot = next((below for below in _below(spot) if below.path[-1] == step), spot)
        return spot

    def plain(self) -> dict[str, Any]:
        """The whole file as dictionaries, lists, texts and numbers."""
        return {key.text: _plain(value) for key, value in self.root.pairs}


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.value()
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.text: _plain(value) for key, value in node.pairs}


def _below(spot: Spot) -> Iterator[Spot]:
    match spot.node:
        case Mapping():
            for key, value in spot.node.pairs:
                yield Spot((*spot.path, key.text), key, value)
        case Sequence():
            for index, item in enumerate(spot.node.items):
                yield Spot((*spot.path, index), None, item)
        case Scalar():
            return


def _walk(spot: Spot, steps: list[str]) -> Iterator[Spot]:
    if not steps:
        yield spot
        return
    for below in _below(spot):
        if steps[0] in ("*", str(below.path[-1])):
            yield from _walk(below, steps[1:])
