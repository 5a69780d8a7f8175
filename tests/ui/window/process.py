"""The window as a process of its own, that a test types into, looks at, interrupts and kills."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.storage.logbook import read_log
from tests.ui.window.driver import HEADLESS

ROOT = Path(__file__).parents[3]
DEADLINE = 60.0
"""Seconds after which something that was waited for is not coming; a busy machine is slow."""


def until(there: Callable[[], bool], what: str) -> None:
    """Wait until something is so."""
    if not within(DEADLINE, there):
        pytest.fail(f"waited in vain for {what}")


def within(seconds: float, there: Callable[[], bool]) -> bool:
    """Whether something comes to be so in this time; no longer than it takes."""
    late = time.monotonic() + seconds
    while not there():
        if time.monotonic() > late:
            return False
        time.sleep(0.01)
    return True


class Game:
    """Even Keel in a window without a screen, with a home of its own."""

    def __init__(self, home: Path, *words: str, **environment: str) -> None:
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.window.piped", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, **HEADLESS, "EVEN_KEEL_HOME": str(home), **environment},
        )

    @property
    def orders(self) -> list[str]:
        """Every order on disk, of all voyages."""
        logs = sorted((self.home / "voyages").glob("*.jsonl"))
        return [entry.order for log in logs for entry in read_log(log).entries]

    def key(self, *names: str) -> None:
        """Type these keys; they are taken one after the other."""
        assert self.process.stdin
        self.process.stdin.write("".join(f"{name}\n" for name in names))
        self.process.stdin.flush()

    def order(self, number: str) -> None:
        """Give an order, and wait until it is on disk."""
        given = len(self.orders)
        self.key(number, number)
        until(lambda: len(self.orders) > given, f"order {given + 1} on disk")

    def arrive(self) -> None:
        """Wait until every key so far has been taken: the last one keeps a picture."""
        kept = self.pictures
        self.key("f12")
        until(lambda: len(self.pictures) > len(kept), "a picture")

    @property
    def pictures(self) -> list[Path]:
        """The pictures kept so far."""
        return sorted((self.home / "pictures").glob("*.png"))

    def end(self) -> tuple[int, str]:
        """Wait for its end: the exit code, and what it complained about."""
        _, complaint = self.process.communicate(timeout=DEADLINE)
        return self.process.returncode, complaint


@contextmanager
def a_game(home: Path, *words: str, **environment: str) -> Iterator[Game]:
    """A game that is not left running."""
    game = Game(home, *words, **environment)
    try:
        yield game
    finally:
        game.process.kill()
        game.process.communicate()
