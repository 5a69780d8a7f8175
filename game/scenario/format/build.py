"""A document without errors becomes a Scenario: conditions parsed, defaults filled in."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import TypeVar

from game.layout.characters import clean
from game.scenario.format.document import (
    CheckPart,
    Document,
    EffectsPart,
    EndingPart,
    LaterPart,
    OrderPart,
    OutcomePart,
    WatchPart,
)
from game.scenario.model.conditions import Condition, GaugeIs, Names, parse, phrase_in_words
from game.scenario.model.scenario import (
    Card,
    Chance,
    Check,
    Effects,
    Ending,
    Later,
    Order,
    Scenario,
    Theme,
    Voice,
    Watch,
)
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
    voyage = document.voyage
    ids = list(document.watches)
    scenario = Scenario(
        id=document.id,
        version=document.version,
        language=document.language,
        title=document.title.strip(),
        summary=document.summary.strip(),
        teaches=Theme(document.teaches),
        minutes_solo=document.minutes.solo,
        minutes_group=document.minutes.group,
        distance=voyage.distance,
        start=MappingProxyType(dict(voyage.start)),
        variation=voyage.variation,
        voices=_by_id(
            Voice(id, part.name, Kind(part.speaks_for)) for id, part in document.voices.items()
        ),
        cards=_by_id(
            Card(id, part.name.strip(), part.text.strip()) for id, part in document.cards.items()
        ),
        watches=_by_id(
            _watch(id, part, next_id, names)
            for (id, part), next_id in zip(
                document.watches.items(), [*ids[1:], Outcome.ADRIFT.value], strict=True
            )
        ),
        endings=tuple(_ending(id, part, names) for id, part in document.endings.items()),
        debrief=tuple(document.debrief),
        checks=tuple(_check(part, names) for part in document.checks),
    )
    return with_texts(scenario, lambda _, text: clean(text).strip())


def _by_id(parts: Iterator[T]) -> MappingProxyType[str, T]:
    return MappingProxyType({part.id: part for part in parts})  # type: ignore[attr-defined]


def _conditions(phrases: list[str], names: Names) -> tuple[Condition, ...]:
    return tuple(parse(phrase, names) for phrase in phrases)


def _effects(*parts: EffectsPart) -> Effects:
    total = {
        gauge: sum(getattr(part, gauge) for part in parts) for gauge in EffectsPart.model_fields
    }
    return MappingProxyType({gauge: figure for gauge, figure in total.items() if figure})


def _watch(id: str, part: WatchPart, next_id: str, names: Names) -> Watch:
    return Watch(
        id=id,
        weather=Weather(part.weather.wind, part.weather.shift, part.weather.complexity),
        situation=part.situation.strip(),
        says=MappingProxyType({voice: line.strip() for voice, line in part.says.items()}),
        notes=part.notes.strip(),
        cards=MappingProxyType({crew: text.strip() for crew, text in part.cards.items()}),
        orders=_by_id(_order(id, order, next_id, names) for id, order in part.orders.items()),
    )


def _order(id: str, part: OrderPart, next_id: str, names: Names) -> Order:
    when = _conditions(part.when, names)
    return Order(
        id=id,
        label=part.label.strip(),
        kind=Kind(part.kind),
        effort=Effort(part.effort),
        practice=part.practice,
        when=when,
        locked=part.locked or _reason(when),
        chances=tuple(_chance(outcome, part, next_id) for outcome in _outcomes(part)),
        later=tuple(_later(later, names) for later in part.later),
    )


def _outcomes(part: OrderPart) -> list[OutcomePart]:
    """An order without outcomes has one, and it is certain."""
    return part.outcomes or [OutcomePart(chance=100.0, result=part.result)]


def _reason(when: tuple[Condition, ...]) -> str:
    """What a locked order says when its author did not: what it needs."""
    needs = [
        f"{condition.gauge} {condition.figure:g}"
        if isinstance(condition, GaugeIs) and condition.comparison == "at least"
        else phrase_in_words(condition)
        for condition in when
    ]
    return f"needs {' and '.join(needs)}"


def _chance(part: OutcomePart, order: OrderPart, next_id: str) -> Chance:
    return Chance(
        percent=part.chance,
        result=part.result.strip(),
        effects=_effects(order.effects, part.effects),
        sets=(*order.sets, *part.sets),
        goto=part.goto or order.goto or next_id,
    )


def _later(part: LaterPart, names: Names) -> Later:
    return Later(
        after=part.after,
        unless=_conditions(part.unless, names),
        text=part.text.strip(),
        effects=_effects(part.effects),
    )


def _ending(id: str, part: EndingPart, names: Names) -> Ending:
    return Ending(
        id=id,
        outcome=Outcome(part.outcome),
        when=_conditions(part.when, names),
        title=part.title.strip(),
        text=part.text.strip(),
        ask=part.ask.strip(),
    )


def _check(part: CheckPart, names: Names) -> Check:
    return Check(always=_conditions(part.always, names), can_end=part.can_end)
