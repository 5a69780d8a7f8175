"""The verb preflight: looks at the laptop and the network before people come."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import psutil
import typer

from game.cli.host.options import PORT, Bind, Port
from game.cli.io import has_display, home_folder, now, print_err, print_out, seconds_passed
from game.cli.support.health_checks import (
    CheckResult,
    Grade,
    check_battery,
    check_capacity,
    check_clock,
    check_disk,
    check_displays,
    check_reachable,
    check_ships,
    check_sleep,
    check_stays_open,
    sleeps_after,
)
from game.cli.support.session_folder import Address, host_names_of, seconds
from game.rehearsal.phone_bot import PhoneBot
from game.scenario.loading.shelf import scenarios
from game.session.commands import Join
from game.session.live_session import new_live_session
from game.storage.journal import JournalBroken
from game.ui.vocabulary import wrapped
from game.ui.web.address import (
    LOOPBACK,
    CannotListen,
    address_from_option,
    listen,
    networks,
    own_address,
)
from game.ui.web.auth import new_room_auth
from game.ui.web.capacity import raise_capacity
from game.ui.web.networks import is_unambiguous
from game.ui.web.server_thread import ServerThread

TRIES = 5
"""So often the disk is tried; the slowest counts."""


def preflight(
    bind: Bind = "",
    port: Port = PORT,
    wait: Annotated[int, typer.Option("--seconds", min=1, max=600, help="A quiet line.")] = 60,
) -> None:
    """Look for what goes wrong in rooms, and say what to do about each."""
    place = Address(address_from_option(bind) if bind else own_address(), port)
    results = [
        _disk(),
        check_displays(_sizes()),
        _battery(),
        check_sleep(sleeps_after(sys.platform, _run)),
    ]
    fits = raise_capacity().phones
    results += [check_capacity(fits), check_ships(fits, psutil.virtual_memory().available)]
    try:
        results += _called(place, wait)
    except CannotListen as wrong:
        message = f"{wrong.address}:{wrong.port} cannot be used: {wrong.reason}"
        advice = "close what uses it, or choose another with --port"
        if wrong.others:
            advice = f"choose one that this machine has: --bind {' or --bind '.join(wrong.others)}"
        results.append(CheckResult("address", Grade.BAD, message, advice))
    for result in results:
        print_out(f"{result.grade.value:<5} {result.name:<8} {result.message}")
        for line in wrapped(f"{'':<15}{result.advice}") if result.advice else ():
            print_out(line)
    if any(result.grade is Grade.BAD for result in results):
        raise typer.Exit(1)


def _called(place: Address, wait: int) -> list[CheckResult]:
    """What a room at this place is like; phones may try it meanwhile."""
    with _a_room(place) as (server, real):
        shown = f"{real.url}#{server.door.code}"
        print_err(f"a quiet line, {wait} seconds; open {shown} on a phone meanwhile")
        began, at = seconds_passed(), seconds()
        wrong = _fetched(real)
        cut = "" if wrong else asyncio.run(_quiet(real, server.door.code, wait))
        passed, moved = seconds_passed() - began, seconds() - at
        own = networks()
        visitors = sorted(server.broadcaster.visitors - {each.address for each in own} - {LOOPBACK})
    others = [f"{each.address} ({each.name})" for each in own if each.address != real.called]
    return [
        check_reachable(real.url, wrong, visitors, others, is_guess=not is_unambiguous(own)),
        check_stays_open(wait, cut),
        check_clock(passed, moved, now().year),
    ]


@contextmanager
def _a_room(place: Address) -> Iterator[tuple[ServerThread, Address]]:
    """A room that nobody will remember."""
    listeners = listen(place.address, place.port)
    real = Address(place.address, listeners[0].getsockname()[1])
    with TemporaryDirectory(prefix="even-keel-") as folder:
        room = new_live_session(
            Path(folder) / "journal.sqlite", scenarios(hear=print_err)[0], 1, 1, 50, seconds
        )
        server = ServerThread(room, new_room_auth(host_names_of(real)), listeners)
        server.start()
        try:
            yield server, real
        finally:
            server.stop()
            room.journal.close()


def _fetched(place: Address) -> str:
    """Why the phone page could not be fetched, or nothing."""
    line = HTTPConnection(place.address, place.port, timeout=5)
    try:
        line.request("GET", "/")
        status = line.getresponse().status
    except OSError as wrong:
        return str(wrong)
    finally:
        line.close()
    return "" if status == 200 else f"it says {status}"


async def _quiet(place: Address, code: str, wait: int) -> str:
    """Why a line on which nobody says anything was cut, or nothing."""
    phone = PhoneBot(f"{place.address}:{place.port}", code, 1, seconds_passed)
    phone.start()
    try:
        await asyncio.wait_for(phone.until(lambda: phone.view is not None), 10)
        await asyncio.sleep(wait)
        cut = not phone.is_connected or phone.joins != 1
    except TimeoutError:
        return "it was not answered"
    finally:
        await phone.stop()
    return "it had to come back" if cut else ""


def _disk() -> CheckResult:

    folder, took = home_folder(), 0.0
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
        with TemporaryDirectory(prefix="preflight-", dir=folder) as own:
            path = Path(own) / "journal.sqlite"
            room = new_live_session(path, scenarios(hear=print_err)[0], 1, 1, TRIES, seconds)
            with closing(room.journal):
                for number in range(TRIES):
                    began = seconds_passed()
                    room.do(Join(f"nobody {number}", "", 0))
                    took = max(took, seconds_passed() - began)
    except (OSError, JournalBroken) as wrong:
        return check_disk(str(folder), str(wrong), 0, 0)
    return check_disk(str(folder), "", free, took)


def _sizes() -> Sequence[tuple[int, int]]:
    if not has_display():
        return ()
    from game.ui.window.display import desktop_sizes

    return desktop_sizes()


def _battery() -> CheckResult:

    read: Any = getattr(psutil, "sensors_battery", lambda: None)()
    return (
        check_battery(read.percent, bool(read.power_plugged))
        if read
        else check_battery(None, False)
    )


def _run(command: Sequence[str]) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the system's own, by name
            command, capture_output=True, text=True, errors="replace", timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout
