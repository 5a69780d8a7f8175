"""The tree of a scenario file: scalars, sequences and mappings, each with its position."""

from __future__ import annotations

import re
from dataclasses import dataclass

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

    pairs: tuple[tuple[Scalar, Node], ...]
    at: Position
    flow: bool
    doubles: tuple[tuple[Scalar, Node], ...] = ()


Node = Scalar | Sequence | Mapping
