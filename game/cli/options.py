"""Arguments and options that several verbs share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Named = Annotated[str, typer.Argument(metavar="SCENARIO", help="An id, or a YAML file.")]
Seed = Annotated[int | None, typer.Option(help="Same seed, same sea.")]
AsJson = Annotated[bool, typer.Option("--json", help="For other programs.")]
Out = Annotated[Path | None, typer.Option("--out", help="The file to write it to.")]
