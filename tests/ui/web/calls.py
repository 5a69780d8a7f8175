"""Calls: sockets and requests as whoever wants to can make them, without a page's manners."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from game.ui.web.address import LOOPBACK
from tests.ui.web.running_room import Harbour

TOKEN = "0123456789abcdef0123456789abcdef"  # noqa: S105 - a phone's, for these tests
SECONDS = 15
"""So long a busy machine may take to answer."""


@asynccontextmanager
async def call(
    harbour: Harbour,
    path: str = "/phone",
    origin: str = "",
    calls_from: str = LOOPBACK,
    **headers: str,
) -> AsyncIterator[ClientConnection]:
    """A socket, as whoever wants to can open one. calls_from: an address of this machine."""
    async with connect(
        f"ws://{harbour.host}{path}",
        origin=origin or f"http://{harbour.host}",  # type: ignore[arg-type] # a NewType of theirs
        additional_headers=headers,
        local_addr=(calls_from, 0),
        proxy=None,
    ) as socket:
        yield socket


async def answer(socket: ClientConnection, **message: Any) -> dict[str, Any]:
    """What this message is answered."""
    await socket.send(json.dumps(message))
    heard = json.loads(await asyncio.wait_for(socket.recv(), SECONDS))
    assert isinstance(heard, dict)
    return heard


async def closed(socket: ClientConnection) -> int:
    """The code with which the server hangs up, in time; what comes before is read."""
    with suppress(ConnectionClosed):
        async with asyncio.timeout(SECONDS):
            async for _ in socket:
                pass
    return socket.close_code or 0


def join(harbour: Harbour, code: str = "", token: str = TOKEN, name: str = "") -> dict[str, Any]:
    """What joins a room."""
    return {"code": code or harbour.door.code, "token": token, "name": name, "crew": 0}


def ask(
    harbour: Harbour, method: str, path: str, body: str = "", **headers: str
) -> tuple[int, Any]:
    """A plain request: its status, and headers with the body."""
    line = http.client.HTTPConnection(harbour.host, timeout=SECONDS)
    line.request(method, path, body or None, headers)
    reply = line.getresponse()
    text = reply.read().decode()
    line.close()
    return reply.status, (dict(reply.getheaders()), text)
