"""The verb rehearse: a whole session played by bots."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.host.options import AtPace, Crews, Regatta
from game.cli.io import print_err, print_lines, print_out, seconds_passed
from game.cli.options import Named
from game.cli.support.rehearsal_host import running_host
from game.i18n import _
from game.rehearsal.regatta_rehearsal import RegattaRehearsal
from game.rehearsal.rehearsal import Rehearsal
from game.session.session import Pace
from game.ui.web.capacity import raise_capacity


def rehearse(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Named,
    bots: Annotated[int, typer.Option(min=1, max=800, help="Phones that play.")] = 30,
    crews: Crews = 1,
    regatta: Regatta = False,
    pace: AtPace = Pace.WATCH,
    waves: Annotated[int, typer.Option(min=2, help="How often all lose the line.")] = 20,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Play a whole session with bots before people come, and print what it was like."""
    found = find_scenario(scenario)
    ships = "a ship each" if regatta else f"{crews} ship{'s' * (crews > 1)}"
    print_out(f"{found.scenario.title}: {bots} bots, {ships}, on this machine")
    fits = raise_capacity().phones
    print_out(f"{fits} phones fit at once, as many files as this system lets a program open")
    if bots > fits:
        raise typer.BadParameter(_("no more than {fits} bots fit here: see preflight", fits=fits))
    began = seconds_passed()
    words = ("--regatta", "--pace", pace.value) if regatta else ()
    with running_host(found.file, crews, bots + 10, seed, *words) as ground:
        own = (seconds_passed, _tell, waves)
        rehearsal = (
            RegattaRehearsal(ground, bots, pace, *own)
            if regatta
            else Rehearsal(ground, bots, crews, *own)
        )
        load = asyncio.run(rehearsal.play())
    print_out("")
    print_lines(load.table())
    print_out(f"\n{seconds_passed() - began:.0f} seconds")
    for miss in load.misses:
        print_out(f"not good enough: {miss}")
    if load.misses:
        raise typer.Exit(1)
    print_out("ready for people")


def _tell(doing: str) -> None:
    print_err(f"  {doing}")
