"""The verb new: a scenario that sails, to begin with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_out
from game.files.kinds import Kind
from game.files.writing import write
from game.scenario.authoring.new_scenario import id_of, starter_text
from game.scenario.loading.files import ENDINGS


def new(name: Annotated[str, typer.Argument(help="Such as: fog-bank")]) -> None:
    """Begin a scenario: three watches that sail as they are, and explain themselves."""
    wished = Path(name)
    words = wished.stem if wished.suffix in ENDINGS else wished.name
    file = wished.with_name(f"{id_of(words)}.yaml")
    text = starter_text(words, file.parent)
    if file.exists():
        raise typer.BadParameter(f"{file} is there already: choose another name")
    write(file, text.encode(), Kind.SCENARIO)
    print_out(f"{file} is yours. Sail it, change it, and check it after each change:")
    print_out(f"  even-keel play {file}\n  even-keel check {file}")
