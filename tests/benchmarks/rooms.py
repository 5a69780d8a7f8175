"""Twenty rooms, a thousand phones, two workers, one killed: `python -m tests.benchmarks.rooms`.

The phones, the workers and the database share this machine; the load average is printed with it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from game.rehearsal.host_bot import HostBot
from game.rehearsal.measurements import MEGABYTE, Row
from game.rehearsal.phone_bot import PhoneBot
from game.session.commands import Button, Vote, from_data
from tests.ui.web.service import Hall, Service, a_service

ROOMS, PHONES = 20, 50
ORDERS = ("steer", "reef", "share")


class Fair:
    """All rooms with their phones and pages. wanted: what each phone's last answered vote was."""

    def __init__(self, service: Service, rooms: int, phones: int) -> None:
        self.service = service
        self.halls = [service.open(seats=phones + 10) for _ in range(rooms)]
        self.phones = [
            projector.phone(number) for projector in self.halls for number in range(phones)
        ]
        self.pages = [
            HostBot(
                projector.host, projector.cookie, perf_counter, f"/r/{projector.code}/host/socket"
            )
            for projector in self.halls
        ]
        self.each = phones
        self.rows: list[Row] = []
        self.wanted: dict[PhoneBot, str] = {}
        self.asked = 0
        self.answered = 0
        self.came: list[float] = []

    async def play(self) -> None:
        """A vote without trouble, a turn, and a vote in which a worker is killed."""
        await self.gather()
        await self.turn("phase change, all rooms at once", "voting", Button.NEXT, Button.NEXT)
        await self.vote("vote acknowledged, all at once", 0.0)
        await self.vote("vote acknowledged, within 1 s", 1.0)
        await self.turn("phase change, a vote locked", "locked", Button.LOCK)
        await self.turn("phase change, opened again", "voting", Button.OPEN)
        await self.killed()

    async def gather(self) -> None:
        """All join within five seconds."""
        began = {}
        for number, phone in enumerate(self.phones):
            began[phone] = perf_counter()
            phone.start()
            if number % 10 == 9:
                await asyncio.sleep(50 / len(self.phones))
        await self.until(lambda phone: phone.view is not None)
        self.row("join: from the call to the view", [p.turned - began[p] for p in self.phones])
        for page in self.pages:
            await page.start()

    async def turn(self, name: str, phase: str, *hands: Button) -> None:
        """Every facilitator presses at once."""
        for hand in hands[:-1]:
            await asyncio.gather(*(page.press(hand) for page in self.pages))
        began = perf_counter()
        await asyncio.gather(*(page.press(hands[-1]) for page in self.pages))
        await self.until(lambda phone: phone.phase[1] == phase)
        self.row(name, [phone.turned - began for phone in self.phones])

    async def vote(self, name: str, spread: float) -> None:
        """Every phone votes, all within so many seconds."""
        self.asked += 1
        waits = [spread * number / len(self.phones) for number in range(len(self.phones))]
        took = await asyncio.gather(*map(self.choose, self.phones, waits))
        self.row(name, list(took))

    async def choose(self, phone: PhoneBot, wait: float) -> float:
        """One phone's vote, asked for until it is answered."""
        await asyncio.sleep(wait)
        order = ORDERS[(phone.number + self.asked) % 3]
        answer = await asyncio.wait_for(phone.vote(order), 120)
        if answer.refused:
            raise RuntimeError(f"a phone was refused: {answer.refused}")
        self.answered += 1
        self.wanted[phone] = order
        return answer.took

    async def killed(self) -> None:
        """One worker is killed when a third has been answered."""
        calls = {phone: phone.calls for phone in self.phones}
        already = self.answered
        voting = asyncio.create_task(self.vote("vote acknowledged, a worker is killed", 1.0))
        while self.answered < already + len(self.phones) // 3:
            await asyncio.sleep(0.005)
        (worker, *_), (held, *_) = self.service.workers(), self.service.calls()
        began = perf_counter()
        worker.kill()
        backs = [asyncio.create_task(self.back(p, calls[p], began)) for p in self.phones]
        await voting
        while not all(phone.is_connected for phone in self.phones):
            await asyncio.sleep(0.05)
        await self.until(lambda phone: phone.seated == phone.calls)
        for task in backs:
            task.cancel()
        await asyncio.gather(*backs, return_exceptions=True)
        self.row(f"back after kill -9 ({held} sockets cut)", self.came)

    async def back(self, phone: PhoneBot, calls: int, began: float) -> None:
        """When a phone that has lost its line is at its view again."""
        await phone.until(lambda: phone.seated > calls)
        self.came.append(perf_counter() - began)

    async def until(self, true: Callable[[PhoneBot], bool]) -> None:
        """Wait for all phones."""
        for phone in self.phones:
            await asyncio.wait_for(phone.until(lambda phone=phone: true(phone)), 120)  # type: ignore[misc]

    def row(self, name: str, times: list[float]) -> None:
        """Times of one kind, and how things stand after them."""
        self.rows.append(Row(name, {}, times))
        print(f"  {name}: done, load average {os.getloadavg()[0]:.1f}", flush=True)

    def compare(self) -> tuple[int, int, int]:
        """Votes that are there, that are lost, and that are there twice."""
        there = lost = double = 0
        for number, projector in enumerate(self.halls):
            phones = self.phones[number * self.each : (number + 1) * self.each]
            there, lost, double = (
                a + b
                for a, b in zip(
                    (there, lost, double), self.compared(projector, phones), strict=True
                )
            )
        return there, lost, double

    def compared(self, projector: Hall, phones: list[PhoneBot]) -> tuple[int, int, int]:
        """One room: its journal against what its phones were told."""
        room = self.service.room(projector)
        events = [from_data(json.loads(record.command)) for record in room.journal.records()]
        votes = Counter((vote.seat, vote.client) for vote in events if isinstance(vote, Vote))
        ballots = room.session.open.ballots.values() if room.session.open else ()
        counted = Counter(ballot.order for ballot in ballots)
        meant = Counter(self.wanted[phone] for phone in phones)
        lost = self.asked * len(phones) - len(votes) + (meant - counted).total()
        double = votes.total() - len(votes) + (counted - meant).total()
        return votes.total(), lost, double


