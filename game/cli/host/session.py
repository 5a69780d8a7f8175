"""The verb session: the report and logbooks of a session's folder."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_lines
from game.cli.language import In, apply_language
from game.cli.scenario_language import require_language
from game.cli.support.session_folder import JOURNAL, language_of, newest_session_folder, seconds
from game.reports.session_files import write_session_report
from game.session.live_session import resume_live_session


def session(
    folder: Annotated[Path | None, typer.Argument(help="A session's; else the newest.")] = None,
    names: Annotated[bool, typer.Option("--names", help="Who wrote which line.")] = False,
    language: In = None,
) -> None:
    """Write a session's report and logbooks once more, from its journal."""
    kept = folder or newest_session_folder()
    apply_language(language or language_of(kept))
    room = resume_live_session(kept / JOURNAL, seconds)
    with closing(room.journal):
        require_language(language, [room.loaded])
        print_lines(map(str, write_session_report(room, kept, names=names)))
