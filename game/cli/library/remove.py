"""The verb remove: a chest leaves the shelf."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.io import print_out, scenarios_folder
from game.findings import UnknownScenario
from game.i18n import _
from game.scenario.chest.names import SUFFIX
from game.scenario.loading.library import find_own, own_files, shipped_files


def remove(id: Annotated[str, typer.Argument(metavar="ID", help="As on the shelf.")]) -> None:
    """Remove a chest from the shelf; voyages that were sailed in it keep what they need."""
    folder = scenarios_folder()
    if id in {path.stem for path in shipped_files()}:
        raise typer.BadParameter(_("{id} comes with Even Keel and stays", id=id))
    path = find_own(id, folder)
    if path is None:
        raise UnknownScenario(id, tuple(one.stem for one in own_files(folder)))
    if path.suffix != SUFFIX:
        raise typer.BadParameter(_("{file} is a file of your own: delete it yourself", file=path))
    path.unlink()
    print_out(_("{id} is off your shelf", id=id))
