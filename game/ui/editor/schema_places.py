"""What the format has at a path, from the schema that editors without a server read, too."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from game.scenario.format.document import Document
from game.scenario.format.schema import schema_of

Place = dict[str, Any]


@cache
def schema() -> Place:
    whole: Place = json.loads(schema_of(Document))
    return whole


def place_at(path: Sequence[str]) -> Place:
    """What the format has there; empty where it has nothing."""
    place = schema()
    for step in path:
        place = _below(_resolved(place), step)
    return _resolved(place)


def keys_at(path: Sequence[str]) -> dict[str, str]:
    """The keys that may stand there, each with its sentence; none where they are an author's."""
    place = place_at(path)
    found = {key: sentence_of(each) for key, each in place.get("properties", {}).items()}
    names = place.get("propertyNames", {}).get("enum", [])
    return found | dict.fromkeys(names, "What people read in place of this word.")


def values_at(path: Sequence[str]) -> list[str]:
    """The values that may stand there, where they are few."""
    return list(dict.fromkeys(_values(place_at(path))))


def sentence_at(path: Sequence[str]) -> str:
    """What a key is for."""
    if not path:
        return ""
    return sentence_of(_below(place_at(path[:-1]), path[-1]))


def sentence_of(place: Place) -> str:
    return str(place.get("description") or _resolved(place).get("description") or "")


def _values(place: Place) -> Iterator[str]:
    yield from map(str, place.get("enum", []))
    if place.get("type") == "boolean":
        yield from ("true", "false")
    for other in place.get("anyOf", []):
        yield from _values(_resolved(other))


def _below(place: Place, step: str) -> Place:
    if step == "*" or (step.isdigit() and "items" in place):
        return dict(place.get("items", {}))
    if step in place.get("properties", {}):
        return dict(place["properties"][step])
    for each in place.get("patternProperties", {}).values():
        return dict(each)
    for other in place.get("anyOf", []):
        if step in _resolved(other).get("properties", {}):
            return dict(_resolved(other)["properties"][step])
    return {}


def _resolved(place: Place) -> Place:
    """A place with what it refers to."""
    reference = place.get("$ref", "")
    for each in place.get("allOf", []):
        reference = reference or each.get("$ref", "")
    if not reference:
        return place
    part: Place = schema()["definitions"][reference.rpartition("/")[2]]
    return {**part, **{key: value for key, value in place.items() if key != "$ref"}}
