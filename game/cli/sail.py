"""Verbs for sailing: play, demo, scenarios, replay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.edge import ask, is_terminal, now, say, voyages
from game.cli.options import AsJson, Named, Seed

if TYPE_CHECKING:
    from game.faces.dock import Dock
    from game.scenario.catalogue import Shelf
    from game.voyage.helm import Helm

DEMO = "two-hands-on-the-wheel"


def play(
    scenario: Named = "",
    terminal: Annotated[bool, typer.Option("--terminal", help="The full-screen game.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line.")] = False,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--continue", help="Go on where you left off.")] = False,
    log: Annotated[Path | None, typer.Option(help="The logbook to write, or continue.")] = None,
) -> None:
    """Sail a voyage."""
    from game.scenario.catalogue import find
    from game.voyage.helm import continue_newest, go_on

    if terminal and plain:
        raise typer.BadParameter("choose --terminal or --plain, not both")
    if log and log.exists() and not resume:
        raise typer.BadParameter(f"{log} exists already: add --continue, or name another file")
    helm = (go_on(log) if log else continue_newest(voyages())) if resume else None
    shelf = find(scenario) if scenario else None
    dock = _dock(seed, log)
    if plain or not (terminal or is_terminal()):
        from game.faces.terminal.plain import play_plain

        play_plain(dock, helm, shelf, say, ask)
    else:
        from game.faces.terminal.app import run

        run(dock, helm or (dock.set_out(shelf) if shelf else None))


def _dock(seed: int | None, log: Path | None) -> Dock:
    """What a face may ask for, with the clock, the disk and the seed behind it."""
    import secrets

    from game.faces.dock import Dock
    from game.insight.sailing import wakes
    from game.scenario.catalogue import catalogue
    from game.voyage.helm import NothingToContinue, continue_newest, log_path, set_out

    def begin(shelf: Shelf) -> Helm:
        number = secrets.randbelow(1_000_000) if seed is None else seed
        started = now()
        named = log if log and not log.exists() else None
        return set_out(
            shelf, number, named or log_path(voyages(), shelf.scenario.id, number, started), started
        )

    def unfinished() -> Helm | None:
        try:
            return continue_newest(voyages())
        except NothingToContinue:
            return None

    return Dock(catalogue(), begin, unfinished, lambda helm: wakes(helm.flow, helm.voyage))


def demo(
    scenario: Named = DEMO, seed: Annotated[int, typer.Option()] = 1, as_json: AsJson = False
) -> None:
    """Watch three captains sail the same sea: all course, all sails, and both."""
    from game.faces.terminal import demo as face
    from game.scenario.catalogue import find

    voyages = face.sail_demo(find(scenario).scenario, seed)
    if as_json:
        say(json.dumps(face.as_json(voyages), indent=2, ensure_ascii=False))
        return
    for line in face.told(voyages):
        say(line)


def scenarios(as_json: AsJson = False) -> None:
    """List what can be sailed."""
    from game.scenario.catalogue import catalogue

    rows: list[dict[str, Any]] = [
        {
            "id": shelf.scenario.id,
            "title": shelf.scenario.title,
            "minutes": {"solo": shelf.scenario.minutes_solo, "group": shelf.scenario.minutes_group},
            "teaches": shelf.scenario.teaches,
            "summary": shelf.scenario.summary,
        }
        for shelf in catalogue()
    ]
    if as_json:
        say(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    for row in rows:
        say(f"{row['id']}\n  {row['title']}, {row['minutes']['solo']} minutes: {row['teaches']}")
        say(f"  {row['summary']}")


def replay(log: Path, as_json: AsJson = False) -> None:
    """Sail a logbook's voyage again, and say so if it differs."""
    from game.faces.terminal import replay as face
    from game.voyage.logbook import read_log
    from game.voyage.replay import replay as again

    read = read_log(log)
    sailed = again(read)
    if as_json:
        say(json.dumps(face.as_json(read, sailed), indent=2, ensure_ascii=False))
    else:
        for line in face.told(read, sailed):
            say(line)
    if sailed.differs:
        raise typer.Exit(1)