def memory(service: Service) -> str:
    """What each worker holds."""
    sizes = [worker.memory_info().rss / MEGABYTE for worker in service.workers()]
    return ", ".join(f"{size:.0f}" for size in sizes)


async def fair(service: Service, rooms: int, phones: int) -> None:
    """The whole of it, and its table."""
    print(f"{rooms} rooms of {phones} phones, 2 workers, one PostgreSQL; {os.cpu_count()} cores")
    before = memory(service)
    fair = Fair(service, rooms, phones)
    try:
        await fair.play()
        after = memory(service)
    finally:
        for phone in fair.phones:
            await phone.stop()
        for page in fair.pages:
            await page.stop()
    there, lost, double = fair.compare()
    print(f"\n{'milliseconds':<42}{'n':>6}{'p50':>8}{'p95':>8}{'p99':>8}{'most':>8}")
    for row in fair.rows:
        figures = "".join(f"{1000 * row.at(percent):>8.0f}" for percent in (50, 95, 99, 100))
        print(f"{row.name:<42}{len(row.times):>6}{figures}")
    print(f"\n{there} votes acknowledged and there, {lost} lost, {double} double")
    print(f"memory of each worker, MB: {before} before, {after} after (one is new)")
    print(f"load average {os.getloadavg()[0]:.1f}, with whatever else this machine does")


def main() -> None:
    """Print the table."""
    rooms, phones = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (ROOMS, PHONES)
    with TemporaryDirectory() as home, a_service(Path(home)) as service:
        asyncio.run(fair(service, rooms, phones))


if __name__ == "__main__":
    main()
