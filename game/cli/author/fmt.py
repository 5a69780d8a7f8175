"""The verb fmt: lays scenario files out alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_err, print_out
from game.files.kinds import YAML, kind_of
from game.files.writing import Writing, write_all
from game.findings import ScenarioBroken, format_finding
from game.scenario.authoring.layout_yaml import format_yaml
from game.scenario.loading.files import read_bytes
from game.scenario.yaml.decoding import encode_like


def fmt(
    files: Annotated[list[Path], typer.Argument(help="Scenarios, or what belongs to them.")],
    check: Annotated[bool, typer.Option("--check", help="Change nothing, only tell.")] = False,
) -> None:
    """Lay files out alike; what they say and their comments stay."""
    wrong = 0
    for file in files:
        data = read_bytes(file)
        try:
            laid = encode_like(data, format_yaml(str(file), data))
        except ScenarioBroken as broken:
            wrong += 1
            for finding in broken.findings:
                print_err(format_finding(finding, broken.text) + "\n")
            print_err(f"{file} was left as it is: it cannot be read")
            continue
        kind = kind_of(data)
        if kind is None or kind not in YAML:
            wrong += 1
            print_err(f"{file} was left as it is: no scenario, translation or transcript is in it")
        elif laid == data:
            print_out(f"{file}: fine")
        elif check:
            wrong += 1
            print_out(f"{file}: not laid out; even-keel fmt {file} would do it")
        else:
            write_all([Writing(file, laid, kind, over=data)])
            print_out(f"{file}: laid out")
    if wrong:
        raise typer.Exit(1)
