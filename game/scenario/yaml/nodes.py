"""The tree of a scenario file: scalars, sequences and mappings, each with its position."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import is_
from typing import Any

from game.findings import Position

INTEGER = re.compile(r"[+-]?(0|[1-9]\d{0,14})")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or truth value.

    plain: neither quoted nor a block. inside: lines of a longer text that look like keys.
    """

    text: str
    at: Position
    plain: bool
    inside: tuple[Scalar, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.value() is None

    def position(self, start: int, width: int = 0) -> Position:
        """Where a part of it stands, behind its quote; by default as wide as all of it."""
        column = self.at.column + (not self.plain) + start
        return replace(self.at, column=column, width=width or self.at.width)

    def value(self) -> str | int | float | bool | None:
        """What YAML 1.2 reads here: only true and false are booleans; no dates, no octal."""
        if not self.plain:
            return self.text
        if self.text in ("true", "false"):
            return self.text == "true"
        if self.text in ("", "~", "null"):
            return None
        if INTEGER.fullmatch(self.text):
            return int(self.text)
        if re.fullmatch(r"[+-]?(0|[1-9]\d{0,14})(\.\d{1,15})?([eE][+-]?\d{1,2})?", self.text):
            return float(self.text)
        return self.text


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; flow: written in brackets."""

    items: tuple[Node, ...]
    at: Position
    flow: bool


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in the order of the file.

    flow: written in braces. doubles: those whose key stood here already.
    """

    pairs: tuple[Pair, ...]
    at: Position
    flow: bool
    doubles: tuple[Pair, ...] = ()

    @property
    def values(self) -> dict[str, Node]:
        return {key.text: value for key, value in self.pairs}


Node = Scalar | Sequence | Mapping
Pair = tuple[Scalar, Node]


def with_children(node: Node, change: Callable[[str | int, Scalar | None, Node], Node]) -> Any:
    """The node with other values in it.

    change: from the key or number, the key where there is one, and the value, to another value.
    """
    if isinstance(node, Sequence):
        items = tuple(change(number, None, item) for number, item in enumerate(node.items))
        unchanged = all(map(is_, items, node.items))
        return node if unchanged else replace(node, items=items)
    if isinstance(node, Mapping):
        pairs = tuple((key, change(key.text, key, value)) for key, value in node.pairs)
        unchanged = all(new is old for (_, new), (_, old) in zip(pairs, node.pairs, strict=True))
        return node if unchanged else replace(node, pairs=pairs)
    return node
