"""The one way for a voyage to change: a command comes in, a new voyage and its events come out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.i18n import _
from game.scenario.model.conditions import all_hold
from game.scenario.model.scenario import Chance, Effects, Order, Scenario
from game.ship.attention_cost import attention_of
from game.ship.gauges import GAUGE_RANGES, RESERVES
from game.ship.numbers import ONE, N, Numbers
from game.ship.passage import PERCENT, move_world, pass_watch
from game.ship.ship import REACH, Outcome, Ship, low_reserves, outcome_of
from game.ship.weather import Weather, ring_growth
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

SPARED = 1.0
"""How much of stability and crew every authored effect leaves."""


def step(flow: Flow, voyage: Voyage, command: Give) -> tuple[Voyage, list[Event]]:
    """Give one order. Pure; an order that cannot be given returns Refused and changes nothing."""
    refused = refusal(flow.scenario, voyage, command.order)
    if refused:
        return voyage, [refused]
    order = flow.scenario.watches[voyage.at].orders[command.order]
    chance = chance_of(order, voyage.at, voyage.seed, voyage.ship.seamanship)
    weather = weather_of(flow.scenario, voyage.at, voyage.seed)
    return sail_watch(flow, voyage, order, chance, weather)


def sail_watch(
    flow: Flow, voyage: Voyage, order: Order, chance: Chance, weather: Weather[float]
) -> tuple[Voyage, list[Event]]:
    """Give an order that is open, which turns out so, in this weather."""
    watch = flow.scenario.watches[voyage.at]
    attention = attention_of(order.kind, order.effort, voyage.ship.seamanship, fix=order.fix)
    met = move_world(voyage.ship, weather.shift, ring_growth(watch.weather.shift, ONE), ONE)
    effects = _effects(order, chance, voyage)
    ship = ship_after_effects(met, effects)
    passage = pass_watch(ship, attention, weather, percent_a_watch(flow.scenario), ONE)
    after = replace(
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
    told = watch.id, order.id, chance.result, chance.learnt
    sailed = Sailed(*told, effects, effects != chance.effects, weather, met, passage)
    if after.at in tuple(Outcome):
        ended, end = _end(flow.scenario, after)
        return ended, [sailed, end]
    returned, comebacks = _come_back(after)
    fallen = low_reserves(returned.ship) - low_reserves(voyage.ship)
    return replace(returned, fallen=fallen), [sailed, *comebacks]


def _effects(order: Order, chance: Chance, voyage: Voyage) -> Effects:
    if order.strengthened_by and all_hold(order.strengthened_by, voyage.facts):
        return strengthened(chance.effects)
    return chance.effects


def strengthened(effects: Mapping[str, Any], by: Numbers[Any] = ONE) -> dict[str, Any]:
    """Effects, of one order or of many, with all that they gain doubled, within reach.

    Of the course error a gain is less of it.
    """
    return {
        gauge: by.most(change + by.least(change, 0.0), -REACH)
        if gauge == "course_error"
        else by.least(change + by.most(change, 0.0), REACH)
        for gauge, change in effects.items()
    }


def ship_after_effects(ship: Ship[N], effects: Effects, by: Numbers[Any] = ONE) -> Ship[N]:
    """The ship, or many ships, after authored effects, every gauge kept in its range.

    No effect ends a voyage: it leaves a ship and a crew that were there something to go on with.
    What an author does to the course is seen as it happens, so the reckoning moves with it.
    """
    figures = {}
    for gauge, written in effects.items():
        before, change = getattr(ship, gauge), PERCENT * written if gauge == "sail" else written
        low, high = GAUGE_RANGES[gauge]
        least = by.least(before, SPARED) if gauge in RESERVES else low
        figures[gauge] = by.least(by.most(before + change, least), high)
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
    ended = replace(voyage, outcome=outcome, ending=ending.id, pending=(), fallen=frozenset())
    return ended, Ended(outcome, ending.id)
