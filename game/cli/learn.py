"""Verbs for learning from voyages: census, debrief."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.edge import clock, complain, progress, say, say_json
from game.cli.options import AsJson, Named, Seed
from game.cli.speaking import In, insist, speak, tell, tell_again
from game.files.kinds import Kind
from game.files.writing import Writing, check_writable, write_all
from game.tongue import _

if TYPE_CHECKING:
    from game.insight.census import Census
    from game.scenario.scenario import Scenario

Page = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="A page to keep, HTML.")]
Rows = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="A row a watch.")]
Data = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="For other programs.")]

SECONDS = 60.0
"""How long a census counts before it samples."""


def census(
    scenario: Named, seed: Seed = None, as_json: AsJson = False, language: In = None
) -> None:
    """Count every voyage that could be sailed; without a seed, in the weather as written."""
    from game.faces.terminal import census as face
    from game.insight.census_data import as_data
    from game.scenario.catalogue import find

    speak(language)
    shelf = tell(find(scenario))
    insist(language, shelf)
    sea = shelf.scenario
    began = clock()
    counted = counted_in_time(sea, seed)
    if as_json:
        head = {"scenario": sea.id, "seed": seed}
        foot = {"seconds": round(clock() - began, 3)}
        say_json(json.dumps(head | as_data(counted) | foot, indent=2, ensure_ascii=False))
        return
    for line in face.told(sea, seed, counted):
        say(line)


def counted_in_time(sea: Scenario, seed: int | None) -> Census:
    """The census of a scenario, or a sample where it would keep people waiting."""
    from game.insight.census import Limits, census_of

    with progress(_("Sailing every voyage")) as hear:
        return census_of(sea, seed, Limits(seconds=SECONDS), clock, hear)


def debrief(
    log: Path, out: Page = None, as_csv: Rows = None, as_json: Data = None, language: In = None
) -> None:
    """Look at a logbook's voyage afterwards: what it met, and what else could have come of it."""
    from game.faces.terminal import debrief as face
    from game.faces.words import BLOCKS
    from game.insight import rows
    from game.insight.debrief import as_data, debrief_of
    from game.insight.report import report
    from game.voyage.logbook import read_log
    from game.voyage.replay import replay

    kinds = {Kind.DEBRIEF: out, Kind.DEBRIEF_TABLE: as_csv, Kind.DEBRIEF_DATA: as_json}
    files = {kind: file for kind, file in kinds.items() if file}
    for kind, file in files.items():
        check_writable(file, kind)
    read = read_log(log)
    speak(language)
    again = replay(read, tell_again(language))
    insist(language, again.shelf)
    with progress(_("Sailing every voyage")) as hear:
        looked_at = debrief_of(again.flow, again.voyage, read.header.digest, hear, again.earlier)
    made: dict[Kind, Callable[[], str]] = {
        Kind.DEBRIEF: lambda: report(looked_at, BLOCKS),
        Kind.DEBRIEF_TABLE: lambda: rows.as_csv(looked_at),
        Kind.DEBRIEF_DATA: lambda: _told(as_data(looked_at)),
    }
    write_all([Writing(file, made[kind]().encode(), kind) for kind, file in files.items()])
    if not files:
        for line in face.told(looked_at):
            say(line)
    if again.differs:
        complain(_("this is not the voyage that the log tells: {how}", how=again.differs))
        raise typer.Exit(1)


def _told(data: dict[str, Any]) -> str:
    return f"{json.dumps(data, indent=2, ensure_ascii=False)}\n"
