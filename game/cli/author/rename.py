"""The verb rename: an id under another name in every file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_out
from game.files.kinds import Kind
from game.files.writing import Writing, write_all
from game.scenario.analysis.id_uses import IdKind
from game.scenario.authoring.rename import ANY_WORDS, find_use, substitute, uses_in
from game.scenario.authoring.rename import rename as rename_uses
from game.scenario.loading.files import read_bytes, transcripts_of, translations_of


def rename(
    file: Annotated[Path, typer.Argument(help="A scenario file.")],
    old: Annotated[str, typer.Argument(metavar="ID", help="As it is called now.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="As it shall be called.")],
    what: Annotated[IdKind | None, typer.Option(help="Where an id names several things.")] = None,
) -> None:
    """Rename a watch, order, voice, flag or ending wherever it is used, and change nothing else."""
    data = read_bytes(file)
    use = find_use(uses_in(str(file), data), old, what)
    found = {file: data}
    renamed = {file: rename_uses(str(file), data, use, new)}
    if beside := transcripts_of(file):
        found[beside] = data = read_bytes(beside)
        renamed[beside] = substitute(data, uses_in(str(beside), data), use, new)
    for beside in translations_of(file):
        found[beside] = data = read_bytes(beside)
        renamed[beside] = substitute(data, uses_in(str(beside), data, ANY_WORDS), use, new)
    counts = {path: count for path, (_data, count) in renamed.items() if count}
    write_all([Writing(path, renamed[path][0], Kind.SCENARIO, over=found[path]) for path in counts])
    for path, count in counts.items():
        print_out(
            f"{path}: {use.what} '{old}' is now '{new}', in {count} place{'s' * (count != 1)}"
        )
    if use.what in (IdKind.WATCH, IdKind.ORDER):
        print_out("A seed draws weather and luck by these names, so it may bring another sea now.")
