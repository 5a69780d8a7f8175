"""Tells each page to whoever listens: to a screen reader, and aloud when asked."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui.window.spoken.reading_order import Part, spoken
from game.ui.window.spoken.screen_reader import ScreenReader
from game.ui.window.spoken.speech import Speech


class Narrator:
    def __init__(self, reader: ScreenReader, speech: Speech) -> None:
        self._reader, self._speech = reader, speech
        self._parts: Sequence[Part] = ()

    def show(self, parts: Sequence[Part], language: str, *, aloud: bool) -> None:
        """The window shows this page now; aloud: read what is new on it.

        Raises:
            OSError: if no voice can be started.
        """
        before, self._parts = self._parts, tuple(parts)
        self._reader.show(self._parts, language)
        if aloud and (text := news(before, self._parts)):
            self._speech.say(text, language)
        elif not aloud and _texts(before) != _texts(self._parts):
            self._speech.hush()

    def read(self, language: str) -> None:
        """Read the page aloud; or be silent, if it is being read.

        Raises:
            OSError: if no voice can be started.
        """
        if self._speech.is_reading:
            self._speech.hush()
        else:
            self._speech.say(spoken(self._parts), language)

    def focus(self, *, has_focus: bool) -> None:
        self._reader.focus(has_focus=has_focus)

    @property
    def can_speak(self) -> bool:
        return self._speech.is_installed()

    def has_failed(self) -> bool:
        return self._speech.has_failed()

    def close(self) -> None:
        self._speech.hush()


def news(before: Sequence[Part], now: Sequence[Part]) -> str:
    """What is to be read of a page after another: all of it, or only which choice is marked."""
    if _texts(before) != _texts(now):
        return spoken(now)
    marked = [part for part in now if part.is_marked]
    return spoken(marked) if marked != [part for part in before if part.is_marked] else ""


def _texts(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts if not part.id]
