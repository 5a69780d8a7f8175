"""`python -m tests.benchmarks.debrief_bars [VOYAGES]`: whether the debrief tells the truth.

Over voyages of random and half-skilled captains in all scenarios; what it advises is measured once
more, in seas that it has not seen.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import fmean

from game.debrief.decisions import COSTLY, Decision, Decisions
from game.debrief.needs_and_practices import KINDS, NeededAndGiven, needed_and_given
from game.debrief.trials import decisions_of
from game.scenario.loading.library import find
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.captains import RANDOM
from game.simulation.rollouts.all_at_once import SeasAtOnce
from game.simulation.rollouts.ends import Ends
from game.simulation.rollouts.one_by_one import half_skilled_order
from game.simulation.single_voyage import Sail, retrace, sail_captain
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Voyage, new_voyage
from tests.transcripts import SCENARIOS

VOYAGES, APART, OTHER_SEAS = 2_000, 1_000, 400
"""How many debriefs; how far apart their seeds are, that no two share a sea; and how many seas an
advice is measured in anew.
"""


@dataclass
class Bars:
    """What was found. Shares and gains are 0 to 1.

    costly, flagged: by kind, orders not of that kind, where one of it was worth 20 arrivals in 100
    more, and those of them that are told as missed. flags, hidden: watches with something missed,
    and those of them where nobody saw it. free: those where nothing of that kind was better; late:
    and nothing at all that could be ordered changed anything. unnamed: costly orders that the page
    of decisions does not name. advised: what each advice gains in other seas; lesser: those that
    lead to a foil or to a lesser landfall.
    """

    debriefs: int = 0
    watches: int = 0
    costly: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    flagged: dict[Kind, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    flags: int = 0
    free: int = 0
    late: int = 0
    hidden: int = 0
    unnamed: int = 0
    advised: list[float] = field(default_factory=list)
    lesser: int = 0

    def share(self, kind: Kind) -> float:
        """Of the costly misses of a kind, those that are told."""
        return self.flagged[kind] / max(1, self.costly[kind])


def some_voyages(each: int) -> Iterator[tuple[Flow, Sail]]:
    """So many voyages of either captain in every scenario."""
    for scenario in SCENARIOS:
        flow = Flow(find(scenario).scenario)
        for number in range(each):
            yield flow, sail_captain(flow, APART * (2 * number + 1), RANDOM)
            yield flow, retrace(flow, _half_skilled(flow, APART * (2 * number + 2)))


def measure(voyages: Iterable[tuple[Flow, Sail]]) -> Bars:
    """Debrief them all."""
    bars = Bars()
    for flow, sailed in voyages:
        decisions = decisions_of(flow, sailed.voyage)
        bars.debriefs += 1
        for asked, decision in zip(needed_and_given(sailed), decisions.watches, strict=True):
            _count_needs(bars, asked, decision)
            bars.unnamed += decision.quickest.gained >= COSTLY and decision not in decisions.named
        _count_advice(bars, flow, sailed, decisions)
    return bars


def _half_skilled(flow: Flow, seed: int) -> Voyage:
    voyage = new_voyage(flow.scenario, seed)
    while voyage.outcome is None:
        voyage, _ = step(flow, voyage, Give(half_skilled_order(flow, voyage).id))
    return voyage


def _count_needs(bars: Bars, asked: NeededAndGiven, decision: Decision) -> None:
    worth = {
        kind: max((other.gained for other in decision.others if other.kind is kind), default=-1.0)
        for kind in KINDS
    }
    bars.watches += 1
    bars.flags += bool(asked.missed)
    bars.hidden += bool(asked.missed) and not asked.blamed
    is_free = bool(asked.missed) and all(worth[kind] <= 0 for kind in asked.missed)
    bars.free += is_free
    bars.late += is_free and decision.is_settled
    for kind in KINDS:
        if worth[kind] >= COSTLY and decision.given.kind is not kind:
            bars.costly[kind] += 1
            bars.flagged[kind] += kind in asked.missed


def _count_advice(bars: Bars, flow: Flow, sailed: Sail, decisions: Decisions) -> None:
    """Of every order that the page advises something else for."""
    seed = sailed.start.seed + APART // 2
    seas = SeasAtOnce(flow, range(seed, seed + OTHER_SEAS))
    for each in decisions.named:
        if not each.is_advised:
            continue
        voyage = sailed.stood[each.number - 1]
        orders = seas.onward(voyage, each.given.order).orders
        better, given = orders[each.best.order], orders[each.given.order]
        bars.advised.append(_arrived(flow, better) - _arrived(flow, given))
        is_foil = flow.scenario.watches[voyage.at].orders[each.best.order].foil
        bars.lesser += is_foil or _is_lesser(flow, better, given)


def _arrived(flow: Flow, ends: Ends) -> float:
    endings = flow.scenario.endings
    return fmean(endings[number].outcome is Outcome.ARRIVED for number in ends.endings)


def _is_lesser(flow: Flow, better: Ends, given: Ends) -> bool:
    """Whether some landfall or a better one is reached in 5 seas of 100 fewer."""
    merits, endings = flow.scenario.merits, flow.scenario.endings
    landfalls = [m for m, e in zip(merits, endings, strict=True) if e.outcome is Outcome.ARRIVED]
    shares = [
        [fmean(merits[number] >= merit for number in ends.endings) for merit in landfalls]
        for ends in (better, given)
    ]
    return any(one < two - 0.05 for one, two in zip(*shares, strict=True))


def main(voyages: int) -> None:
    """Print the table."""
    bars = measure(some_voyages(max(1, voyages // (2 * len(SCENARIOS)))))
    lead, manage = Kind.COURSE, Kind.SAILS
    worse = sum(gain < 0 for gain in bars.advised)
    print(f"{bars.debriefs} debriefs, {bars.watches} watches")
    for kind, name in ((lead, "lead"), (manage, "manage")):
        told = f"{100 * bars.share(kind):5.0f} % of {bars.costly[kind]}"
        print(f"  costly misses to {name:<6} flagged {told}   (bar 70)")
    print(f"  watches flagged          {100 * bars.flags / bars.watches:11.0f} %")
    print(f"  of these, unseen         {100 * bars.hidden / max(1, bars.flags):11.0f} %")
    print(f"  flags that cost nothing  {100 * bars.free / max(1, bars.flags):11.0f} %")
    print(f"  of these, too late       {100 * bars.late / max(1, bars.free):11.0f} %")
    print(f"  costly orders not named  {bars.unnamed:11}     (bar 0)")
    print(f"  advice given             {len(bars.advised):11}")
    if bars.advised:
        print(f"  arrivals in 100 it gains {100 * fmean(bars.advised):11.1f}     in other seas")
    print(f"  worse in other seas      {worse:11}     (bar 0)")
    print(f"  to a foil or lesser end  {bars.lesser:11}     (bar 0)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else VOYAGES)
