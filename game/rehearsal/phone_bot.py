"""A bot's phone: keeps its seat through everything, and asks until it is answered."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from typing import Any

from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidMessage

from game.rehearsal.faulty_socket import NONE, Faults, FaultySocket, connect_faulty
from game.voyage.luck import draw

FIRST, LONGEST, AGAIN = 0.5, 8.0, 1.5
"""Seconds: the first and the longest wait before coming back, and before asking again."""

GONE = (ConnectionClosed, InvalidHandshake, InvalidMessage, OSError, TimeoutError)
"""How a call ends that nobody wanted to end."""


@dataclass(frozen=True, slots=True)
class PendingRequest:
    """Something that was asked for until it was answered. refused: why not, or empty.

    took: seconds from the first time it was sent to its answer.
    """

    took: float
    refused: str


class PhoneBot:
    """One phone.

    view: the newest that it was shown, once it has joined; shut: why it was not let in.
    pages: of its own debrief, once they were asked for.
    you: what is counted of its seat, as of the revision that is known.
    turned: when it was shown the phase at hand. joins: how often it was shown its view. calls: how
    often it got through; seated: the call in which it was last shown its view.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a phone is made of
        self,
        host: str,
        code: str,
        number: int,
        clock: Callable[[], float],
        crew: int = 0,
        faults: Faults = NONE,
        seed: int = 0,
    ) -> None:
        self.host, self.code, self.number, self.crew = host, code, number, crew
        self.clock, self.faults, self.seed = clock, faults, seed
        self.token = sha256(f"bot|{seed}|{code}|{number}".encode()).hexdigest()[:32]
        self.name = f"Bot {number}"
        self.view: dict[str, Any] | None = None
        self.pages: list[dict[str, Any]] = []
        self.shut = ""
        self.closed = 0
        self.turned = 0.0
        self.you: dict[str, Any] = {}
        self.known = 0
        self.joins = 0
        self.calls = self.seated = 0
        self.news = asyncio.Condition()
        self._waiting: dict[int, asyncio.Future[str]] = {}
        self._ids, self._draws = count(1), count()
        self._turn = asyncio.Lock()
        self._link: FaultySocket | None = None
        self._life: asyncio.Task[None] | None = None

    @property
    def deck(self) -> dict[str, Any]:
        return self.view["deck"] if self.view else {}

    @property
    def phase(self) -> tuple[int, str]:
        """Which decision it shows, and in which phase; (0, "") before it has joined.

        On an own ship the decision is the watch that is open, 0 if none is.
        """
        watch = self.deck.get("watch")
        decision = self.deck.get("decision", watch["number"] if watch else 0)
        return decision, self.deck.get("phase", "")

    @property
    def is_connected(self) -> bool:
        return self._link is not None

    def suffer(self, faults: Faults) -> None:
        self.faults = faults
        if self._link:
            self._link.faults = faults

    def luck(self) -> float:
        """A number from 0 up to 1, the same in every rehearsal."""
        return draw(self.seed, "bot", self.number, next(self._draws))

    def start(self) -> None:
        """Come in, and come back whenever the line is lost."""
        self._life = asyncio.create_task(self._live())

    async def stop(self) -> None:
        if self._life:
            self._life.cancel()
            await asyncio.gather(self._life, return_exceptions=True)

    def hang_up(self) -> None:
        """Lose the line, as in a lift: no goodbye."""
        if self._link:
            self._link.socket.transport.abort()

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait for news that make this true; ask for them, in case they were lost."""
        while not true():
            with suppress(TimeoutError):
                async with asyncio.timeout(AGAIN), self.news:
                    await self.news.wait_for(true)
                return
            with suppress(ConnectionClosed):
                await self.send({"check": {}})

    async def vote(self, order: str, decision: int = 0) -> PendingRequest:
        """Vote for an order, in the decision at hand unless another is named."""
        at = decision or self.deck["decision"]
        return await self._ask(
            lambda: {"vote": {"decision": at, "order": order, "client": self._after("voted")}}
        )

    async def give(self, order: str, watch: int) -> PendingRequest:
        """Give an order to the own ship of a regatta."""
        return await self._ask(lambda: {"order": {"watch": watch, "order": order}})

    async def say(self, line: str) -> PendingRequest:
        return await self._ask(lambda: {"say": {"line": line, "client": self._after("said")}})

    async def look_back(self) -> float:
        """Ask for the own debrief until it comes; seconds that it took."""
        began, self.pages = self.clock(), []
        await self.send({"debrief": {}})
        async with self.news:
            await self.news.wait_for(lambda: bool(self.pages))
        return self.clock() - began

    async def send(self, message: dict[str, Any]) -> None:
        if self._link:
            await self._link.send(message)

    def _after(self, last: str) -> int:
        """The number after the last one that it knows of."""
        return int(self.you.get(last, 0)) + 1

    async def _ask(self, message: Callable[[], dict[str, Any]]) -> PendingRequest:
        """Ask until it is answered, one thing after the other; made once it is its turn."""
        began = self.clock()
        async with self._turn:
            id, answer = next(self._ids), asyncio.get_running_loop().create_future()
            self._waiting[id] = answer
            asked = {**message(), "id": id}
            while not answer.done():
                with suppress(ConnectionClosed):
                    await self.send(asked)
                await asyncio.wait([answer], timeout=AGAIN)
        return PendingRequest(self.clock() - began, answer.result())

    async def _live(self) -> None:
        tries = 0
        while not self.shut:
            try:
                async with connect_faulty(self.host, "/phone") as socket:
                    self.calls += 1
                    self._link = FaultySocket(socket, self.faults, self.luck)
                    if await self._listen(self._link):
                        tries = 0
                    self.closed = socket.close_code or 0
            except GONE:
                pass
            finally:
                self._link = None
            wait = min(LONGEST, FIRST * 2**tries)
            tries += 1
            await asyncio.sleep(max(FIRST, wait * (0.5 + self.luck() / 2)))

    async def _listen(self, link: FaultySocket) -> bool:
        """Hear until the line is lost; whether anything was heard."""
        greeting = asyncio.create_task(self._ask_for_seat(link))
        heard = False
        try:
            async for message in link.heard():
                heard = True
                await self._hear(message)
        finally:
            greeting.cancel()
            await asyncio.gather(greeting, return_exceptions=True)
        return heard

    async def _ask_for_seat(self, link: FaultySocket) -> None:
        """Ask for the seat until the view comes; a message may be lost."""
        before = self.joins
        while self.joins == before and not self.shut:
            join = {"code": self.code, "token": self.token, "name": self.name, "crew": self.crew}
            await link.send({"join": join})
            await asyncio.sleep(AGAIN + 2 * self.faults.delay)

    async def _hear(self, message: dict[str, Any]) -> None:
        if "you" in message and message["revision"] >= self.known:
            self.you, self.known = message["you"], message["revision"]
        if "deck" in message:
            self.joins, self.seated = self.joins + 1, self.calls
            if self.view is None or message["revision"] >= self.view["revision"]:
                before, self.view = self.phase, message
                self.turned = self.turned if self.phase == before else self.clock()
        elif "debrief" in message:
            self.pages = message["debrief"]
        elif "shut" in message:
            self.shut = message["shut"]
        else:
            answer = self._waiting.pop(message["id"], None)
            if answer and not answer.done():
                answer.set_result(message["refused"])
        async with self.news:
            self.news.notify_all()
