"""Prospects: what may still become of a voyage that is put at any watch, with any gauges."""

from __future__ import annotations

from dataclasses import replace

from game.findings import Severity
from game.scenario.loading.library import open_bytes
from game.scenario.model.scenario import Scenario
from game.ship.ship import Outcome
from game.simulation.census import Limits, Method, census_from
from game.simulation.single_voyage import sail_orders
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage, new_voyage

LIMITS, QUICK = Limits(voyages=300_000), 300
"""How far voyages are counted while a file is written, and how many a captain sails."""


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
    census = census_from(scenario, voyage.seed, voyage, LIMITS)
    tally = census.tally
    if not tally.voyages:
        return "From here no voyage could be drawn."
    shares = {outcome: 100 * tally.outcomes.get(outcome, 0) / tally.voyages for outcome in Outcome}
    told = [f"{share:.0f} % {outcome}" for outcome, share in shares.items() if share >= 0.5]
    how = "all" if census.method is Method.EXHAUSTIVE else "a sample of"
    return f"From here, of {how} {tally.voyages:,.0f} voyages: {', '.join(told)}."


def rails_in(file: str, data: bytes) -> str:
    """Whether the guard-rails of a scenario hold, by a short playtest, in a sentence or two."""
    from game.playtest.report import playtest

    report = playtest(open_bytes(file, data), QUICK, figures=False)
    broken = [
        shown.finding.message
        for shown in report.findings
        if shown.finding.severity is Severity.ERROR
    ]
    if not broken:
        return "Guard-rails hold."
    more = f", and {len(broken) - 1} more" if len(broken) > 1 else ""
    turns = report.recipe.turns if report.recipe else ()
    way_out = ", ".join(f"'{turn.write}' in line {turn.line}" for turn in turns)
    helps = f" What helps: {way_out}." if turns else ""
    return f"A guard-rail is broken: {broken[0]}{more}.{helps}"
