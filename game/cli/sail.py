"""Verbs for sailing: play, demo, scenarios, replay."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.dock import open_dock
from game.cli.edge import ask, clock, complain, is_terminal, say, say_json, voyages
from game.cli.options import AsJson, Named, Seed
from game.cli.speaking import In, insist, speak, tell, tell_again
from game.cli.window import Opening, Size, Theme, Whole, open_window, opening_of
from game.findings import VoyageInUse
from game.tongue import _

if TYPE_CHECKING:
    from game.faces.dock import Dock, Start
    from game.voyage.helm import Helm

DEMO = "two-hands-on-the-wheel"


def play(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Named = "",
    window: Annotated[bool, typer.Option("--window", help="The game in a window.")] = False,
    terminal: Annotated[bool, typer.Option("--terminal", help="The full-screen game.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line.")] = False,
    theme: Theme = None,
    size: Size = "",
    fullscreen: Whole = False,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--continue", help="Go on where you left off.")] = False,
    log: Annotated[Path | None, typer.Option(help="The logbook to write, or continue.")] = None,
    language: In = None,
) -> None:
    """Sail a voyage: in a window where there is a display, else in the terminal."""
    from game.faces.terminal.plain import play_plain
    from game.scenario.catalogue import find

    speak(language)
    _make_sure(window + terminal + plain, log, resume)
    opening = replace(opening_of(size, fullscreen, theme), language=language or "")
    dock = open_dock(seed, log, tell_again(language))
    start = _gone_on_with(dock, log, language) if resume else None
    shelf = tell(find(scenario)) if scenario else None
    if start is None:
        insist(language, *([shelf] if shelf else dock.shelves))

    def begun() -> Start:
        return start or (dock.set_out(shelf) if shelf else None)

    if not (terminal or plain) and open_window(dock, begun, opening):
        return
    if plain or not (terminal or is_terminal()):
        play_plain(dock, start, shelf, say, ask, clock)
    else:
        from game.faces.terminal.app import run

        run(dock, begun())


def _make_sure(faces: int, log: Path | None, resume: bool) -> None:
    """Make sure that there is no more than one face, and that no logbook is begun twice."""
    if faces > 1:
        raise typer.BadParameter(_("choose one of --window, --terminal and --plain"))
    if log and log.exists() and not resume:
        told = _("{file} exists already: add --continue, or name another file", file=log)
        raise typer.BadParameter(told)


def _gone_on_with(dock: Dock, log: Path | None, language: str | None) -> Helm | VoyageInUse:
    """The voyage of a logbook, or the newest.

    Raises:
        NothingToContinue: if there is none.
    """
    from game.voyage.helm import continue_newest, go_on

    again = tell_again(language)
    helm = go_on(log, again) if log else continue_newest(voyages(), again)
    insist(language, helm.shelf)
    try:
        return dock.resume(helm)
    except VoyageInUse as wrong:
        return wrong


def play_best() -> None:
    """The best face there is: the window, else the terminal game, else a demo voyage."""
    if open_window(open_dock(None, None, tell_again(None)), lambda: None, Opening()):
        return
    if is_terminal():
        play(terminal=True)
    else:
        demo()


def demo(
    scenario: Named = DEMO,
    seed: Annotated[int, typer.Option()] = 1,
    as_json: AsJson = False,
    language: In = None,
) -> None:
    """Watch three captains sail the same sea: all course, all sails, and both."""
    from game.faces.terminal import demo as face
    from game.scenario.catalogue import find

    speak(language)
    shelf = tell(find(scenario))
    insist(language, shelf)
    voyages = face.sail_demo(shelf.scenario, seed)
    if as_json:
        say_json(json.dumps(face.as_json(voyages), indent=2, ensure_ascii=False))
        return
    for line in face.told(voyages):
        say(line)


def scenarios(as_json: AsJson = False, language: In = None) -> None:
    """List what can be sailed."""
    from game.faces.words import TEACHES
    from game.scenario.catalogue import catalogue

    speak(language)
    shelves = catalogue(tell, complain)
    insist(language, *shelves)
    rows: list[dict[str, Any]] = [
        {
            "id": shelf.scenario.id,
            "title": shelf.scenario.title,
            "minutes": {"solo": shelf.scenario.minutes_solo, "group": shelf.scenario.minutes_group},
            "teaches": shelf.scenario.teaches,
            "summary": shelf.scenario.summary,
        }
        for shelf in shelves
    ]
    if as_json:
        say_json(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        minutes = _("{minutes} minutes", minutes=row["minutes"]["solo"])
        say(f"{row['id']}\n  {row['title']}, {minutes}: {_(TEACHES[row['teaches']])}")
        say(f"  {row['summary']}")


def replay(log: Path, as_json: AsJson = False, language: In = None) -> None:
    """Sail a logbook's voyage again, and say so if it differs."""
    from game.faces.terminal import replay as face
    from game.voyage.logbook import read_log
    from game.voyage.replay import replay as again

    read = read_log(log)
    speak(language)
    sailed = again(read, tell_again(language))
    insist(language, sailed.shelf)
    if as_json:
        say_json(json.dumps(face.as_json(read, sailed), indent=2, ensure_ascii=False))
    else:
        for line in face.told(read, sailed):
            say(line)
    if sailed.differs:
        raise typer.Exit(1)
