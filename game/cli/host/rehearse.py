"""The verb rehearse: a whole session played by bots."""

from __future__ import annotations

import asyncio
from typing import Annotated

import typer

from game.cli.host.options import Crews
from game.cli.io import print_err, print_lines, print_out, seconds_passed
from game.cli.options import Named
from game.cli.support.rehearsal_host import running_host
from game.i18n import _
from game.rehearsal.rehearsal import Rehearsal
from game.scenario.loading.library import find
from game.ui.web.capacity import raise_capacity


def rehearse(
    scenario: Named,
    bots: Annotated[int, typer.Option(min=1, max=800, help="Phones that play.")] = 30,
    crews: Crews = 1,
    waves: Annotated[int, typer.Option(min=2, help="How often all lose the line.")] = 20,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Play a whole session with bots before people come, and print what it was like."""

    def tell(doing: str) -> None:
        print_err(f"  {doing}")

    found = find(scenario)
    print_out(
        f"{found.scenario.title}: {bots} bots, {crews} ship{'s' * (crews > 1)}, on this machine"
    )
    fits = raise_capacity().phones
    print_out(f"{fits} phones fit at once, as many files as this system lets a program open")
    if bots > fits:
        raise typer.BadParameter(_("no more than {fits} bots fit here: see preflight", fits=fits))
    began = seconds_passed()
    with running_host(found.file, crews, bots + 10, seed) as host_process:
        rehearsal = Rehearsal(host_process, bots, crews, seconds_passed, tell, waves)
        load = asyncio.run(rehearsal.play())
    print_out("")
    print_lines(load.table())
    print_out(f"\n{seconds_passed() - began:.0f} seconds")
    for miss in load.misses:
        print_out(f"not good enough: {miss}")
    if load.misses:
        raise typer.Exit(1)
    print_out("ready for people")
