"""Keys that stand where they do not fit, and the mapping that they belong to (S001)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, islice, takewhile
from typing import Any

from game.findings import Finding
from game.scenario.format.format_map import Pair, Part, parts_of, still_open
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.yaml.source import Path

MOST_KEYS = 200
"""A mapping with more keys than this is not one in which a few went astray."""


@dataclass(frozen=True, slots=True)
class KeyMove:
    """Pairs to be taken out of one mapping, and pairs to be put into another instead."""

    finding: Finding
    out_of: Path
    taken: tuple[Pair, ...]
    into: Path
    put: tuple[Pair, ...]

    def done(self, root: Mapping) -> Mapping:
        """The tree after the move."""
        taken = [key for key, _ in self.taken]

        def left(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
            return tuple(pair for pair in pairs if all(pair[0] is not key for key in taken))

        without = _changed(root, self.out_of, left)
        moved: Mapping = _changed(without, self.into, lambda pairs: (*pairs, *self.put))
        return moved


def moves(root: Part) -> Iterator[KeyMove]:
    """What ought to be moved, one after the other."""
    yield from _moves(root, [], _Needy(root))


@dataclass
class _Needy:
    """The parts that lack a key which they need, by that key, in the order of the file."""

    root: Part

    @cached_property
    def by_key(self) -> dict[str, list[Part]]:
        """They are looked for only when a key has been found out of place."""
        needy: dict[str, list[Part]] = {}
        for part in self.root.below():
            for name in part.lacks():
                needy.setdefault(name, []).append(part)
        return needy


def _moves(here: Part, around: list[Part], needy: _Needy) -> Iterator[KeyMove]:
    before: Iterable[Part] = ()
    if len(here.node.pairs) > MOST_KEYS:
        return
    for number, (key, value) in enumerate(here.node.pairs):
        path, place = (*here.path, key.text), here.place.within(key.text)
        if not here.place.fits(key, value):
            owners = (part for part in chain(before, around) if part.takes(key, value))
            rest = here.node.pairs[number:]
            yield from (_aside(here, rest, owner) for owner in islice(owners, 1))
            yield from islice(_elsewhere(here, rest, [here, *around]), 1)
            yield from _back(here, (key, value), needy)
        for below in parts_of(path, place, value):
            yield from _moves(below, [here, *around], needy)
        before = still_open(path, place, value)
    for pair in here.node.doubles:
        yield from _back(here, pair, needy)


def _aside(here: Part, pairs: tuple[Pair, ...], owner: Part) -> KeyMove:
    """A key that stands too far left or right for the mapping that it belongs to.

    If it is empty, what belongs below it follows as its neighbours.
    """
    (key, value), column = pairs[0], owner.node.pairs[0][0].at.column
    side = "left" if key.at.column < column else "right"
    message = f"'{key.text}' stands too far {side}: it belongs to {owner.name}"
    finding = Finding("S001", key.at, message, f"let it begin in column {column}")
    place = owner.place.within(key.text)
    if not (_is_empty(value) and place.ids):
        return KeyMove(
            finding, here.path, pairs[:1], owner.path, (*_with_followers(pairs[0], owner),)
        )
    run = tuple(takewhile(place.within().has, pairs[1:]))
    below = (key, Mapping(run, key.at, flow=False))
    return KeyMove(finding, here.path, (pairs[0], *run), owner.path, (below,))


def _with_followers(pair: Pair, owner: Part) -> Iterator[Pair]:
    """A pair, and what has slipped below it with it but belongs beside it."""
    key, value = pair
    if not isinstance(value, Mapping):
        yield pair
        return
    place = owner.place.within(key.text)
    slipped = [one for one in value.pairs if not place.fits(*one) and owner.takes(*one)]
    yield key, replace(value, pairs=tuple(one for one in value.pairs if one not in slipped))
    yield from slipped


def _elsewhere(here: Part, pairs: tuple[Pair, ...], parts: list[Part]) -> Iterator[KeyMove]:
    """An id, and those below it, that belong under another key, or under one that is missing."""
    key = pairs[0][0]
    for part in parts:
        for name, place in part.place.keys.items():
            run = tuple(takewhile(place.within().has, pairs)) if place.ids else ()
            if not run or (*part.path, name) == here.path:
                continue
            message = f"'{key.text}' does not belong here, but under '{name}'"
            written = next((one for one in part.node.pairs if one[0].text == name), None)
            if written and isinstance(written[1], Mapping):
                finding = Finding("S001", key.at, message, "move it there")
                yield KeyMove(finding, here.path, run[:1], (*part.path, name), run[:1])
            elif written is None or (part is here and _is_empty(written[1])):
                hint = "indent it further" if written else f"add a line '{name}:' above it"
                finding = Finding("S001", key.at, message, hint)
                owner = Part((*part.path, name), place, Mapping((), key.at, flow=False))
                moved = [one for pair in run for one in _with_followers(pair, owner)]
                under = (
                    Scalar(name, key.at, plain=True),
                    replace(owner.node, pairs=tuple(moved)),
                )
                taken = (*run, written) if written else run
                yield KeyMove(finding, here.path, taken, part.path, (under,))


def _back(here: Part, pair: Pair, needy: _Needy) -> Iterator[KeyMove]:
    """A key that some part above it lacks: the two were swapped."""
    key = pair[0]
    for owner in [part for part in needy.by_key.get(key.text, ()) if part.node.at < key.at][-1:]:
        message = f"'{key.text}' does not belong here, but to {owner.name}"
        finding = Finding("S001", key.at, message, "move it there")
        yield KeyMove(finding, here.path, (pair,), owner.path, (pair,))


def _is_empty(value: Node) -> bool:
    return isinstance(value, Scalar) and value.value() is None


def _changed(node: Any, path: Path, change: Callable[[tuple[Pair, ...]], tuple[Pair, ...]]) -> Any:
    """The tree with other pairs, or doubles, in the mapping at a path."""
    if not path:
        doubles = tuple(pair for pair in node.doubles if pair in change(node.doubles))
        return replace(node, pairs=change(node.pairs), doubles=doubles)
    step, rest = path[0], path[1:]
    if isinstance(node, Sequence):
        items = [
            _changed(item, rest, change) if index == step else item
            for index, item in enumerate(node.items)
        ]
        return replace(node, items=tuple(items))
    pairs = [
        (key, _changed(value, rest, change) if key.text == step else value)
        for key, value in node.pairs
    ]
    return replace(node, pairs=tuple(pairs))
