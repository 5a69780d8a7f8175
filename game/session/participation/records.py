"""What is kept of it, as frozen data. No rules: those stand in the modules beside it."""

from __future__ import annotations

from dataclasses import dataclass

from game.voyage.voyage import Voyage


@dataclass(frozen=True, slots=True)
class Advice:
    """What somebody whose own voyage is over would have ordered. by: their crew's number.

    watch: of the ship that they were aboard of, from 1.
    """

    by: int
    watch: int
    order: str


@dataclass(frozen=True, slots=True)
class Run:
    """A voyage of before the session sailed once more. by_mate: its watches under the mate."""

    voyage: Voyage
    by_mate: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Poll:
    """How many of us will arrive? ships: how many there were as it was closed; 0 until then."""

    ships: int = 0

    @property
    def is_open(self) -> bool:
        return not self.ships


@dataclass(frozen=True, slots=True)
class Pairs:
    """Who talks with whom, by crews' numbers, from a watch on; of an odd number three together."""

    since: int
    groups: tuple[tuple[int, ...], ...]

    def with_(self, crew: int) -> tuple[int, ...]:
        """Whom a crew talks with; nobody, if it joined later."""
        for group in self.groups:
            if crew in group:
                return tuple(other for other in group if other != crew)
        return ()
