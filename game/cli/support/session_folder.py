"""A session's folder on disk, its join code and keys, and the live session in it."""

from __future__ import annotations

import json
import secrets
import socket
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC
from pathlib import Path
from typing import ClassVar

import psutil

from game.cli.io import now, sessions_folder
from game.cli.support.room_addresses import PhoneAddressChooser
from game.cli.support.room_fault_log import RoomFaultLog
from game.files.durable_folders import make_folders, sync_folder
from game.files.kinds import Kind
from game.files.recency import mark_newer, written_at
from game.files.writing import Writing, write_all
from game.findings import EvenKeelError
from game.i18n import _, spoken
from game.scenario.model.loaded import LoadedScenario
from game.session.live_session import LiveSession, new_live_session, resume_live_session
from game.ui.web.address import EVERYWHERE, LOOPBACK, listen, networks, own_address, url
from game.ui.web.auth import RoomAuth, new_room_auth
from game.ui.web.capacity import raise_capacity
from game.ui.web.server_thread import ServerThread

JOURNAL, DOOR, FAULTS = "journal.sqlite", "door.json", "faults.txt"
WHOLE = "fullscreen"
"""A file that says how the projector was shown."""
HTTP = 80
"""The port that addresses need not name."""


@dataclass
class NoSession(EvenKeelError):
    """A folder in which no session is kept."""

    folder: Path
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return _(
            "no session is kept in {folder}\nstart one with: even-keel host", folder=self.folder
        )


@dataclass(frozen=True, slots=True)
class Address:
    """Where a room can be called. phones: whether people are asked to; else it is held by hands.

    shown: the address that people type, where it is not the one that is listened at. is_guess:
    whether it had to be chosen among several, and nobody has said yet which.
    """

    address: str
    port: int
    phones: bool = False
    shown: str = ""
    is_guess: bool = field(default=False, compare=False)

    @property
    def called(self) -> str:
        """What people type: of an address that means all of them, this machine's own."""
        if self.shown:
            return self.shown
        return own_address() if self.address == EVERYWHERE else self.address

    @property
    def url(self) -> str:
        """The same as a link."""
        return url(self.called, self.port)


@dataclass(slots=True)
class HostedSession:
    """A room with its folder, its door and its server. place: another one, once it has moved."""

    folder: Path
    place: Address
    room: LiveSession
    door: RoomAuth
    server: ServerThread
    faults: RoomFaultLog

    @property
    def for_phones(self) -> str:
        """What the QR code says."""
        return f"{self.place.url}#{self.door.code}"

    def move(self, address: str) -> None:
        """Have phones sent to this address, at which the server listens.

        Raises:
            OSError: if that cannot be kept; then nothing has changed.
        """
        place = replace(self.place, phones=True, is_guess=False)
        if place.address == EVERYWHERE:
            place = replace(place, shown=address)
        else:
            place = replace(place, address=address)
        _keep(self.folder / DOOR, self.door, place)
        self.door.hosts.update(host_names_of(place))
        self.place = place

    def close(self) -> None:
        """End the server and let go of the journal; a file without faults is not kept."""
        self.server.stop()
        self.room.journal.close()
        self.faults.close()


def seconds() -> float:
    """Seconds since 1970, for a session's events."""
    return now().timestamp()


def new_hosted_session(
    loaded: LoadedScenario,
    seed: int | None,
    crews: int,
    most: int,
    place: Address,
    pace: str = "",
) -> HostedSession:
    """A new session in a new folder. pace: of a regatta.

    Raises:
        OSError: if the folder cannot be made.
        JournalBroken: if the journal cannot be written.
        CannotListen: if the room cannot be called at this place.
    """
    number = secrets.randbelow(1_000_000) if seed is None else seed
    with ExitStack() as opened:
        listeners, place = _listening(place)
        for listener in listeners:
            opened.push(listener)
        began = f"{now().astimezone(UTC):%Y%m%d-%H%M%SZ}"
        folder = _new_folder(f"{began}-{loaded.scenario.id}-{number}")
        door = new_room_auth(host_names_of(place))
        _keep(folder / DOOR, door, place)  # first: without a door no journal could be gone on with
        room = new_live_session(folder / JOURNAL, loaded, number, crews, most, seconds, pace)
        opened.callback(room.journal.close)
        _mark(folder)
        opened.pop_all()
    return _made(folder, place, room, door, listeners)


