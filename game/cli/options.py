"""Arguments and options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.session.session import Pace

Named = Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, or a YAML file.")]
Seed = Annotated[int | None, typer.Option(help="Same seed, same sea.")]
AsJson = Annotated[bool, typer.Option("--json", help="For other programs.")]
PORT = 8470
Crews = Annotated[int, typer.Option(min=1, max=6, help="Ships; more than one is a convoy.")]
Regatta = Annotated[bool, typer.Option("--regatta", help="Everybody sails a ship of their own.")]
AtPace = Annotated[
    Pace,
    typer.Option(help="Of a regatta: the facilitator opens each watch, or each goes on at once."),
]
Bind = Annotated[
    str,
    typer.Option(help="The address to be called at, or its interface; else the room's Wi-Fi."),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0 is any that is free.")]
Out = Annotated[Path | None, typer.Option("--out", help="The file to write it to.")]
