"""What a census says: what became of all voyages, by their mix of orders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.i18n import N_, _
from game.number_format import counted, percent
from game.ship.ship import Outcome
from game.simulation.confidence import Interval, wilson_interval

Cells = Counter[tuple[Outcome, str, int, int, int]]
"""Voyages by outcome, ending, how many orders they had, how many of course, and how many taught or
shared; see `Tally`.
"""


OFTEN = 2
"""From so many orders on that teach or share, a captain is told apart from one who gave fewer."""


class Method(StrEnum):
    """How a census was taken."""

    EXHAUSTIVE = "exhaustive"
    SAMPLED = "sampled"


class StoppedBy(StrEnum):
    """What stopped a census from counting every voyage."""

    NONE = ""
    VOYAGES = N_("voyages")
    MEMORY = N_("memory")
    SECONDS = N_("seconds")


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
    """The voyages with one share of course orders, 0 to 1.

    shared: of these, the voyages with OFTEN orders or more that taught or shared; none if there
    are no such voyages.
    """

    share: float
    tally: Tally
    shared: Tally | None = None

    @property
    def unshared(self) -> float | None:
        """The share that arrived of the others; none if there are no others."""
        told = self.shared or Tally(0, {}, None)
        voyages = self.tally.voyages - told.voyages
        arrived = self.tally.outcomes.get(Outcome.ARRIVED, 0)
        return (arrived - told.outcomes.get(Outcome.ARRIVED, 0)) / voyages if voyages else None


@dataclass(frozen=True, slots=True)
class MixShare:
    """The voyages with one share of course orders and one of orders that taught or shared."""

    course: float
    shared: float
    tally: Tally


@dataclass(frozen=True, slots=True)
class Census:
    """What became of all voyages, or of a sample of them.

    limit: what stopped it from counting them all; bounds: of the share that arrives, for certain,
    by what was counted until then. endings: voyages by the ending's id. by_course_share: rising;
    in steps of one order of the longest voyage, shorter ones at the nearest step. by_mix: the same
    voyages by what they taught and shared, too.
    """

    method: Method
    limit: StoppedBy
    tally: Tally
    endings: Mapping[str, float]
    by_course_share: tuple[CourseShare, ...]
    bounds: Interval | None = None
    by_mix: tuple[MixShare, ...] = ()

    def at(self, share: float) -> CourseShare:
        """The voyages whose share of course orders is nearest to this one."""
        none = CourseShare(share, Tally(0, {}, Interval(0.0, 1.0)))
        return min(self.by_course_share, key=lambda row: abs(row.share - share), default=none)

    def at_mix(self, course: float, shared: float) -> MixShare:
        """The voyages whose shares of course and of shared orders are nearest to these."""
        none = MixShare(course, shared, Tally(0, {}, Interval(0.0, 1.0)))
        row = self.at(course).share
        near = (cell for cell in self.by_mix if cell.course == row)
        return min(near, key=lambda cell: abs(cell.shared - shared), default=none)

    @property
    def best(self) -> CourseShare:
        """Where most arrived; of samples, where that is surest: no handful of lucky ones wins."""
        return max(self.by_course_share, key=lambda row: surely_arrived(row.tally))

    @property
    def sentence(self) -> str:
        """What it says about captains: the two ends, the best mix, and what sharing brings."""
        rows = self.by_course_share
        if not rows:
            return _("No voyage could be drawn: nearly every list of orders comes to a locked one.")
        best = self.best
        if self.method is Method.SAMPLED:
            return _(
                "Of {voyages} voyages drawn at random, {arrived} arrived: most surely, {most}, "
                "at {share} course orders.",
                voyages=counted(self.tally.voyages),
                arrived=percent(self.tally.arrived),
                most=percent(best.tally.arrived),
                share=percent(best.share),
            )
        best_is = _("Best were {share} course orders:", share=percent(best.share))
        return f"{ends_of(self)} {best_is} {tell_sharing(best)}"

    def sentence_for(self, share: float) -> str:
        """What it says to a captain who gave this share of course orders."""
        if not self.by_course_share:
            return self.sentence
        mine = self.at(share)
        head = ends_of(self)
        if self.method is Method.SAMPLED:
            voyages = counted(self.tally.voyages)
            head = _("{voyages} voyages were drawn at random.", voyages=voyages)
        best = _(
            "Best were {share} course orders: {arrived} arrived.",
            share=percent(self.best.share),
            arrived=percent(self.best.tally.arrived),
        )
        yours = _("Of those with your {share}:", share=percent(mine.share))
        return f"{head} {best} {yours} {tell_sharing(mine)}"


def surely_arrived(tally: Tally) -> float:
    """The share that arrived; of a sample, the least that it is likely to be."""
    return tally.interval.low if tally.interval else tally.arrived


def tell_sharing(row: CourseShare) -> str:
    """How many of a mix arrived, and how many of those who taught or shared more than once."""
    if row.shared is None or row.unshared is None:
        return _("{arrived} arrived.", arrived=percent(row.tally.arrived))
    return _(
        "{few} arrived with at most one taught or shared order, {many} with more.",
        few=percent(row.unshared),
        many=percent(row.shared.arrived),
    )


def ends_of(census: Census) -> str:
    """How those fared who did nothing but one thing."""
    first, last = census.by_course_share[0], census.by_course_share[-1]
    if first.tally.arrived == last.tally.arrived == 0:
        if (first.share, last.share) == (0, 1):
            return _("Nobody arrived on course orders alone, or without any.")
        held = {"first": percent(first.share), "last": percent(last.share)}
        return _("With {first} or {last} course orders nobody arrived.", **held)
    return _(
        "With {first} course orders {few} arrived, with {last} {many}.",
        first=percent(first.share),
        few=percent(first.tally.arrived),
        last=percent(last.share),
        many=percent(last.tally.arrived),
    )


def census_from(cells: Cells, method: Method, limit: StoppedBy) -> Census:
    sampled = method is Method.SAMPLED
    longest = max((orders for _, _, orders, *_ in cells), default=1)
    outcomes: Counter[Outcome] = Counter()
    endings: Counter[str] = Counter()
    steps: dict[int, Counter[Outcome]] = {}
    mixes: dict[tuple[int, int], Counter[Outcome]] = {}
    often: dict[int, Counter[Outcome]] = {}
    for (outcome, ending, orders, course, shared), voyages in sorted(cells.items()):
        outcomes[outcome] += voyages
        endings[ending] += voyages
        step, height = ((2 * n * longest + orders) // (2 * orders) for n in (course, shared))
        steps.setdefault(step, Counter())[outcome] += voyages
        mixes.setdefault((step, height), Counter())[outcome] += voyages
        if shared >= OFTEN:
            often.setdefault(step, Counter())[outcome] += voyages

    def told(found: Counter[Outcome]) -> Tally:
        return _tally(found, sampled)

    return Census(
        method,
        limit,
        told(outcomes),
        {ending: _neat(voyages) for ending, voyages in endings.items()},
        tuple(
            CourseShare(step / longest, told(found), told(often[step]) if step in often else None)
            for step, found in sorted(steps.items())
        ),
        by_mix=tuple(
            MixShare(step / longest, height / longest, told(found))
            for (step, height), found in sorted(mixes.items())
        ),
    )


def _tally(outcomes: Counter[Outcome], sampled: bool) -> Tally:
    voyages = outcomes.total()
    interval = wilson_interval(outcomes[Outcome.ARRIVED], voyages) if sampled else None
    return Tally(_neat(voyages), {outcome: _neat(n) for outcome, n in outcomes.items()}, interval)


def _neat(voyages: float) -> float:
    """A count without the rounding errors of weighed chances."""
    return voyages if isinstance(voyages, int) else float(f"{voyages:.12g}")
