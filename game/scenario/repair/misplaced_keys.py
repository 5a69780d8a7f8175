"""Keys that stand where they do not fit, and the mapping that they belong to (S001)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice, takewhile

from game.findings import Finding
from game.scenario.format.format_map import FormatPlace, Section, open_sections, sections_of
from game.scenario.yaml.file_tree import Path
from game.scenario.yaml.nodes import Mapping, Node, Pair, Scalar, with_children

MOST_KEYS = 200
"""A mapping with more keys than this is not one in which a few went astray."""
Pairs = tuple[Pair, ...]
Needy = Callable[[], dict[str, list[Section]]]
"""The sections that lack a key which they need, by that key, in the order of the file."""


@dataclass(frozen=True, slots=True)
class KeyMove:
    """Pairs to be taken out of one mapping, and pairs to be put into another instead."""

    finding: Finding
    out_of: Path
    taken: Pairs
    into: Path
    put: Pairs

    def applied(self, root: Mapping) -> Mapping:
        taken = {id(key) for key, _ in self.taken}

        def left(pairs: Pairs) -> Pairs:
            return tuple(pair for pair in pairs if id(pair[0]) not in taken)

        without = _with_pairs(root, self.out_of, left)
        moved: Mapping = _with_pairs(without, self.into, lambda pairs: (*pairs, *self.put))
        return moved


def find_moves(root: Section) -> Iterator[KeyMove]:
    """What ought to be moved, one after the other."""

    @cache  # and only once a key has been found out of place
    def needy() -> dict[str, list[Section]]:
        lacking: dict[str, list[Section]] = {}
        for section in root.below():
            for name in section.place.needs - section.node.values.keys():
                lacking.setdefault(name, []).append(section)
        return lacking

    yield from _moves_within(root, [], needy)


def _moves_within(here: Section, around: list[Section], needy: Needy) -> Iterator[KeyMove]:
    before: Iterable[Section] = ()
    if len(here.node.pairs) > MOST_KEYS:
        return
    for number, (key, value) in enumerate(here.node.pairs):
        path, place = (*here.path, key.text), here.place.within(key.text)
        if not here.place.fits(key, value):
            owners = (section for section in chain(before, around) if section.takes(key, value))
            rest = here.node.pairs[number:]
            yield from (_aside(here, rest, owner) for owner in islice(owners, 1))
            yield from islice(_under_another_key(here, rest, [here, *around]), 1)
            yield from _back(here, (key, value), needy)
        for below in sections_of(path, place, value):
            yield from _moves_within(below, [here, *around], needy)
        before = open_sections(path, place, value)
    for pair in here.node.doubles:
        yield from _back(here, pair, needy)


def _aside(here: Section, pairs: Pairs, owner: Section) -> KeyMove:
    """A key that stands too far left or right for the mapping that it belongs to.

    If it is empty, what belongs below it follows as its neighbours.
    """
    (key, value), column = pairs[0], owner.node.pairs[0][0].at.column
    side = "left" if key.at.column < column else "right"
    message = f"'{key.text}' stands too far {side}: it belongs to {owner.name}"
    finding = Finding("S001", key.at, message, f"let it begin in column {column}")
    place = owner.place.within(key.text)
    if not (isinstance(value, Scalar) and value.is_empty and place.ids):
        put = tuple(_with_followers(pairs[0], owner))
        return KeyMove(finding, here.path, pairs[:1], owner.path, put)
    followers = _entries_of(place, pairs[1:])
    below = (key, Mapping(followers, key.at, flow=False))
    return KeyMove(finding, here.path, (pairs[0], *followers), owner.path, (below,))


def _entries_of(place: FormatPlace, pairs: Pairs) -> Pairs:
    """The pairs, from the first on, that look like entries of a place with ids."""
    return tuple(takewhile(lambda pair: place.within().suits(pair[1]), pairs))


def _with_followers(pair: Pair, owner: Section) -> Iterator[Pair]:
    """A pair, and what has slipped below it with it but belongs beside it."""
    key, value = pair
    if not isinstance(value, Mapping):
        yield pair
        return
    place = owner.place.within(key.text)
    slipped = [one for one in value.pairs if not place.fits(*one) and owner.takes(*one)]
    yield key, replace(value, pairs=tuple(one for one in value.pairs if one not in slipped))
    yield from slipped


def _under_another_key(here: Section, pairs: Pairs, sections: list[Section]) -> Iterator[KeyMove]:
    """An id, and those below it, that belong under another key, or under one that is missing."""
    key = pairs[0][0]
    for section in sections:
        for name, place in section.place.keys.items():
            entries = _entries_of(place, pairs) if place.ids else ()
            if not entries or (*section.path, name) == here.path:
                continue
            message = f"'{key.text}' does not belong here, but under '{name}'"
            there = next((pair for pair in section.node.pairs if pair[0].text == name), None)
            if there and isinstance(there[1], Mapping):
                finding, into = Finding("S001", key.at, message, "move it there"), section.path
                yield KeyMove(finding, here.path, entries[:1], (*into, name), entries[:1])
            elif there is None or (
                section is here and isinstance(there[1], Scalar) and there[1].is_empty
            ):
                hint = "indent it further" if there else f"add a line '{name}:' above it"
                owner = Section((*section.path, name), place, Mapping((), key.at, flow=False))
                moved = tuple(one for pair in entries for one in _with_followers(pair, owner))
                put = (Scalar(name, key.at, plain=True), replace(owner.node, pairs=moved))
                taken = (*entries, there) if there else entries
                finding = Finding("S001", key.at, message, hint)
                yield KeyMove(finding, here.path, taken, section.path, (put,))


def _back(here: Section, pair: Pair, needy: Needy) -> Iterator[KeyMove]:
    """A key that some section above it lacks: the two were swapped."""
    key = pair[0]
    above = [section for section in needy().get(key.text, ()) if section.node.at < key.at]
    for owner in above[-1:]:
        message = f"'{key.text}' does not belong here, but to {owner.name}"
        finding = Finding("S001", key.at, message, "move it there")
        yield KeyMove(finding, here.path, (pair,), owner.path, (pair,))


def _with_pairs(node: Node, path: Path, change: Callable[[Pairs], Pairs]) -> Mapping:
    """The tree with other pairs, or doubles, in the mapping at a path."""
    if not path and isinstance(node, Mapping):
        doubles = tuple(pair for pair in node.doubles if pair in change(node.doubles))
        return replace(node, pairs=change(node.pairs), doubles=doubles)
    step, rest = path[0], path[1:]
    changed: Mapping = with_children(
        node, lambda at, _, value: _with_pairs(value, rest, change) if at == step else value
    )
    return changed
