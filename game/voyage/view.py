"""Views: what one seat may see now. Notes, hidden bearings and coming weather are cut here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.i18n import N_, _
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.ship.gauges import GAUGES
from game.ship.ledger import Ledger, pace_needed
from game.ship.numbers import ONE
from game.ship.ship import Outcome, Ship, end_of_ring
from game.ship.why import why_line
from game.voyage.expression import Expression, expression_of, portrait_picture
from game.voyage.flow import is_open
from game.voyage.glossary import new_words
from game.voyage.result_notes import (
    consequences_text,
    position_fix_of,
    strength_text,
    watch_sailed,
)
from game.voyage.sea import Sea, barometer, forecast, sea_after, sea_ahead, ship_before
from game.voyage.stakes import Stake, stakes_of
from game.voyage.voyage import Ended, Event, Sailed, Voyage
from game.voyage.warnings import warnings_of
from game.voyage.watch_numbers import numbers_of


@dataclass(frozen=True, slots=True)
class GaugeView:
    """A gauge as shown. share: of its range, 0 to 1; good: whether more of it is better, if either.

    figure: its value in words. note: what is asked of it, or empty.
    """

    id: str
    label: str
    figure: str
    share: float
    good: bool | None = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What a voice says. portrait: whose face, or empty; expression: how that looks at the ship."""

    name: str
    speaks_for: Kind
    text: str
    portrait: str
    expression: Expression

    @property
    def picture(self) -> str:
        """The art that shows it, or empty."""
        return portrait_picture(self.portrait, self.expression)


@dataclass(frozen=True, slots=True)
class OfferedOrder:
    """An order as offered now; locked: why it cannot be given, or empty; then it has no stakes."""

    number: int
    id: str
    label: str
    kind: Kind
    half: bool
    locked: str
    stakes: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class WatchView:
    """A watch to be decided. warnings: said as it begins of a gauge that has just become low."""

    number: int
    of: int
    situation: str
    forecast: str
    barometer: str
    lines: tuple[Line, ...]
    warnings: tuple[Line, ...]
    gauges: tuple[GaugeView, ...]
    rudder: str
    orders: tuple[OfferedOrder, ...]
    words: dict[str, str]
    sea: Sea


@dataclass(frozen=True, slots=True)
class Change:
    """What a watch did to one gauge, as shown. word: better or worse; for sails, more or less."""

    label: str
    before: str
    after: str
    by: float
    word: str


@dataclass(frozen=True, slots=True)
class ResultView:
    """A watch that was sailed. fix: what a fix revealed, or empty.

    learnt: what a failure has taught, or empty. returned: what earlier orders came to in it.
    ended: the voyage is over with it.
    """

    number: int
    order: str
    kind: Kind
    text: str
    learnt: str
    changes: tuple[Change, ...]
    fix: str
    why: str
    ledger: Ledger
    numbers: tuple[tuple[str, str], ...]
    returned: tuple[str, ...]
    ended: bool
    sea: Sea


@dataclass(frozen=True, slots=True)
class EndView:
    outcome: Outcome
    title: str
    text: str
    ask: str
    watches: int
    gauges: tuple[GaugeView, ...]
    questions: tuple[str, ...]
    sea: Sea


def watch_view(scenario: Scenario, voyage: Voyage) -> WatchView:
    """The watch that the voyage stands at; its outcome must be open."""
    watch = scenario.watches[voyage.at]
    ship = ship_before(scenario, voyage)
    looks = expression_of(ship, watch.weather.wind)
    return WatchView(
        number=len(voyage.sailed) + 1,
        of=len(voyage.sailed) + scenario.ahead(voyage.at),
        situation=watch.situation,
        forecast=forecast(watch.weather, scenario.variation),
        barometer=barometer(scenario, voyage),
        lines=tuple(
            Line(voice.name, voice.speaks_for, text, voice.portrait, looks)
            for voice, text in ((scenario.voices[id], text) for id, text in watch.says.items())
        ),
        warnings=tuple(Line(*said, looks) for said in warnings_of(scenario, voyage)),
        gauges=gauges_of(ship, pace_in_words(scenario, voyage)),
        rudder=_rudder(voyage.ship),
        orders=offered_orders(scenario, voyage),
        words=new_words(scenario, voyage),
        sea=sea_ahead(scenario, voyage),
    )


def offered_orders(scenario: Scenario, voyage: Voyage) -> tuple[OfferedOrder, ...]:
    """The orders of the watch that the voyage stands at; none if it is over."""
    if voyage.outcome:
        return ()
    watch, facts, ship = scenario.watches[voyage.at], voyage.facts, ship_before(scenario, voyage)
    opens = {order.id: is_open(watch, order, facts) for order in watch.orders.values()}
    return tuple(
        OfferedOrder(
            number=number,
            id=order.id,
            label=order.label,
            kind=order.kind,
            half=order.effort == "half",
            locked="" if opens[order.id] else order.locked,
            stakes=stakes_of(order, ship, watch.weather) if opens[order.id] else (),
        )
        for number, order in enumerate(watch.orders.values(), 1)
    )


