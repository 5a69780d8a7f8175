"""The verb play: one voyage, in the window, the terminal or plain lines."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import ask, is_terminal, print_out, seconds_passed, voyages_folder
from game.cli.language import In, apply_language
from game.cli.options import Named, Seed
from game.cli.scenario_language import (
    require_language,
    scenario_in_language,
    scenario_in_spoken_language,
)
from game.cli.support.ui_services import open_services
from game.cli.support.window import Opening, Size, Theme, Whole, open_window, opening_of, settings
from game.findings import VoyageInUse
from game.i18n import _
from game.scenario.model.loaded import LoadedScenario
from game.ui.services import Services, Start
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from game.voyage.helm import Helm, continue_newest, resume_voyage


def play(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Named = "",
    window: Annotated[bool, typer.Option("--window", help="The game in a window.")] = False,
    terminal: Annotated[bool, typer.Option("--terminal", help="The full-screen game.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line, for screen readers too.")
    ] = False,
    theme: Theme = None,
    size: Size = "",
    fullscreen: Whole = False,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--continue", help="Go on where you left off.")] = False,
    log: Annotated[Path | None, typer.Option(help="The logbook to write, or continue.")] = None,
    language: In = None,
) -> None:
    """Sail a voyage: in a window where there is a display, else in the terminal."""
    apply_language(language)
    if window + terminal + plain > 1:
        raise typer.BadParameter(_("choose one of --window, --terminal and --plain"))
    if log and log.exists() and not resume:
        wrong = _("{file} exists already: add --continue, or name another file", file=log)
        raise typer.BadParameter(wrong)
    opening = replace(opening_of(size, fullscreen, theme), language=language or "")
    services = open_services(seed, log, scenario_in_language(language))
    start = _resume(services, log, language) if resume else None
    loaded = scenario_in_spoken_language(find_scenario(scenario)) if scenario else None
    if start is None and language:
        shelf = () if loaded else services.shelf().entries
        require_language(language, [loaded] if loaded else (entry.open() for entry in shelf))

    begun = partial(_begun, services, start, loaded)
    opens = _opens(window, terminal, plain)
    if opens == "window" and open_window(services, begun, opening):
        return
    if opens != "plain" and (terminal or is_terminal()):
        _play_in_terminal(services, begun())
    else:
        reader = Reader(print_out, ask, seconds_passed, page_by_page=is_terminal())
        play_plain(services, start, loaded, reader)


def play_best() -> None:
    """The best UI there is: the window, else the terminal game, else a demo voyage."""
    opens = settings().opens
    services = open_services(None, None, scenario_in_language(None))
    if opens == "window" and open_window(services, lambda: None, Opening()):
        return
    if is_terminal():
        play(terminal=opens != "plain", plain=opens == "plain")
    else:
        from game.cli.play.demo import demo  # which needs what no other start does

        demo()


def _play_in_terminal(services: Services, start: Start) -> None:
    from game.ui.terminal.textual.app import run

    run(services, start)


def _begun(services: Services, start: Start, loaded: LoadedScenario | None) -> Start:
    """The voyage that the command asks for; none where one is chosen in the game."""
    return start or (services.set_out(loaded) if loaded else None)


def _opens(window: bool, terminal: bool, plain: bool) -> str:
    """How the game opens: as the command says, else as the settings do."""
    asked = {"window": window, "terminal": terminal, "plain": plain}
    return next((face for face, is_asked in asked.items() if is_asked), settings().opens)


def _resume(services: Services, log: Path | None, language: str | None) -> Helm | VoyageInUse:
    """The voyage of a logbook, or the newest.

    Raises:
        NothingToContinue: if there is none.
    """
    translate = scenario_in_language(language)
    helm = resume_voyage(log, translate) if log else continue_newest(voyages_folder(), translate)
    require_language(language, [helm.loaded])
    try:
        return services.resume(helm)
    except VoyageInUse as wrong:
        return wrong
