"""A scenario as plain data and back, for whoever sails it without its file's format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from game.scenario.model.scenario import Scenario

KIND = "is"
"""Where one of several kinds may stand, what tells which it is."""


def as_plain(part: Any) -> Any:
    """Dictionaries, lists, texts and numbers, of which JSON can be made."""
    if is_dataclass(part):
        held = {field.name: as_plain(getattr(part, field.name)) for field in fields(part)}
        return {KIND: type(part).__name__, **held}
    if isinstance(part, Mapping):
        return {key: as_plain(value) for key, value in part.items()}
    if isinstance(part, tuple):
        return [as_plain(item) for item in part]
    return part.value if isinstance(part, Enum) else part


def scenario_from_plain(data: Any) -> Scenario:
    """The scenario that `as_plain` was given; made by ourselves, so nothing in it is checked."""
    scenario: Scenario = _read(Scenario, data)
    return scenario


def _read(wanted: Any, data: Any) -> Any:
    kind: Any = get_origin(wanted) or wanted
    if kind in {Union, UnionType}:
        return _read_one_of(get_args(wanted), data)
    if _is_model(kind):
        hints = _hints(kind)
        return kind(
            **{name: _read(hints[name], value) for name, value in data.items() if name != KIND}
        )
    if kind is tuple:
        return tuple(_read(get_args(wanted)[0], item) for item in data)
    if kind is Mapping:
        return {key: _read(get_args(wanted)[1], value) for key, value in data.items()}
    return kind(data) if isinstance(kind, type) and issubclass(kind, Enum) else data


def _read_one_of(kinds: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        return None
    named = {getattr(kind, "__name__", ""): kind for kind in kinds}
    is_tagged = isinstance(data, dict) and KIND in data
    return _read(named[data[KIND]] if is_tagged else kinds[0], data)


def _is_model(kind: Any) -> bool:
    return is_dataclass(kind)


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
