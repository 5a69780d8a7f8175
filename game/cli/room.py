"""Verbs for group sessions: host, session, rehearse."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.edge import clock, complain, say
from game.cli.encoding import holds
from game.cli.options import Named, Seed
from game.cli.speaking import In, insist, speak, tell
from game.cli.window import Opening, Size, Theme, Whole, open_hall, opening_of
from game.tongue import _, ngettext

if TYPE_CHECKING:
    from game.cli.berth import Berth, Place

PORT = 8470
A_SECOND = 1.0
ToHold = Annotated[
    str, typer.Argument(help="An id, or a YAML file; with --resume, a session's folder.")
]
Crews = Annotated[int, typer.Option(min=1, max=6, help="Ships; more than one is a convoy.")]
Bind = Annotated[
    str,
    typer.Option(help="The address to be called at, or its interface; else the room's Wi-Fi."),
]
Port = Annotated[int, typer.Option(min=0, max=65535, help="0 is any that is free.")]


def host(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: ToHold = "",
    crews: Crews = 1,
    phones: Annotated[bool, typer.Option("--phones/--hands", help="Serve phones, too.")] = False,
    bind: Bind = "",
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help=f"Else {PORT}; 0 is any that is free.")
    ] = None,
    seats: Annotated[int, typer.Option(min=1, max=1000, help="No more phones get in.")] = 300,
    seed: Seed = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on, else with the newest.")] = False,
    no_window: Annotated[bool, typer.Option("--no-window", help="Only the pages.")] = False,
    theme: Theme = None,
    size: Size = "",
    fullscreen: Whole = False,
    language: In = None,
) -> None:
    """Hold a session for a room: a vote a watch, by hands or by phones."""
    from game.cli.berth import language_of, new_berth, old_berth
    from game.faces.phones.address import meant_by
    from game.scenario.catalogue import find

    speak(language)
    opening = None if no_window else opening_of(size, fullscreen, theme)
    if bind and not (phones or resume):
        raise typer.BadParameter(_("--bind is for --phones: by hands nobody needs to call"))
    bind = meant_by(bind) if bind else ""
    if resume:
        kept = _kept(scenario)
        speak(language or language_of(kept))
        berth = old_berth(kept, bind, port)
        insist(language, berth.room.shelf)
    elif scenario:
        shelf = tell(find(scenario))
        insist(language, shelf)
        place = _place(phones, bind, PORT if port is None else port)
        berth = new_berth(shelf, seed, crews, seats, place)
    else:
        raise typer.BadParameter(_("name a scenario, or go on with --resume"))
    _hold(berth, opening)


def session(
    folder: Annotated[Path | None, typer.Argument(help="A session's; else the newest.")] = None,
    names: Annotated[bool, typer.Option("--names", help="Who wrote which line.")] = False,
    language: In = None,
) -> None:
    """Write a session's report and logbooks once more, from its journal."""
    from game.cli.berth import JOURNAL, language_of, newest, seconds
    from game.session.papers import write_papers
    from game.session.room import resume_room

    kept = folder or newest()
    speak(language or language_of(kept))
    room = resume_room(kept / JOURNAL, seconds)
    with closing(room.journal):
        insist(language, room.shelf)
        for path in write_papers(room, kept, names=names):
            say(str(path))


def rehearse(
    scenario: Named,
    bots: Annotated[int, typer.Option(min=1, max=800, help="Phones that play.")] = 30,
    crews: Crews = 1,
    waves: Annotated[int, typer.Option(min=2, help="How often all lose the line.")] = 20,
    seed: Annotated[int, typer.Option()] = 1,
) -> None:
    """Play a whole session with bots before people come, and print what it was like."""
    import asyncio

    from game.cli.ground import a_ground
    from game.faces.phones.bots.rehearsal import Rehearsal
    from game.faces.phones.capacity import raise_capacity
    from game.scenario.catalogue import find

    def tell(doing: str) -> None:
        complain(f"  {doing}")

    found = find(scenario)
    say(f"{found.scenario.title}: {bots} bots, {crews} ship{'s' * (crews > 1)}, on this machine")
    fits = raise_capacity().phones
    say(f"{fits} phones fit at once, as many files as this system lets a program open")
    if bots > fits:
        told = _("no more than {fits} bots fit here: see preflight", fits=fits)
        raise typer.BadParameter(told)
    began = clock()
    with a_ground(found.file, crews, bots + 10, seed) as ground:
        rehearsal = Rehearsal(ground, bots, crews, clock, tell, waves)
        load = asyncio.run(rehearsal.play())
    say("")
    for line in load.told():
        say(line)
    say(f"\n{clock() - began:.0f} seconds")
    for miss in load.misses:
        say(f"not good enough: {miss}")
    if load.misses:
        raise typer.Exit(1)
    say("ready for people")


