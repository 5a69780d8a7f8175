"""The server: a room on its sockets, in a thread of its own beside the window."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Sequence
from threading import Event, Thread
from time import monotonic, sleep

import uvicorn
from starlette.types import ASGIApp

from game.i18n import N_, _
from game.session.live_session import LiveSession
from game.ui.web.accept_loop import AcceptingServer
from game.ui.web.address import LOOPBACK, listen_also
from game.ui.web.auth import RoomAuth
from game.ui.web.broadcast import Broadcaster
from game.ui.web.capacity import Capacity
from game.ui.web.networks import Addresses
from game.ui.web.protocol import PATIENCE, MessageProtocol
from game.ui.web.web_app import web_app_of

LOG = logging.getLogger("even_keel.phones")
MESSAGE = 2048
"""No message has more bytes."""
SILENCE = 5.0
"""Seconds without a beat, and it no longer answers."""
GOODBYE = 0.2
"""Seconds in which everybody is told that the room closes."""
REST = 1.0
"""Seconds until a server that has broken off is started again."""
BROKE_OFF = N_(
    "Phones get no answer. If this stays, close the room and go on with: even-keel host --resume"
)


def config_of(app: ASGIApp, *, behind_proxy: bool = False) -> uvicorn.Config:
    """How an app is served. behind_proxy: something on this machine says who calls."""
    return uvicorn.Config(
        app,
        ws="websockets-sansio",
        ws_max_size=MESSAGE,
        ws_per_message_deflate=False,
        http="h11",
        lifespan="on",
        log_config=None,
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=behind_proxy,
        forwarded_allow_ips=LOOPBACK,
        timeout_graceful_shutdown=2,
    )


class ServerThread:
    """A room that phones can call; whatever breaks it off, it is started again.

    capacity: how many phones fit. addresses: what the host page may choose where phones call.
    link: what leads phones in, nothing by hands.
    """

    def __init__(
        self,
        room: LiveSession,
        door: RoomAuth,
        sockets: Sequence[socket.socket],
        patience: float = PATIENCE,
        capacity: Capacity | None = None,
    ) -> None:
        self.room, self.door, self.patience = room, door, patience
        self.capacity = capacity or Capacity()
        self.addresses: Addresses | None = None
        self.link: Callable[[], str] = str
        self._sockets = list(sockets)
        self._ends = Event()
        self._thread = Thread(target=self._run, name="phones", daemon=True)
        self._make()

    @property
    def trouble(self) -> str:
        """What is wrong, and what to do about it, in a sentence; empty while all is well."""
        if not self._thread.is_alive() or monotonic() - self._server.beat > SILENCE:
            return _(BROKE_OFF)
        return self.broadcaster.trouble

    def start(self) -> None:
        self.broadcaster.addresses, self.broadcaster.walls.link = self.addresses, self.link
        self._server.beat = monotonic()
        self._thread.start()

    def stop(self) -> None:
        """Hang up on everyone, and end."""
        self._ends.set()
        if self._thread.is_alive() and self.broadcaster.loop:
            self.broadcaster.loop.call_soon_threadsafe(self.broadcaster.say_goodbye)
            sleep(GOODBYE)
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        for listener in self._sockets:
            listener.close()

    def listen(self, address: str) -> None:
        """Take calls at one more address of this machine; from the server's own thread.

        Raises:
            CannotListen: if that is not possible.
        """
        at = [listener.getsockname() for listener in self._sockets]
        if found := listen_also(address, at):
            self._sockets.append(found)
            self._server.take_calls(found)

    def _make(self) -> None:
        self.broadcaster = Broadcaster(self.room, self.capacity)
        self.broadcaster.addresses, self.broadcaster.walls.link = self.addresses, self.link
        app = web_app_of(MessageProtocol(self.broadcaster, self.door, self.patience))
        self._server = AcceptingServer(config_of(app), self._sockets, self.capacity.sockets)

    def _run(self) -> None:
        while True:
            try:
                self._server.run()
            except (Exception, SystemExit):
                LOG.exception("the phones' server broke off")
            if self._ends.wait(REST):
                return
            self._make()
