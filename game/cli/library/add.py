"""The verb add: somebody else's chest comes onto the shelf, once the reader has seen what it is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import ask, is_terminal, print_lines, print_out, scenarios_folder
from game.cli.language import In, apply_language
from game.cli.support.trust_page import TrustPage, look_into
from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.writing import write
from game.i18n import _


def add(
    file: Annotated[Path, typer.Argument(help="A chest, .keel.")],
    yes: Annotated[bool, typer.Option("--yes", help="Without asking.")] = False,
    language: In = None,
) -> None:
    """Add a chest to the shelf: first it says who made it, and whether what it claims is true."""
    apply_language(language)
    page = look_into(file, scenarios_folder())
    print_lines(page.lines())
    if not yes and not _agreed(page):
        raise typer.Exit(1)
    make_folders(page.place.parent)
    write(page.place, page.data, Kind.CHEST)
    print_out(_("{id} is on your shelf: even-keel play {id}", id=page.scenario.id))


def _agreed(page: TrustPage) -> bool:
    if not is_terminal():
        print_out(_("Nothing was added: say --yes to add it."))
        return False
    answer = ask(_("Add it? (y/n) ")) or ""
    agreed = answer.strip().lower() in {"y", "yes", *_("y yes").split()}
    if not agreed:
        print_out(_("Nothing was added."))
    return agreed
