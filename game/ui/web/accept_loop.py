"""Sockets are accepted while there is room for one more, and none may idle for long."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Iterable
from time import monotonic

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

LOG = logging.getLogger("even_keel.phones")
EXCHANGE = 20.0
"""Seconds in which a request must have come and been answered, from when it could have begun."""
IDLE = 1.0
"""Where there is no room, a call on which nobody asked for anything is hung up after so long."""
AT_ONCE = 8
"""No more are hung up at a time: so much room may be enough."""
CROWDED, REST = 0.05, 0.5
"""Seconds until it is tried again: where there is no room; where the system refuses."""
UNSENT = 30_000
"""Milliseconds that the system keeps what nobody takes."""


class HttpConnection(H11Protocol):
    """A call that asks for pages, until it becomes a socket or does nothing for too long."""

    _deadline: asyncio.TimerHandle | None = None
    _free_since = 0.0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._begin()

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._begin()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._cancel()
        super().handle_websocket_upgrade(event)

    @property
    def idle(self) -> float:
        """Seconds since somebody could have asked for something, and has not."""
        asks = self.cycle is not None and not self.cycle.response_complete
        return 0.0 if asks else self.loop.time() - self._free_since

    def _begin(self) -> None:
        self._cancel()
        self._free_since = self.loop.time()
        self._deadline = self.loop.call_later(EXCHANGE, self.transport.abort)

    def _cancel(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None


class AcceptingServer(uvicorn.Server):
    """Uvicorn, but for how calls are taken: whoever finds no room waits, and is not refused.

    asyncio's own way of it logs a fault two thousand times a second where files run out, and on
    Windows closes the listener for good at the first call that breaks off.

    beat: when it last did anything, as `monotonic` counts.
    """

    def __init__(
        self, config: uvicorn.Config, listeners: Iterable[socket.socket], most: int
    ) -> None:
        super().__init__(config)
        self.most, self.beat = most, monotonic()
        self._listeners = list(listeners)
        self._taking: list[asyncio.Task[None]] = []
        self._coming: set[asyncio.Task[None]] = set()

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Until it is told to end; whatever ends it, no call stays open."""
        try:
            await super().serve([])
        finally:
            for task in self._taking:
                task.cancel()
            for call in tuple(self.server_state.connections):
                call.transport.abort()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listener in self._listeners:
            self.take_calls(listener)

    async def on_tick(self, counter: int) -> bool:
        self.beat = monotonic()
        return await super().on_tick(counter)

    def take_calls(self, listener: socket.socket) -> None:
        """Take calls at one more address; from the server's own thread."""
        listener.setblocking(False)
        self._taking.append(asyncio.create_task(self._take_all(listener)))

    async def _take_all(self, listener: socket.socket) -> None:
        is_told = False
        while True:
            while len(self.server_state.connections) + len(self._coming) >= self.most:
                self._make_room()
                await asyncio.sleep(CROWDED)
            try:
                call, _ = await asyncio.get_running_loop().sock_accept(listener)
            except OSError as wrong:
                if not is_told:
                    LOG.error("no call can be taken: %s", wrong)  # noqa: TRY400 - it tells all
                is_told = True
                await asyncio.sleep(REST)
                continue
            is_told = False
            coming = asyncio.create_task(self._welcome(call))
            self._coming.add(coming)
            coming.add_done_callback(self._coming.discard)

    async def _welcome(self, call: socket.socket) -> None:
        """From now on the call is listened to; one that broke off meanwhile is forgotten."""
        try:
            if hasattr(socket, "TCP_USER_TIMEOUT"):
                call.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNSENT)
            await asyncio.get_running_loop().connect_accepted_socket(self._connection, call)
        except OSError:
            call.close()

    def _connection(self) -> HttpConnection:
        return HttpConnection(self.config, self.server_state, self.lifespan.state)

    def _make_room(self) -> None:
        """Hang up on a few who have not asked for anything for longest: browsers call again."""
        calls = [call for call in self.server_state.connections if isinstance(call, HttpConnection)]
        for call in sorted(calls, key=lambda call: -call.idle)[:AT_ONCE]:
            if call.idle > IDLE:
                call.transport.close()
