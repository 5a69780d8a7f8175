"""The verb host: one session on this laptop, with its projector."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from game.cli.encoding import can_encode
from game.cli.find_scenario import find_scenario
from game.cli.host.options import PORT, AtPace, Bind, Crews, Regatta
from game.cli.io import print_err, print_out
from game.cli.language import In, apply_language
from game.cli.options import Seed
from game.cli.scenario_language import (
    find_in_language,
    require_language,
)
from game.cli.support import session_folder
from game.cli.support.room_addresses import choice_told
from game.cli.support.session_folder import Address, HostedSession, newest_session_folder
from game.cli.support.window import Opening, Size, Theme, Whole, open_projector, opening_of
from game.i18n import _, ngettext
from game.reports.session_files import write_session_report
from game.scenario.model.own_words import use_words_of
from game.session.session import Pace, Phase
from game.ui.web.address import LOOPBACK, address_from_option, networks, url
from game.ui.web.networks import is_unambiguous
from game.ui.web.qr import qr_lines

A_SECOND = 1.0


ToHold = Annotated[
    str, typer.Argument(help="An id, or a YAML file; with --resume, a session's folder.")
]


def host(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: ToHold = "",
    crews: Crews = 1,
    regatta: Regatta = False,
    pace: AtPace = Pace.WATCH,
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
    """Hold a session for a room: a vote a watch, by hands or phones, or a regatta by phones."""
    apply_language(language)
    phones = phones or regatta
    opening = None if no_window else opening_of(size, fullscreen, theme)
    if bind and not (phones or resume):
        raise typer.BadParameter(_("--bind is for --phones: by hands nobody needs to call"))
    bind = address_from_option(bind) if bind else ""
    if resume:
        hosted = _resumed(_kept(scenario), bind, port, language)
    elif scenario:
        loaded = find_in_language(scenario, language)
        place = _place(phones, bind, PORT if port is None else port, is_regatta=regatta)
        hosted = session_folder.new_hosted_session(
            loaded, seed, crews, seats, place, pace.value if regatta else ""
        )
    else:
        raise typer.BadParameter(_("name a scenario, or go on with --resume"))
    _hold(hosted, _kept_whole(hosted.folder, opening))


def _resumed(kept: Path, bind: str, port: int | None, language: str | None) -> HostedSession:
    """The session of a folder, in its language or another one."""
    apply_language(language or session_folder.language_of(kept))
    hosted = session_folder.resume_hosted_session(kept, bind, port)
    require_language(language, [hosted.room.loaded])
    return hosted


def _kept_whole(folder: Path, opening: Opening | None) -> Opening | None:
    """A window that was opened without a frame is so again, whenever its session goes on."""
    if opening is None:
        return None
    if opening.full_screen:
        session_folder.keep_full_screen(folder)
    return replace(opening, full_screen=session_folder.was_full_screen(folder))


def _place(phones: bool, bind: str, port: int, *, is_regatta: bool) -> Address:
    """Where a new room is held; by hands, after a line with the reason, where no phone can call."""
    found = networks() if phones and not bind else []
    address = bind or (found[0].address if found else LOOPBACK)
    can_call = bool(bind or found)
    if is_regatta and not can_call:
        print_err(_("This machine is in no network, and a regatta is sailed on phones."))
        print_err(_("Join the room's Wi-Fi, or make a hotspot, and start once more;"))
        print_err(_("or hold it by hands, as one ship: leave out --regatta."))
    elif phones and not can_call:
        print_err(_("This machine is in no network, so no phone can call it: only hands count."))
        print_err(_("Join the room's Wi-Fi and start once more, or go on by hands."))
    return Address(
        address, port, phones and can_call, is_guess=bool(found) and not is_unambiguous(found)
    )


def _kept(named: str) -> Path:
    """The folder of the session to go on with: the one that is named, else the newest.

    A scenario is none: after a crash people add --resume to what they had typed before.
    """
    if named and Path(named).is_dir():
        return Path(named)
    if named:
        find_scenario(named)
    return newest_session_folder()


def _hold(hosted: HostedSession, opening: Opening | None) -> None:
    """Hold the session until the window is closed or Ctrl-C; the report is written at the end.

    opening: None for no window.
    """
    use_words_of(hosted.room.loaded.scenario)
    try:
        hosted.server.start()
        _say_where(hosted, opening)
        if not (opening and _show(hosted, opening)):
            _wait(hosted)
    except KeyboardInterrupt:
        print_out("")
    hosted.server.stop()
    again = _('Write it once more with: even-keel session "{folder}"', folder=hosted.folder)
    is_written = write_now(hosted, again)
    hosted.close()
    if not is_written:
        raise typer.Exit(2)
    print_out(_("The report and the logbooks are in {folder}", folder=hosted.folder))


def _show(hosted: HostedSession, opening: Opening) -> bool:
    """The projector, until it is closed; False where there is none."""
    from game.cli.support.projector_services import room_services_of

    with room_services_of(hosted) as room_services:
        return open_projector(hosted.room, room_services, opening)


def _wait(hosted: HostedSession) -> None:
    """Until Ctrl-C; the report is written as the debrief begins, and for every line after it."""
    changed = Event()
    hosted.room.listen(changed.set)
    written: tuple[str, ...] | None = None
    trouble = ""
    while True:
        if trouble != (trouble := hosted.server.trouble):
            print_err(trouble or _("All is well again."))
        changed.wait(A_SECOND)  # waiting without an end, Windows would not hear Ctrl-C
        changed.clear()
        now = hosted.room.session
        lines = now.lines if now.phase is Phase.DEBRIEF else None
        if lines not in {None, written}:
            write_now(hosted, _("It is written again at the end."))
        written = lines


def write_now(hosted: HostedSession, way_out: str) -> bool:
    """Write report and logbooks; if that cannot be done, say why, and the way out, and go on."""
    try:
        write_session_report(hosted.room, hosted.folder)
    except OSError as wrong:
        print_err(f"{wrong.filename or hosted.folder}: {wrong.strerror or wrong}")
        print_err(_("The report could not be written."))
        print_err(way_out)
        return False
    return True


def _say_where(hosted: HostedSession, opening: Opening | None) -> None:
    """Say how to get in; the host's key is for this terminal alone."""
    place, room, key = hosted.place, hosted.room, hosted.door.key
    ships = ngettext("{count} ship", "{count} ships", len(room.session.crews))
    if room.session.pace:
        ships = _("a regatta for {count} ships", count=room.charter.most)
    seed = _("seed {seed}", seed=room.session.seed)
    print_out(f"{room.loaded.scenario.title}, {ships}, {seed}")
    if place.phones:
        if sys.stdout.isatty() and can_encode(sys.stdout, qr := qr_lines(hosted.for_phones)):
            print_out(qr)
        print_out(_("Phones:  {url}   code {code}", url=place.url, code=hosted.door.code))
    if place.is_guess:
        print_out(choice_told(networks()))
    if (fits := hosted.server.capacity.phones) < room.charter.most and place.phones:
        print_out(_("This system lets in no more than {count} phones at once.", count=fits))
    print_out(_("You:     {url}", url=f"{url(LOOPBACK, place.port)}host#{key}"))
    if place.address != LOOPBACK:
        parts = "-".join(key[at : at + 4] for at in range(0, len(key), 4))
        print_out(_("         or {url} with the key {key}", url=f"{place.url}host", key=parts))
        print_out(_("         Keep the key to yourself: whoever has it holds the room."))
    print_out(_("Wall:    {url}", url=f"{place.url}wall#{hosted.door.wall_key}"))
    print_out(_("         the projector's picture for another screen, or a video call"))
    print_out(_("Kept in: {folder}", folder=hosted.folder))
    named = "" if hosted.folder == newest_session_folder() else f' "{hosted.folder}"'
    how = " --no-window" if opening is None else " --fullscreen" if opening.full_screen else ""
    again = f"even-keel host --resume{named}{how}"
    print_out(_("Ctrl-C ends it; {command} goes on.", command=again))