def _place(phones: bool, bind: str, port: int) -> Place:
    """Where a new room is held; by hands, after a line with the reason, where no phone can call."""
    from game.cli.berth import Place
    from game.faces.phones.address import LOOPBACK, networks
    from game.faces.phones.networks import is_clear

    found = networks() if phones and not bind else []
    address = bind or (found[0].address if found else LOOPBACK)
    can_call = bool(bind or found)
    if phones and not can_call:
        complain(_("This machine is in no network, so no phone can call it: only hands count."))
        complain(_("Join the room's Wi-Fi and start once more, or go on by hands."))
    return Place(address, port, phones and can_call, is_guess=bool(found) and not is_clear(found))


def _kept(named: str) -> Path:
    """The folder of the session to go on with: the one that is named, else the newest.

    A scenario is none: after a crash people add --resume to what they had typed before.
    """
    from game.cli.berth import newest
    from game.scenario.catalogue import find

    if named and Path(named).is_dir():
        return Path(named)
    if named:
        find(named)
    return newest()


def _hold(berth: Berth, opening: Opening | None) -> None:
    """Hold the session until the window is closed or Ctrl-C; the papers are written at the end.

    opening: None for no window.
    """
    try:
        berth.server.start()
        _say_where(berth, opening)
        if not (opening and _show(berth, opening)):
            _wait(berth)
    except KeyboardInterrupt:
        say("")
    berth.server.stop()
    again = _('Write it once more with: even-keel session "{folder}"', folder=berth.folder)
    is_written = write_now(berth, again)
    berth.close()
    if not is_written:
        raise typer.Exit(2)
    say(_("The report and the logbooks are in {folder}", folder=berth.folder))


def _show(berth: Berth, opening: Opening) -> bool:
    """The projector, until it is closed; False where there is none."""
    from game.cli.projector import lodging_of

    with lodging_of(berth) as lodging:
        return open_hall(berth.room, lodging, opening)


def _wait(berth: Berth) -> None:
    """Until Ctrl-C; the papers are written as the debrief begins, and for every line after it."""
    from game.session.session import Phase

    changed = Event()
    berth.room.listen(changed.set)
    written: tuple[str, ...] | None = None
    trouble = ""
    while True:
        if trouble != (trouble := berth.server.trouble):
            complain(trouble or _("All is well again."))
        changed.wait(A_SECOND)  # waiting without an end, Windows would not hear Ctrl-C
        changed.clear()
        now = berth.room.session
        lines = now.lines if now.phase is Phase.DEBRIEF else None
        if lines not in {None, written}:
            write_now(berth, _("It is written again at the end."))
        written = lines


def write_now(berth: Berth, way_out: str) -> bool:
    """Write the papers; if that cannot be done, say why, and the way out, and go on."""
    from game.session.papers import write_papers

    try:
        write_papers(berth.room, berth.folder)
    except OSError as wrong:
        complain(f"{wrong.filename or berth.folder}: {wrong.strerror or wrong}")
        complain(_("The report could not be written."))
        complain(way_out)
        return False
    return True


def _say_where(berth: Berth, opening: Opening | None) -> None:
    """Say how to get in; the host's key is for this terminal alone."""
    from game.cli.address_choice import choice_told
    from game.cli.berth import newest
    from game.faces.phones.address import LOOPBACK, networks, url
    from game.faces.phones.qr import qr_lines

    place, room, key = berth.place, berth.room, berth.door.key
    ships = ngettext("{count} ship", "{count} ships", len(room.session.crews))
    seed = _("seed {seed}", seed=room.session.seed)
    say(f"{room.shelf.scenario.title}, {ships}, {seed}")
    if place.phones:
        if sys.stdout.isatty() and holds(sys.stdout, qr := qr_lines(berth.for_phones)):
            say(qr)
        say(_("Phones:  {url}   code {code}", url=place.url, code=berth.door.code))
    if place.is_guess:
        say(choice_told(networks()))
    if (fits := berth.server.capacity.phones) < room.charter.most and place.phones:
        say(_("This system lets in no more than {count} phones at once.", count=fits))
    say(_("You:     {url}", url=f"{url(LOOPBACK, place.port)}host#{key}"))
    if place.address != LOOPBACK:
        parts = "-".join(key[at : at + 4] for at in range(0, len(key), 4))
        say(_("         or {url} with the key {key}", url=f"{place.url}host", key=parts))
        say(_("         Keep the key to yourself: whoever has it holds the room."))
    say(_("Kept in: {folder}", folder=berth.folder))
    named = "" if berth.folder == newest() else f' "{berth.folder}"'
    again = f"even-keel host --resume{named}{'' if opening else ' --no-window'}"
    say(_("Ctrl-C ends it; {command} goes on.", command=again))
