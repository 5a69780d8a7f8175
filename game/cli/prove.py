"""Verbs that prove what a scenario does: test, playtest."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.edge import complain, progress, say
from game.files.kinds import Kind
from game.files.writing import check_writable, write
from game.findings import report as pointed_out

if TYPE_CHECKING:
    from game.cli.hands import Hands
    from game.insight.playtest.report import Report
    from game.scenario.catalogue import Shelf


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
            say(pointed_out(finding, transcripts.text) + "\n")
        failed += len(findings)
        count = len(transcripts.voyages)
        held = f"{count} voyage{'s' * (count != 1)} as written"
        say(f"{file}: {f'not as written: {len(findings)}' if findings else held}")
    if failed:
        raise typer.Exit(1)


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
) -> None:
    """Sail scenarios thousands of times, and prove that they teach what they should."""
    from game.cli.hands import hands_of
    from game.faces.terminal import playtest as face
    from game.insight.playtest.baseline import read_baseline
    from game.insight.playtest.report import as_data
    from game.insight.playtest.tasks import BLOCK

    if every == bool(scenarios):
        raise typer.BadParameter("name scenarios, or write --all")
    if as_json:
        check_writable(as_json, Kind.PLAYTEST)
    before = read_baseline(against) if against else {}
    shelves, is_whole = _named(scenarios or ())
    most = len(shelves) + voyages // BLOCK  # a process with little to do costs more than it gains
    reports = []
    with hands_of(min(jobs or os.cpu_count() or 1, most), cluster) as hands:
        for shelf, report in zip(shelves, _reports(shelves, voyages, seed, hands), strict=True):
            reports.append(report)
            for line in face.told(report, shelf.text, before.get(shelf.scenario.id)):
                say(line)
    if as_json:
        write(as_json, _told([as_data(one) for one in reports]), Kind.PLAYTEST)
    if not is_whole or any(one.failed for one in reports):
        raise typer.Exit(1)


def _named(names: Sequence[str]) -> tuple[list[Shelf], bool]:
    """These scenarios, or without names all that can sail; whether none had to be left out."""
    from game.scenario.catalogue import catalogue, find

    broken: list[str] = []
    shelves = [find(name) for name in names] or catalogue(hear=broken.append)
    for told in broken:
        complain(told)
    return shelves, not broken


def _told(reports: list[dict[str, Any]]) -> bytes:
    return f"{json.dumps({'scenarios': reports}, indent=1, ensure_ascii=False)}\n".encode(
        errors="replace"
    )


def _reports(shelves: list[Shelf], voyages: int, seed: int, hands: Hands) -> Iterator[Report]:
    """A report for each scenario; the same, whoever's hands sail it."""
    from game.insight.playtest.report import report_of
    from game.insight.playtest.tasks import done, tasks

    todo = [tasks(shelf, voyages, seed) for shelf in shelves]
    things = [
        (shelf.file, shelf.text, task)
        for shelf, own in zip(shelves, todo, strict=True)
        for task in own
    ]
    results, sailed = iter(hands(done, things)), 0
    for shelf, own in zip(shelves, todo, strict=True):
        with progress(f"Sailing {shelf.scenario.title}") as tell:
            came = []
            for result in islice(results, len(own)):
                came.append(result)
                sailed += 1
                tell(sailed / len(things))
        yield report_of(shelf, came)


def _transcripts(paths: list[Path]) -> list[Path]:
    """The files of transcripts that these paths mean.

    Raises:
        BadParameter: if there is none.
    """
    from game.scenario.files import TRANSCRIPTS, transcripts_of

    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            more = sorted(file for end in TRANSCRIPTS for file in path.rglob(f"*{end}"))
        elif path.name.endswith(TRANSCRIPTS):
            more = [path]
        else:
            more = [beside for beside in (transcripts_of(path),) if beside]
        if not more:
            raise typer.BadParameter(f"no file *{TRANSCRIPTS[0]} belongs to {path}")
        found += more
    return found
