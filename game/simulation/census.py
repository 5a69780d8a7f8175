"""The census: every voyage that could be sailed in one scenario and weather, counted.

A voyage, here, is a list of orders that a captain could have decided on before casting off: one for
each watch along its road, every one open when its turn comes. If she founders or arrives before the
list is used up, the rest of it changes nothing, and each list that begins alike is a voyage of its
own. So captains are counted, not endings: of twelve watches with two orders there are always 4,096.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib.util import find_spec
from math import inf
from typing import TYPE_CHECKING

from game.i18n import N_, _
from game.number_format import counted, percent
from game.scenario.model.scenario import Scenario
from game.ship.ship import Outcome
from game.simulation.confidence import Interval, wilson_interval
from game.simulation.enumeration.sampling_without_numpy import sample_without_numpy
from game.voyage.voyage import Voyage, new_voyage

if TYPE_CHECKING:
    from game.simulation.enumeration.counting import Counting


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
    """The voyages with one share of course orders, 0 to 1."""

    share: float
    tally: Tally


@dataclass(frozen=True, slots=True)
class Census:
    """What became of all voyages, or of a sample of them.

    limit: what stopped it from counting them all; bounds: of the share that arrives, for certain,
    by what was counted until then. endings: voyages by the ending's id. by_course_share: rising;
    in steps of one order of the longest voyage, shorter ones at the nearest step.
    """

    method: Method
    limit: StoppedBy
    tally: Tally
    endings: Mapping[str, float]
    by_course_share: tuple[CourseShare, ...]
    bounds: Interval | None = None

    def at(self, share: float) -> CourseShare:
        """The voyages whose share of course orders is nearest to this one."""
        none = CourseShare(share, Tally(0, {}, Interval(0.0, 1.0)))
        return min(self.by_course_share, key=lambda row: abs(row.share - share), default=none)

    @property
    def best(self) -> CourseShare:
        """Where most arrived; of samples, where that is surest: no handful of lucky ones wins."""

        def arrived(row: CourseShare) -> float:
            return row.tally.interval.low if row.tally.interval else row.tally.arrived

        return max(self.by_course_share, key=arrived)

    @property
    def sentence(self) -> str:
        """What it says about captains: the two ends, and the middle or the best."""
        rows = self.by_course_share
        if not rows:
            return _("No voyage could be drawn: nearly every list of orders comes to a locked one.")
        if self.method is Method.SAMPLED:
            return _(
                "Of {voyages} voyages drawn at random, {arrived} arrived: most surely, {most}, "
                "at {share} course orders.",
                voyages=counted(self.tally.voyages),
                arrived=percent(self.tally.arrived),
                most=percent(self.best.tally.arrived),
                share=percent(self.best.share),
            )
        half = next((row for row in rows if row.share == 0.5), None)
        told = half or self.best
        return _(
            "{ends} At {where}, {did} did. Timing is the rest.",
            ends=_ends(rows[0], rows[-1]),
            where=_("exactly half") if told is half else percent(told.share),
            did=percent(told.tally.arrived),
        )


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a census counts before it samples. memory: bytes that ships at sea may take."""

    voyages: int = 20_000_000
    memory: int = 400_000_000
    seconds: float = inf


LIMITS = Limits()
SURE, HOPELESS = 100_000, 10
"""From so many ships on, a count is given up that would come to so many times its limit."""
HAS_NUMPY = find_spec("numpy") is not None
"""Without it, voyages are sailed one by one, and a census is a small sample."""
Cells = Counter[tuple[Outcome, str, int, int]]
"""Voyages by outcome, ending, how many orders they had, and how many of course; see `Tally`."""
Clock = Callable[[], float]
Tell = Callable[[float], None]
"""Hears how much of the work is done, 0 to 1."""


def never() -> float:
    """Time stands still, and limits nothing."""
    return 0.0


def ignore_progress(_: float) -> None:
    """A progress callback that does nothing."""


def census_of(
    scenario: Scenario,
    seed: int | None,
    limits: Limits = LIMITS,
    clock: Clock = never,
    tell: Tell = ignore_progress,
) -> Census:
    """Every voyage of a scenario and seed, or a sample of them.

    With a seed, weather and luck are the ones that a captain with this seed meets. Without one,
    the weather is as written, and a voyage counts once for each way its luck can turn out, weighed
    by the chances in the file.
    """
    return census_onward_from(scenario, seed, new_voyage(scenario, seed or 0), limits, clock, tell)


