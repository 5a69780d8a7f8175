"""Who runs the tasks of a playtest: this process, several of them, or a Dask cluster."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from game.findings import EvenKeelError

Executor = Callable[[Callable[[Any], Any], Sequence[Any]], Iterator[Any]]
"""Does something with each of some things, anywhere; what comes of it, in their order."""
RETRIES = 3
"""How often a task is given to another worker when one is lost."""
SECONDS = 10
"""How long a cluster is waited for."""


@dataclass
class ClusterSilent(EvenKeelError):
    """No cluster can be used at an address."""

    address: str
    reason: str
    exit_code = 2

    def message(self) -> str:
        return f"no cluster answers at {self.address}: {self.reason}"


def can_copy() -> bool:
    """Whether a process can begin as a copy of this one, with all that is imported.

    Not on every system, and not while other threads run; it then begins anew, as the game does.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def executor_for(jobs: int, cluster: str) -> Iterator[Executor]:
    """Those of a cluster if there is one, else as many processes; with one job, this process.

    Raises:
        ClusterSilent: if the cluster cannot be used.
    """
    if cluster:
        with _connected(cluster) as client:
            yield lambda do, things: _spread(client, do, things)
    elif jobs == 1:
        yield map
    else:
        with ProcessPoolExecutor(jobs, get_context("fork" if can_copy() else "spawn")) as pool:
            yield pool.map


def _connected(address: str) -> Any:
    try:
        from distributed import Client
        from distributed.comm.addressing import parse_address
        from distributed.comm.registry import get_backend
    except ImportError as wrong:
        needed = "pip install 'even-keel[cluster]', here and on its workers"
        raise ClusterSilent(address, needed) from wrong
    try:
        get_backend(parse_address(address)[0])  # a client that cannot begin takes 20 s to end
        return Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as wrong:
        raise ClusterSilent(address, "is its scheduler running there?") from wrong


def _spread(client: Any, do: Callable[[Any], Any], things: Sequence[Any]) -> Iterator[Any]:
    for future in client.map(do, things, pure=False, retries=RETRIES):
        yield future.result()
