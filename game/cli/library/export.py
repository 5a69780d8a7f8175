"""The verb export: voyages as a folder that sails in any browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import cache_folder, print_out
from game.cli.language import In, apply_language
from game.cli.scenario_language import find_in_language
from game.i18n import _


def export(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO...", help="Ids, YAML files or chests.")
    ],
    web: Annotated[Path, typer.Option("--web", metavar="FOLDER", help="The folder to write.")],
    pyodide: Annotated[
        Path | None,
        typer.Option(help="The runtime's folder; else npm's, or it is fetched once."),
    ] = None,
    seas: Annotated[int, typer.Option(min=1, max=1000, help="In so many seas people sail.")] = 12,
    language: In = None,
) -> None:
    """Write voyages as a folder of static files that sails in any browser, without a server."""
    from game.ui.web.offline.export import export_folder
    from game.ui.web.offline.runtime import runtime_files

    apply_language(language)
    library = [find_in_language(name, language) for name in scenarios]
    runtime = runtime_files(pyodide, cache_folder())
    exported = export_folder(library, seas, runtime, web)
    held = {"folder": exported.folder, "count": exported.files}
    print_out(_("{folder}: {count} files, {size:.1f} MB", **held, size=exported.size / 1e6))
    print_out(_("Put the folder on any web space, and send its address."))
    print_out(_("To try it here: python -m http.server --directory {folder}", **held))
