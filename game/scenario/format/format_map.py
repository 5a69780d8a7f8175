"""Which keys the format has where, and the mappings of a file that stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from game.scenario.format.document import Document
from game.scenario.yaml.file_tree import Path
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class FormatPlace:
    """What the format has at a place: a part with keys of its own, or ids or items of one kind.

    needs: the keys that must be there. listed: the items of a list, which are no keys.
    """

    keys: dict[str, FormatPlace] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    each: FormatPlace | None = None
    listed: bool = False

    @property
    def ids(self) -> bool:
        """Whether its keys are the author's own."""
        return self.each is not None and not self.listed

    def names(self) -> Iterator[str]:
        """Every key that the format has here or below."""
        for name, place in self.keys.items():
            yield name
            yield from place.names()
        if self.each:
            yield from self.each.names()

    def within(self, name: str | int = "") -> FormatPlace:
        return self.each or self.keys.get(str(name)) or FormatPlace()

    def suits(self, node: Node) -> bool:
        """Whether a value looks like what stands here: it has two keys of the part or more."""
        pairs = node.pairs if isinstance(node, Mapping) else ()
        return sum(key.text in self.keys for key, _ in pairs) >= 2

    def fits(self, key: Scalar, value: Node) -> bool:
        """Whether a key can stand here with this value."""
        if self.each is None:
            return key.text in (self.keys or {key.text})
        if not self.each.keys:  # what voices say, or what holds in a watch
            kind = Sequence if self.each.listed else Scalar
            return isinstance(value, kind) and key.text not in WATCH.keys
        if key.text in self.each.keys:  # perhaps an id, perhaps a key that belongs further right
            present = value.values if isinstance(value, Mapping) else {}
            return self.each.needs <= present.keys()
        return self.each.suits(value) and key.text.lower() not in KEYS


def place_of(annotation: Any) -> FormatPlace:
    """What the format of a kind of file has where."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        return FormatPlace(
            keys={name: place_of(field.annotation) for name, field in fields.items()},
            needs=frozenset(name for name, field in fields.items() if field.is_required()),
        )
    if get_origin(annotation) in (dict, list):
        listed = get_origin(annotation) is list
        return FormatPlace(each=place_of(get_args(annotation)[-1]), listed=listed)
    return FormatPlace()


FILE = place_of(Document)
"""The whole format of scenarios."""
KEYS = frozenset(FILE.names())
WATCH = FILE.within("watches").within()


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping of the file, where it stands in the format."""

    path: Path
    place: FormatPlace
    node: Mapping

    @property
    def name(self) -> str:
        return place_name(self.path) if self.path else "the file itself"

    def takes(self, key: Scalar, value: Node) -> bool:
        """Whether the key is missing here, and would be right."""
        if key.text in self.node.values:
            return False
        return self.place.within().suits(value) if self.place.ids else key.text in self.place.keys

    def below(self) -> Iterator[Section]:
        """Every section within it, in the order of the file."""
        for key, value in self.node.pairs:
            for section in sections_of((*self.path, key.text), self.place.within(key.text), value):
                yield section
                yield from section.below()


def place_name(path: Path) -> str:
    """What a person calls the place at a path."""
    name = path[-1]
    return f"item {name + 1} of '{path[-2]}'" if isinstance(name, int) else f"'{name}'"


def sections_of(path: Path, place: FormatPlace, value: Node) -> Iterator[Section]:
    """The section that a value is, or that are its items."""
    if isinstance(value, Mapping) and not place.listed:
        yield Section(path, place, value)
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from sections_of((*path, index), place.within(), item)


def open_sections(path: Path, place: FormatPlace, value: Node) -> Iterator[Section]:
    """The sections still open at the end of a value, the innermost first."""
    for last in list(sections_of(path, place, value))[-1:]:
        if last.node.pairs and not last.node.flow:
            key, below = last.node.pairs[-1]
            yield from open_sections((*last.path, key.text), last.place.within(key.text), below)
            yield last
