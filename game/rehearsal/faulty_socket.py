"""A bot's socket, with the faults that a crowded room's Wi-Fi has."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Luck = Callable[[], float]
"""Numbers from 0 up to 1, another one each time."""


@dataclass(frozen=True, slots=True)
class Faults:
    """What goes wrong. drop: share of messages that are lost, each way. delay: seconds that one in
    two is late. copies: how often each is sent. shuffle: seconds within which the order is lost.
    """

    name: str
    drop: float = 0.0
    delay: float = 0.0
    copies: int = 1
    shuffle: float = 0.0


NONE = Faults("no faults")
FAULT_KINDS = (
    Faults("drop 20 %", drop=0.2),
    Faults("delay 2 s", delay=2.0),
    Faults("duplicate x5", copies=5),
    Faults("reorder", shuffle=0.4),
)


class FaultySocket:
    """One socket that is open; messages are sent and heard as the faults have it."""

    def __init__(self, socket: ClientConnection, faults: Faults, luck: Luck) -> None:
        self.socket, self.luck = socket, luck
        self.faults = faults
        self._late: set[asyncio.Task[None]] = set()

    async def send(self, message: dict[str, Any]) -> None:
        """Send a message: now, later, several times, or not at all."""
        if self.luck() < self.faults.drop:
            return
        for _ in range(self.faults.copies):
            wait = self.faults.delay * (self.luck() < 0.5) + self.faults.shuffle * self.luck()
            if wait:
                task = asyncio.create_task(self._send_late(message, wait))
                self._late.add(task)
                task.add_done_callback(self._late.discard)
            else:
                await self.socket.send(json.dumps(message))

    async def heard(self) -> AsyncIterator[dict[str, Any]]:
        """What comes in, until the socket is closed; some of it is lost."""
        try:
            async for text in self.socket:
                if self.luck() >= self.faults.drop:
                    yield json.loads(text)
        except ConnectionClosed:
            return

    async def _send_late(self, message: dict[str, Any], wait: float) -> None:
        await asyncio.sleep(wait)
        try:
            await self.socket.send(json.dumps(message))
        except ConnectionClosed:
            return


def connect_faulty(host: str, path: str, cookie: str = "") -> connect:
    headers = {"Cookie": cookie} if cookie else {}
    return connect(
        f"ws://{host}{path}",
        origin=f"http://{host}",  # type: ignore[arg-type] # a NewType of theirs
        additional_headers=headers,
        compression=None,
        proxy=None,
        max_size=2**22,
        ping_interval=None,
        open_timeout=20,
    )
