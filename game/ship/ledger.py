"""The ledger of a watch: what moved way and stability, term by term. Its words are in `why.py`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import prod

from game.i18n import N_, _
from game.ship.gauges import GAUGES
from game.ship.numbers import ONE, cosine
from game.ship.passage import Passage
from game.ship.ship import Ship
from game.ship.weather import Weather


class Term(StrEnum):
    """Something that moved a watch."""

    WIND = "light wind"
    CURRENT = "current"
    COURSE = "course"
    HEEL = "too much sail"
    CANVAS = "too little sail"
    HABIT = "habit"
    CREW = "crew"
    HULL = "hull"
    WEAR = "wear"
    MENDED = "mended"
    UNASKED = "mended unasked"
    LIFTED = "lifted"
    TIRED = "tired"
    ORDER = "order"

    @property
    def words(self) -> str:
        """What it is called in a list."""
        return _(TERMS[self])


TERMS = {
    Term.WIND: N_("light wind"),
    Term.CURRENT: N_("the sea's moves"),
    Term.COURSE: N_("bow off port"),
    Term.HEEL: N_("too much sail"),
    Term.CANVAS: N_("too little sail"),
    Term.HABIT: N_("one kind of order"),
    Term.CREW: N_("crew spirit"),
    Term.HULL: N_("worn hull"),
    Term.WEAR: N_("worn by the sea"),
    Term.MENDED: N_("mended, ordered"),
    Term.UNASKED: N_("mended, unasked"),
    Term.LIFTED: N_("lifted by leading"),
    Term.TIRED: N_("tired by strain"),
    Term.ORDER: N_("the order itself"),
}


@dataclass(frozen=True, slots=True)
class Pace:
    """Percent of the voyage in one watch. best: a perfect one; needed: to arrive in the last."""

    best: float
    needed: float


@dataclass(frozen=True, slots=True)
class Ledger:
    """What moved a watch.

    way, stability, crew: what it would have made more (below 0) or less (above 0) without each
    term, in percent of the voyage and in points of 100. made: percent of the voyage, the order's
    own effects counted. costs: what those took, by gauge, in the gauge's units.
    """

    way: dict[Term, float]
    stability: dict[Term, float]
    crew: dict[Term, float]
    made: float
    pace: Pace
    costs: dict[str, float]

    @property
    def way_steps(self) -> dict[Term, float]:
        """Way's terms as steps from a perfect watch to what was made.

        Each term alone does not tell what several of them took together: here they share it.
        """
        gains = sum(by for by in self.way.values() if by > 0)
        losses = sum(by for by in self.way.values() if by < 0)
        share = (self.made - self.pace.best - gains) / losses if losses else 1.0
        return {term: by * share if by < 0 else by for term, by in self.way.items()}


def pace_needed(progress: float, watches: int) -> float:
    """Percent of the voyage that each of the watches that are left must make."""
    return max(0.0, 100 - progress) / watches


def ledger_of(
    passage: Passage[float], weather: Weather[float], met: Ship[float], pace: Pace
) -> Ledger:
    """The ledger of a watch; met: the ship as it found her, before the order's own effects."""
    begun = passage.begun
    return Ledger(
        way={
            **_slowed(passage, weather, pace.best),
            **_turned(passage, weather, met, pace.best * passage.speed),
        },
        stability=_stability(passage, begun.stability - met.stability),
        crew={
            Term.LIFTED: passage.toll.lifted,
            Term.TIRED: -passage.toll.tired,
            Term.ORDER: begun.crew - met.crew,
        },
        made=passage.ship.progress - met.progress,
        pace=pace,
        costs=dict(_costs(met, begun)),
    )


def _slowed(passage: Passage[float], weather: Weather[float], best: float) -> dict[Term, float]:
    """What her speed lacked; who sails away from port loses nothing by being slow."""
    begun, fit = passage.begun, min(1.0, weather.wind)
    shares = {
        Term.WIND: fit,
        Term.CANVAS: min(passage.heel, 1.0) ** 0.5 / fit,
        Term.HEEL: max(0.3, 1 - 0.35 * passage.over),
        Term.HABIT: 1 - 0.2 * (1 - passage.hands.balance),
        Term.CREW: 0.7 + 0.3 * begun.crew / 100,
        Term.HULL: 0.6 + 0.4 * begun.stability / 100,
    }
    toward = best * max(0.0, cosine(passage.steered))
    return {
        term: -toward * (1 - share) * prod(shares[one] for one in shares if one is not term)
        for term, share in shares.items()
    }


def _turned(
    passage: Passage[float], weather: Weather[float], met: Ship[float], run: float
) -> dict[Term, float]:
    """What her course lacked, and what the order's own effects did to way and course.

    run: the way that she would have made with her bow on port.
    """
    begun = passage.begun
    kept = passage.steered / begun.course_error if begun.course_error else 1.0
    unmoved = run * cosine(kept * max(0.0, met.course_error - weather.shift))
    unordered = run * cosine(kept * met.course_error)
    sailed = run * cosine(passage.steered)
    return {
        Term.CURRENT: unordered - unmoved,
        Term.COURSE: unmoved - run,
        Term.ORDER: begun.progress - met.progress + sailed - unordered,
    }


def _stability(passage: Passage[float], own: float) -> dict[Term, float]:
    toll, hands = passage.toll, passage.hands
    by_crew = ONE.clip(hands.unasked / hands.managed, 0.0, 1.0) if hands.managed else 0.0
    return {
        Term.WEAR: -toll.worn,
        Term.HEEL: -toll.strained,
        Term.MENDED: toll.mended * (1 - by_crew),
        Term.UNASKED: toll.mended * by_crew,
        Term.ORDER: own,
    }


def _costs(met: Ship[float], begun: Ship[float]) -> dict[str, float]:
    """Of the gauges of which more is better, or worse; canvas is neither."""
    changes = {
        name: getattr(begun, name) - getattr(met, name) if gauge.is_good else 0.0
        for name, gauge in GAUGES.items()
    }
    changes["course_error"] = met.course_error - begun.course_error
    return {name: -change for name, change in changes.items() if change < 0}
