"""Verbs that prove what a scenario does: test, playtest."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from game.cli.edge import progress, put, say
from game.findings import report

if TYPE_CHECKING:
    from game.insight.playtest.report import Report
    from game.scenario.catalogue import Shelf

T = TypeVar("T")
R = TypeVar("R")


def test(
    paths: Annotated[list[Path], typer.Argument(help="Files *.test.yaml, scenarios, folders.")],
) -> None:
    """Sail written-down voyages, and tell where one goes otherwise than it says."""
    from game.scenario.transcript import open_transcripts
    from game.voyage.trial import try_out

    failed = 0
    for file in _transcripts(paths):
        transcripts = open_transcripts(file)
        findings = try_out(transcripts)
        for finding in findings:
            say(report(finding, transcripts.text) + "\n")
        failed += len(findings)
        count = len(transcripts.voyages)
        held = f"{count} voyage{'s' * (count != 1)} as written"
        say(f"{file}: {f'not as written: {len(findings)}' if findings else held}")
    if failed:
        raise typer.Exit(1)


def playtest(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Annotated[str, typer.Argument(help="An id, or a YAML file.")] = "",
    every: Annotated[bool, typer.Option("--all", help="Every shipped scenario.")] = False,
    voyages: Annotated[int, typer.Option(min=1, max=100_000, help="For each captain.")] = 2_000,
    seed: Annotated[int, typer.Option(min=0, help="The first sea.")] = 1,
    jobs: Annotated[int, typer.Option(min=0, help="Processes; 0 is one a core.")] = 0,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="For programs and --against.")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Tell what changed since this --json.")
    ] = None,
) -> None:
    """Sail a scenario thousands of times, and prove that it teaches what it should."""
    from game.faces.terminal import playtest as face
    from game.insight.playtest.baseline import read_baseline
    from game.insight.playtest.report import as_data
    from game.scenario.catalogue import catalogue, find

    if every == bool(scenario):
        raise typer.BadParameter("name one scenario, or write --all")
    before = read_baseline(against) if against else {}
    shelves = catalogue() if every else [find(scenario)]
    reports = []
    for shelf in shelves:
        reports.append(_playtest(shelf, voyages, seed, jobs or os.cpu_count() or 1))
        for line in face.told(reports[-1], shelf.text, before.get(shelf.scenario.id)):
            say(line)
    if as_json:
        data = {"scenarios": [as_data(one) for one in reports]}
        put(as_json, f"{json.dumps(data, indent=1, ensure_ascii=False)}\n".encode())
    if any(one.failed for one in reports):
        raise typer.Exit(1)


def _playtest(shelf: Shelf, voyages: int, seed: int, jobs: int) -> Report:
    """The report of one scenario; the same, whatever the number of processes."""
    from game.insight.playtest.report import report_of
    from game.insight.playtest.tasks import BLOCK, done, tasks

    todo = tasks(shelf, voyages, seed)
    jobs = min(jobs, 1 + voyages // BLOCK)  # a process that does little costs more than it gains
    with progress(f"Sailing {shelf.scenario.title}") as tell:
        results = []
        for result in _in_processes(partial(done, shelf.file, shelf.text), todo, jobs):
            results.append(result)
            tell(len(results) / len(todo))
        return report_of(shelf, results)


def _in_processes(do: Callable[[T], R], tasks: list[T], jobs: int) -> Iterator[R]:
    """What each task comes to, in their order."""
    if jobs == 1:
        yield from map(do, tasks)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        yield from pool.map(do, tasks)


def _transcripts(paths: list[Path]) -> list[Path]:
    """The files of transcripts that these paths mean.

    Raises:
        BadParameter: if there is none.
    """
    from game.scenario.transcript import SUFFIX, transcripts_of

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            more = sorted(path.rglob(f"*{SUFFIX}"))
        elif path.name.endswith(SUFFIX):
            more = [path]
        else:
            more = [beside for beside in (transcripts_of(path),) if beside]
        if not more:
            raise typer.BadParameter(f"no file *{SUFFIX} belongs to {path}")
        found += more
    return found
