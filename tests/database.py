"""A PostgreSQL of one's own: a real one, on the loopback, in a folder that is gone afterwards.

One server for all the tests of a process, started by the first that asks; each has a database.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import pytest

from game.ui.web.address import LOOPBACK

OWNER = "postgres"
"""Who runs it, if the tests are run by root: it refuses to be run by root itself."""
PATIENCE = 60.0


def programs() -> Path | None:
    """The folder of its programs, of the newest version there is."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).resolve().parent if on_path else None


needs_database = pytest.mark.skipif(
    programs() is None and os.environ.get("CI") != "true", reason="no PostgreSQL on this machine"
)
"""Left out where there is none; but not in CI, where it is installed."""


@dataclass
class Server:
    """One server with its data."""

    folder: Path
    bin: Path
    port: int
    password: str = field(repr=False)
    _child: subprocess.Popen[bytes] | None = None

    def url(self, name: str = "postgres") -> str:
        """How to connect to a database."""
        return f"postgresql://keel:{self.password}@{LOOPBACK}:{self.port}/{name}"

    @property
    def is_running(self) -> bool:
        """Whether nobody has stopped it."""
        return self._child is not None and self._child.poll() is None

    def prepare(self) -> None:
        """Make its data."""
        import pwd  # not every system has it; nor does every system have root

        secret = self.folder / "password"
        secret.write_text(self.password)
        if (owner := _owner()) is not None:
            for path in (self.folder, secret):
                os.chown(path, pwd.getpwnam(owner).pw_uid, -1)
        words: list[Path | str] = [
            self.bin / "initdb",
            "--pgdata",
            self.folder / "data",
            "--username",
            "keel",
        ]
        words += ["--auth", "scram-sha-256", "--pwfile", secret, "--encoding", "UTF8", "--no-sync"]
        subprocess.run(words, check=True, capture_output=True, user=owner, cwd=self.folder)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        import psycopg  # every test reads this file, on any machine

        settings = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "100",
            "fsync": "off",  # no test cuts the power, and a killed process leaves what it wrote
        }
        words: list[Path | str] = [self.bin / "postgres", "-D", self.folder / "data"]
        words += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        self._child = subprocess.Popen(
            words,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=_owner(),
            cwd=self.folder,
        )
        until = monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url(), connect_timeout=2).close()
            except psycopg.OperationalError:
                assert monotonic() < until, "PostgreSQL does not answer"
                sleep(0.1)
            else:
                return

    def stop(self) -> None:
        """End it; whoever is connected is hung up on."""
        if self._child:
            self._child.send_signal(signal.SIGINT)
            self._child.wait(PATIENCE)


@dataclass(frozen=True, slots=True)
class Database:
    """A database of one's own on a server."""

    server: Server
    name: str

    @property
    def url(self) -> str:
        """How to connect."""
        return self.server.url(self.name)

    @property
    def password(self) -> str:
        """What is secret in that."""
        return self.server.password

    def start(self) -> None:
        """Start its server."""
        self.server.start()

    def stop(self) -> None:
        """End its server."""
        self.server.stop()


_kept: list[tuple[ExitStack, list[Server]]] = []
"""Where a server stays when its first database is no longer needed."""


@contextmanager
def one_server() -> Iterator[None]:
    """As long as this lasts, all databases are on one server."""
    with ExitStack() as stack:
        _kept.append((stack, []))
        try:
            yield
        finally:
            _kept.pop()


@contextmanager
def a_database() -> Iterator[Database]:
    """A database that answers as long as this lasts."""
    import psycopg  # every test reads this file, on any machine

    with ExitStack() as own:
        stack, servers = _kept[-1] if _kept else (own, [])
        if not servers:
            servers.append(stack.enter_context(_a_server()))
        (server,) = servers
        if not server.is_running:  # a test that failed has left it so
            server.start()
        database = Database(server, f"keel_{secrets.token_hex(4)}")
        with psycopg.connect(server.url(), autocommit=True) as line:
            line.execute(f"CREATE DATABASE {database.name}")
        yield database


@contextmanager
def _a_server() -> Iterator[Server]:
    found = programs()
    assert found, "no PostgreSQL on this machine: install Debian's package postgresql"
    with TemporaryDirectory(prefix="even-keel-db-") as folder:
        server = Server(Path(folder), found, _free_port(), secrets.token_hex(8))
        server.prepare()
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _owner() -> str | None:
    return OWNER if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
