"""The verb new: a scenario that sails, to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import print_out
from game.files.durable_folders import make_folders
from game.files.kinds import Kind, kind_of
from game.files.writing import Writing, check_writable, write_all
from game.scenario.authoring.new_scenario import id_of, starter_text
from game.scenario.authoring.own_copy import copied_files
from game.scenario.loading.files import ENDINGS


def new(
    name: Annotated[str, typer.Argument(help="Such as: fog-bank")],
    copied: Annotated[
        str, typer.Option("--from", metavar="SCENARIO", help="Copy this one, to change it.")
    ] = "",
) -> None:
    """Begin a scenario: three watches that sail as they are, and explain themselves."""
    wished = Path(name)
    words = wished.stem if wished.suffix in ENDINGS else wished.name
    file = wished.with_name(f"{id_of(words)}.yaml")
    if copied:
        files = copied_files(find_scenario(copied), words, file.parent)
    else:
        files = {file: starter_text(words, file.parent).encode()}
    for path in files:
        if path.exists():
            raise typer.BadParameter(f"{path} is there already: choose another name")
    check_writable(file, Kind.SCENARIO)
    for path in files:
        make_folders(path.parent)
    kinds = {path: kind_of(data) or Kind.PICTURE for path, data in files.items()}
    write_all([Writing(path, data, kinds[path], over=b"") for path, data in files.items()])
    print_out(f"{file} is yours. Sail it, change it, and check it after each change:")
    print_out(f"  even-keel play {file}\n  even-keel check {file}")
