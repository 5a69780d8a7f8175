"""A room that can be called, on this machine alone; phones and host pages that call it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from game.rehearsal.faulty_socket import NONE, Faults
from game.rehearsal.host_bot import HostBot
from game.rehearsal.phone_bot import PhoneBot
from game.scenario.model.loaded import LoadedScenario
from game.session.live_session import LiveSession, new_live_session
from game.testing import Clock, a_loaded_scenario
from game.ui.web.address import LOOPBACK, listen
from game.ui.web.auth import RoomAuth, new_room_auth
from game.ui.web.capacity import Capacity
from game.ui.web.protocol import PATIENCE
from game.ui.web.server_thread import ServerThread


@dataclass(frozen=True, slots=True)
class Harbour:
    """A room with its server. host: where it can be called."""

    room: LiveSession
    door: RoomAuth
    server: ServerThread
    host: str
    clock: Clock

    @property
    def cookie(self) -> str:
        """What a host page shows that was given the key."""
        return f"{self.door.cookie}={self.door.key}"

    def phone(self, number: int, crew: int = 0, faults: Faults = NONE, code: str = "") -> PhoneBot:
        """A phone that has not called yet."""
        return PhoneBot(self.host, code or self.door.code, number, perf_counter, crew, faults)

    @asynccontextmanager
    async def phones(
        self, count: int, crews: int = 1, faults: Faults = NONE
    ) -> AsyncIterator[list[PhoneBot]]:
        """So many phones, all of them aboard, dealt out among the crews."""
        phones = [self.phone(n, 1 + n % crews, faults) for n in range(count)]
        for phone in phones:
            phone.start()
        try:
            for phone in phones:
                await phone.until(lambda phone=phone: phone.view is not None)  # type: ignore[misc]
            yield phones
        finally:
            for phone in phones:
                await phone.stop()

    @asynccontextmanager
    async def page(self) -> AsyncIterator[HostBot]:
        """A host page."""
        page = HostBot(self.host, self.cookie, perf_counter)
        await page.start()
        try:
            yield page
        finally:
            await page.stop()


@contextmanager
def a_harbour(  # noqa: PLR0913, PLR0917 - a room has as many sides
    folder: Path,
    crews: int = 1,
    loaded: LoadedScenario | None = None,
    most: int = 300,
    patience: float = PATIENCE,
    capacity: Capacity | None = None,
    pace: str = "",
) -> Iterator[Harbour]:
    """A room that answers as long as this lasts."""
    clock = Clock()
    room = new_live_session(
        folder / "journal.sqlite", loaded or a_loaded_scenario(), 1, crews, most, clock, pace
    )
    sockets = listen(LOOPBACK, 0)
    host = f"{LOOPBACK}:{sockets[0].getsockname()[1]}"
    door = new_room_auth([host])
    server = ServerThread(room, door, sockets, patience, capacity)
    server.start()
    try:
        yield Harbour(room, door, server, host, clock)
    finally:
        server.stop()
        room.journal.close()
