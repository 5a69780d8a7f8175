"""The verb papers: a room's report and logbooks, from the store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_lines
from game.cli.language import In, apply_language
from game.cli.scenario_language import require_language
from game.cli.support.open_store import ServerSilent, StoreUrl, open_store
from game.cli.support.session_folder import seconds
from game.reports.session_files import write_session_report
from game.session.live_session import shared_live_session


def papers(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The room's.")],
    out: Annotated[Path, typer.Option(help="The folder for them.")],
    store: StoreUrl = "",
    names: Annotated[bool, typer.Option("--names", help="Who wrote which line.")] = False,
    language: In = None,
) -> None:
    """Write the report and the logbooks of a room that was served, open or closed."""
    apply_language(language)
    kept = open_store(store)
    kept.open()
    try:
        found = kept.find(code.upper(), closed=True)
        if found is None:
            raise ServerSilent("the store", f"there is no room {code}")
        room = shared_live_session(found.charter, kept.journal(found.code), seconds, language or "")
    finally:
        kept.close()
    require_language(language, [room.loaded])
    out.mkdir(parents=True, exist_ok=True)
    print_lines(map(str, write_session_report(room, out, names=names)))
