"""The verb pack: a scenario with all that belongs to it becomes one file to send."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_out
from game.files.kinds import Kind
from game.files.writing import check_writable, write
from game.i18n import _
from game.playtest.certificate import certify
from game.scenario.authoring.packing import files_for_chest
from game.scenario.chest.names import SUFFIX
from game.scenario.chest.reading import read_chest
from game.scenario.chest.writing import written_chest
from game.scenario.loading.files import transcripts_of
from game.scenario.transcripts.transcript import open_transcripts


def pack(
    path: Annotated[Path, typer.Argument(metavar="FOLDER|FILE", help="A scenario, or its folder.")],
    out: Annotated[Path | None, typer.Option("--out", help="The chest to write, .keel.")] = None,
) -> None:
    """Pack a scenario with its translations, tests and pictures into one file, a chest."""
    loaded, scenario, files = files_for_chest(path)
    chest = out or Path(f"{loaded.scenario.id}{SUFFIX}")
    if chest.suffix != SUFFIX:
        raise typer.BadParameter(_("--out ends in {suffix}", suffix=SUFFIX))
    check_writable(chest, Kind.CHEST)
    beside = transcripts_of(Path(loaded.file))
    certificate = certify(loaded, files, open_transcripts(beside) if beside else None)
    data = written_chest(scenario, files, asdict(certificate))
    read_chest(str(chest), data)  # as whoever gets it will
    write(chest, data, Kind.CHEST)
    held = {"file": chest, "id": loaded.scenario.id, "version": loaded.scenario.version}
    print_out(_("{file}: {id} {version}, {size} KiB", **held, size=-(-len(data) // 1024)))
    for name in sorted(files):
        print_out(f"  {name}")
    print_out(certificate.sentence)
    print_out(_("Whoever gets it: even-keel add {file}", file=chest.name))
