"""One room under load, on one laptop: `python -m tests.benchmarks.phones [BOTS ...]`.

What `rehearse` plays, for 200 phones and for 500, with every bar of the design beside its figure.
The phones share the machine with the server; the load average is printed with them.
"""

from __future__ import annotations

import asyncio
import os
import sys
from time import perf_counter

from game.cli.support.rehearsal_host import running_host
from game.rehearsal.rehearsal import Rehearsal

SIZES = (200, 500)
WAVES = 20


def played(bots: int) -> None:
    """One rehearsal, and its table."""
    print(f"\n{bots} phones, two ships; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with running_host("maiden-passage", crews=2, seats=bots + 10, seed=1) as ground:
        rehearsal = Rehearsal(ground, bots, 2, perf_counter, _whispered, WAVES)
        load = asyncio.run(rehearsal.play())
    for line in load.table():
        print(line)
    for miss in load.misses:
        print(f"missed: {miss}")
    print(f"load average at the end {os.getloadavg()[0]:.1f}")


def _whispered(doing: str) -> None:
    print(f"  {doing}", file=sys.stderr)


if __name__ == "__main__":
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        played(size)
