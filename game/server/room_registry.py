"""The rooms of one worker: each is taken from the store when somebody calls for it."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from game.session.live_session import Clock, shared_live_session
from game.storage.journal import Charter, JournalBroken
from game.ui.web.auth import HashedRoomAuth, hash_of_key, new_room_auth
from game.ui.web.broadcast import Broadcaster
from game.ui.web.capacity import Capacity
from game.ui.web.connection import AGAIN, OVER
from game.ui.web.protocol import PATIENCE, MessageProtocol, new_guess_limits
from game.ui.web.web_app import RoomRoutes

if TYPE_CHECKING:
    from game.storage.postgres import Store

LOG = logging.getLogger("even_keel.rooms")
BEAT = 1.0
"""Seconds between two looks at the store: who is connected where, and what was missed."""
LONELY = 120.0
"""Seconds without a client, and a worker lets go of a room."""
CROWD = 60
"""So many codes may be guessed at once from one address, behind which a whole conference sits."""


@dataclass(slots=True)
class OpenRoom:
    """A room that this worker has taken. called: when it last had a client."""

    routes: RoomRoutes
    work: AsyncExitStack
    called: float


class RoomRegistry:
    """Every room that somebody has called for. hosts, scheme: as a `RoomAuth` has them; public: the
    address that links begin with.
    """

    def __init__(
        self,
        store: Store,
        hosts: frozenset[str],
        scheme: str,
        clock: Clock,
        patience: float = PATIENCE,
        capacity: Capacity | None = None,
    ) -> None:
        self.store, self.hosts, self.scheme, self.clock = store, hosts, scheme, clock
        self.patience, self.capacity = patience, capacity or Capacity()
        self.public = ""
        self.guesses = new_guess_limits(CROWD)
        self.worker = secrets.token_hex(4)
        self._taken: dict[str, OpenRoom] = {}
        self._taking: dict[str, asyncio.Task[RoomRoutes | None]] = {}

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Keep the rooms as the store has them, as long as this lasts."""
        works = (self.store.listen(self._hear), self._beat_on())
        tasks = [asyncio.create_task(work) for work in works]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for code in tuple(self._taken):
                await self._let_go(code, AGAIN, "come back in a moment")

    def has(self, code: str) -> bool:
        return code in self._taken

    async def find(self, code: str) -> RoomRoutes | None:
        """The routes of an open room; several who ask at once wait for the same.

        Raises:
            JournalBroken: if the store cannot be read.
        """
        if code in self._taken:
            self._taken[code].called = monotonic()
            return self._taken[code].routes
        if code not in self._taking:
            self._taking[code] = asyncio.create_task(self._take(code))
            self._taking[code].add_done_callback(lambda _: self._taking.pop(code))
        return await asyncio.shield(self._taking[code])

    def add(self, charter: Charter) -> tuple[str, str]:
        """A new room in the store: its code, and its key, which is told this once.

        Raises:
            JournalBroken: if the store cannot be written.
        """
        from game.storage.postgres import Kept

        while True:
            door = new_room_auth()
            if self.store.add(Kept(door.code, hash_of_key(door.key), charter)):
                return door.code, door.key

    async def _take(self, code: str) -> RoomRoutes | None:
        kept = await asyncio.to_thread(self.store.find, code)
        if kept is None:
            return None
        journal = self.store.journal(code)
        session = await asyncio.to_thread(shared_live_session, kept.charter, journal, self.clock)
        broadcaster = Broadcaster(session, self.capacity)
        broadcaster.walls.link = lambda: f"{self.public}#{code}"
        door = HashedRoomAuth(code, kept.seal, set(self.hosts), self.scheme)
        room = RoomRoutes(MessageProtocol(broadcaster, door, self.patience, self.guesses))
        work = AsyncExitStack()
        await work.enter_async_context(broadcaster.open())
        self._taken[code] = OpenRoom(room, work, monotonic())
        return room

    async def _let_go(self, code: str, why: int, said: str) -> None:
        taken = self._taken.pop(code)
        taken.routes.broadcaster.dismiss(why, said)
        await taken.work.aclose()

    def _hear(self, code: str, revision: int) -> None:
        if code in self._taken:
            self._taken[code].routes.broadcaster.note_revision(revision)

    async def _beat_on(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self._beat()
            except JournalBroken as broken:
                LOG.warning("%s", broken)

    async def _beat(self) -> None:
        """Tell the store who is here, and hear what it knows that this worker does not."""
        here = {code: tuple(taken.routes.broadcaster.phones) for code, taken in self._taken.items()}
        if not here:
            return
        news = await asyncio.to_thread(self.store.exchange, self.worker, here)
        now = monotonic()
        for code in here:
            taken = self._taken[code]
            taken.called = now if taken.routes.broadcaster.clients else taken.called
            if code not in news or now - taken.called > LONELY:
                await self._let_go(code, OVER, "the room is closed")
            else:
                taken.routes.broadcaster.note_revision(news[code].revision)
                taken.routes.broadcaster.note_elsewhere(news[code].elsewhere)
