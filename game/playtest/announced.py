"""What is announced pays: heeding a current or a coming blow, against ordering something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.findings import Finding, Severity
from game.playtest.coverage_run import CoverageRun, Shown
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.ship.weather import CURRENT
from game.simulation.batch import batch_of
from game.simulation.draws import Draws
from game.simulation.rollouts.rollouts import roll_out
from game.voyage.table import OUTCOMES, Table, WatchRow
from game.voyage.voyage import new_voyage

if TYPE_CHECKING:
    from numpy.typing import NDArray

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


Flags = Mapping[int, "NDArray[np.bool_]"]
"""By order: of which voyages something is true, a sea each."""


def announced_in(seas: Draws) -> list[Announced]:
    """What heeding is worth in each such watch that has orders of both kinds."""
    table = seas.columns.table
    rows = {row.id: row for row in table.watches}
    called = [(rows[watch], kind) for watch, kind in announcing_watches(seas.columns.scenario)]
    orders = [order for row, _ in called for order in row.orders]
    arrived, given = try_orders(seas, orders)
    found = (_measure(table, row, kind, arrived, given) for row, kind in called)
    return [each for each in found if each]


def try_orders(seas: Draws, orders: Sequence[int]) -> tuple[Flags, Flags]:
    """By order: in which seas the half-skilled captain arrives, and in which she was given it."""
    if not orders:
        return {}, {}
    columns = seas.columns
    ends = roll_out(seas, batch_of(columns, new_voyage(columns.scenario, 0)), orders)
    landed = ends.outcome == OUTCOMES.index(Outcome.ARRIVED)
    arrived = dict(zip(orders, landed, strict=True))
    return arrived, dict(zip(orders, ends.given, strict=True))


def _measure(
    table: Table, row: WatchRow, kind: Kind, arrived: Flags, given: Flags
) -> Announced | None:
    other = Kind.SAILS if kind is Kind.COURSE else Kind.COURSE
    best = {
        side: max(
            (n for n in row.orders if table.orders[n].kind is side and given[n].any()),
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
    return Announced(row.id, kind, *names, worth, worth - spread, worth + spread)


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
