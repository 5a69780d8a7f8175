"""A document without errors becomes a Scenario: conditions parsed, defaults filled in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from types import MappingProxyType
from typing import Any, TypeVar

from game.layout.characters import clean
from game.scenario.format.document import Document, EndingPart, OrderPart, OutcomePart, WatchPart
from game.scenario.format.part import Part
from game.scenario.format.sea_parts import EffectsPart
from game.scenario.model.conditions import Condition, GaugeIs, Names, parse, phrase_in_words
from game.scenario.model.scenario import (
    Chance,
    Check,
    CrewCard,
    Effects,
    Ending,
    Later,
    Order,
    Scenario,
    Theme,
    Voice,
    Watch,
)
from game.scenario.model.scene import Hour, Look, Scene, Sky
from game.scenario.model.texts import with_texts
from game.ship.attention_cost import Effort, Kind
from game.ship.ship import Outcome
from game.ship.weather import Weather

T = TypeVar("T")


def build(document: Document, names: Names) -> Scenario:
    """The scenario a document describes.

    Raises:
        PhraseError: where a condition cannot be read; check_references tells of it beforehand.
    """
    voyage, watches = document.voyage, document.watches
    next_ids = [*list(watches)[1:], Outcome.ADRIFT.value]
    scenario = _copied(
        Scenario,
        document,
        teaches=Theme(document.teaches),
        minutes_solo=document.minutes.solo,
        minutes_group=document.minutes.group,
        distance=voyage.distance,
        start=MappingProxyType(dict(voyage.start)),
        variation=voyage.variation,
        scene=_copied(Scene, voyage.scene),
        words=MappingProxyType(dict(document.words)),
        voices=_by_id(
            _copied(Voice, part, id=id, speaks_for=Kind(part.speaks_for))
            for id, part in document.voices.items()
        ),
        cards=_by_id(_copied(CrewCard, part, id=id) for id, part in document.cards.items()),
        watches=_by_id(
            _watch(id, part, next_id, names)
            for (id, part), next_id in zip(watches.items(), next_ids, strict=True)
        ),
        endings=tuple(_ending(id, part, names) for id, part in document.endings.items()),
        debrief=tuple(document.debrief),
        checks=tuple(
            Check(_conditions(part.always, names), part.can_end) for part in document.checks
        ),
    )
    return with_texts(scenario, lambda _, text: clean(text).strip())


def _copied(piece: type[T], part: Part, /, **others: Any) -> T:
    """A piece of the model: what a part of the document says, but for what is said here."""
    names = [field.name for field in fields(piece) if field.name not in others]  # type: ignore[arg-type]
    return piece(**{name: getattr(part, name) for name in names}, **others)


def _by_id(parts: Iterable[Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType({part.id: part for part in parts})


def _conditions(phrases: list[str], names: Names) -> tuple[Condition, ...]:
    return tuple(parse(phrase, names) for phrase in phrases)


def _effects(*parts: EffectsPart) -> Effects:
    total = {
        gauge: sum(getattr(part, gauge) for part in parts) for gauge in EffectsPart.model_fields
    }
    return MappingProxyType({gauge: figure for gauge, figure in total.items() if figure})


def _watch(id: str, part: WatchPart, next_id: str, names: Names) -> Watch:
    return _copied(
        Watch,
        part,
        id=id,
        weather=Weather(**dict(part.weather)),
        look=Look(
            sky=Sky(part.sky) if part.sky else None,
            hour=Hour(part.hour) if part.hour else None,
            props=tuple(part.props),
        ),
        orders=_by_id(_order(id, order, next_id, names) for id, order in part.orders.items()),
    )


def _order(id: str, part: OrderPart, next_id: str, names: Names) -> Order:
    when = _conditions(part.when, names)
    told = part.model_dump(include={"result", "learnt"}, exclude_unset=True)
    outcomes = part.outcomes or [OutcomePart(chance=100.0, **told)]
    return _copied(
        Order,
        part,
        id=id,
        kind=Kind(part.kind),
        effort=Effort(part.effort),
        when=when,
        locked=part.locked or f"needs {' and '.join(map(_need, when))}",
        strengthened_by=_conditions(part.strengthened_by, names),
        chances=tuple(_chance(one, part, next_id) for one in outcomes),
        later=tuple(
            Later(
                later.after, _conditions(later.unless, names), later.text, _effects(later.effects)
            )
            for later in part.later
        ),
    )


def _need(condition: Condition) -> str:
    """What a locked order says when its author did not: what it needs."""
    if isinstance(condition, GaugeIs) and condition.comparison == "at least":
        return f"{condition.gauge} {condition.figure:g}"
    return phrase_in_words(condition)


def _ending(id: str, part: EndingPart, names: Names) -> Ending:
    when = _conditions(part.when, names)
    return _copied(Ending, part, id=id, outcome=Outcome(part.outcome), when=when)


def _chance(part: OutcomePart, order: OrderPart, next_id: str) -> Chance:
    return Chance(
        percent=part.chance,
        grows=bool(part.grows_with),
        result=part.result,
        learnt=part.learnt,
        effects=_effects(order.effects, part.effects),
        sets=(*order.sets, *part.sets),
        goto=part.goto or order.goto or next_id,
    )
