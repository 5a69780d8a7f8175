"""A PostgreSQL of one's own: a real one, on the loopback, in a folder that is gone afterwards."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep

import psycopg
import pytest

from game.faces.phones.address import LOOPBACK

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
class Database:
    """One server with its data."""

    folder: Path
    bin: Path
    port: int
    password: str = field(repr=False)
    _child: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """How to connect."""
        return f"postgresql://keel:{self.password}@{LOOPBACK}:{self.port}/postgres"

    def prepare(self) -> None:
        """Make its data."""
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
        settings = {
            "listen_addresses": LOOPBACK,
            "port": str(self.port),
            "unix_socket_directories": "",
            "max_connections": "60",
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
                psycopg.connect(self.url, connect_timeout=2).close()
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


@contextmanager
def a_database() -> Iterator[Database]:
    """A database that answers as long as this lasts."""
    found = programs()
    assert found, "no PostgreSQL on this machine: install Debian's package postgresql"
    with TemporaryDirectory(prefix="even-keel-db-") as folder:
        database = Database(Path(folder), found, _free_port(), secrets.token_hex(8))
        database.prepare()
        database.start()
        try:
            yield database
        finally:
            database.stop()


def _owner() -> str | None:
    return OWNER if os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])
