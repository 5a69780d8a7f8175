"""Texts: everything that a scenario says, each by the path of ids that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from game.scenario.model.scenario import Chance, Ending, Later, Order, Scenario, Watch

Tell = Callable[[str, str], str]
"""Is told a path and the text there; answers with what shall stand there."""
DIGITS = 8
"""Of a digest: enough to see that a text has changed."""


def texts_of(scenario: Scenario) -> dict[str, str]:
    """Every text that is not empty, by its path, such as `watches.dawn.orders.reef.label`."""
    found: dict[str, str] = {}

    def note(path: str, text: str) -> str:
        if text:
            found[path] = text
        return text

    with_texts(scenario, note)
    return found


def with_other_texts(scenario: Scenario, language: str, texts: Mapping[str, str]) -> Scenario:
    """The same voyage told in another language; what has no text there is told as it was."""
    other = with_texts(scenario, texts.get)
    return replace(other, language=language)


def digest_of(text: str) -> str:
    """The digest by which a translation knows the text it was made from, however that is laid."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:DIGITS]


def with_texts(scenario: Scenario, tell: Tell) -> Scenario:
    """The scenario with whatever is told for each of its texts; nothing else can change."""
    return replace(
        scenario,
        title=tell("title", scenario.title),
        summary=tell("summary", scenario.summary),
        voices=_each("voices", scenario.voices, partial(_fields, tell, ("name",))),
        cards=_each("cards", scenario.cards, partial(_fields, tell, ("name", "text"))),
        watches=_each("watches", scenario.watches, partial(_watch, tell)),
        endings=tuple(_ending(tell, ending) for ending in scenario.endings),
        debrief=_list(tell, "debrief", scenario.debrief),
    )


def _each(path: str, parts: Mapping[str, Any], of: Callable[[str, Any], Any]) -> Mapping[str, Any]:
    return MappingProxyType({id: of(f"{path}.{id}", part) for id, part in parts.items()})


def _fields(tell: Tell, names: Iterable[str], path: str, part: Any) -> Any:
    return replace(part, **{name: tell(f"{path}.{name}", getattr(part, name)) for name in names})


def _list(tell: Tell, path: str, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(tell(f"{path}.{number}", text) for number, text in enumerate(texts, 1))


def _watch(tell: Tell, path: str, watch: Watch) -> Watch:
    def told(key: str, texts: Mapping[str, str]) -> Mapping[str, str]:
        return _each(f"{path}.{key}", texts, tell)

    return replace(
        watch,
        situation=tell(f"{path}.situation", watch.situation),
        says=told("says", watch.says),
        notes=tell(f"{path}.notes", watch.notes),
        cards=told("cards", watch.cards),
        orders=_each(f"{path}.orders", watch.orders, partial(_order, tell)),
    )


def _order(tell: Tell, path: str, order: Order) -> Order:
    return replace(
        order,
        label=tell(f"{path}.label", order.label),
        locked=tell(f"{path}.locked", order.locked) if order.when else order.locked,
        chances=tuple(_chances(tell, path, order.chances)),
        later=tuple(_laters(tell, f"{path}.later", order.later)),
    )


def _chances(tell: Tell, path: str, chances: tuple[Chance, ...]) -> Iterable[Chance]:
    """A result stands by itself, or in each of several outcomes."""
    for number, chance in enumerate(chances, 1):
        own = path if len(chances) == 1 else f"{path}.outcomes.{number}"
        yield replace(chance, result=tell(f"{own}.result", chance.result))


def _laters(tell: Tell, path: str, laters: tuple[Later, ...]) -> Iterable[Later]:
    for number, later in enumerate(laters, 1):
        yield replace(later, text=tell(f"{path}.{number}.text", later.text))


def _ending(tell: Tell, ending: Ending) -> Ending:
    told: Ending = _fields(tell, ("title", "text", "ask"), f"endings.{ending.id}", ending)
    return told