def result_view(scenario: Scenario, voyage: Voyage, events: list[Event]) -> ResultView:
    """What the last order did; events: as `step` returned them, with a Sailed among them."""
    sailed = next(event for event in events if isinstance(event, Sailed))
    told, fix = watch_sailed(scenario, sailed), position_fix_of(sailed)
    order = scenario.watches[sailed.watch].orders[sailed.order]
    return ResultView(
        number=len(voyage.sailed),
        order=order.label,
        kind=order.kind,
        text=sailed.result,
        learnt=sailed.learnt,
        changes=_changes(sailed.before, voyage.ship, known=bool(fix)),
        fix=fix,
        why=why_line(told),
        ledger=told.ledger,
        numbers=numbers_of(told),
        returned=(
            *strength_text(scenario, voyage, sailed),
            *consequences_text(sailed, events, len(voyage.sailed)),
        ),
        ended=any(isinstance(event, Ended) for event in events),
        sea=sea_after(scenario, sailed),
    )


def end_view(scenario: Scenario, voyage: Voyage) -> EndView:
    ending = next(ending for ending in scenario.endings if ending.id == voyage.ending)
    return EndView(
        outcome=ending.outcome,
        title=ending.title,
        text=ending.text,
        ask=ending.ask,
        watches=len(voyage.sailed),
        gauges=gauges_of(voyage.ship),
        questions=scenario.debrief,
        sea=sea_ahead(scenario, voyage),
    )


def gauges_of(ship: Ship[float], pace: str = "") -> tuple[GaugeView, ...]:
    """The gauges as a captain sees them: of the course, between what and what it may lie.

    pace: that is needed to arrive, in words, or empty.
    """
    shown = {
        "progress": f"{_percent_made(ship)} %",
        "stability": f"{ship.stability:.0f}",
        "course_error": course_range(ship),
        "sail": f"{100 * ship.sail:.0f} %",
        "crew": f"{ship.crew:.0f}",
        "seamanship": f"{ship.seamanship:.0f}",
    }
    gauges = (_gauge(ship, name, figure) for name, figure in shown.items())
    return tuple(replace(one, note=pace) if one.id == "progress" else one for one in gauges)


def pace_in_words(scenario: Scenario, voyage: Voyage) -> str:
    """How much of the voyage every watch that is left must make; nothing once it is over."""
    if voyage.outcome:
        return ""
    needed = pace_needed(voyage.ship.progress, scenario.ahead(voyage.at))
    return _("{needed:.0f} % a watch needed", needed=needed)


def _gauge(ship: Ship[float], name: str, figure: str) -> GaugeView:
    gauge, is_course = GAUGES[name], name == "course_error"
    value = ship.reckoned if is_course else getattr(ship, name)
    share = min(1.0, value / gauge.high)
    return GaugeView(name, _(gauge.label), figure, share, gauge.is_good)


def _percent_made(ship: Ship[float]) -> int:
    """How far she has come, in percent; 100 only in port."""
    made = round(ship.progress)
    return made if ship.progress >= 100 else min(99, made)


def _rudder(ship: Ship[float]) -> str:
    if ship.leading > ship.managing + 0.35:
        return _("Rudder heavy: you have led a lot, and trimmed little")
    if ship.managing > ship.leading + 0.35:
        return _("Rudder heavy: you have trimmed a lot, and led little")
    return _("Rudder light: both hands on the wheel")


def course_range(ship: Ship[float]) -> str:
    """Between what and what her course error lies, for all that anyone on board knows."""
    low, high = round(ship.reckoned), round(end_of_ring(ship, ONE))
    return f"{low}°" if low == high else _("{low}° to {high}°", low=low, high=high)


def _changes(before: Ship[float], after: Ship[float], known: bool) -> tuple[Change, ...]:
    """What moved; known: a fix has told where she really was before."""
    if known:
        before = replace(before, reckoned=before.course_error)
    pairs = zip(gauges_of(before), gauges_of(after), strict=True)
    return tuple(
        Change(
            label=then.label,
            before=_believed(then, before),
            after=_believed(now, after),
            by=now.share - then.share,
            word=_word(now.share >= then.share, now.good),
        )
        for then, now in pairs
        if _believed(then, before) != _believed(now, after)
    )


def _believed(gauge: GaugeView, ship: Ship[float]) -> str:
    """A gauge's figure; of the course, the one that is believed."""
    return f"{ship.reckoned:.0f}°" if gauge.id == "course_error" else gauge.figure


def _word(rose: bool, good: bool | None) -> str:
    if good is None:
        return N_("more") if rose else N_("less")
    return N_("better") if rose == good else N_("worse")
