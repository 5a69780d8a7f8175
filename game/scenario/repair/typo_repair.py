"""A key that is misspelt or out of place is reported once, then read as its author intended it.

So no check after this one stumbles over the same slip again (S001).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from game.findings import Finding, nearest
from game.scenario.format.format_map import FILE, FormatPlace, Section
from game.scenario.repair.list_repair import ListRepair
from game.scenario.repair.misplaced_keys import find_moves
from game.scenario.yaml.nodes import Mapping, Node, with_children

MOVES, MISSPELT = 20, 50
"""Of more keys out of place, or unknown, the first ones are reported."""

CUTOFF = 0.7
"""How much of a key must be right for it to be another one that was mistyped."""
PICTURES = "pictures have names: portrait, scene, props"
RIGHTS = "the format has no key for that: say it in a comment, after a '#'"
ABSENT = {
    **dict.fromkeys(("image", "images", "img", "picture", "photo", "icon"), PICTURES),
    **dict.fromkeys(("copyright", "date"), RIGHTS),
}
"""Keys that other formats have."""


class RepairedTree(NamedTuple):
    """The tree as its author intended it, and the keys out of place and the unknown ones.

    lost: whether a part is missing from it, so that nothing else can be said.
    """

    tree: Mapping
    moved: list[Finding]
    unknown: list[Finding]
    lost: bool = False


def repair_typos(root: Mapping, whole: FormatPlace = FILE) -> RepairedTree:
    """The tree with its keys where and as they belong, and what was wrong with them.

    whole: the format of this kind of file.
    """
    lists, moved = ListRepair(), list[Finding]()
    root = lists.repair(root, whole)
    while len(moved) < MOVES and (move := next(find_moves(Section((), whole, root)), None)):
        root = move.applied(root)
        moved.append(move.finding)
    unknown = list[Finding]()
    tree = _with_known_keys(root, whole, unknown)
    moved = [*lists.findings[:MOVES], *moved]
    return RepairedTree(tree, moved, unknown[:MISSPELT], lists.lost)


def _with_known_keys(node: Node, place: FormatPlace, findings: list[Finding]) -> Any:
    """The tree with near misses read as what they miss, and without other unknown keys."""
    if isinstance(node, Mapping):
        if not (place.keys or place.ids):
            return node
        node = _with_keys_of(place, node, findings) if place.keys else node
    return with_children(
        node, lambda step, _, value: _with_known_keys(value, place.within(step), findings)
    )


def _with_keys_of(place: FormatPlace, node: Mapping, findings: list[Finding]) -> Mapping:
    """A part with the keys that its unknown ones are near, or without them."""
    unknown = [key for key, _ in node.pairs if key.text not in place.keys]
    if not unknown:
        return node
    missing = place.keys.keys() - node.values.keys()
    intended = {key: key.text for key, _ in node.pairs}
    for key in unknown:
        intended[key], hint = "", ABSENT.get(key.text.lower(), "")
        if not hint and len(findings) < MISSPELT:
            near = nearest(key.text, place.needs & missing, CUTOFF)
            near = near or nearest(key.text, place.keys, CUTOFF)
            hint = f"did you mean '{near}'?" if near else ""
            intended[key] = near if near in missing else ""
            missing -= {near}
        hint = hint or f"keys here are: {', '.join(sorted(place.keys))}"
        findings.append(Finding("S001", key.at, f"nothing is called '{key.text}' here", hint))
    pairs = ((replace(key, text=intended[key]), value) for key, value in node.pairs)
    return replace(node, pairs=tuple(pair for pair in pairs if pair[0].text))
