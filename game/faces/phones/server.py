"""The server: a room on its sockets, in a thread of its own beside the window."""

from __future__ import annotations

import socket
from collections.abc import Sequence
from threading import Thread

import uvicorn
from starlette.types import ASGIApp

from game.faces.phones.address import LOOPBACK
from game.faces.phones.app import app_of
from game.faces.phones.door import Door
from game.faces.phones.hub import Hub
from game.faces.phones.talk import PATIENCE, Talk
from game.session.room import Room

MESSAGE = 2048
"""No message has more bytes."""


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


class Server:
    """A room that phones can call."""

    def __init__(
        self, room: Room, door: Door, sockets: Sequence[socket.socket], patience: float = PATIENCE
    ) -> None:
        self.room, self.door = room, door
        self.hub = Hub(room)
        app = app_of(self.hub, door, Talk(self.hub, door, patience))
        self._server = uvicorn.Server(config_of(app))
        self._sockets = list(sockets)
        self._thread = Thread(target=self._run, name="phones", daemon=True)

    def start(self) -> None:
        """Answer calls from now on."""
        self._thread.start()

    def stop(self) -> None:
        """Hang up on everyone, and end."""
        self._server.should_exit = True
        self._thread.join(timeout=5)

    def _run(self) -> None:
        self._server.run(sockets=self._sockets)
