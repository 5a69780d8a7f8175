"""What is announced pays: heeding a current or a coming blow, against ordering something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from game.findings import Finding, Severity
from game.playtest.coverage_run import CoverageRun, Shown
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.ship.weather import CURRENT
from game.simulation.batch import Mask
from game.simulation.columns import Columns
from game.simulation.draws import Draws, draw_seas
from game.simulation.half_skilled import HalfSkilled
from game.simulation.voyages import outcomes_by
from game.voyage.table import OUTCOMES

BLOW = 1.25
"""The written wind from which on a watch is a blow."""
SEAS = 400
"""The same seas and luck for every order, so that they are compared in pairs."""
FEW = 20
"""With fewer voyages that could be given both orders, nothing is said."""
PAYS = 0.05
"""Heeding is worth at least this share of arrivals; and nowhere as much less."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A watch that announces exactly one thing, and what heeding it is worth.

    kind: of the orders it calls for. order, instead: the best of that kind, and of the other.
    worth: how much more of a half-skilled captain's voyages arrive by it, 0 to 1; low, high: with
    95 % confidence.
    """

    watch: str
    kind: Kind
    order: str
    instead: str
    worth: float
    low: float
    high: float


def announcing_watches(scenario: Scenario) -> Iterator[tuple[str, Kind]]:
    """The watches that announce a current and no blow, or a blow that begins and no current."""
    watches = scenario.watches
    before: dict[str, list[float]] = {watch: [] for watch in watches}
    for watch in watches.values():
        for onward in scenario.onward(watch.id):
            before[onward].append(watch.weather.wind)
    for id, watch in watches.items():
        blows, current = watch.weather.wind >= BLOW, watch.weather.shift >= CURRENT
        if current and not blows:
            yield id, Kind.COURSE
        elif blows and not current and all(wind < BLOW for wind in before[id]):
            yield id, Kind.SAILS


def announced_in(columns: Columns, seed: int = 1) -> list[Announced]:
    """What heeding is worth in each such watch that has orders of both kinds."""
    seas = draw_seas(columns, range(seed, seed + SEAS))
    return [
        found
        for watch, kind in announcing_watches(columns.scenario)
        if (found := _measure(seas, watch, kind))
    ]


def try_orders(seas: Draws, watch: str) -> tuple[dict[int, Mask], dict[int, Mask]]:
    """By order of a watch: in which seas the half-skilled captain arrives, and who was given it."""
    row = next(row for row in seas.columns.table.watches if row.id == watch)
    arrived, given = {}, {}
    for number in row.orders:
        choices = HalfSkilled(seas, number)
        ended = outcomes_by(seas, choices)
        arrived[number] = ended == OUTCOMES.index(Outcome.ARRIVED)
        given[number] = choices.given
    return arrived, given


def _measure(seas: Draws, watch: str, kind: Kind) -> Announced | None:
    table = seas.columns.table
    arrived, given = try_orders(seas, watch)
    other = Kind.SAILS if kind is Kind.COURSE else Kind.COURSE
    best = {
        side: max(
            (n for n in arrived if table.orders[n].kind is side and given[n].any()),
            key=lambda n: arrived[n][given[n]].mean(),
            default=None,
        )
        for side in (kind, other)
    }
    one, two = best[kind], best[other]
    if one is None or two is None:
        return None
    both = given[one] & given[two]
    if both.sum() < FEW:
        return None
    gained = arrived[one][both].astype(float) - arrived[two][both]
    worth, spread = float(gained.mean()), 1.96 * float(gained.std()) / float(np.sqrt(both.sum()))
    names = table.orders[one].id, table.orders[two].id
    return Announced(watch, kind, *names, worth, worth - spread, worth + spread)


def unpaid(played: CoverageRun, announced: Iterable[Announced]) -> Iterator[Shown]:
    """L002 where heeding costs arrivals, beyond doubt; L009 where it surely gains too little."""
    for each in announced:
        at = played.at("watches", each.watch)
        what = "current" if each.kind is Kind.COURSE else "blow"
        points = f"{100 * abs(each.worth):.0f} points of arrival"
        heeding = f"heeding the {what} of '{each.watch}' with '{each.order}'"
        if each.high < -PAYS:
            message = f"{heeding} costs {points} against '{each.instead}'"
            hint = "a stronger one, or less from the other order's effects"
            yield Shown(Finding("L002", at, message, hint))
        elif each.high < PAYS:
            message = f"{heeding} gains no 5 points of arrival against '{each.instead}'"
            hint = "what is announced should pay: a stronger one, or less from the other order"
            yield Shown(Finding("L009", at, message, hint, Severity.WARNING))
