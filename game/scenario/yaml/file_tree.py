"""A file's tree as the checks walk it: by path or pattern, with a position for everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.findings import Position
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence

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
    def name(self) -> str:
        """The key or the number it stands under."""
        return str(self.path[-1])

    @property
    def text(self) -> str:
        """What is written there; empty for a list or a mapping."""
        return self.node.text if isinstance(self.node, Scalar) else ""

    @property
    def number(self) -> float | None:
        value = self.node.value() if isinstance(self.node, Scalar) else None
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def below(self, step: str = "*") -> list[Spot]:
        """The values one step down; `*` is any key or item."""
        match self.node:
            case Mapping(pairs):
                return [
                    Spot((*self.path, key.text), key, value)
                    for key, value in pairs
                    if step in ("*", key.text)
                ]
            case Sequence(items):
                return [
                    Spot((*self.path, index), None, item)
                    for index, item in enumerate(items)
                    if step in ("*", str(index))
                ]
            case Scalar():
                return []

    def get(self, name: str) -> Spot | None:
        if isinstance(self.node, Mapping):
            for key, value in self.node.pairs:
                if key.text == name:
                    return Spot((*self.path, name), key, value)
        return None

    def get_text(self, name: str) -> str:
        """The text under a key; empty where there is none."""
        return found.text if (found := self.get(name)) else ""

    def each(self, name: str) -> list[Spot]:
        """The values in the list or mapping under a key."""
        return found.below() if (found := self.get(name)) else []


@dataclass(frozen=True, slots=True)
class FileTree:
    """The tree of one file."""

    root: Mapping
    _found: dict[tuple[str, ...], list[Spot]] = field(default_factory=dict, compare=False)

    def each(self, *patterns: str) -> Iterator[Spot]:
        """Every value on a pattern such as `watches.*.orders.*.goto`; `*` is any key or item."""
        for pattern in patterns:
            yield from self._on(tuple(pattern.split(".")) if pattern else ())

    def first(self, pattern: str) -> Spot | None:
        return next(self.each(pattern), None)

    def keys(self, *patterns: str) -> list[str]:
        """The keys of every mapping on these patterns, in the order of the file."""
        mappings = (spot.node for spot in self.each(*patterns) if isinstance(spot.node, Mapping))
        return [key.text for mapping in mappings for key, _ in mapping.pairs]

    def find(self, path: Path) -> Spot:
        """The value at a path, or the nearest one above it that exists."""
        spot = Spot((), None, self.root)
        for step in path:
            spot = next(iter(spot.below(str(step))), spot)
        return spot

    def plain(self) -> dict[str, Any]:
        """The whole file as dictionaries, lists, texts and numbers."""
        whole: dict[str, Any] = _plain(self.root)
        return whole

    def _on(self, steps: tuple[str, ...]) -> list[Spot]:
        if not steps:
            return [Spot((), None, self.root)]
        if steps not in self._found:
            above = self._on(steps[:-1])
            self._found[steps] = [below for spot in above for below in spot.below(steps[-1])]
        return self._found[steps]


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.value()
        case Sequence():
            return [_plain(item) for item in node.items]
        case Mapping():
            return {key.text: _plain(value) for key, value in node.pairs}
