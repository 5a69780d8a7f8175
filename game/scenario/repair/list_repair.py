"""A list where ids belong, or one entry where a list belongs (S003).

It is told once, at its head, and read as what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from game.findings import Finding
from game.scenario.format.format_map import FormatPlace, Pair, called
from game.scenario.model.ids import spell_id
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.yaml.source import Path

NAMES = ("label", "title", "name")
"""What an id can be made of."""


@dataclass
class ListRepair:
    """Gives parts their shape. lost: whether one had ids, and nobody can tell which."""

    told: list[Finding] = field(default_factory=list)
    lost: bool = False

    def reshaped(
        self, node: Any, place: FormatPlace, path: Path = (), key: Scalar | None = None
    ) -> Any:
        """A value as it was meant, with all that is below it."""
        if key and place.each and not place.listed and isinstance(node, Sequence) and node.items:
            node = self.with_ids(node, place, path, key)
        elif key and place.each and place.listed and not isinstance(node, Sequence):
            node = self.as_list(node, place.each, path)
        before = len(self.told)
        if isinstance(node, Sequence):
            items = tuple(
                self.reshaped(item, place.within(), (*path, n)) for n, item in enumerate(node.items)
            )
            return replace(node, items=items) if len(self.told) > before else node
        if not isinstance(node, Mapping):
            return node
        pairs = tuple(
            (one, self.reshaped(value, place.within(one.text), (*path, one.text), one))
            for one, value in node.pairs
        )
        return replace(node, pairs=pairs) if len(self.told) > before else node

    def with_ids(self, node: Sequence, place: FormatPlace, path: Path, key: Scalar) -> Mapping:
        """A list as the mapping that it ought to be."""
        pairs = [pair for item in node.items for pair in _pair(item, place.within())]
        whole = len(pairs) == len(node.items) == len({one.text for one, _ in pairs})
        hint = "take the '- ' away before each id"
        if not whole:
            self.lost = self.lost or bool(place.within().keys)
            hint = _needs_id(node.items[0], place.within())
        elif any(
            isinstance(item, Mapping) and pairs[n][0] not in dict(item.pairs)
            for n, item in enumerate(node.items)
        ):
            id = pairs[0][0].text
            hint = f"write '{id}:' in place of '- id: {id}', and so with each"
        message = f"{called(path)} is a list here, and its entries need ids of their own"
        if whole:
            message = f"{called(path)} is a list here, and holds ids"
        self.told.append(Finding("S003", key.at, message, hint))
        return Mapping(tuple(pairs) if whole else (), key.at, flow=False)

    def as_list(self, node: Node, each: FormatPlace, path: Path) -> Node:
        """One entry as a list of one."""
        if each.suits(node) and isinstance(node, Mapping):
            hint = f"write '- ' before '{node.pairs[0][0].text}', and indent what is below it"
        elif isinstance(node, Scalar) and not each.keys and isinstance(node.value(), str):
            short = len(node.text) < 60 and not re.search(r"[\"'\n]", node.text)
            hint = f"write [{node.text}]" if short and path[-1] != "debrief" else ""
            hint = hint or "write it on the line below, after a '- '"
        else:
            return node
        self.told.append(Finding("S003", node.at, f"{called(path)} must be a list", hint))
        return Sequence((node,), node.at, flow=False)


def _pair(item: Node, each: FormatPlace) -> Iterator[Pair]:
    """What an item of a list is as an id and what belongs to it."""
    if not isinstance(item, Mapping) or not item.pairs:
        return
    (key, value), *rest = item.pairs
    if rest and isinstance(value, Scalar) and value.value() is None and key.text not in each.keys:
        yield key, replace(item, pairs=tuple(rest))
    elif not rest and key.text not in each.keys:
        yield key, value
    elif key.text == "id" and isinstance(value, Scalar):
        below = dict(rest)
        first = next(iter(below.values()), None)
        yield (
            value,
            first if first is not None and not each.keys else replace(item, pairs=tuple(rest)),
        )


def _needs_id(item: Node, each: FormatPlace) -> str:
    if not each.keys:
        return "write 'id: …' for each, without the '- '"
    named = {key.text: value for key, value in item.pairs} if isinstance(item, Mapping) else {}
    text = next((named[name] for name in NAMES if name in named), None)
    id = spell_id(" ".join(text.text.split()[:3])) if isinstance(text, Scalar) else ""
    return f"write an id, such as '{id or 'first'}:', for each '- ', and indent what is below it"
