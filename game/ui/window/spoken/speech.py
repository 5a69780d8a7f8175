"""Speech: a page read aloud by the system's own voice, in a process that can be hushed at once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec

VOICE = (sys.executable, "-m", "game.ui.window.spoken.voice")
NO_VOICE = 3
"""With what a voice ends if the system has none."""


class Speech:
    """Reads one text at a time; a new one silences the one before it."""

    def __init__(self, voice: Sequence[str] = VOICE) -> None:
        """voice: a program that reads its input aloud; its last argument is the language."""
        self._voice = voice
        self._reading: subprocess.Popen[bytes] | None = None

    @staticmethod
    def is_installed() -> bool:
        return find_spec("pyttsx3") is not None

    @property
    def is_reading(self) -> bool:
        return self._reading is not None and self._reading.poll() is None

    def say(self, text: str, language: str) -> None:
        """Read a text; returns at once.

        Raises:
            OSError: if no process can be started.
        """
        self.hush()
        self._reading = subprocess.Popen(  # noqa: S603 - a voice of our own
            [*self._voice, language],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if heard := self._reading.stdin:
            with suppress(BrokenPipeError), heard:  # a voice that has gone says so as it ends
                heard.write(text.encode())

    def hush(self) -> None:
        if self._reading:
            self._reading.kill()
            self._reading.wait()
            self._reading = None

    def has_failed(self) -> bool:
        """Whether the last reading found no voice; it is told once."""
        failed = self._reading is not None and self._reading.poll() == NO_VOICE
        if failed:
            self._reading = None
        return failed
