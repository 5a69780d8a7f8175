"""Workers: processes that serve the same rooms; one that dies is replaced, and the others go on."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from threading import Thread
from time import monotonic, sleep

import uvicorn

from game.server.multi_room import app_of_many
from game.server.room_registry import RoomRegistry
from game.session.live_session import Clock
from game.storage.journal import JournalBroken
from game.ui.languages import use_language
from game.ui.web.accept_loop import AcceptingServer
from game.ui.web.address import listen_together
from game.ui.web.capacity import raise_capacity
from game.ui.web.server_thread import config_of

LOG = logging.getLogger("even_keel.workers")
PATIENCE = 5.0
"""Seconds that a worker has for hanging up; one that lived for less is not replaced at once."""


@dataclass(frozen=True)
class WorkerSettings:
    """What a worker needs to know. store, token: secrets, which are shown nowhere.

    hosts: the names that the rooms may be called by; public: the address that links begin with.
    language: of every room, its pages and its scenario.
    """

    store: str = field(repr=False)
    token: str = field(repr=False)
    address: str
    port: int
    hosts: frozenset[str]
    public: str
    clock: Clock
    language: str

    @property
    def scheme(self) -> str:
        return self.public.partition("://")[0]


def work(plan: WorkerSettings) -> None:
    """A worker's life; it ends with its parent."""
    from game.storage.postgres import Store

    logging.basicConfig(level=logging.WARNING, format="%(name)s: %(message)s")
    use_language(plan.language)
    capacity = raise_capacity()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which tells
    store = Store(plan.store)
    try:
        store.open()
    except JournalBroken as broken:
        sys.exit(str(broken))
    rooms = RoomRegistry(store, plan.hosts, plan.scheme, plan.clock, capacity=capacity)
    rooms.public = plan.public
    app = app_of_many(rooms, plan.token, plan.public)
    config = config_of(app, behind_proxy=plan.scheme == "https")
    listener = listen_together(plan.address, plan.port)
    server = AcceptingServer(config, [listener], capacity.sockets)
    Thread(target=_end_with_parent, args=(server,), daemon=True).start()
    server.run()
    listener.close()
    store.close()


class Workers:
    """So many workers, kept alive. plans for all of them are the same."""

    def __init__(self, plan: WorkerSettings, number: int) -> None:
        self.plan = plan
        self._context = get_context("spawn")
        self._born: dict[BaseProcess, float] = {}
        for _ in range(number):
            self._start()

    @property
    def pids(self) -> list[int]:
        return [worker.pid for worker in self._born if worker.pid]

    def watch(self, meanwhile: Callable[[], None], seconds: float) -> None:
        """Replace whichever dies, and do something every so many seconds, until interrupted."""
        due = monotonic()
        while True:
            if monotonic() >= due:
                meanwhile()
                due = monotonic() + seconds
            wait([worker.sentinel for worker in self._born], timeout=1)
            for worker in [one for one in self._born if not one.is_alive()]:
                self._replace(worker)

    def stop(self) -> None:
        for worker in self._born:
            worker.terminate()
        for worker in self._born:
            worker.join(PATIENCE)
            if worker.is_alive():
                worker.kill()

    def _start(self) -> None:
        worker = self._context.Process(target=work, args=(self.plan,), daemon=True)
        worker.start()
        self._born[worker] = monotonic()

    def _replace(self, worker: BaseProcess) -> None:
        lived = monotonic() - self._born.pop(worker)
        LOG.warning("a worker ended after %.0f seconds: another one takes its place", lived)
        if lived < PATIENCE:
            sleep(1)
        self._start()


def _end_with_parent(server: uvicorn.Server) -> None:
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        server.should_exit = True
