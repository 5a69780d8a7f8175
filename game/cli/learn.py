"""Verbs for learning from voyages: census, debrief."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from game.cli.edge import clock, complain, progress, say
from game.cli.options import AsJson, Named, Seed

SECONDS = 60.0
"""How long a census counts before it samples."""


def census(scenario: Named, seed: Seed = None, as_json: AsJson = False) -> None:
    """Count every voyage that could be sailed; without a seed, in the weather as written."""
    from game.faces.terminal import census as face
    from game.insight.census import Limits, as_data, census_of
    from game.scenario.catalogue import find

    sea = find(scenario).scenario
    began = clock()
    with progress("Sailing every voyage") as tell:
        counted = census_of(sea, seed, Limits(seconds=SECONDS), clock, tell)
    if as_json:
        head = {"scenario": sea.id, "seed": seed}
        foot = {"seconds": round(clock() - began, 3)}
        say(json.dumps(head | as_data(counted) | foot, indent=2, ensure_ascii=False))
        return
    for line in face.told(sea, seed, counted):
        say(line)


def debrief(
    log: Path,
    as_json: Annotated[
        Path | None, typer.Option("--json", metavar="FILE", help="For other programs.")
    ] = None,
) -> None:
    """Look at a logbook's voyage afterwards: what it met, and what else could have come of it."""
    from game.faces.terminal import debrief as face
    from game.insight.debrief import as_data, debrief_of
    from game.voyage.logbook import read_log
    from game.voyage.replay import replay

    read = read_log(log)
    again = replay(read)
    with progress("Sailing every voyage") as tell:
        looked_at = debrief_of(again.flow, again.voyage, read.header.digest, tell, again.earlier)
    if as_json:
        text = json.dumps(as_data(looked_at), indent=2, ensure_ascii=False)
        as_json.write_text(f"{text}\n", encoding="utf-8")
    else:
        for line in face.told(looked_at):
            say(line)
    if again.differs:
        complain(f"this is not the voyage that the log tells: {again.differs}")
        raise typer.Exit(1)
