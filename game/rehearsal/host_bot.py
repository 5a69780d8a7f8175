"""A bot's host page: presses what a facilitator presses, and counts what the room says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import count
from typing import Any

from game.rehearsal.faulty_socket import NONE, FaultySocket, connect_faulty
from game.session.commands import Button, Command, Decide, MoreTime, Press, as_data

PATIENCE = 10.0
"""Seconds until a page that is not answered gives up."""


class HostBot:
    """One host page. view: the newest; turned: when it was shown the phase at hand."""

    def __init__(
        self, host: str, cookie: str, clock: Callable[[], float], path: str = "/host/socket"
    ) -> None:
        self.host, self.cookie, self.clock, self.path = host, cookie, clock, path
        self.view: dict[str, Any] = {}
        self.turned = 0.0
        self.views = 0
        self.news = asyncio.Condition()
        self._waiting: dict[int, asyncio.Future[str]] = {}
        self._ids = count(1)
        self._link: FaultySocket | None = None
        self._life: asyncio.Task[None] | None = None

    @property
    def phase(self) -> tuple[int, str]:
        """Which decision it shows, and in which phase; (0, "") before it is open."""
        return self.view.get("decision", 0), self.view.get("phase", "")

    async def start(self) -> None:
        """Open the page, and wait until it shows something."""
        self.view = {}
        self._life = asyncio.create_task(self._live())
        await asyncio.wait_for(self.until(lambda: bool(self.view)), PATIENCE)

    async def stop(self) -> None:
        if self._life:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)

    async def until(self, true: Callable[[], bool]) -> None:
        async with self.news:
            await self.news.wait_for(true)

    async def do(self, command: Command) -> str:
        """Have something done; why not, or nothing."""
        refused = await self._ask(do=as_data(command))
        if not refused and isinstance(command, Press | Decide | MoreTime):
            await asyncio.wait_for(self.until(lambda: self.view["step"] > command.step), PATIENCE)
        return refused

    async def press(self, *hands: Button) -> str:
        refused = ""
        for hand in hands:
            refused = await self.do(Press(hand, self.view["step"]))
        return refused

    async def release_idle(self) -> str:
        """Wait no longer for all who are away; why not, or nothing."""
        return await self._ask(idle=True)

    async def _ask(self, **message: Any) -> str:
        id = next(self._ids)
        answer = asyncio.get_running_loop().create_future()
        self._waiting[id] = answer
        if self._link is None:
            raise ConnectionError("the host page is not connected")
        await self._link.send({**message, "id": id})
        refused: str = await asyncio.wait_for(answer, PATIENCE)
        return refused

    async def _live(self) -> None:
        async with connect_faulty(self.host, self.path, self.cookie) as socket:
            self._link = FaultySocket(socket, NONE, lambda: 1.0)
            async for message in self._link.heard():
                await self._hear(message)

    async def _hear(self, message: dict[str, Any]) -> None:
        if "view" in message:
            before, self.view = self.phase, message["view"]
            self.views += 1
            self.turned = self.turned if self.phase == before else self.clock()
        elif message["id"] in self._waiting:
            self._waiting.pop(message["id"]).set_result(message["refused"])
        async with self.news:
            self.news.notify_all()
