"""A host in a process of its own, for rehearsals: it can be killed, and its memory measured."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import Any, ClassVar

import psutil

from game.cli.io import seconds_passed
from game.cli.support.session_folder import DOOR
from game.findings import EvenKeelError

PATIENCE = 30.0
"""Seconds that a host may take to open its door."""


@dataclass
class HostDidNotOpen(EvenKeelError):
    """The host's process ended, or did not open its door in time. said: what it had to say."""

    said: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return f"the host did not open its door\n{self.said}".rstrip()


@dataclass
class HostProcess:
    """A host that answers on the loopback, with its session in a folder of its own."""

    home: Path
    words: list[str]
    host: str = ""
    code: str = ""
    cookie: str = ""
    page_path: str = "/host/socket"
    _child: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start it, and wait until its door is open.

        Raises:
            HostDidNotOpen: if it does not.
        """
        self._run(self.words)
        until = seconds_passed() + PATIENCE
        while not (door := self._door()):
            if seconds_passed() > until or (self._child and self._child.poll() is not None):
                raise HostDidNotOpen(self.stop())
            sleep(0.02)
        self.host = f"{door['address']}:{door['port']}"
        self.code = door["code"]
        self.cookie = f"even_keel_{self.code.lower()}={door['key']}"

    def restart(self) -> None:
        """Kill it as a power cut would, and start it again; it is there when it answers."""
        if self._child:
            self._child.kill()
            self._child.communicate()
        self._run(["--resume"])

    def stop(self) -> str:
        """End it; what it had to say."""
        if self._child is None:
            return ""
        self._child.kill()
        return "".join(self._child.communicate())

    def memory(self) -> int:
        """Bytes that it holds."""
        return int(psutil.Process(self._child.pid).memory_info().rss) if self._child else 0

    def has_report(self) -> bool:
        """Whether the session's report has been written."""
        return any(self.home.glob("sessions/*/report.html"))

    def _run(self, words: list[str]) -> None:
        call = "from game.cli import main; main()"
        self._child = subprocess.Popen(  # noqa: S603 - Even Keel itself
            [sys.executable, "-c", call, "host", *words, "--no-window"],
            env={**os.environ, "EVEN_KEEL_HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        )

    def _door(self) -> dict[str, Any] | None:
        for path in self.home.glob(f"sessions/*/{DOOR}"):
            try:
                door = json.loads(path.read_text(encoding="utf-8"))
            except ValueError:  # it is being written
                return None
            return door if isinstance(door, dict) else None
        return None


@contextmanager
def running_host(
    scenario: str, crews: int, seats: int, seed: int, *words: str
) -> Iterator[HostProcess]:
    """A host for a rehearsal, as long as this lasts. words: of its command line, before others."""
    with TemporaryDirectory(prefix="even-keel-") as home:
        own = [*words, "--phones", "--bind", "127.0.0.1", "--port", "0"]
        own += ["--crews", f"{crews}", "--seats", f"{seats}", "--seed", f"{seed}", scenario]
        ground = HostProcess(Path(home), own)
        try:
            ground.start()
            yield ground
        finally:
            ground.stop()
