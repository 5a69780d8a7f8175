"""Prospects: what may still become of a voyage that is put at any watch, with any gauges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from game.playtest.choice_statistics import choices_of
from game.playtest.course_mix import best_mix
from game.playtest.coverage_run import CoverageRun, share_of
from game.playtest.guard_rails import guard_rails
from game.playtest.tuning import suggestion_for
from game.scenario.loading.library import open_bytes
from game.scenario.model.scenario import Scenario
from game.ship.ship import Outcome
from game.simulation.captains import CAPTAINS
from game.simulation.census import Limits, census_onward_from
from game.simulation.census_result import Method
from game.simulation.columns import Columns
from game.simulation.draws import draw_seas
from game.simulation.single_voyage import sail_orders
from game.simulation.voyages import sail_captains
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage, new_voyage

LIMITS, SEAS = Limits(voyages=300_000), 2_000
"""How far voyages are counted while a file is written, and in how many seas a captain sails."""


def voyage_at(scenario: Scenario, watch: str, seed: int = 1) -> Voyage:
    """A voyage that stands at a watch, as if it began there."""
    return replace(new_voyage(scenario, seed), at=watch)


def prospects_in(file: str, data: bytes, start: Voyage, orders: tuple[str, ...]) -> str:
    """The same for a file and some orders: what can travel to another process."""
    scenario = open_bytes(file, data).scenario
    legs = sail_orders(Flow(scenario), start, orders)
    return prospects_sentence(scenario, legs[-1].voyage if legs else start)


def prospects_sentence(scenario: Scenario, voyage: Voyage) -> str:
    """What becomes of every voyage that goes on from here, in a sentence."""
    census = census_onward_from(scenario, voyage.seed, voyage, LIMITS)
    tally = census.tally
    if not tally.voyages:
        return "From here no voyage could be drawn."
    shares = {outcome: 100 * tally.outcomes.get(outcome, 0) / tally.voyages for outcome in Outcome}
    told = [f"{share:.0f} % {outcome}" for outcome, share in shares.items() if share >= 0.5]
    how = "all" if census.method is Method.EXHAUSTIVE else "a sample of"
    return f"From here, of {how} {tally.voyages:,.0f} voyages: {', '.join(told)}."


def answers_in(file: str, data: bytes) -> str:
    """What a file's scenario teaches as it stands: who arrives, the best mix, traps, dead orders.

    A sentence a line, from every captain in the same SEAS seas; the last is about the guard-rails.
    """
    played = _played(file, data)
    lines = [_who_arrives(played), *_best_mix(played), *_orders(played), _rails(played)]
    return "\n".join(lines)


@lru_cache(maxsize=1)  # what helps is asked for after the answers, of the same file
def _played(file: str, data: bytes) -> CoverageRun:
    loaded = open_bytes(file, data)
    seas = draw_seas(Columns(loaded.scenario), range(1, SEAS + 1))
    return CoverageRun(loaded, {each.captain: each for each in sail_captains(seas, CAPTAINS)})


def _who_arrives(played: CoverageRun) -> str:
    shares = {name: share_of(each.arrived.sum(), SEAS) for name, each in played.by.items()}
    points = max(100 * (share.high - share.low) / 2 for share in shares.values())
    arrive = ", ".join(f"{name} {100 * share.share:.0f} %" for name, share in shares.items())
    return f"Of {SEAS:,} seas, give or take {points:.0f} points, these arrive: {arrive}."


def _best_mix(played: CoverageRun) -> Iterator[str]:
    best = best_mix(played)
    if best:
        yield (
            f"Random orders arrive most often with {10 * best.tenth} to {10 * best.tenth + 10} % "
            f"of them course orders: {100 * best.arrived:.0f} %."
        )


def _orders(played: CoverageRun) -> Iterator[str]:
    """Orders that are not what they seem."""
    choices = choices_of(played)
    for choice in choices:
        if choice.is_trap:
            yield (
                f"A trap: '{choice.order}' of '{choice.watch}' is given by "
                f"{100 * choice.taken.share:.0f} %, and by none who arrive."
            )
    offered = {(choice.watch, choice.order) for choice in choices}
    for _, _, watch, order in played.orders():
        if (watch.id, order.id) not in offered:
            yield f"Dead: '{order.id}' of '{watch.id}' could be given in no sea."


def _rails(played: CoverageRun) -> str:
    broken = [shown.finding.message for shown in guard_rails(played)]
    if not broken:
        return "Guard-rails hold."
    more = f", and {len(broken) - 1} more" if len(broken) > 1 else ""
    return f"A guard-rail is broken: {broken[0]}{more}."


def helps_in(file: str, data: bytes) -> str:
    """Which figures to turn where the guard-rails are broken, in a sentence, or nothing."""
    found = suggestion_for(_played(file, data))
    turns = found.turns if found else ()
    way_out = ", ".join(f"'{turn.write}' in line {turn.line}" for turn in turns)
    return f"What helps: {way_out}." if turns else ""