def census_onward_from(
    scenario: Scenario,
    seed: int | None,
    voyage: Voyage,
    limits: Limits = LIMITS,
    clock: Clock = never,
    tell: Tell = ignore_progress,
) -> Census:
    """Every voyage that begins like this one, which must not be over, or a sample of them."""
    if seed is not None and not HAS_NUMPY:
        return _census(
            sample_without_numpy(scenario, voyage, tell), Method.SAMPLED, StoppedBy.VOYAGES
        )
    from game.simulation.columns import Columns
    from game.simulation.enumeration.counting import Counting, start_of
    from game.simulation.one_sea import OneSea

    sea = OneSea(Columns(scenario), seed)
    counting = Counting(sea, start_of(sea, voyage))
    limit = _count(counting, limits, clock, tell)
    census = _taken(counting, limit, tell)
    return replace(census, bounds=counting.bounds()) if limit else census


def censuses_along(
    scenario: Scenario,
    stood: Sequence[Voyage],
    limits: Limits = LIMITS,
    tell: Tell = ignore_progress,
) -> list[Census]:
    """The census from each watch of one voyage on; it must be over in none of them.

    The last is taken first. What the captain ordered next is then counted already, and where that
    alone is too much to count, so is every watch before.
    """
    if not HAS_NUMPY:
        return [
            census_onward_from(scenario, voyage.seed, voyage, limits, never, tell)
            for voyage in stood
        ]
    from game.simulation.columns import Columns
    from game.simulation.enumeration.counting import Counting, start_of
    from game.simulation.one_sea import OneSea

    sea = OneSea(Columns(scenario), stood[0].seed)
    censuses: list[Census] = []
    limit, onward, order = StoppedBy.NONE, None, ""
    for number, voyage in reversed(list(enumerate(stood, 1))):
        heard = _halving(tell, number)
        counting = Counting(sea, start_of(sea, voyage))
        if limit is StoppedBy.NONE:
            if onward:
                counting.take_over(onward, order)
            limit = _count(counting, limits, never, heard)
        censuses.append(_taken(counting, limit, heard))
        onward, order = counting, voyage.gave[-1] if voyage.gave else ""
    return censuses[::-1]


def _halving(tell: Tell, number: int) -> Tell:
    """How much of all the work is done, if each watch takes as much as all the later ones."""
    return lambda share: tell(0.5**number * (1 + share))


def _taken(counting: Counting, limit: StoppedBy, tell: Tell) -> Census:
    """The census of what was counted or, where that stopped at a limit, of a sample."""
    from game.simulation.enumeration.sampling import sample_voyages

    if limit is StoppedBy.NONE:
        return _census(counting.cells(), Method.EXHAUSTIVE, limit)
    return _census(sample_voyages(counting.sea, counting.start, tell), Method.SAMPLED, limit)


def _count(counting: Counting, limits: Limits, clock: Clock, tell: Tell) -> StoppedBy:
    """Count to the end, or to the limit that is returned."""
    began = clock()
    while counting.sail():
        ships, settled = counting.runs + counting.waiting, counting.settled / counting.all
        if ships > limits.voyages or (ships > SURE and ships > HOPELESS * limits.voyages * settled):
            return StoppedBy.VOYAGES
        if counting.memory > limits.memory:
            return StoppedBy.MEMORY
        if clock() - began > limits.seconds:
            return StoppedBy.SECONDS
        tell(settled)
    return StoppedBy.NONE


def _census(cells: Cells, method: Method, limit: StoppedBy) -> Census:
    sampled = method is Method.SAMPLED
    longest = max((orders for _, _, orders, _ in cells), default=1)
    outcomes: Counter[Outcome] = Counter()
    endings: Counter[str] = Counter()
    steps: dict[int, Counter[Outcome]] = {}
    for (outcome, ending, orders, course), voyages in cells.items():
        outcomes[outcome] += voyages
        endings[ending] += voyages
        step = (2 * course * longest + orders) // (2 * orders)
        steps.setdefault(step, Counter())[outcome] += voyages
    rows = (CourseShare(step / longest, _tally(steps[step], sampled)) for step in sorted(steps))
    told = {ending: _neat(voyages) for ending, voyages in endings.items()}
    return Census(method, limit, _tally(outcomes, sampled), told, tuple(rows))


def _tally(outcomes: Counter[Outcome], sampled: bool) -> Tally:
    voyages = outcomes.total()
    interval = wilson_interval(outcomes[Outcome.ARRIVED], voyages) if sampled else None
    return Tally(_neat(voyages), {outcome: _neat(n) for outcome, n in outcomes.items()}, interval)


def _ends(first: CourseShare, last: CourseShare) -> str:
    if first.tally.arrived == last.tally.arrived == 0:
        held = {"first": percent(first.share), "last": percent(last.share)}
        return _("{first} and {last} course never arrived.", **held)
    return " ".join(
        _(
            "At {share} course, {arrived} arrived.",
            share=percent(row.share),
            arrived=percent(row.tally.arrived),
        )
        for row in (first, last)
    )


def _neat(voyages: float) -> float:
    """A count without the rounding errors of weighed chances."""
    return voyages if isinstance(voyages, int) else float(f"{voyages:.12g}")
