"""Options that several verbs of a session share."""

from __future__ import annotations

from typing import Annotated

import typer

PORT = 8470
Crews = Annotated[int, typer.Option(min=1, max=6, help="Ships; more than one is a convoy.")]
Bind = Annotated[
    str,
    typer.Option(help="The address to be called at, or its interface; else the room's Wi-Fi."),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0 is any that is free.")]
