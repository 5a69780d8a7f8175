"""The report of a playtest: everything that is printed of it, as plain frozen data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from game.findings import Finding, Severity
from game.playtest.announced import Announced, unpaid
from game.playtest.choice_statistics import (
    Choice,
    FalseChoice,
    choices_of,
    false_choices,
    one_sided_voices,
    traps,
)
from game.playtest.course_mix import random_census
from game.playtest.coverage import Coverage, coverage_of
from game.playtest.coverage_run import (
    CoverageRun,
    Example,
    Share,
    Shown,
    came_back,
    join_ids,
    share_of,
    took_order,
)
from game.playtest.declared_checks import (
    Rule,
    broken_rules,
    proof_of,
    rules_of,
    shortest_ways,
    untold_endings,
)
from game.playtest.guard_rails import guard_rails
from game.playtest.sensitivity import Sensitivity, sensitivities_of
from game.playtest.tasks import Result, run_task, split_results, tasks
from game.playtest.tuning import Suggestion, suggestion_for
from game.scenario.authoring.stats import minutes_of
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario
from game.scenario.yaml.ignores import check_proved, without_ignored
from game.ship.gauges import GAUGE_RANGES
from game.simulation.captains import RANDOM
from game.simulation.census_json import as_data as census_data
from game.simulation.census_result import Census
from game.simulation.voyages import NONE, Voyages
from game.voyage.table import OUTCOMES


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one captain."""

    captain: str
    arrived: Share
    outcomes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Told:
    """How often an ending was told, by the captains together, and the shortest way to it."""

    ending: str
    told: Share
    shortest: Example | None


@dataclass(frozen=True, slots=True)
class Spread:
    """A gauge as a watch of the voyage begins, of random captains: 5, 50 and 95 % lie below."""

    watch: int
    gauge: str
    p5: float
    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class Decides:
    """What decides who arrives, as shares of the variance: who sails, in which sea, and both."""

    skill: float
    luck: float
    together: float


@dataclass(frozen=True, slots=True)
class ConsequenceCounts:
    """A consequence: how many promises were made, how many came back, and what it did."""

    watch: str
    order: str
    after: int
    came: Share
    arrive: Share
    otherwise: Share


@dataclass(frozen=True, slots=True)
class Report:
    """All that a playtest has found.

    mixes: what random captains came to. minutes: measured and as the file says, solo and group.
    """

    scenario: str
    file: str
    voyages: int
    seed: int
    findings: tuple[Shown, ...]
    recipe: Suggestion | None
    captains: tuple[Row, ...]
    mixes: Census
    rules: tuple[Rule, ...]
    endings: tuple[Told, ...]
    coverage: Coverage
    announced: tuple[Announced, ...]
    choices: tuple[Choice, ...]
    false: tuple[FalseChoice, ...]
    gauges: tuple[Spread, ...]
    decides: Decides
    later: tuple[ConsequenceCounts, ...]
    figures: tuple[Sensitivity, ...]
    minutes: tuple[int, int, int, int]

    @property
    def failed(self) -> bool:
        """Whether a guard-rail or a rule of the file is broken."""
        return any(shown.finding.severity is Severity.ERROR for shown in self.findings)


def playtest(
    loaded: LoadedScenario,
    voyages: int,
    seed: int = 1,
    *,
    figures: bool = True,
    advice: bool = True,
) -> Report:
    """The report of a scenario, one task after the other.

    figures, advice: whether they are tried, which takes most of the time, and is searched for.
    """
    todo = tasks(loaded, voyages, seed, figures=figures)
    results = [run_task((loaded, task)) for task in todo]
    return report_of(loaded, results, advice=advice)


