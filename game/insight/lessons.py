"""Lessons of one voyage: what was needed and given, which practices were used."""

from __future__ import annotations

from dataclasses import dataclass

from game.insight.captains import Need
from game.ship.attention import Attention, Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sea asked for in a watch, and what the captain gave.

    number: of the watch, from 1. needed: each from 0 up, about 1 is urgent. given: the order's
    attention. asked: the greater need, course or sails. missed: it was pressing, and got nothing.
    """

    number: int
    needed: Need
    given: Attention[float]
    asked: Kind
    missed: bool


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice of leadership, management or teaching: in how many watches it was open, and used.

    kind: course for leadership, sails for management, teach for teaching.
    """

    name: str
    kind: Kind
    offered: int
    used: int
