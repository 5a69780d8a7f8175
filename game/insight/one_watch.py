"""The one watch: the single order that, given otherwise, would have gained most."""

from __future__ import annotations

from dataclasses import dataclass

from game.ship.ship import Outcome


@dataclass(frozen=True, slots=True)
class OneWatch:
    """One order changed, and the voyage that comes of it.

    number: of the watch, from 1. given, better: the two orders' labels. outcome, progress, watches:
    how that voyage ends, where, and after how many watches. gained: progress beyond yours.
    took_over: the watch from which the adaptive captain had to give the orders, because yours were
    not to be had there or had run out; 0 if yours carried her to the end.
    sentence: all of it in plain words.
    """

    number: int
    given: str
    better: str
    outcome: Outcome
    progress: float
    watches: int
    gained: float
    took_over: int
    sentence: str
