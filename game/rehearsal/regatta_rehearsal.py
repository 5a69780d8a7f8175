"""The rehearsal of a regatta: bots sail ships of their own, with everything that goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import Any

from game.rehearsal.crowd import PATIENCE, Crowd, HostControl
from game.rehearsal.faulty_socket import FAULT_KINDS, NONE, Faults
from game.rehearsal.measurements import RegattaMeasurements, regatta_measurements
from game.rehearsal.phone_bot import PhoneBot
from game.session.commands import Button
from game.session.session import Pace

SOONEST, LATEST = 2.0, 6.0
"""Seconds that a captain thinks about an order."""
ANSWER = 10.0
"""Seconds until the facilitator sees what captains were told."""
SILENT = 10
"""Of so many captains one is silent in one watch, and the mate gives that order."""


class RegattaRehearsal:
    """thinking: how much of the time that people take the bots take, from 0 to 1."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a rehearsal is made of
        self,
        ground: HostControl,
        bots: int,
        pace: Pace,
        clock: Callable[[], float],
        report: Callable[[str], None],
        waves: int,
        thinking: float = 1.0,
    ) -> None:
        self.pace, self.report, self.waves, self.thinking = pace, report, waves, thinking
        self.load: RegattaMeasurements = regatta_measurements(
            bots, opens_watches=pace is Pace.WATCH
        )
        self.phones = [PhoneBot(ground.host, ground.code, each, clock) for each in range(bots)]
        self.crowd = Crowd(ground, self.phones, clock, self.load)
        self.gave = dict.fromkeys(range(bots), "")
        """Of each phone: a letter for each order that was acknowledged, and for each of the
        mate's.
        """

    async def play(self) -> RegattaMeasurements:
        try:
            self.report(f"{len(self.phones)} captains join at the same moment")
            await self.crowd.gather()
            await self._suffer()
            await self._sail_to_the_end()
            await self._look_back()
        finally:
            await self.crowd.go()
        return self.load

    async def _suffer(self) -> None:
        """A watch for each thing that may go wrong."""
        self.report("an order from all in one instant")
        await self._open_watch()
        self.load.at_once.times.extend(await self._give(self.phones))
        await self._compare("all in one instant")
        self.report("the server is killed when half have given their orders")
        await self._kill_server()
        for faults in FAULT_KINDS:
            self.report(f"a watch with {faults.name}")
            await self._open_watch()
            await self._give(self.phones, faults)
            await self._compare(faults.name)
        self.report(f"{self.waves} times all lose the line")
        await self.crowd.lose_lines(self.waves)

    async def _kill_server(self) -> None:
        await self._open_watch()
        half = self.phones[: len(self.phones) // 2]
        await self._give(half)
        open_watches = {phone.number: phone.phase for phone in self.phones}
        await self.crowd.lose(self.crowd.ground.restart, self.load.back_killed.times)
        await self.crowd.open_pages()
        moved = [phone for phone in self.phones if phone.phase != open_watches[phone.number]]
        self.load.lost += len(moved)
        await self._compare("kill -9, half had given theirs")
        await self._give(self.phones[len(half) :])
        await self._compare("kill -9, and the other half after it")

    async def _sail_to_the_end(self) -> None:
        self.report("the rest as people sail it")
        if self.pace is Pace.OWN:
            await asyncio.gather(*map(self._sail_alone, self.phones))
            await self._compare("in their own time")
        is_first = True
        while any(not phone.deck["end"] for phone in self.phones):
            await self._open_watch()
            silent = self.phones[::SILENT] if is_first else ()
            captains = [phone for phone in self.phones if phone not in silent]
            self.load.paced.times.extend(await self._give(captains, thinks=True))
            if late := [phone for phone in silent if _has_orders(phone)]:
                await self._let_mate_give(late)
            await self._compare("in their own time")
            is_first = False

    async def _sail_alone(self, phone: PhoneBot) -> None:
        while _has_orders(phone):
            self.load.paced.times.extend(await self._give([phone], thinks=True))

    async def _let_mate_give(self, late: Sequence[PhoneBot]) -> None:
        await self.crowd.press(Button.MATE)
        await self.crowd.until_all(lambda phone: not _has_orders(phone))
        for phone in late:
            self.gave[phone.number] += phone.deck["result"]["kind"][0].upper()

    async def _open_watch(self) -> None:
        """The next one, for all who are at sea; at their own pace it is open."""
        if self.pace is Pace.OWN:
            return
        afloat = [phone for phone in self.phones if not phone.deck["end"]]
        began = await self.crowd.press(Button.NEXT)
        await self.crowd.until_all(lambda phone: phone not in afloat or _has_orders(phone))
        self.load.opened.times.extend(phone.turned - began for phone in afloat)

    async def _give(
        self, phones: Sequence[PhoneBot], faults: Faults = NONE, *, thinks: bool = False
    ) -> list[float]:
        """An order from each that is at sea; how long each waited for its answer."""
        for phone in phones:
            phone.suffer(faults)
        took = await asyncio.gather(*(self._give_one(phone, thinks=thinks) for phone in phones))
        for phone in phones:
            phone.suffer(NONE)
        return [each for each in took if each is not None]

    async def _give_one(self, phone: PhoneBot, *, thinks: bool) -> float | None:
        if not _has_orders(phone):
            return None
        watch = phone.deck["watch"]
        orders = [order for order in watch["orders"] if not order["locked"]]
        order = orders[(phone.number + watch["number"] * (1 + phone.number % 3)) % len(orders)]
        if thinks:
            seconds = SOONEST + (LATEST - SOONEST) * phone.luck()
            await asyncio.sleep(self.thinking * seconds)
        answer = await asyncio.wait_for(phone.give(order["id"], watch["number"]), PATIENCE)
        if answer.refused:
            raise RuntimeError(f"captain {phone.number} was refused: {answer.refused}")
        self.gave[phone.number] += order["kind"][0].upper()
        await asyncio.wait_for(phone.until(lambda: _is_sailed(phone, watch["number"])), PATIENCE)
        return answer.took

    async def _compare(self, name: str) -> None:
        """What the facilitator sees of each ship against what her captain was told."""
        with suppress(TimeoutError):  # what does not come is lost
            await asyncio.wait_for(self.crowd.page.until(self._agrees), ANSWER)
        for meant, there in self._pairs():
            self.load.lost += sum(one != other for one, other in zip_longest(meant, there) if one)
            self.load.double += max(0, len(there) - len(meant))
        given = sum(len(meant) for meant, _there in self._pairs()) - sum(self.load.counted.values())
        self.load.counted[name] = self.load.counted.get(name, 0) + given
        self.crowd.note_memory()

    def _agrees(self) -> bool:
        return all(meant == there for meant, there in self._pairs())

    def _pairs(self) -> list[tuple[str, str]]:
        """Of each ship the orders that were acknowledged, and those that the facilitator sees."""
        ships = self.crowd.page.view["fleet"]["ships"]
        kinds = {ship["emblem"]["number"]: ship["kinds"] for ship in ships}
        return [
            (self.gave[phone.number], kinds.get(phone.deck["emblem"]["number"], ""))
            for phone in self.phones
        ]

    async def _look_back(self) -> None:
        """The debrief: one asks first, in whose sea nobody has counted yet; then all at once."""
        self.report("the debrief")
        began = await self.crowd.press(Button.DEBRIEF)
        await self.crowd.until_all(lambda phone: phone.deck["looks_back"])
        self.load.first_debrief.times.append(await self.phones[0].look_back())
        asking = asyncio.gather(*(phone.look_back() for phone in self.phones[1:]))
        while not self.crowd.ground.has_report():
            await asyncio.sleep(0.05)
        self.load.room_pages.times.append(self.crowd.clock() - began)
        self.load.debriefs.times.extend(await asyncio.wait_for(asking, PATIENCE))
        self.crowd.note_memory()


def _has_orders(phone: PhoneBot) -> bool:
    return phone.deck.get("watch") is not None


def _is_sailed(phone: PhoneBot, watch: int) -> bool:
    result: dict[str, Any] | None = phone.deck["result"]
    return result is not None and result["number"] >= watch
