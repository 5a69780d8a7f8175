"""What the outside world hands to a face: scenarios, new voyages, old ones, ghosts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.insight.wake import Track
from game.scenario.catalogue import Shelf
from game.voyage.helm import Helm


@dataclass(frozen=True, slots=True)
class Dock:
    """The effects that a face may ask for.

    set_out: a new voyage with its logbook. unfinished: the newest voyage that is not over.
    ghosts: a finished voyage's wake, and the two ghosts' in the same weather.
    """

    shelves: list[Shelf]
    set_out: Callable[[Shelf], Helm]
    unfinished: Callable[[], Helm | None]
    ghosts: Callable[[Helm], list[Track]]
