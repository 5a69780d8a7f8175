"""The verb that shows a scenario while it is written: watch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Annotated

import typer

from game.cli.io import print_lines, print_out
from game.cli.support.window import Opening, preview_window
from game.scenario.loading.files import read_bytes

PAUSE = 0.2
"""Seconds between two looks at the file."""


def watch(
    file: Path,
    terminal: Annotated[bool, typer.Option("--terminal", help="As text.")] = False,
    at: Annotated[str, typer.Option(metavar="WATCH", help="With --terminal: which watch.")] = "",
) -> None:
    """Show a scenario as it is written: saving the file checks it and draws it anew."""
    with suppress(PermissionError):  # that it is locked is told with the rest, and waited for
        read_bytes(file)  # a file that is not there is told at once
    saved = wait_for_save(file)
    if not terminal and preview_window(file, saved, Opening()):
        return
    from game.ui.terminal.printed.check_and_prospects import preview_lines

    while True:
        news = saved()
        if isinstance(news, str):
            print_out(news)
        elif news is not None:
            print_lines(preview_lines(str(file), news, at))
        sleep(PAUSE)


def wait_for_save(file: Path) -> Callable[[], bytes | str | None]:
    """What is in a file, whenever it has been saved since the last call; else None.

    A sentence, once, if it cannot be opened: then there is nothing until it can.
    """
    known: tuple[int, int] | None = None
    sentence = ""

    def saved() -> bytes | str | None:
        nonlocal known, sentence
        try:
            now = file.stat()
            if known == (now.st_mtime_ns, now.st_size):
                return None
            data = read_bytes(file)
        except OSError as wrong:  # an editor puts the new one in its place, or holds it
            before, known = sentence, None
            sentence = f"{file.name} cannot be opened ({wrong.strerror}): it is read once it can be"
            return None if sentence == before else sentence
        known, sentence = (now.st_mtime_ns, now.st_size), ""
        return data

    return saved
