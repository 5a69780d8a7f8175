"""Mending: a key that is misspelt or indented wrongly is told once, then read as what was meant.

So no check after this one stumbles over the same slip again (S001).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from game.findings import Finding, closest, nearest
from game.scenario.document import Document
from game.scenario.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.source import Path

Pair = tuple[Scalar, Node]
MOST = 20
"""A file with more keys out of place than this is another file."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the format has at a place: a part with keys of its own, or ids or items of one kind."""

    keys: dict[str, Place] | None = None
    each: Place | None = None

    @property
    def ids(self) -> bool:
        """Whether its keys are the author's own."""
        return self.each is not None

    def within(self, name: str) -> Place:
        """The place under one of its keys or ids."""
        return self.each or (self.keys or {}).get(name) or Place()

    def suits(self, node: Node) -> bool:
        """Whether a value looks like what stands here: it has two keys of the part or more."""
        if not isinstance(node, Mapping) or not self.keys:
            return False
        return sum(key.text in self.keys for key, _ in node.pairs) >= 2


def mend(root: Mapping) -> tuple[Mapping, list[Finding]]:
    """The tree with its keys where and as they were meant, and what was wrong with them."""
    findings: list[Finding] = []
    while len(findings) < MOST and (lost := next(_misplaced(root), None)):
        root = _moved(root, lost)
        findings.append(lost.finding())
    mended: Mapping
    mended, misspelt = _respelt(root, FILE)
    return mended, [*findings, *misspelt]


def _place(annotation: Any) -> Place:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        return Place(keys={name: _place(field.annotation) for name, field in fields})
    if get_origin(annotation) in (dict, list):
        return Place(each=_place(get_args(annotation)[-1]))
    return Place()


FILE = _place(Document)


@dataclass(frozen=True, slots=True)
class _Open:
    """A mapping that a key could belong to."""

    path: Path
    place: Place
    node: Mapping

    def takes(self, key: Scalar, value: Node) -> bool:
        """Whether the key is missing here, and would be right."""
        if any(key.text == present.text for present, _ in self.node.pairs):
            return False
        if self.place.ids:
            return self.place.within(key.text).suits(value)
        return key.text in (self.place.keys or {})


@dataclass(frozen=True, slots=True)
class _Lost:
    """A key that stands too far left or right, and the mapping that it belongs to."""

    path: Path
    pair: Pair
    owner: _Open

    def finding(self) -> Finding:
        """The slip, told."""
        key, column = self.pair[0], self.owner.node.pairs[0][0].at.column
        side = "left" if key.at.column < column else "right"
        whose = f"'{self.owner.path[-1]}'" if self.owner.path else "the file itself"
        message = f"'{key.text}' stands too far {side}: it belongs to {whose}"
        return Finding("S001", key.at, message, f"let it begin in column {column}")


def _misplaced(root: Mapping) -> Iterator[_Lost]:
    """Keys that do not fit where they stand, and would fit in a mapping open at that line."""
    yield from _misplaced_in(_Open((), FILE, root), [])


def _misplaced_in(here: _Open, around: list[_Open]) -> Iterator[_Lost]:
    before: Iterable[_Open] = ()
    for key, value in here.node.pairs:
        path, place = (*here.path, key.text), here.place.within(key.text)
        if not _fits(here.place, key, value):
            owners = (one for one in chain(before, around) if one.takes(key, value))
            yield from (_Lost(path, (key, value), owner) for owner in islice(owners, 1))
        for below in _openings(path, place, value):
            yield from _misplaced_in(below, [here, *around])
        before = _last_open(path, place, value)


def _fits(place: Place, key: Scalar, value: Node) -> bool:
    if not place.ids:
        return key.text in (place.keys or {key.text})
    inner = place.within(key.text)
    return inner.suits(value) if inner.keys else isinstance(value, Scalar) and not _is_key(key)


def _is_key(key: Scalar) -> bool:
    """Whether a watch has a key of this name: no voice is called so."""
    return key.text in (FILE.within("watches").within("").keys or {})


def _openings(path: Path, place: Place, value: Node) -> Iterator[_Open]:
    """The mappings that a value is, or that are its items."""
    if isinstance(value, Mapping):
        yield _Open(path, place, value)
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from _openings((*path, index), place.within(""), item)


def _last_open(path: Path, place: Place, value: Node) -> Iterator[_Open]:
    """The mappings still open at the end of a value, the innermost first."""
    for last in list(_openings(path, place, value))[-1:]:
        if last.node.pairs and not last.node.flow:
            key, below = last.node.pairs[-1]
            yield from _last_open((*last.path, key.text), last.place.within(key.text), below)
            yield last


def _moved(root: Mapping, lost: _Lost) -> Mapping:
    without = _changed(root, lost.path[:-1], drop=lost.pair)
    moved: Mapping = _changed(without, lost.owner.path, add=lost.pair)
    return moved


def _changed(node: Any, path: Path, *, drop: Pair | None = None, add: Pair | None = None) -> Any:
    """The tree with a pair fewer or more in the mapping at a path."""
    if not path:
        kept = [pair for pair in node.pairs if drop is None or pair[0] is not drop[0]]
        return replace(node, pairs=(*kept, *([add] if add else [])))
    step, rest = path[0], path[1:]
    if isinstance(node, Sequence):
        items = [
            _changed(item, rest, drop=drop, add=add) if index == step else item
            for index, item in enumerate(node.items)
        ]
        return replace(node, items=tuple(items))
    pairs = [
        (key, _changed(value, rest, drop=drop, add=add) if key.text == step else value)
        for key, value in node.pairs
    ]
    return replace(node, pairs=tuple(pairs))


def _respelt(node: Any, place: Place) -> tuple[Any, list[Finding]]:
    """The tree with near misses read as what they miss, and without other unknown keys."""
    findings: list[Finding] = []
    if isinstance(node, Sequence):
        items = [_respelt(item, place.within("")) for item in node.items]
        told = [finding for _, more in items for finding in more]
        return replace(node, items=tuple(item for item, _ in items)), told
    if not isinstance(node, Mapping) or not (place.keys or place.ids):
        return node, findings
    pairs = []
    missing = [key for key in place.keys or () if key not in {key.text for key, _ in node.pairs}]
    for key, value in node.pairs:
        meant = key.text
        if place.keys and meant not in place.keys:
            message = f"nothing is called '{meant}' here"
            findings.append(Finding("S001", key.at, message, closest(meant, missing or place.keys)))
            meant = nearest(meant, missing)
            if not meant:
                continue
            missing.remove(meant)
        below, more = _respelt(value, place.within(meant))
        findings += more
        pairs.append((replace(key, text=meant), below))
    return replace(node, pairs=tuple(pairs)), findings
