"""A crowd of bots in one room: they come, lose their lines and are back, and go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Protocol

from game.rehearsal.host_bot import HostBot
from game.rehearsal.measurements import Measurements
from game.rehearsal.phone_bot import PhoneBot
from game.session.commands import Button

PATIENCE = 60.0
"""Seconds after which something that was waited for will not come any more."""
FELT = 0.4
"""Seconds after which whoever has lost the line has felt it."""


class HostControl(Protocol):
    """A room to rehearse in, in processes of its own."""

    @property
    def host(self) -> str:
        """Where it is called: address and port."""

    @property
    def code(self) -> str:
        """What lets phones in."""

    @property
    def cookie(self) -> str:
        """What a host page shows."""

    @property
    def page_path(self) -> str:
        """Of the host page's socket."""

    def restart(self) -> None:
        """Kill the server, or one of its processes, as a power cut would; have another one."""

    def memory(self) -> int:
        """Bytes that the server holds; of several processes the largest."""

    def has_report(self) -> bool:
        """Whether the room's pages have been made; always where the room makes none."""


class Crowd:
    """So many phones, two host pages, and a page that stands for the projector."""

    def __init__(
        self,
        ground: HostControl,
        phones: Sequence[PhoneBot],
        clock: Callable[[], float],
        load: Measurements,
    ) -> None:
        self.ground, self.phones, self.clock, self.load = ground, phones, clock, load
        self.pages = [
            HostBot(ground.host, ground.cookie, clock, ground.page_path) for _ in range(3)
        ]

    @property
    def page(self) -> HostBot:
        """The page that the bots' facilitator presses."""
        return self.pages[0]

    async def gather(self) -> None:
        """All join at the same moment."""
        self.note_memory()
        began = self.clock()
        for phone in self.phones:
            phone.start()
        await self.until_all(lambda phone: phone.view is not None)
        self.load.joined.times.extend(phone.turned - began for phone in self.phones)
        await self.open_pages()
        self.note_memory()

    async def open_pages(self) -> None:
        for page in self.pages:
            await page.stop()
            await page.start()

    async def go(self) -> None:
        for phone in self.phones:
            await phone.stop()
        for page in self.pages:
            await page.stop()

    async def press(self, button: Button) -> float:
        """Have the facilitator press a button; when that was.

        Raises:
            RuntimeError: if the room refuses it.
        """
        began = self.clock()
        if refused := await self.page.press(button):
            raise RuntimeError(f"the room refused {button}: {refused}")
        return began

    async def lose_lines(self, waves: int) -> None:
        """So many times all lose the line, and come back."""

        def hang_up() -> None:
            for phone in self.phones:
                phone.hang_up()

        before = self.ground.memory()
        for wave in range(waves):
            await self.lose(hang_up, self.load.back.times)
            if wave == 1:  # the first ones fill the pools that stay
                before = self.ground.memory()
        self.load.grown = self.ground.memory() - before
        self.note_memory()

    async def lose(self, lose: Callable[[], object], times: list[float]) -> None:
        """Have phones lose their lines, and measure until each that did is back at its view."""
        began, calls = self.clock(), {phone: phone.calls for phone in self.phones}
        backs = {
            phone: asyncio.create_task(self._is_back(phone, phone.joins, began))
            for phone in self.phones
        }
        lose()
        await asyncio.sleep(FELT)
        for phone, back in backs.items():
            if phone.is_connected and phone.calls == calls[phone]:
                back.cancel()
        await asyncio.wait(backs.values())
        times.extend(back.result() for back in backs.values() if not back.cancelled())

    async def until_all(self, true: Callable[[PhoneBot], bool]) -> None:
        for phone in self.phones:
            await asyncio.wait_for(phone.until(lambda phone=phone: true(phone)), PATIENCE)  # type: ignore[misc]

    def note_memory(self) -> None:
        self.load.memory.append(self.ground.memory())

    async def _is_back(self, phone: PhoneBot, joins: int, began: float) -> float:
        await asyncio.wait_for(phone.until(lambda: phone.joins > joins), PATIENCE)
        return self.clock() - began
