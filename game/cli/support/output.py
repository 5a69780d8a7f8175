"""Where what a verb draws is delivered: a file, or standard output."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_out
from game.files.kinds import Kind
from game.files.writing import check_writable, write

Out = Annotated[Path | None, typer.Option("--out", help="The file to write it to.")]


def check_can_write(out: Path | None, kind: Kind) -> None:
    """Before the work is done, say that it could not be written down."""
    if out:
        check_writable(out, kind)


def deliver(
    text: str, kind: Kind, out: Path | None, tell: Callable[[str], None] = print_out
) -> None:
    """Write to a file, or tell it."""
    if out is None:
        tell(text.rstrip("\n"))
        return
    write(out, text.encode(), kind)
    print_out(f"{out} is written")
