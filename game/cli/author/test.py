"""The verb test: sails the transcripts of scenarios again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_out
from game.findings import format_finding as pointed_out
from game.scenario.loading.files import TRANSCRIPTS, scenario_in, transcripts_of
from game.scenario.transcripts.transcript import open_transcripts
from game.voyage.transcript_runner import run_transcripts


def test(
    paths: Annotated[list[Path], typer.Argument(help="Files *.test.yaml, scenarios, folders.")],
) -> None:
    """Sail written-down voyages, and tell where one goes otherwise than it says."""
    failed = 0
    for file in _transcripts(paths):
        transcripts = open_transcripts(file)
        findings = run_transcripts(transcripts)
        for finding in findings:
            print_out(pointed_out(finding, transcripts.text) + "\n")
        failed += len(findings)
        count = len(transcripts.voyages)
        held = f"{count} voyage{'s' * (count != 1)} as written"
        print_out(f"{file}: {f'not as written: {len(findings)}' if findings else held}")
    if failed:
        raise typer.Exit(1)


def _transcripts(paths: list[Path]) -> list[Path]:
    """The files of transcripts that these paths mean.

    Raises:
        BadParameter: if there is none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            more = sorted(file for end in TRANSCRIPTS for file in path.rglob(f"*{end}"))
        elif path.name.endswith(TRANSCRIPTS):
            more = [path]
        else:
            more = [beside for beside in (transcripts_of(scenario_in(path)),) if beside]
        if not more:
            raise typer.BadParameter(f"no file *{TRANSCRIPTS[0]} belongs to {path}")
        found += more
    return found
