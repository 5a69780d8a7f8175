"""The verb that shows a scenario while it is written: watch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from game.cli.edge import say
from game.cli.window import Opening, preview_window

PAUSE = 0.2
"""Seconds between two looks at the file."""


def watch(
    file: Path,
    terminal: Annotated[bool, typer.Option("--terminal", help="As text.")] = False,
    at: Annotated[str, typer.Option(metavar="WATCH", help="With --terminal: which watch.")] = "",
) -> None:
    """Show a scenario as it is written: saving the file checks it and draws it anew."""
    from game.scenario.files import read_bytes

    read_bytes(file)  # a file that is not there is told at once
    saved = saved_in(file)
    if not terminal and preview_window(file, saved, Opening()):
        return
    from game.faces.terminal.preview import told

    while True:
        data = saved()
        if data is not None:
            for line in told(str(file), data, at):
                say(line)
        sleep(PAUSE)


def saved_in(file: Path) -> Callable[[], bytes | None]:
    """What is in a file, whenever it has been saved since the last call; else None."""
    from game.scenario.files import read_bytes

    known: tuple[int, int] | None = None

    def saved() -> bytes | None:
        nonlocal known
        try:
            now = file.stat()
        except OSError:  # an editor is just putting the new one in its place
            return None
        if known == (now.st_mtime_ns, now.st_size):
            return None
        known = now.st_mtime_ns, now.st_size
        return read_bytes(file)

    return saved
