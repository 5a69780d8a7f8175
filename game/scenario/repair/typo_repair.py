"""A key that is misspelt or out of place is told once, then read as what was meant.

So no check after this one stumbles over the same slip again (S001).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from game.findings import Finding, nearest
from game.scenario.format.format_map import FILE, FormatPlace, Part
from game.scenario.repair.list_repair import ListRepair
from game.scenario.repair.misplaced_keys import moves
from game.scenario.yaml.nodes import Mapping, Sequence

MOVES, MISSPELT = 20, 50
"""A file with more keys out of place, or unknown, is told of the first ones."""

CUTOFF = 0.7
"""How much of a key must be right for it to be another one that was mistyped."""
PICTURES = "the format has no pictures: delete it"
RIGHTS = "the format has no key for that: say it in a comment, after a '#'"
ABSENT = {
    **dict.fromkeys(("image", "images", "img", "picture", "photo", "icon", "portrait"), PICTURES),
    **dict.fromkeys(("license", "licence", "copyright", "author", "authors", "date"), RIGHTS),
}
"""Keys that other formats have."""


class RepairedTree(NamedTuple):
    """The tree as it was meant, and what was told of keys out of place and of unknown ones.

    lost: whether a part is missing from it, so that nothing else can be said.
    """

    tree: Mapping
    moved: list[Finding]
    unknown: list[Finding]
    lost: bool = False


def repair_typos(root: Mapping, whole: FormatPlace = FILE) -> RepairedTree:
    """The tree with its keys where and as they were meant, and what was wrong with them.

    whole: the format of this kind of file.
    """
    reshaper, moved = ListRepair(), list[Finding]()
    root = reshaper.reshaped(root, whole)
    while len(moved) < MOVES and (move := next(moves(Part((), whole, root)), None)):
        root = move.done(root)
        moved.append(move.finding)
    speller = _Speller()
    tree, told = speller.respelt(root, whole), [*reshaper.told[:MOVES], *moved]
    return RepairedTree(tree, told, speller.told[:MISSPELT], reshaper.lost)


@dataclass
class _Speller:
    told: list[Finding] = field(default_factory=list)

    def respelt(self, node: Any, place: FormatPlace) -> Any:
        """The tree with near misses read as what they miss, and without other unknown keys."""
        before = len(self.told)
        if isinstance(node, Sequence):
            items = tuple(self.respelt(item, place.within()) for item in node.items)
            return node if len(self.told) == before else replace(node, items=items)
        if not isinstance(node, Mapping) or not (place.keys or place.ids):
            return node
        meant = self.meant(node, place) if place.keys else {}
        pairs = []
        for key, value in node.pairs:
            name = meant.get(key.text, key.text)
            if name:
                spelt = key if name == key.text else replace(key, text=name)
                pairs.append((spelt, self.respelt(value, place.within(name))))
        return node if len(self.told) == before else replace(node, pairs=tuple(pairs))

    def meant(self, node: Mapping, place: FormatPlace) -> dict[str, str]:
        """What the unknown keys of a part were meant to be, or nothing; that is told."""
        unknown = [key for key, _ in node.pairs if key.text not in place.keys]
        present = {key.text for key, _ in node.pairs} if unknown else set()
        missing = [name for name in place.keys if name not in present]
        meant = dict.fromkeys((key.text for key in unknown), "")
        for key in unknown:
            message, hint = f"nothing is called '{key.text}' here", ""
            near = ""
            if key.text.lower() in ABSENT:
                hint = ABSENT[key.text.lower()]
            elif len(self.told) < MISSPELT:
                near = nearest(key.text, place.needs & set(missing), CUTOFF)
                near = near or nearest(key.text, place.keys, CUTOFF)
                hint = f"did you mean '{near}'?" if near else ""
                meant[key.text] = near if near in missing else ""
                missing = [name for name in missing if name != near]
            hint = hint or f"keys here are: {', '.join(sorted(place.keys))}"
            self.told.append(Finding("S001", key.at, message, hint))
        return meant
