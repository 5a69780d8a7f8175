"""The verb debrief: looks back on a logbook, in the terminal or as a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_err, print_lines, progress
from game.cli.language import In, apply_language
from game.cli.scenario_language import require_language, scenario_in_language
from game.debrief.debrief import Debrief, as_data, whole_debrief_of
from game.debrief.time_lapse import time_lapse_of
from game.files.kinds import Kind
from game.files.writing import Writing, check_writable, write_all
from game.i18n import _
from game.reports.csv_tables import debrief_csv
from game.reports.debrief_html import debrief_html
from game.scenario.loading.files import bundled_folder
from game.scenario.model.own_words import use_words_of
from game.scenario.model.scene import Scene
from game.storage.logbook import read_log
from game.ui.terminal.printed.debrief import debrief_lines
from game.voyage.replay import replay

Page = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="A page to keep, HTML.")]
Rows = Annotated[Path | None, typer.Option("--csv", metavar="FILE", help="A row a watch.")]
Film = Annotated[
    Path | None, typer.Option("--film", metavar="FILE", help="The voyage in 12 seconds, GIF.")
]
Data = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="For other programs.")]


def debrief(
    log: Path,
    out: Page = None,
    as_csv: Rows = None,
    as_json: Data = None,
    film: Film = None,
    language: In = None,
) -> None:
    """Look at a logbook's voyage afterwards: what it met, and what else could have come of it."""
    kinds = {
        Kind.DEBRIEF: out,
        Kind.DEBRIEF_TABLE: as_csv,
        Kind.DEBRIEF_DATA: as_json,
        Kind.FILM: film,
    }
    files = {kind: file for kind, file in kinds.items() if file}
    for kind, file in files.items():
        check_writable(file, kind)
    read = read_log(log)
    apply_language(language)
    again = replay(read, scenario_in_language(language))
    require_language(language, [again.loaded])
    use_words_of(again.loaded.scenario)
    with progress(_("Sailing every voyage")) as hear:
        sailed = (again.flow, again.voyage, read.header.digest)
        looked_at = replace(whole_debrief_of(*sailed, hear, again.earlier), note=read.note)
    made: dict[Kind, Callable[[], bytes]] = {
        Kind.DEBRIEF: lambda: debrief_html(looked_at).encode(),
        Kind.DEBRIEF_TABLE: lambda: debrief_csv(looked_at).encode(),
        Kind.DEBRIEF_DATA: lambda: _json(looked_at).encode(),
        Kind.FILM: lambda: _film(looked_at, again.flow.scenario.scene),
    }
    write_all([Writing(file, made[kind](), kind) for kind, file in files.items()])
    if not files:
        print_lines(debrief_lines(looked_at))
    if again.differs:
        print_err(_("this is not the voyage that the log tells: {how}", how=again.differs))
        raise typer.Exit(1)


def _json(looked_at: Debrief) -> str:
    return json.dumps(as_data(looked_at), indent=2, ensure_ascii=False) + "\n"


def _film(looked_at: Debrief, scene: Scene) -> bytes:
    from game.ui.window.film_gif import film_gif

    with progress(_("Drawing the film")):
        return film_gif(time_lapse_of(looked_at, scene), bundled_folder("assets"))
