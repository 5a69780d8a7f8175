"""Options of the verbs that hold a session; apart, for what they name takes a while to import."""

from __future__ import annotations

from typing import Annotated

import typer

from game.session.session import Pace

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
