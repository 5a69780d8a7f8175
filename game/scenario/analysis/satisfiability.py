"""At which gauges some conditions hold and others fail, given what has happened by then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from game.scenario.analysis.references_index import Fact, Phrase
from game.scenario.model.conditions import BALANCE, Comparison, Flag, GaugeIs, Gave, Not, Visited
from game.ship.gauges import WRITTEN_RANGES

STEPS = 100_000
"""Roads and conditions that take longer than this to follow are left alone."""


@dataclass
class UnsureError(Exception):
    """There are too many ways for conditions to hold or fail together."""


@dataclass(slots=True)
class StepBudget:
    """How long a file may be thought about; it is untrusted."""

    steps: int = STEPS

    def spend(self, steps: int) -> None:
        """Take some steps.

        Raises:
            UnsureError: if they were too many.
        """
        self.steps -= steps
        if self.steps < 0:
            raise UnsureError


NUDGES = {Comparison.AT_LEAST: 0, Comparison.AT_MOST: 0, Comparison.ABOVE: 1, Comparison.BELOW: -1}


@dataclass(frozen=True, slots=True)
class Interval:
    """Figures from low to high; each end is a figure and a nudge: (40, 1) is just above 40."""

    low: tuple[float, int]
    high: tuple[float, int]

    def where(self, comparison: Comparison, figure: float) -> Interval | None:
        """The part of it that compares so, if there is any."""
        low, high, end = self.low, self.high, (figure, NUDGES[comparison])
        if comparison in (Comparison.AT_LEAST, Comparison.ABOVE):
            low = max(low, end)
        else:
            high = min(high, end)
        return Interval(low, high) if low <= high else None

    @property
    def example(self) -> float:
        """A figure of it, a whole one if there is one, near the end that a condition has set."""
        (low, above), (high, below) = self.low, self.high
        least = floor(low) + 1 if above else ceil(low)
        most = ceil(high) - 1 if below else floor(high)
        if least > most:
            return (low + high) / 2
        return least if low > 0 else most


Gauges = Mapping[str, Interval]
"""What every gauge that a condition may read can be."""

OPPOSITE = {
    Comparison.AT_LEAST: Comparison.BELOW,
    Comparison.BELOW: Comparison.AT_LEAST,
    Comparison.AT_MOST: Comparison.ABOVE,
    Comparison.ABOVE: Comparison.AT_MOST,
}
ANY: Gauges = {
    gauge: Interval((low, 0), (high, 0))
    for gauge, (low, high) in {**WRITTEN_RANGES, BALANCE: (0, 100)}.items()
}
"""Whatever the sea has made of her."""


def exactly(figure: float) -> Interval:
    return Interval((figure, 0), (figure, 0))


def possible(
    gauges: Gauges, hold: Sequence[GaugeIs], fail: Sequence[Sequence[GaugeIs]], budget: StepBudget
) -> Gauges | None:
    """Gauges at which all of `hold` hold and one of each in `fail` fails, if there are any.

    Raises:
        UnsureError: if it would take too long to find out.
    """
    budget.spend(len(hold) + len(fail) ** 2)
    for condition in hold:
        part = gauges[condition.gauge].where(condition.comparison, condition.figure)
        if part is None:
            return None
        gauges = {**gauges, condition.gauge: part}
    if not fail:
        return gauges
    found = (possible(gauges, [_opposite(one)], fail[1:], budget) for one in fail[0])
    return next((gauges for gauges in found if gauges is not None), None)


def _opposite(condition: GaugeIs) -> GaugeIs:
    return replace(condition, comparison=OPPOSITE[condition.comparison])


@dataclass(frozen=True, slots=True)
class Scope:
    """What is known where a condition is read: what has happened, and what the gauges can be."""

    facts: frozenset[Fact]
    gauges: Gauges
    budget: StepBudget

    def gauges_where(
        self, hold: Iterable[Phrase] = (), fail: Iterable[Iterable[Phrase]] = ()
    ) -> Gauges | None:
        """Gauges at which all of `hold` hold, and none of the lists in `fail` does as a whole.

        None if there are none. A phrase that cannot be read never decides.

        Raises:
            UnsureError: if it would take too long to find out.
        """
        asked = self._asked(hold)
        if asked is None:
            return None
        others = [self._asked(phrases) for phrases in fail]
        return possible(self.gauges, asked, [one for one in others if one is not None], self.budget)

    def values(self, phrase: Phrase) -> set[bool]:
        """Whether it can hold here, and whether it can fail."""
        can = {True: self.gauges_where([phrase]), False: self.gauges_where(fail=[[phrase]])}
        return {value for value, gauges in can.items() if gauges is not None}

    def _asked(self, phrases: Iterable[Phrase]) -> list[GaugeIs] | None:
        """What phrases ask of the gauges, given the facts; None where a fact forbids them."""
        asked = []
        for phrase in phrases:
            self.budget.spend(1)
            match phrase.condition:
                case GaugeIs() as gauge:
                    asked.append(gauge)
                case Not(GaugeIs() as gauge):
                    asked.append(_opposite(gauge))
                case Not(fact) if fact in self.facts:
                    return None
                case Flag() | Visited() | Gave() as fact if fact not in self.facts:
                    return None
        return asked
