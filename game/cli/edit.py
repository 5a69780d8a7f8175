"""Verbs that write scenario files: new, fmt, rename."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.edge import complain, say
from game.files.kinds import YAML, Kind, kind_of
from game.files.writing import Writing, write, write_all
from game.findings import ScenarioBroken, report
from game.scenario.uses import What


def new(name: Annotated[str, typer.Argument(help="Such as: fog-bank")]) -> None:
    """Begin a scenario: three watches that sail as they are, and explain themselves."""
    from game.scenario.files import ENDINGS
    from game.scenario.starting import id_of, starter

    wished = Path(name)
    words = wished.stem if wished.suffix in ENDINGS else wished.name
    file = wished.with_name(f"{id_of(words)}.yaml")
    text = starter(words, file.parent)
    if file.exists():
        raise typer.BadParameter(f"{file} is there already: choose another name")
    write(file, text.encode(), Kind.SCENARIO)
    say(f"{file} is yours. Sail it, change it, and check it after each change:")
    say(f"  even-keel play {file}\n  even-keel check {file}")


def fmt(
    files: Annotated[list[Path], typer.Argument(help="Scenarios, or what belongs to them.")],
    check: Annotated[bool, typer.Option("--check", help="Change nothing, only tell.")] = False,
) -> None:
    """Lay files out alike; what they say and their comments stay."""
    from game.scenario.files import read_bytes
    from game.scenario.formatting import formatted
    from game.scenario.text import laid_as

    wrong = 0
    for file in files:
        data = read_bytes(file)
        try:
            laid = laid_as(data, formatted(str(file), data))
        except ScenarioBroken as broken:
            wrong += 1
            for finding in broken.findings:
                complain(report(finding, broken.text) + "\n")
            complain(f"{file} was left as it is: it cannot be read")
            continue
        kind = kind_of(data)
        if kind is None or kind not in YAML:
            wrong += 1
            complain(f"{file} was left as it is: no scenario, translation or transcript is in it")
        elif laid == data:
            say(f"{file}: fine")
        elif check:
            wrong += 1
            say(f"{file}: not laid out; even-keel fmt {file} would do it")
        else:
            write_all([Writing(file, laid, kind, over=data)])
            say(f"{file}: laid out")
    if wrong:
        raise typer.Exit(1)


def rename(
    file: Annotated[Path, typer.Argument(help="A scenario file.")],
    old: Annotated[str, typer.Argument(metavar="ID", help="As it is called now.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="As it shall be called.")],
    what: Annotated[What | None, typer.Option(help="Where an id names several things.")] = None,
) -> None:
    """Rename a watch, order, voice, flag or ending wherever it is used, and change nothing else."""
    from game.scenario.files import read_bytes, transcripts_of, translations_of
    from game.scenario.renaming import find_use, rename, substitute, uses_in, uses_in_texts

    data = read_bytes(file)
    use = find_use(uses_in(str(file), data), old, what)
    found = {file: data}
    renamed = {file: rename(str(file), data, use, new)}
    if beside := transcripts_of(file):
        found[beside] = data = read_bytes(beside)
        renamed[beside] = substitute(data, uses_in(str(beside), data), use, new)
    for beside in translations_of(file):
        found[beside] = data = read_bytes(beside)
        renamed[beside] = substitute(data, uses_in_texts(str(beside), data), use, new)
    counts = {path: count for path, (_data, count) in renamed.items() if count}
    write_all([Writing(path, renamed[path][0], Kind.SCENARIO, over=found[path]) for path in counts])
    for path, count in counts.items():
        say(f"{path}: {use.what} '{old}' is now '{new}', in {count} place{'s' * (count != 1)}")
    if use.what in (What.WATCH, What.ORDER):
        say("A seed draws weather and luck by these names, so it may bring another sea now.")
