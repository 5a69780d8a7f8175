"""The census: every voyage that could be sailed in one scenario and weather, counted.

A voyage, here, is a list of orders that a captain could have decided on before casting off: one for
each watch along its road, every one open when its turn comes. If she founders or arrives before the
list is used up, the rest of it changes nothing, and each list that begins alike is a voyage of its
own. So captains are counted, not endings: of twelve watches with two orders there are always 4,096.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.ship.ship import Outcome


class Method(StrEnum):
    """How a census was taken."""

    EXHAUSTIVE = "exhaustive"
    SAMPLED = "sampled"


class Limit(StrEnum):
    """What stopped a census from counting every voyage."""

    NONE = ""
    VOYAGES = "voyages"
    MEMORY = "memory"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies, 0 to 1, with 95 % confidence (Wilson)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of some voyages: whole numbers, unless a census weighs chances.

    interval: of the share that arrived, if these voyages are a sample.
    """

    voyages: float
    outcomes: Mapping[Outcome, float]
    interval: Interval | None

    @property
    def arrived(self) -> float:
        """The share that arrived, 0 to 1."""
        return self.outcomes.get(Outcome.ARRIVED, 0) / self.voyages if self.voyages else 0.0


@dataclass(frozen=True, slots=True)
class CourseShare:
    """The voyages with one share of course orders, 0 to 1."""

    share: float
    tally: Tally


@dataclass(frozen=True, slots=True)
class Census:
    """What became of all voyages, or of a sample of them.

    limit: what stopped it from counting them all. endings: voyages by the ending's id.
    by_course_share: every share that occurs, rising.
    """

    method: Method
    limit: Limit
    tally: Tally
    endings: Mapping[str, float]
    by_course_share: tuple[CourseShare, ...]