def resume_hosted_session(kept: Path, address: str = "", port: int | None = None) -> HostedSession:
    """The session of a folder: the same code and key, where it stopped.

    address, port: others than it had, if the laptop is in another network by now; whoever names an
    address wants to be called there.

    Raises:
        NoSession: if there is none.
        JournalBroken: if its journal cannot be trusted.
        CannotListen: if the room cannot be called there any more.
    """
    try:
        data = json.loads((kept / DOOR).read_text(encoding="utf-8"))
        code, key = str(data["code"]), str(data["key"])
        at, kept_port = str(data["address"]), int(data["port"])
        phones, shown = bool(data.get("phones", at != LOOPBACK)), str(data.get("shown", ""))
        kept_at = Address(at, kept_port, phones, shown)
    except (OSError, ValueError, OverflowError, KeyError, TypeError) as wrong:
        raise NoSession(kept) from wrong
    with ExitStack() as opened:
        room = resume_live_session(kept / JOURNAL, seconds)
        opened.callback(room.journal.close)
        room.listen(_marking(kept))
        asked = kept_at if port is None else replace(kept_at, port=port)
        listeners, place = _listening(
            replace(asked, address=address, phones=True, shown="") if address else asked
        )
        for listener in listeners:
            opened.push(listener)
        door = RoomAuth(code, key, set(host_names_of(place)))
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


def was_full_screen(folder: Path) -> bool:
    """Whether a folder's session was shown without a frame."""
    return (folder / WHOLE).exists()


def keep_full_screen(folder: Path) -> None:
    """Have the session be shown without a frame when it goes on, too."""
    (folder / WHOLE).touch()


def newest_session_folder() -> Path:
    """The folder of the session that was held last.

    Raises:
        NoSession: if there is none.
    """
    last = max(_sessions(), key=lambda folder: (_written(folder), folder.name), default=None)
    if last is None:
        raise NoSession(sessions_folder())
    return last


def _sessions() -> Iterable[Path]:
    return (path.parent for path in sessions_folder().glob(f"*/{JOURNAL}"))


def _written(folder: Path) -> int:
    """When something was written last in a session's journal, or its door was marked newer."""
    return max(written_at(path) for path in (*folder.glob(f"{JOURNAL}*"), folder / DOOR))


def _mark(folder: Path) -> None:
    """Have this session be the newest, though the clock was set back since the one before."""
    latest = max((_written(other) for other in _sessions() if other != folder), default=0)
    mark_newer(folder / DOOR, latest)


def _marking(folder: Path) -> Callable[[], None]:
    """Marks a session at the first event that it hears of."""
    unmarked = iter([folder])

    def hear() -> None:
        for each in unmarked:
            _mark(each)

    return hear


def host_names_of(place: Address) -> frozenset[str]:
    """What a browser may have asked for, when it means this place; small letters, with the port."""
    own = socket.gethostname().partition(".")[0]  # some systems say it with .local, some without
    names = {place.address, place.called, "127.0.0.1", "localhost", f"{own}.local"}
    if place.address == EVERYWHERE:
        links = psutil.net_if_addrs().values()
        names |= {ip.address for link in links for ip in link if ip.family == socket.AF_INET}
    called = {name.lower() for name in names}
    usual = called if place.port == HTTP else set()  # browsers leave the usual port out
    return frozenset({f"{name}:{place.port}" for name in called} | usual)


def _listening(place: Address) -> tuple[list[socket.socket], Address]:

    listeners = listen(place.address, place.port)
    return listeners, replace(place, port=listeners[0].getsockname()[1])


def _made(
    folder: Path, place: Address, room: LiveSession, door: RoomAuth, listeners: list[socket.socket]
) -> HostedSession:
    """All of it together; what breaks inside goes into a file, and never on a screen."""
    server = ServerThread(room, door, listeners, capacity=raise_capacity())
    hosted = HostedSession(folder, place, room, door, server, RoomFaultLog(folder / FAULTS))
    if place.phones:
        server.addresses = PhoneAddressChooser(hosted, networks)
        server.link = lambda: hosted.for_phones
    return hosted


def _new_folder(stem: str) -> Path:
    stems = (stem, *(f"{stem}-{number}" for number in range(2, 99)))
    folder = next(path for path in map(sessions_folder().joinpath, stems) if not path.exists())
    make_folders(sessions_folder())
    folder.mkdir(0o700)
    sync_folder(sessions_folder())
    return folder


def _keep(path: Path, door: RoomAuth, place: Address) -> None:
    """Write the door down, whole or not at all, for the owner's eyes only; and its language."""
    data = {"code": door.code, "key": door.key, "address": place.address, "port": place.port}
    data |= {"phones": place.phones, "shown": place.shown, "language": spoken()}
    write_all([Writing(path, json.dumps(data).encode(), Kind.DOOR, private=True)])
