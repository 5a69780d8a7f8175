"""Y003: keys that stand in one mapping twice, told once a mapping."""

from __future__ import annotations

from game.findings import Finding
from game.scenario.yaml.nodes import Mapping, Node, Scalar

Pair = tuple[Scalar, Node]


def without_duplicates(
    pairs: list[Pair],
) -> tuple[tuple[Pair, ...], tuple[Pair, ...], list[Finding]]:
    """The first of each key, the others, and what is told of them."""
    first: dict[str, Scalar] = {}
    doubles = [n for n, (key, _) in enumerate(pairs) if first.setdefault(key.text, key) is not key]
    kept = tuple(pair for number, pair in enumerate(pairs) if number not in doubles)
    others = tuple(pairs[number] for number in doubles)
    return kept, others, [_told(pairs, doubles, first)] if doubles else []


def _told(pairs: list[Pair], doubles: list[int], first: dict[str, Scalar]) -> Finding:
    """The first double; or the empty key above it, below which others were meant to stand."""
    key = pairs[doubles[0]][0]
    message = f"'{key.text}' stands here twice, first on line {first[key.text].at.line}"
    if len(doubles) == 1:
        return Finding("Y003", key.at, message, "delete one, or rename it")
    above, value = pairs[doubles[0] - 1]
    while isinstance(value, Mapping) and value.pairs:
        above, value = value.pairs[-1]
    if isinstance(value, Scalar) and value.value() is None:
        message = f"'{above.text}' holds nothing, and the keys below it stand here twice"
        return Finding("Y003", above.at, message, "is it indented too far?")
    message = f"{message}, and so do keys below it"
    return Finding("Y003", key.at, message, "is a line missing above it?")
