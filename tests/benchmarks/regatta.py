"""Regattas under load: `python -m tests.benchmarks.regatta [CAPTAINS ...]`.

What `rehearse --regatta` plays at both paces for 200 and 300 captains on one laptop; with
`--descriptors` 80 captains where the system lets a program open 256 files; with `--served` 1,000
on `serve` with two workers, of which one is killed. The
captains share the machine with the server; the load average is printed with each table.
"""

from __future__ import annotations

import asyncio
import os
import resource
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from game.cli.support.rehearsal_host import running_host
from game.rehearsal.crowd import HostControl
from game.rehearsal.measurements import MEGABYTE, Row
from game.rehearsal.regatta_rehearsal import RegattaRehearsal
from game.scenario.loading.library import find
from game.session.session import Pace
from game.ui.web.capacity import raise_capacity
from tests.ui.web.service import Hall, Service, a_service

SIZES = (200, 300)
SERVED = 1000
WAVES = 20
SCENARIO = "maiden-passage"


@dataclass
class ServedRoom:
    """One room of a service, of whose workers one is killed where a laptop would be."""

    service: Service
    hall: Hall

    @property
    def host(self) -> str:
        """Where it is called."""
        return self.hall.host

    @property
    def code(self) -> str:
        """The room's."""
        return self.hall.code

    @property
    def cookie(self) -> str:
        """What a host page shows."""
        return self.hall.cookie

    @property
    def page_path(self) -> str:
        """Of the host page's socket."""
        return f"/r/{self.hall.code}/host/socket"

    def restart(self) -> None:
        """Kill one of its workers; another takes its place."""
        self.service.workers()[0].kill()

    def memory(self) -> int:
        """What the largest worker holds."""
        return max(worker.memory_info().rss for worker in self.service.workers())

    def has_report(self) -> bool:
        """A served room's report is written when somebody asks for it."""
        return True


def sail(ground: HostControl, captains: int, pace: Pace, waves: int) -> None:
    """One rehearsal, and its table."""
    print(f"\n{captains} captains, pace {pace.value}; {os.cpu_count()} cores, load {_load()}")
    rehearsal = RegattaRehearsal(ground, captains, pace, perf_counter, _whispered, waves)
    if isinstance(ground, ServedRoom):
        rehearsal.load.most_memory = 350 * MEGABYTE
        rehearsal.load.room_pages = Row("", {})
    load = asyncio.run(rehearsal.play())
    for line in load.table():
        print(line)
    for miss in load.misses:
        print(f"missed: {miss}")
    print(f"load average at the end {_load()}")


def laptop(captains: int, pace: Pace) -> None:
    """A regatta on a host of its own."""
    words = ("--regatta", "--pace", pace.value)
    with running_host(SCENARIO, 1, captains + 10, 1, *words) as ground:
        sail(ground, captains, pace, WAVES)


def served(captains: int) -> None:
    """A regatta on two workers."""
    with TemporaryDirectory() as home, a_service(Path(home)) as service:
        for pace in Pace:
            hall = service.open(find(SCENARIO), captains, pace)
            sail(ServedRoom(service, hall), captains, pace, 2)


def _whispered(doing: str) -> None:
    print(f"  {doing}", file=sys.stderr)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}"


def main() -> None:
    """Print the tables."""
    if "--descriptors" in sys.argv:
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))
        laptop(raise_capacity().phones, Pace.WATCH)
        return
    raise_capacity()
    if "--served" in sys.argv:
        served(SERVED)
        return
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        for pace in Pace:
            laptop(size, pace)


if __name__ == "__main__":
    main()
