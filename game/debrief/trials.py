"""Trials: every order that was open in a watch, sailed on from there in many other seas.

From the true state the half-skilled captain sails on, in the same seas for all orders. This watch
has the weather that it had; how an order turns out is part of what nobody could know, and is drawn
anew in each sea, as is all that comes after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from statistics import fmean, stdev

from game.debrief.decisions import Decision, Decisions, TriedOrder
from game.scenario.model.scenario import Ending, Order, Scenario
from game.ship.ship import Outcome
from game.simulation.confidence import Z
from game.simulation.progress import Tell, ignore_progress
from game.simulation.rollouts.ends import Ends
from game.simulation.rollouts.onward import SailsOnward, seas_beside, seeds_beside
from game.simulation.single_voyage import open_orders, retrace
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage


class Trials:
    """Those of one voyage, a watch at a time, for whoever has other things to do as well."""

    def __init__(self, flow: Flow, voyage: Voyage) -> None:
        self._scenario, self._sailed = flow.scenario, retrace(flow, voyage)
        self._seas = seas_beside(flow, voyage.seed)
        self._odds = cache(self._odds_before)

    def __len__(self) -> int:
        return len(self._sailed.legs)

    def decision(self, number: int) -> Decision:
        """That of a watch, by its number from 1."""
        voyage, gave = self._sailed.stood[number - 1], self._sailed.legs[number - 1].sailed.order
        onward, scenario = self._seas.onward(voyage, gave), self._scenario
        orders = scenario.watches[voyage.at].orders
        tried = {
            id: _tried(scenario, orders[id], ends, onward.orders[gave])
            for id, ends in onward.orders.items()
        }
        return Decision(
            number=number,
            given=tried.pop(gave),
            others=tuple(tried.values()),
            before=self._odds(number),
            expected=fmean(_landfalls(scenario, onward.expected)),
            after=self._odds(number + 1),
        )

    def _odds_before(self, number: int) -> float:
        voyage = self._sailed.stood[number - 1]
        if voyage.outcome:
            return float(voyage.outcome is Outcome.ARRIVED)
        return fmean(_landfalls(self._scenario, self._seas.unguided(voyage)))


def costs_of(flow: Flow, seas: SailsOnward, voyage: Voyage) -> dict[str, tuple[float, str]]:
    """Of every order that is open where a voyage stands: how many more arrive by the best that may
    be advised instead, 0 to 1, and what that is called; 0 unless that is beyond doubt.
    """
    scenario = flow.scenario
    orders = scenario.watches[voyage.at].orders
    onward = seas.onward(voyage, open_orders(scenario, voyage)[0].id).orders
    costs = {}
    for gave in onward:
        tried = [_tried(scenario, orders[id], ends, onward[gave]) for id, ends in onward.items()]
        best = max(
            (each for each in tried if each.order == gave or each.advisable),
            key=lambda each: each.worth,
        )
        costs[gave] = (best.gained if best.low > 0 else 0.0, best.label)
    return costs


def decisions_of(flow: Flow, voyage: Voyage, tell: Tell = ignore_progress) -> Decisions:
    """All decisions of a voyage. Pure: the same voyage gives the same."""
    trials = Trials(flow, voyage)
    decided = []
    for number in range(1, len(trials) + 1):
        decided.append(trials.decision(number))
        tell(number / len(trials))
    return gather(voyage.seed, decided)


def gather(seed: int, decided: Iterable[Decision]) -> Decisions:
    """The decisions of all watches of a voyage, with the seas that they were tried in."""
    seeds = seeds_beside(seed)
    return Decisions(len(seeds), (seeds[0], seeds[-1]), tuple(decided))


def _tried(scenario: Scenario, order: Order, ends: Ends, given: Ends) -> TriedOrder:
    """An order, compared with the given one sea by sea."""
    arrived, instead = _landfalls(scenario, ends), _landfalls(scenario, given)
    gained = _paired(arrived, instead)
    told, merits = Counter(ends.endings), scenario.merits
    return TriedOrder(
        order=order.id,
        label=order.label,
        kind=order.kind,
        arrived=fmean(arrived),
        endings={scenario.endings[number].id: told[number] for number in sorted(told)},
        merit=fmean(merits[number] for number in ends.endings),
        stability=fmean(ends.stability),
        gained=gained.mean,
        low=gained.low,
        high=gained.high,
        foil=order.foil,
        lesser=_is_lesser(scenario, ends, given),
    )


@dataclass(frozen=True, slots=True)
class _Difference:
    """Between two orders in the same seas; low, high: with 95 % confidence."""

    mean: float
    low: float
    high: float


def _paired(one: Sequence[float], two: Sequence[float]) -> _Difference:
    pairs = [float(a) - b for a, b in zip(one, two, strict=True)]
    mean = fmean(pairs) if pairs else 0.0
    spread = Z * stdev(pairs) / sqrt(len(pairs)) if len(pairs) > 1 else 0.0
    return _Difference(mean, mean - spread, mean + spread)


def _landfalls(scenario: Scenario, ends: Ends) -> list[bool]:
    """In each sea, whether she arrives."""
    return [_lands(scenario.endings[number]) for number in ends.endings]


def _is_lesser(scenario: Scenario, ends: Ends, given: Ends) -> bool:
    """Whether landfalls are beyond doubt worth less by it, as the author sees it.

    In the seas where she arrives by both; or because fewer come to some landfall or a better one.
    """
    merits = scenario.merits
    one, two = ([merits[number] for number in each.endings] for each in (ends, given))
    least = min(m for m, ending in zip(merits, scenario.endings, strict=True) if _lands(ending))
    both = [(a, b) for a, b in zip(one, two, strict=True) if min(a, b) >= least]
    compared = [_paired([a for a, _ in both], [b for _, b in both])]
    compared += [
        _paired([a >= merit for a in one], [b >= merit for b in two])
        for merit in range(least, len(merits))
    ]
    return any(each.high < 0 for each in compared)


def _lands(ending: Ending) -> bool:
    return ending.outcome is Outcome.ARRIVED
