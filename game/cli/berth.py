"""The berth: a session's folder on disk, with the door to its room, and the room made ready."""

from __future__ import annotations

import json
import logging
import os
import secrets
import socket
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from game.cli.edge import now, sessions
from game.findings import EvenKeelError
from game.tongue import _, spoken

if TYPE_CHECKING:
    from game.faces.phones.door import Door
    from game.faces.phones.server import Server
    from game.scenario.catalogue import Shelf
    from game.session.room import Room

JOURNAL, DOOR, FAULTS = "journal.sqlite", "door.json", "faults.txt"
EVERYWHERE = "0.0.0.0"  # noqa: S104 - only if the facilitator says so
HTTP = 80
"""The port that addresses need not name."""


@dataclass
class NoSession(EvenKeelError):
    """A folder in which no session is kept."""

    folder: Path
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return _(
            "no session is kept in {folder}\nstart one with: even-keel host", folder=self.folder
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a room can be called. phones: whether people are asked to; else it is held by hands."""

    address: str
    port: int
    phones: bool = False

    @property
    def url(self) -> str:
        """What people type: of an address that means all of them, this machine's own."""
        from game.faces.phones.address import own_address, url

        shown = own_address() if self.address == EVERYWHERE else self.address
        return url(shown, self.port)


@dataclass(frozen=True, slots=True)
class Berth:
    """A room with its folder, its door and its server."""

    folder: Path
    place: Place
    room: Room
    door: Door
    server: Server

    @property
    def for_phones(self) -> str:
        """What the QR code says."""
        return f"{self.place.url}#{self.door.code}"


def seconds() -> float:
    """Seconds since 1970, for a session's events."""
    return now().timestamp()


def new_berth(shelf: Shelf, seed: int | None, crews: int, most: int, place: Place) -> Berth:
    """A new session in a new folder.

    Raises:
        OSError: if the folder cannot be made.
        JournalBroken: if the journal cannot be written.
        CannotListen: if the room cannot be called at this place.
    """
    from game.faces.phones.door import new_door
    from game.session.room import open_room

    number = secrets.randbelow(1_000_000) if seed is None else seed
    with ExitStack() as opened:
        listeners, place = _listening(place)
        for listener in listeners:
            opened.push(listener)
        folder = _new_folder(f"{now():%Y%m%d-%H%M%S}-{shelf.scenario.id}-{number}")
        door = new_door(names_of(place))
        _keep(folder / DOOR, door, place)  # first: without a door no journal could be gone on with
        room = open_room(folder / JOURNAL, shelf, number, crews, most, seconds)
        opened.pop_all()
    return _made(folder, place, room, door, listeners)


def old_berth(kept: Path, address: str = "", port: int | None = None) -> Berth:
    """The session of a folder: the same code and key, where it stopped.

    address, port: others than it had, if the laptop is in another network by now; whoever names an
    address wants to be called there.

    Raises:
        NoSession: if there is none.
        JournalBroken: if its journal cannot be trusted.
        CannotListen: if the room cannot be called there any more.
    """
    from game.faces.phones.address import LOOPBACK
    from game.faces.phones.door import Door
    from game.session.room import resume_room

    try:
        data = json.loads((kept / DOOR).read_text(encoding="utf-8"))
        code, key = str(data["code"]), str(data["key"])
        at, kept_port = str(data["address"]), int(data["port"])
        kept_at = Place(at, kept_port, bool(data.get("phones", at != LOOPBACK)))
    except (OSError, ValueError, OverflowError, KeyError, TypeError) as wrong:
        raise NoSession(kept) from wrong
    with ExitStack() as opened:
        room = resume_room(kept / JOURNAL, seconds)
        opened.callback(room.journal.close)
        asked = kept_at if port is None else replace(kept_at, port=port)
        listeners, place = _listening(
            replace(asked, address=address, phones=True) if address else asked
        )
        for listener in listeners:
            opened.push(listener)
        door = Door(code, key, names_of(place))
        if place != kept_at:
            _keep(kept / DOOR, door, place)
        opened.pop_all()
    return _made(kept, place, room, door, listeners)


def language_of(folder: Path) -> str:
    """The language that a folder's session was opened in; empty if that is not known."""
    try:
        return str(json.loads((folder / DOOR).read_text(encoding="utf-8")).get("language", ""))
    except (OSError, ValueError, AttributeError):
        return ""


def newest() -> Path:
    """The folder of the newest session.

    Raises:
        NoSession: if there is none.
    """
    folders = sorted(path.parent for path in sessions().glob(f"*/{JOURNAL}"))
    if not folders:
        raise NoSession(sessions())
    return folders[-1]


def names_of(place: Place) -> frozenset[str]:
    """What a browser may have asked for, when it means this place; small letters, with the port."""
    import psutil

    own = socket.gethostname().partition(".")[0]  # some systems say it with .local, some without
    names = {place.address, "127.0.0.1", "localhost", f"{own}.local"}
    if place.address == EVERYWHERE:
        links = psutil.net_if_addrs().values()
        names |= {ip.address for link in links for ip in link if ip.family == socket.AF_INET}
    called = {name.lower() for name in names}
    usual = called if place.port == HTTP else set()  # browsers leave the usual port out
    return frozenset({f"{name}:{place.port}" for name in called} | usual)


def _listening(place: Place) -> tuple[list[socket.socket], Place]:
    from game.faces.phones.address import listen

    listeners = listen(place.address, place.port)
    return listeners, replace(place, port=listeners[0].getsockname()[1])


def _made(
    folder: Path, place: Place, room: Room, door: Door, listeners: list[socket.socket]
) -> Berth:
    """All of it together; what breaks inside goes into a file, and never on a screen."""
    from game.faces.phones.server import Server

    faults = logging.FileHandler(folder / FAULTS, delay=True, encoding="utf-8")
    faults.setLevel(logging.ERROR)
    logging.getLogger().addHandler(faults)
    return Berth(folder, place, room, door, Server(room, door, listeners))


def _new_folder(stem: str) -> Path:
    stems = (stem, *(f"{stem}-{number}" for number in range(2, 99)))
    folder = next(path for path in map(sessions().joinpath, stems) if not path.exists())
    folder.mkdir(parents=True)
    return folder


def _keep(path: Path, door: Door, place: Place) -> None:
    """Write the door down, whole or not at all, for the owner's eyes only; and its language."""
    data = {"code": door.code, "key": door.key, "address": place.address, "port": place.port}
    data |= {"phones": place.phones, "language": spoken()}
    new = path.with_suffix(".new")
    with open(new, "w", encoding="utf-8", opener=_private) as file:
        json.dump(data, file)
    new.replace(path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
