"""The verb playtest: thousands of voyages, and whether the guard-rails hold."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import print_err, print_lines, print_out, progress
from game.cli.support.executor import Executor, can_copy, executor_for
from game.files.kinds import Kind
from game.files.writing import check_writable, write
from game.playtest.baseline import read_baseline
from game.playtest.remedy import remedy_for
from game.playtest.report import Report, as_data, report_of
from game.playtest.tasks import run_task, tasks
from game.scenario.loading.shelf import scenarios
from game.scenario.model.loaded import LoadedScenario
from game.ui.terminal.printed import playtest as face

WORTH_A_COPY, WORTH_A_PROCESS = 4_000, 12_000
"""Voyages a captain: a process that sails fewer takes longer to begin than it saves."""


def playtest(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenarios: Annotated[list[str] | None, typer.Argument(help="Ids, or YAML files.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Every shipped scenario.")] = False,
    voyages: Annotated[int, typer.Option(min=1, max=100_000, help="For each captain.")] = 2_000,
    seed: Annotated[int, typer.Option(min=0, help="The first sea.")] = 1,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one a core.")] = 0,
    cluster: Annotated[str, typer.Option(metavar="ADDRESS", help="A Dask scheduler's.")] = "",
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="For programs and --against.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell what changed since this --json.")
    ] = None,
    fix: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a copy that is put right, proven.")
    ] = None,
) -> None:
    """Sail scenarios thousands of times, and prove that they teach what they should."""
    if every == bool(scenarios):
        raise typer.BadParameter("name scenarios, or write --all")
    if as_json:
        check_writable(as_json, Kind.PLAYTEST)
    if fix:
        _check_copy(fix, len(scenarios or ()))
    before = read_baseline(against) if against else {}
    library, is_whole = _named(scenarios or ())
    worth = WORTH_A_COPY if can_copy() else WORTH_A_PROCESS
    most = max(1, voyages * len(library) // worth)
    reports = []
    with executor_for(min(jobs or os.cpu_count() or 1, most), cluster) as hands:
        for loaded, report in zip(library, _reports(library, voyages, seed, hands), strict=True):
            reports.append(report)
            print_lines(face.playtest_lines(report, loaded.text, before.get(loaded.scenario.id)))
    if as_json:
        write(as_json, _told([as_data(one) for one in reports]), Kind.PLAYTEST)
    if fix and any(one.failed for one in reports):
        _fix(library[0], reports[0], fix)
    if not is_whole or any(one.failed for one in reports):
        raise typer.Exit(1)


def _check_copy(out: Path, count: int) -> None:
    if count != 1:
        raise typer.BadParameter("--fix is for one scenario: its copy goes into the file")
    check_writable(out, Kind.SCENARIO)


def _fix(loaded: LoadedScenario, report: Report, out: Path) -> None:
    """Write a copy with other figures; if it is not proven yet, say what stands in its way."""
    remedy = remedy_for(loaded, report)
    if not remedy.written:
        print_out("no figure helps: the orders themselves have to change")
        raise typer.Exit(1)
    write(out, remedy.text.encode(), Kind.SCENARIO)
    print_lines([f"{out} is written", *(f"  {line}" for line in remedy.written)])
    if remedy.blocked:
        print_lines(["it is not yet right:", *(f"  {reason}" for reason in remedy.blocked)])
        raise typer.Exit(1)
    print_out("there all guard-rails and checks hold, and every ending is told that was before")
    raise typer.Exit


def _named(names: Sequence[str]) -> tuple[list[LoadedScenario], bool]:
    """These scenarios, or without names all that can sail; whether none had to be left out."""
    broken: list[str] = []
    library = [find_scenario(name) for name in names] or scenarios(hear=broken.append)
    for sentence in broken:
        print_err(sentence)
    return library, not broken


def _told(reports: list[dict[str, Any]]) -> bytes:
    return f"{json.dumps({'scenarios': reports}, indent=1, ensure_ascii=False)}\n".encode(
        errors="replace"
    )


def _reports(
    library: list[LoadedScenario], voyages: int, seed: int, hands: Executor
) -> Iterator[Report]:
    """A report for each scenario; the same, whoever's hands sail it."""
    todo = [tasks(loaded, voyages, seed) for loaded in library]
    things = [(loaded, task) for loaded, own in zip(library, todo, strict=True) for task in own]
    results, sailed = iter(hands(run_task, things)), 0
    for loaded, own in zip(library, todo, strict=True):
        with progress(f"Sailing {loaded.scenario.title}") as tell:
            came = []
            for result in islice(results, len(own)):
                came.append(result)
                sailed += 1
                tell(sailed / len(things))
        yield report_of(loaded, came)
