"""Starting a voyage: which UI, which logbook, and the best one there is."""

from __future__ import annotations

from pathlib import Path

import typer

from game.cli.io import voyages_folder
from game.cli.scenario_language import require_language, scenario_in_language
from game.findings import VoyageInUse
from game.i18n import _
from game.ui.services import Services
from game.voyage.helm import Helm, continue_newest, resume_voyage

DEMO = "two-hands-on-the-wheel"


def check_can_start(faces: int, log: Path | None, resume: bool) -> None:
    """Make sure that there is no more than one face, and that no logbook is begun twice."""
    if faces > 1:
        raise typer.BadParameter(_("choose one of --window, --terminal and --plain"))
    if log and log.exists() and not resume:
        told = _("{file} exists already: add --continue, or name another file", file=log)
        raise typer.BadParameter(told)


def go_on_with(services: Services, log: Path | None, language: str | None) -> Helm | VoyageInUse:
    """The voyage of a logbook, or the newest.

    Raises:
        NothingToContinue: if there is none.
    """
    again = scenario_in_language(language)
    helm = resume_voyage(log, again) if log else continue_newest(voyages_folder(), again)
    require_language(language, [helm.loaded])
    try:
        return services.resume(helm)
    except VoyageInUse as wrong:
        return wrong
