"""A room that can be called, on this machine alone; phones and host pages that call it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from game.faces.phones.address import LOOPBACK, listen
from game.faces.phones.bots.host import HostPage
from game.faces.phones.bots.link import NONE, Faults
from game.faces.phones.bots.phone import Phone
from game.faces.phones.capacity import Capacity
from game.faces.phones.door import Door, new_door
from game.faces.phones.server import Server
from game.faces.phones.talk import PATIENCE
from game.scenario.catalogue import Shelf
from game.session.room import Room, open_room
from game.testing import Clock, a_shelf


@dataclass(frozen=True, slots=True)
class Harbour:
    """A room with its server. host: where it can be called."""

    room: Room
    door: Door
    server: Server
    host: str

    @property
    def cookie(self) -> str:
        """What a host page shows that was given the key."""
        return f"{self.door.cookie}={self.door.key}"

    def phone(self, number: int, crew: int = 0, faults: Faults = NONE, code: str = "") -> Phone:
        """A phone that has not called yet."""
        return Phone(self.host, code or self.door.code, number, perf_counter, crew, faults)

    @asynccontextmanager
    async def phones(
        self, count: int, crews: int = 1, faults: Faults = NONE
    ) -> AsyncIterator[list[Phone]]:
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
    async def page(self) -> AsyncIterator[HostPage]:
        """A host page."""
        page = HostPage(self.host, self.cookie, perf_counter)
        await page.start()
        try:
            yield page
        finally:
            await page.stop()


@contextmanager
def a_harbour(
    folder: Path,
    crews: int = 1,
    shelf: Shelf | None = None,
    most: int = 300,
    patience: float = PATIENCE,
    capacity: Capacity | None = None,
) -> Iterator[Harbour]:
    """A room that answers as long as this lasts."""
    room = open_room(folder / "journal.sqlite", shelf or a_shelf(), 1, crews, most, Clock())
    sockets = listen(LOOPBACK, 0)
    host = f"{LOOPBACK}:{sockets[0].getsockname()[1]}"
    door = new_door([host])
    server = Server(room, door, sockets, patience, capacity)
    server.start()
    try:
        yield Harbour(room, door, server, host)
    finally:
        server.stop()
        room.journal.close()
