"""A simple playtest: many seeded voyages per captain, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from game.insight.captains import CAPTAINS, Captain
from game.insight.sailing import sail
from game.scenario.scenario import Scenario
from game.ship.attention import Kind
from game.ship.ship import Outcome
from game.voyage.flow import Flow


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of one captain's voyages, as counts.

    taken: the orders that arrivers gave, as (watch, order), once a voyage. leaning: arrivals and
    voyages by tenths of their share of course orders.
    """

    voyages: int
    outcomes: Counter[Outcome]
    endings: Counter[str]
    taken: Counter[tuple[str, str]]
    leaning: dict[int, tuple[int, int]]

    def share(self, outcome: Outcome) -> float:
        """The share of voyages with this outcome, 0 to 1."""
        return self.outcomes[outcome] / self.voyages


def playtest(
    scenario: Scenario, seeds: Iterable[int], captains: Iterable[Captain] = CAPTAINS
) -> dict[str, Tally]:
    """Each captain's tally over the same seeds."""
    flow, seeds = Flow(scenario), tuple(seeds)
    return {captain.name: _tally(flow, seeds, captain) for captain in captains}


def _tally(flow: Flow, seeds: tuple[int, ...], captain: Captain) -> Tally:
    tally = Tally(len(seeds), Counter(), Counter(), Counter(), {})
    for seed in seeds:
        voyage = sail(flow, seed, captain).voyage
        orders = list(zip(voyage.sailed, voyage.gave, strict=True))
        arrived = voyage.outcome is Outcome.ARRIVED
        tally.outcomes[voyage.outcome or Outcome.ADRIFT] += 1
        tally.endings[voyage.ending] += 1
        kinds = [flow.scenario.watches[watch].orders[order].kind for watch, order in orders]
        lean = 10 * kinds.count(Kind.COURSE) // len(kinds)
        arrivals, voyages = tally.leaning.get(lean, (0, 0))
        tally.leaning[lean] = (arrivals + arrived, voyages + 1)
        if arrived:
            tally.taken.update(set(orders))
    return tally