def report_of(loaded: LoadedScenario, results: Iterable[Result], *, advice: bool = True) -> Report:
    """The report of all tasks, which may have been done anywhere; results in their order."""
    split = split_results(results)
    sailed, tried = split.sailed, split.tried
    by = {one[0].captain: join_ids(list(one)) for one in zip(*sailed, strict=True)}
    played, scenario = CoverageRun(loaded, by), loaded.scenario
    proof, choices = proof_of(played), choices_of(played)
    broken = list(guard_rails(played))
    found = [
        *broken,
        *broken_rules(played, proof),
        *untold_endings(played, proof),
        *one_sided_voices(played),
        *unpaid(played, split.heeded),
        *traps(played, choices),
    ]
    unused = check_proved([shown.finding for shown in found], played.ignores)
    told = [shown for shown in found if without_ignored([shown.finding], played.ignores)]
    return Report(
        scenario=scenario.id,
        file=loaded.file,
        voyages=len(by[RANDOM.name]),
        seed=by[RANDOM.name].seeds[0],
        findings=(*told, *map(Shown, unused)),
        recipe=suggestion_for(played) if broken and advice else None,
        captains=tuple(_row(voyages) for voyages in by.values()),
        mixes=random_census(played),
        rules=rules_of(played, proof),
        endings=_endings(played, shortest_ways(played, proof)),
        coverage=coverage_of(played),
        announced=split.heeded,
        choices=choices,
        false=false_choices(played, choices),
        gauges=_spreads(by[RANDOM.name]),
        decides=_decides(played),
        later=tuple(_returned(played)),
        figures=sensitivities_of(played, tried) if tried else (),
        minutes=_minutes(scenario),
    )


def _minutes(scenario: Scenario) -> tuple[int, int, int, int]:
    return (*minutes_of(scenario), scenario.minutes_solo, scenario.minutes_group)


def _row(voyages: Voyages) -> Row:
    counts = np.bincount(voyages.outcome, minlength=len(OUTCOMES)).tolist()
    outcomes = {outcome.value: n for outcome, n in zip(OUTCOMES, counts, strict=True)}
    return Row(voyages.captain, share_of(voyages.arrived.sum(), len(voyages)), outcomes)


def _endings(played: CoverageRun, ways: Mapping[str, Example]) -> tuple[Told, ...]:
    tellers = played.tellers.values()
    total = sum(len(voyages) for voyages in tellers)
    told = sum(
        np.bincount(voyages.ending, minlength=len(played.scenario.endings)) for voyages in tellers
    )
    return tuple(
        Told(ending.id, share_of(times, total), ways.get(ending.id))
        for ending, times in zip(played.scenario.endings, np.asarray(told).tolist(), strict=True)
    )


def _spreads(voyages: Voyages) -> tuple[Spread, ...]:
    spreads = []
    for watch, gauges in enumerate(voyages.gauges[:-1]):
        for gauge, figures in zip(GAUGE_RANGES, gauges[: len(GAUGE_RANGES)], strict=True):
            known = figures[~np.isnan(figures) & (voyages.watches[watch] != NONE)]
            if known.size:
                p5, p50, p95 = np.percentile(known, [5, 50, 95]).round(2).tolist()
                spreads.append(Spread(watch + 1, gauge, p5, p50, p95))
    return tuple(spreads)


def _decides(played: CoverageRun) -> Decides:
    """The variance of arriving, split by captain and by sea (two-way analysis of variance)."""
    arrived = np.array([voyages.arrived for voyages in played.by.values()], dtype=float)
    whole = arrived.var()
    if not whole:
        return Decides(0.0, 0.0, 0.0)
    skill, luck = arrived.mean(axis=1).var() / whole, arrived.mean(axis=0).var() / whole
    return Decides(*(round(float(part), 4) for part in (skill, luck, 1 - skill - luck)))


def _returned(played: CoverageRun) -> Iterable[ConsequenceCounts]:
    voyages = played.by[RANDOM.name]
    for number, place, watch, order in played.orders():
        promised = took_order(voyages, number, place).any(axis=0)
        for later in order.later:
            came = came_back(played, voyages, later) & promised
            spared = promised & ~came
            yield ConsequenceCounts(
                watch.id,
                order.id,
                later.after,
                share_of(came.sum(), promised.sum()),
                share_of((came & voyages.arrived).sum(), came.sum()),
                share_of((spared & voyages.arrived).sum(), spared.sum()),
            )


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data, for JSON and as a baseline for later ones."""
    plain = asdict(report) | {"findings": [_as_data(shown) for shown in report.findings]}
    choices = zip(plain["choices"], report.choices, strict=True)
    plain["choices"] = [given | {"swing": round(choice.swing, 6)} for given, choice in choices]
    plain["mixes"] = census_data(report.mixes)
    return plain | {"failed": report.failed}


def _as_data(shown: Shown) -> dict[str, Any]:
    finding: Finding = shown.finding
    example = asdict(shown.example) if shown.example else None
    return asdict(finding) | {"example": example}
