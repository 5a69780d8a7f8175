"""What a watch came to, in sentences and figures: what came back, what a fix told, the terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.i18n import _
from game.scenario.model.conditions import Condition, Flag, Gave
from game.scenario.model.scenario import Order, Scenario
from game.ship.ledger import Pace, ledger_of, pace_needed
from game.ship.weather import CURRENT
from game.ship.why import WatchSailed
from game.voyage.table import percent_a_watch
from game.voyage.voyage import CameBack, Event, Sailed, Voyage

TAUGHT = 5
"""From so many points on, seamanship has been taught, and did not grow by itself."""


def consequences_text(sailed: Sailed, events: Sequence[Event], watch: int) -> Iterator[str]:
    """What earlier orders came to in this watch; watch: its number, from 1."""
    for event in events:
        if isinstance(event, CameBack) and event.given_in == watch:
            yield _("Before the next watch: {told}", told=event.text)
        elif isinstance(event, CameBack):
            yield _(
                "You ordered this in watch {watch}: {told}", watch=event.given_in, told=event.text
            )
    if sailed.before.learning > TAUGHT:
        yield _("What you taught in watch {watch} has sunk in.", watch=watch - 1)


def strength_text(scenario: Scenario, voyage: Voyage, sailed: Sailed) -> Iterator[str]:
    """What made the last order stronger: the earlier order, or what else it asks for."""
    if not sailed.strengthened:
        return
    asked = scenario.watches[sailed.watch].orders[sailed.order].strengthened_by
    given = enumerate(zip(voyage.sailed[:-1], voyage.gave[:-1], strict=True), 1)
    for watch, (at, id) in given:
        order = scenario.watches[at].orders[id]
        if any(_made_true(order, condition) for condition in asked):
            yield _(
                "Stronger for your order in watch {watch}: {order}.",
                watch=watch,
                order=order.label,
            )
            return
    yield _("Stronger: all that it builds on was there.")


def _made_true(order: Order, condition: Condition) -> bool:
    match condition:
        case Gave(id):
            return order.id == id
        case Flag(name):
            return any(name in chance.sets for chance in order.chances)
        case _:
            return False


def position_fix_of(sailed: Sailed) -> str:
    """What a look at where she is found out about the sea's moves."""
    before = sailed.before
    hidden = before.course_error - before.reckoned
    if sailed.passage.ship.doubt or hidden < 3:
        return ""
    found = _("A fresh look tells: you were {off:.0f}° off.", off=before.course_error)
    if sailed.weather.shift >= CURRENT:
        why = _("The current had moved you before anyone gave an order.")
    else:
        why = _("You had reckoned {reckoned:.0f}°.", reckoned=before.reckoned)
    return f"{found} {why}"


def watch_sailed(scenario: Scenario, sailed: Sailed) -> WatchSailed:
    """The watch with its ledger, and the pace that was needed as it began."""
    needed = pace_needed(sailed.before.progress, scenario.ahead(sailed.watch))
    pace = Pace(percent_a_watch(scenario), needed)
    ledger = ledger_of(sailed.passage, sailed.weather, sailed.before, pace)
    return WatchSailed(sailed.passage, sailed.weather, ledger)
