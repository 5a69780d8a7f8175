"""Verbs that prove what a scenario does: test."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.edge import say
from game.findings import report


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
