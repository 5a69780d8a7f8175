"""Who hears the plain game, and answers it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.simulation.progress import Clock, never
from game.ui.vocabulary import wrapped

WIDTH = 78


@dataclass(frozen=True, slots=True)
class Reader:
    """say: a line to them. ask: for one of theirs; None when there are no more.

    page_by_page: whether they say when a page of the debrief is read, or hear all of it at once.
    """

    say: Callable[[str], None]
    ask: Callable[[str], str | None]
    clock: Clock = never
    page_by_page: bool = False

    def tell(self, *lines: str) -> None:
        self.tell_all(lines)

    def tell_all(self, lines: Iterable[str]) -> None:
        """Each of them, broken where it is too long."""
        for line in lines:
            for part in wrapped(line, WIDTH):
                self.say(part)
