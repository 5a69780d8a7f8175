"""Texts: everything that a scenario says, each by the path of ids that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from game.scenario.model.scenario import Chance, Order, Scenario

DIGITS = 8
"""Of a digest: enough to see that a text has changed."""
TEXTS = frozenset(
    {
        *("title", "summary", "name", "text", "situation", "notes", "label", "locked", "result"),
        *("learnt", "ask", "says", "voices", "cards", "watches", "orders", "chances", "later"),
        *("endings", "debrief", "words"),
    }
)
"""The fields of the model that are texts, or have some in them."""
Change = Callable[[str, str], str]
"""From a path and the text there to the text that shall stand there."""


def texts_of(scenario: Scenario) -> dict[str, str]:
    """Every text that is not empty, by its path, such as `watches.dawn.orders.reef.label`."""
    found: dict[str, str] = {}
    with_texts(scenario, found.setdefault)
    return {path: text for path, text in found.items() if text}


def with_other_texts(scenario: Scenario, language: str, texts: Mapping[str, str]) -> Scenario:
    """The same voyage told in another language; what has no text there is told as it was."""
    return replace(with_texts(scenario, texts.get), language=language)


def digest_of(text: str) -> str:
    """The digest by which a translation knows the text it was made from, however that is laid."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]


def with_texts(scenario: Scenario, change: Change) -> Scenario:
    """The scenario with other texts; nothing else can change."""
    changed: Scenario = _changed(scenario, "", change)
    return changed


def _changed(part: Any, path: str, change: Change) -> Any:
    if isinstance(part, str):
        return change(path, part)
    if isinstance(part, Mapping):
        entries = {id: _changed(value, f"{path}.{id}", change) for id, value in part.items()}
        return MappingProxyType(entries)
    if isinstance(part, tuple):
        return tuple(
            _changed(item, _item_path(path, part, number), change)
            for number, item in enumerate(part)
        )
    names = [field.name for field in fields(part) if field.name in TEXTS]
    if isinstance(part, Order) and not part.when:
        names.remove("locked")
    above = f"{path}." if path else ""
    return replace(part, **{n: _changed(getattr(part, n), f"{above}{n}", change) for n in names})


def _item_path(path: str, items: tuple[Any, ...], number: int) -> str:
    """An ending has an id; a result stands by itself, or in each of several outcomes."""
    if isinstance(items[number], Chance):
        path = path.removesuffix(".chances")
        return path if len(items) == 1 else f"{path}.outcomes.{number + 1}"
    return f"{path}.{getattr(items[number], 'id', number + 1)}"
