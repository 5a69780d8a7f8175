"""A list where ids belong, or one entry where a list belongs (S003).

It is reported once, at its head, and read as what its author intended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from game.findings import Finding
from game.scenario.format.format_map import FormatPlace, place_name
from game.scenario.model.ids import spell_id
from game.scenario.yaml.file_tree import Path
from game.scenario.yaml.nodes import Mapping, Node, Pair, Scalar, Sequence, with_children

NAMES = ("label", "title", "name")
"""What an id can be made of."""


@dataclass
class ListRepair:
    """Gives values their shape. lost: whether one had ids, and nobody can tell which."""

    findings: list[Finding] = field(default_factory=list)
    lost: bool = False

    def repair(
        self, node: Node, place: FormatPlace, path: Path = (), key: Scalar | None = None
    ) -> Any:
        """A value in the shape that the format has, with all that is below it."""
        if key and place.ids and isinstance(node, Sequence) and node.items:
            node = self.with_ids(node, place.within(), path, key)
        elif key and place.listed and not isinstance(node, Sequence):
            node = self.as_list(node, place.within(), path)

        def change(step: str | int, key: Scalar | None, value: Node) -> Node:
            below: Node = self.repair(value, place.within(step), (*path, step), key)
            return below

        return with_children(node, change)

    def with_ids(self, node: Sequence, each: FormatPlace, path: Path, key: Scalar) -> Mapping:
        """A list as the mapping that it ought to be."""
        pairs = [pair for item in node.items for pair in _pair(item, each)]
        is_whole = len(pairs) == len(node.items) == len({one.text for one, _ in pairs})
        hint = "take the '- ' away before each id"
        if not is_whole:
            self.lost = self.lost or bool(each.keys)
            hint = _needs_id(node.items[0], each)
        elif any(
            isinstance(item, Mapping) and one not in dict(item.pairs)
            for item, (one, _) in zip(node.items, pairs, strict=True)
        ):
            id = pairs[0][0].text
            hint = f"write '{id}:' in place of '- id: {id}', and so with each"
        holds = "holds ids" if is_whole else "its entries need ids of their own"
        message = f"{place_name(path)} is a list here, and {holds}"
        self.findings.append(Finding("S003", key.at, message, hint))
        return Mapping(tuple(pairs) if is_whole else (), key.at, flow=False)

    def as_list(self, node: Node, each: FormatPlace, path: Path) -> Node:
        """One entry as a list of one."""
        if each.suits(node) and isinstance(node, Mapping):
            hint = f"write '- ' before '{node.pairs[0][0].text}', and indent what is below it"
        elif isinstance(node, Scalar) and not each.keys and isinstance(node.value(), str):
            is_short = len(node.text) < 60 and not re.search(r"[\"'\n]", node.text)
            hint = "write it on the line below, after a '- '"
            hint = f"write [{node.text}]" if is_short and path[-1] != "debrief" else hint
        else:
            return node
        self.findings.append(Finding("S003", node.at, f"{place_name(path)} must be a list", hint))
        return Sequence((node,), node.at, flow=False)


def _pair(item: Node, each: FormatPlace) -> Iterator[Pair]:
    """What an item of a list is as an id and what belongs to it."""
    if not isinstance(item, Mapping) or not item.pairs:
        return
    (key, value), *rest = item.pairs
    others = replace(item, pairs=tuple(rest))
    if rest and isinstance(value, Scalar) and value.is_empty and key.text not in each.keys:
        yield key, others
    elif not rest and key.text not in each.keys:
        yield key, value
    elif key.text == "id" and isinstance(value, Scalar):
        yield value, rest[0][1] if rest and not each.keys else others


def _needs_id(item: Node, each: FormatPlace) -> str:
    if not each.keys:
        return "write 'id: …' for each, without the '- '"
    named = item.values if isinstance(item, Mapping) else {}
    text = next((named[name] for name in NAMES if name in named), None)
    id = spell_id(" ".join(text.text.split()[:3])) if isinstance(text, Scalar) else ""
    return f"write an id, such as '{id or 'first'}:', for each '- ', and indent what is below it"
