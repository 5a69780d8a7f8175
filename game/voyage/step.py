"""The one way for a voyage to change: a command comes in, a new voyage and its events come out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.i18n import _
from game.scenario.model.conditions import all_hold
from game.scenario.model.scenario import Effects, Order, Scenario
from game.ship.attention_cost import attention_of
from game.ship.gauges import GAUGE_RANGES
from game.ship.numbers import ONE, N, Numbers
from game.ship.passage import pass_watch
from game.ship.ship import Outcome, Ship, outcome_of
from game.voyage.flow import Flow, is_open
from game.voyage.luck import chance_of, weather_of
from game.voyage.table import percent_a_watch
from game.voyage.voyage import (
    WATCHES,
    CameBack,
    Ended,
    Event,
    Give,
    Pending,
    Refused,
    Sailed,
    Voyage,
)


def step(flow: Flow, voyage: Voyage, command: Give) -> tuple[Voyage, list[Event]]:
    """Give one order. Pure; an order that cannot be given returns Refused and changes nothing."""
    refused = refusal(flow.scenario, voyage, command.order)
    if refused:
        return voyage, [refused]
    watch = flow.scenario.watches[voyage.at]
    order = watch.orders[command.order]
    chance = chance_of(order, watch.id, voyage.seed)
    weather = weather_of(flow.scenario, watch.id, voyage.seed)
    attention = attention_of(order.kind, order.effort, voyage.ship.seamanship)
    before = ship_after_effects(voyage.ship, chance.effects)
    passage = pass_watch(before, attention, weather, percent_a_watch(flow.scenario), ONE)
    sailed = replace(
        voyage,
        at=flow.after(
            watch.id, order.id, voyage.facts, chance.goto, _outcome(voyage, passage.ship)
        ),
        ship=replace(passage.ship, progress=min(100.0, passage.ship.progress)),
        sailed=(*voyage.sailed, watch.id),
        gave=(*voyage.gave, order.id),
        flags=voyage.flags | set(chance.sets),
        pending=voyage.pending + _promises(order, len(voyage.sailed)),
        evenness=voyage.evenness + passage.hands.balance,
    )
    event = Sailed(watch.id, order.id, chance.result, chance.effects, weather, voyage.ship, passage)
    if sailed.at in tuple(Outcome):
        ended, end = _end(flow.scenario, sailed)
        return ended, [event, end]
    returned, comebacks = _come_back(sailed)
    return returned, [event, *comebacks]


def ship_after_effects(ship: Ship[N], effects: Effects, by: Numbers[Any] = ONE) -> Ship[N]:
    """The ship, or many ships, after authored effects, every gauge kept in its range.

    What an author does to the course is seen as it happens, so the reckoning moves with it.
    """
    figures = {
        gauge: by.clip(getattr(ship, gauge) + change, *GAUGE_RANGES[gauge])
        for gauge, change in effects.items()
    }
    if "course_error" in effects:
        reckoned = ship.reckoned + effects["course_error"]
        figures["reckoned"] = by.clip(reckoned, *GAUGE_RANGES["course_error"])
    return replace(ship, **figures)


def refusal(scenario: Scenario, voyage: Voyage, order: str) -> Refused | None:
    """Why an order, by its id, cannot be given now."""
    if voyage.outcome:
        return Refused(_("the voyage is over"))
    watch = scenario.watches[voyage.at]
    offered = watch.orders.get(order)
    if offered is None:
        return Refused(_("there is no such order in this watch"))
    return None if is_open(watch, offered, voyage.facts) else Refused(offered.locked)


def _outcome(voyage: Voyage, ship: Ship[float]) -> Outcome | None:
    if len(voyage.sailed) + 1 >= WATCHES:
        return outcome_of(ship) or Outcome.ADRIFT
    return outcome_of(ship)


def _promises(order: Order, sailed: int) -> tuple[Pending, ...]:
    """What the order will bring back, counted in watches sailed."""
    return tuple(Pending(sailed + later.after, sailed + 1, later) for later in order.later)


def _come_back(voyage: Voyage) -> tuple[Voyage, list[CameBack]]:
    """Consequences that are due as the next watch begins, each judged by what holds then."""
    events = []
    for pending in voyage.pending:
        later = pending.later
        if pending.due > len(voyage.sailed) or (
            later.unless and all_hold(later.unless, voyage.facts)
        ):
            continue
        voyage = replace(voyage, ship=ship_after_effects(voyage.ship, later.effects))
        events.append(CameBack(pending.given_in, later.text, later.effects))
    waiting = tuple(pending for pending in voyage.pending if pending.due > len(voyage.sailed))
    return replace(voyage, pending=waiting), events


def _end(scenario: Scenario, voyage: Voyage) -> tuple[Voyage, Ended]:
    outcome = Outcome(voyage.at)
    endings = [ending for ending in scenario.endings if ending.outcome is outcome]
    ending = next((e for e in endings if all_hold(e.when, voyage.facts)), endings[-1])
    ended = replace(voyage, outcome=outcome, ending=ending.id, pending=())
    return ended, Ended(outcome, ending.id)
