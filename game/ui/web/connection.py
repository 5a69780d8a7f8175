"""One client's socket. Only the newest view waits to be sent, so that a slow one costs nothing."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from game.session.session import Ballot, Seat

ANSWERS = 64
"""No more answers wait to be sent; a client who does not listen loses the oldest."""
GARBLED = 4400
LATE = 4408
FLOODING = 4429
FULL = 4503
NOT_LET_IN = 4401
TOO_MANY_TABS = 4409
OVER = 4410
AGAIN = 1013
Shown = tuple[str, Seat | None, Ballot | None]
"""A crew's deck; a seat, with its line for Monday; what it chose in the decision at hand."""


class ClientSocket:
    """One connected socket, phone or host page.

    seat: whose phone it is, empty until it has joined. shown: what it was shown last; is_asking:
    whether it waits for an answer, which tells the rest. sees_wall: whether a host page shows what
    the wall shows, too.
    """

    def __init__(self, socket: WebSocket) -> None:
        self.socket = socket
        self.seat = ""
        self.shown: Shown = ("", None, None)
        self.is_asking = False
        self.sees_wall = False
        self._view = ""
        self._unread: list[dict[str, Any]] = []
        self._answers: deque[str] = deque(maxlen=ANSWERS)
        self._end: tuple[int, str] | None = None
        self._wake = asyncio.Event()

    @property
    def address(self) -> str:
        return self.socket.client.host if self.socket.client else ""

    @property
    def is_owed_a_view(self) -> bool:
        """Whether a view waits to be sent, which may be older than an answer sent before it."""
        return bool(self._view)

    def show(self, view: str) -> None:
        """Send this view; one that has not been sent yet need not be sent any more."""
        self._view = view
        self._wake.set()

    def tell(self, **answer: Any) -> None:
        """Send an answer, after those before it."""
        self._answers.append(json.dumps(answer, ensure_ascii=False, separators=(",", ":")))
        self._wake.set()

    def unread(self, message: dict[str, Any]) -> None:
        """Put a message back: whoever listens next hears it first."""
        self._unread.append(message)

    def close(self, code: int, reason: str) -> None:
        """Hang up, after what waits to be sent."""
        self._end = self._end or (code, reason)
        self._wake.set()

    async def send(self) -> None:
        """Send what is to be sent, until it is closed."""
        while self.socket.application_state is WebSocketState.CONNECTED:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._send_all()
            except (WebSocketDisconnect, RuntimeError):
                return

    async def _send_all(self) -> None:
        while self._answers:
            await self.socket.send_text(self._answers.popleft())
        if self._view:
            view, self._view = self._view, ""
            await self.socket.send_text(view)
        if self._end:
            await self.socket.close(*self._end)

    async def messages(self) -> AsyncIterator[dict[str, Any]]:
        """What the client sends, until it hangs up or sends what nobody can read."""
        while self._unread:
            yield self._unread.pop()
        while self.socket.client_state is WebSocketState.CONNECTED and not self._end:
            message = await self.socket.receive()
            if message["type"] != "websocket.receive":
                return
            data = _read(message.get("text"))
            if data is None:
                self.close(GARBLED, "this could not be read")
                return
            yield data


def _read(text: str | None) -> dict[str, Any] | None:
    """A message; None if it is no JSON object."""
    try:
        data = json.loads(text or "")
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
