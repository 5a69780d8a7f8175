"""Many rooms, served by several processes on this machine, with a database of their own."""

from __future__ import annotations

import asyncio
import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, perf_counter, sleep
from typing import Any

import psutil

from game.rehearsal.host_bot import HostBot
from game.rehearsal.phone_bot import PhoneBot
from game.scenario.model.loaded import LoadedScenario
from game.server.multi_room import app_of_many
from game.server.room_registry import RoomRegistry
from game.session.live_session import LiveSession, shared_live_session
from game.storage.postgres import Store
from game.testing import Clock, a_loaded_scenario
from game.ui.web.accept_loop import AcceptingServer
from game.ui.web.address import LOOPBACK, listen_together
from game.ui.web.server_thread import config_of
from tests.database import Database, a_database

ROOT = Path(__file__).parents[3]
TOKEN = "a-token-for-these-tests-alone"  # noqa: S105
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Hall:
    """One room that is served. key: its host's."""

    host: str
    code: str
    key: str = field(repr=False)

    @property
    def cookie(self) -> str:
        """What a host page shows that was given the key."""
        return f"even_keel_{self.code.lower()}={self.key}"

    def phone(self, number: int, crew: int = 0) -> PhoneBot:
        """A phone that has not called yet."""
        return PhoneBot(self.host, self.code, number, perf_counter, crew)

    @asynccontextmanager
    async def phones(self, count: int) -> AsyncIterator[list[PhoneBot]]:
        """So many phones, all of them aboard."""
        phones = [self.phone(number) for number in range(count)]
        for phone in phones:
            phone.start()
        try:
            async with asyncio.timeout(PATIENCE):
                for phone in phones:
                    await phone.until(lambda phone=phone: phone.view is not None)  # type: ignore[misc]
            yield phones
        finally:
            for phone in phones:
                await phone.stop()

    @asynccontextmanager
    async def page(self) -> AsyncIterator[HostBot]:
        """A host page."""
        page = HostBot(self.host, self.cookie, perf_counter, f"/r/{self.code}/host/socket")
        await page.start()
        try:
            yield page
        finally:
            await page.stop()


@dataclass
class Service:
    """The process that serves, and its database. number: how many workers it has."""

    database: Database
    home: Path
    store: Store
    number: int = 2
    words: tuple[str, ...] = ()
    host: str = ""
    said: list[str] = field(default_factory=list)
    _child: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it, and wait until its workers answer."""
        self._child = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "serve", *self._own, *self.words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={
                **os.environ,
                "EVEN_KEEL_HOME": str(self.home),
                "EVEN_KEEL_STORE": self.database.url,
                "EVEN_KEEL_TOKEN": TOKEN,
            },
        )
        assert self._child.stdout
        for line in self._child.stdout:
            self.said.append(line)
            if line.startswith("Ctrl-C"):
                break
        self.wait()
        (port,) = {line.laddr.port for worker in self.workers() for line in _listening(worker)}
        self.host = f"{LOOPBACK}:{port}"

    def wait(self) -> None:
        """Wait until all workers answer."""
        until = monotonic() + PATIENCE
        while sum(map(bool, map(_listening, self.workers()))) < self.number:
            assert monotonic() < until, "the workers do not answer"
            sleep(0.1)

    def stop(self) -> str:
        """End it as Ctrl-C does; everything that it has said."""
        if self._child and self._child.poll() is None:
            self._child.send_signal(signal.SIGINT)
            self.said.append(self._child.communicate(timeout=PATIENCE)[0])
        return "".join(self.said)

    @property
    def _own(self) -> tuple[str, ...]:
        return ("--bind", LOOPBACK, "--workers", str(self.number))

    def workers(self) -> list[psutil.Process]:
        """The processes that answer."""
        assert self._child
        children = psutil.Process(self._child.pid).children()
        return [child for child in children if _is_worker(child)]

    def calls(self) -> list[int]:
        """How many calls each worker holds."""
        port = int(self.host.partition(":")[2])
        return [
            sum(
                line.status == psutil.CONN_ESTABLISHED and line.laddr.port == port
                for line in worker.net_connections("tcp")
            )
            for worker in self.workers()
        ]

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
        """A plain request: its status and what is answered."""
        line = http.client.HTTPConnection(self.host, timeout=10)
        try:
            line.request(method, path, body.encode() or None, headers)
            reply = line.getresponse()
            return reply.status, reply.read().decode()
        finally:
            line.close()

    def open(
        self, loaded: LoadedScenario | None = None, seats: int = 300, pace: str = "", **headers: str
    ) -> Hall:
        """A new room. pace: of a regatta."""
        shown = {"Authorization": f"Bearer {TOKEN}", **headers}
        found = loaded or a_loaded_scenario()
        wish = {"file": found.file, "text": found.text, "seed": 1, "crews": 1, "seats": seats}
        wish |= {"pace": pace}
        status, said = self.ask("POST", "/rooms", json.dumps(wish), **shown)
        assert status == 201, said
        told: dict[str, Any] = json.loads(said)
        return Hall(self.host, told["code"], told["key"])

    def room(self, projector: Hall) -> LiveSession:
        """A room as the store has it, told from its first event on."""
        kept = self.store.find(projector.code, closed=True)
        assert kept
        return shared_live_session(kept.charter, self.store.journal(projector.code), Clock())


@dataclass
class Worker(Service):
    """One worker, in a thread of this process: what it counts is counted once."""

    rooms: RoomRegistry = field(init=False)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._listener = listener = listen_together(LOOPBACK, 0)
        self.host = f"{LOOPBACK}:{listener.getsockname()[1]}"
        self.rooms = RoomRegistry(self.store, frozenset({self.host}), "http", Clock())
        app = app_of_many(self.rooms, TOKEN, f"http://{self.host}/")
        self._server = AcceptingServer(config_of(app), [listener], most=1000)
        self._thread = Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def stop(self) -> str:
        """End it; it says nothing."""
        self._server.should_exit = True
        self._thread.join(PATIENCE)
        self._listener.close()
        return ""


def _is_worker(child: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):  # it has just ended
        return "spawn_main" in " ".join(child.cmdline())
    return False


def _listening(worker: psutil.Process) -> list[Any]:
    with suppress(psutil.NoSuchProcess):
        lines = worker.net_connections("tcp")
        return [line for line in lines if line.status == psutil.CONN_LISTEN]
    return []


@contextmanager
def a_service(home: Path, *words: str, workers: int = 2) -> Iterator[Service]:
    """Rooms that are served as long as this lasts."""
    with a_database() as database, a_store(database) as store:
        service = Service(database, home, store, workers, ("--port", "0", *words))
        try:
            service.start()
            yield service
        finally:
            service.stop()


@contextmanager
def a_worker() -> Iterator[Worker]:
    """A worker that serves as long as this lasts."""
    with a_database() as database, a_store(database) as store:
        worker = Worker(database, Path(), store)
        worker.start()
        try:
            yield worker
        finally:
            worker.stop()


@contextmanager
def a_store(database: Database) -> Iterator[Store]:
    """A store that is connected as long as this lasts."""
    store = Store(database.url)
    store.open()
    try:
        yield store
    finally:
        store.close()
