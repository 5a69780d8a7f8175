"""The rehearsal: a whole session by bots over real sockets, with everything that goes wrong."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence

from game.rehearsal.crowd import PATIENCE, Crowd, HostControl
from game.rehearsal.faulty_socket import FAULT_KINDS, NONE, Faults
from game.rehearsal.measurements import VoteMeasurements, vote_measurements
from game.rehearsal.phone_bot import PhoneBot
from game.session.commands import Button, Decide


class Rehearsal:
    def __init__(
        self,
        ground: HostControl,
        bots: int,
        crews: int,
        clock: Callable[[], float],
        report: Callable[[str], None],
        waves: int,
    ) -> None:
        self.report, self.waves = report, waves
        self.load: VoteMeasurements = vote_measurements(bots)
        self.phones = [
            PhoneBot(ground.host, ground.code, number, clock, 1 + number % crews)
            for number in range(bots)
        ]
        self.crowd = Crowd(ground, self.phones, clock, self.load)
        self.page = self.crowd.page
        self.chosen: dict[int, str] = {}
        self.round = 0

    async def play(self) -> VoteMeasurements:
        try:
            self.report(f"{len(self.phones)} phones join at the same moment")
            await self.crowd.gather()
            await self._play_first_watch()
            await self._play_rest()
        finally:
            await self.crowd.go()
        return self.load

    async def _play_first_watch(self) -> None:
        await self._turn(Button.NEXT, "discussing")
        for faults in (NONE, *FAULT_KINDS):
            self.report(f"a vote with {faults.name}")
            await self._vote(faults)
        self.report(f"{self.waves} times all lose the line")
        await self.crowd.lose_lines(self.waves)
        self.report("the server is killed in the middle of a vote")
        await self._kill_server()

    async def _play_rest(self) -> None:
        while True:
            await self._sail()
            if not any(crew["orders"] for crew in self.page.view["crews"]):
                break
            self.report(f"watch {self.page.view['decision']}")
            await self._vote(NONE)
        await asyncio.gather(
            *(phone.say(f"On Monday I will take fix {phone.number}") for phone in self.phones)
        )
        await self.page.until(lambda: len(self.page.view["lines"]) == len(self.phones))
        self.crowd.note_memory()

    async def _sail(self) -> None:
        await self._turn(Button.REVEAL, "revealed")
        await self.page.press(Button.MAJORITY)
        while self.page.view["phase"] == "revealed":
            crew = next(c for c in self.page.view["crews"] if c["orders"] and not c["order"])
            order = next(order["id"] for order in crew["orders"] if not order["locked"])
            await self.page.do(Decide(crew["number"], order, self.page.view["step"]))
        await self._turn(Button.NEXT, "result")
        over = all(crew["ended"] for crew in self.page.view["crews"])
        await self._turn(Button.NEXT, "debrief" if over else "discussing")

    async def _turn(self, hand: Button, phase: str) -> None:
        began = await self.crowd.press(hand)
        await self.crowd.until_all(lambda phone: phone.phase[1] == phase)
        for page in self.crowd.pages:
            await asyncio.wait_for(
                page.until(lambda page=page: page.phase[1] == phase),  # type: ignore[misc]
                PATIENCE,
            )
        self.load.turned.times.extend(phone.turned - began for phone in self.phones)
        self.load.turned_hosts.times.extend(page.turned - began for page in self.crowd.pages)

    async def _vote(self, faults: Faults) -> None:
        """Open the vote, all vote at the same moment, lock it, and compare."""
        await self._turn(Button.OPEN, "voting")
        for phone in self.phones:
            phone.suffer(faults)
        took = await self._all_choose(self.phones)
        if faults is NONE:
            self.load.voted.times.extend(took)
        for phone in self.phones:
            phone.suffer(NONE)
        await self._lock(faults.name)

    async def _lock(self, name: str) -> None:
        await self._turn(Button.LOCK, "locked")
        self._compare(name)
        self.crowd.note_memory()

    async def _all_choose(self, phones: Sequence[PhoneBot]) -> list[float]:
        """How long each waited; of more than two hundred, each comes within a second."""
        self.round += 1
        spread = len(self.phones) > 200
        votes = [
            self._choose(phone, spread * index / len(phones)) for index, phone in enumerate(phones)
        ]
        return [took for took in await asyncio.gather(*votes) if took is not None]

    async def _choose(self, phone: PhoneBot, wait: float) -> float | None:
        watch = phone.deck["watch"]
        if watch is None:
            return None
        orders = [order["id"] for order in watch["orders"] if not order["locked"]]
        order = orders[(phone.number + self.round * (phone.number % 3)) % len(orders)]
        await asyncio.sleep(wait)
        answer = await asyncio.wait_for(phone.vote(order), PATIENCE)
        if answer.refused:
            raise RuntimeError(f"phone {phone.number} was refused: {answer.refused}")
        self.chosen[phone.number] = order
        return answer.took

    def _compare(self, name: str) -> None:
        crews = self.page.view["crews"]
        for crew in crews:
            counted = Counter({order["id"]: order["votes"] for order in crew["orders"]})
            wanted = Counter(
                self.chosen[phone.number]
                for phone in self.phones
                if phone.crew == crew["number"] and crew["orders"]
            )
            self.load.counted[name] = self.load.counted.get(name, 0) + wanted.total()
            self.load.lost += (wanted - counted).total()
            self.load.double += max(0, counted.total() - wanted.total())

    async def _kill_server(self) -> None:
        """Half have voted when the lights go out; nothing that was acknowledged may be gone."""
        await self._turn(Button.OPEN, "voting")
        half = self.phones[: len(self.phones) // 2]
        await self._all_choose(half)
        await self.crowd.lose(self.crowd.ground.restart, self.load.back_killed.times)
        await self.crowd.open_pages()
        self._compare("kill -9, half had voted anew")
        await self._all_choose(self.phones[len(half) :])
        await self._lock("kill -9, and the other half after it")
