"""The census: every voyage that could be sailed in one scenario and weather, counted.

A voyage, here, is a list of orders that a captain could have decided on before casting off: one for
each watch along its road, every one open when its turn comes. If she founders or arrives before the
list is used up, the rest of it changes nothing, and each list that begins alike is a voyage of its
own. So captains are counted, not endings: of twelve watches with two orders there are always 4,096.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from math import inf
from typing import TYPE_CHECKING

from game.scenario.model.scenario import Scenario
from game.simulation.census_result import Census, Method, StoppedBy, census_from
from game.simulation.enumeration.sampling_without_numpy import sample_without_numpy
from game.simulation.progress import Clock, Tell, ignore_progress, never
from game.voyage.voyage import Voyage, new_voyage

if TYPE_CHECKING:
    from game.simulation.enumeration.counting import Counting


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
        return census_from(
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
    alone is too much to count, so is every watch before. Samples are small but for the first, of
    which every mix is told.
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
        censuses.append(_taken(counting, limit, heard, few=number > 1))
        onward, order = counting, voyage.gave[-1] if voyage.gave else ""
    return censuses[::-1]


def _halving(tell: Tell, number: int) -> Tell:
    """How much of all the work is done, if each watch takes as much as all the later ones."""
    return lambda share: tell(0.5**number * (1 + share))


def _taken(counting: Counting, limit: StoppedBy, tell: Tell, *, few: bool = False) -> Census:
    """The census of what was counted or, where that stopped at a limit, of a sample."""
    from game.simulation.enumeration.sampling import ENOUGH, FEWER, sample_voyages

    if limit is StoppedBy.NONE:
        return census_from(counting.cells(), Method.EXHAUSTIVE, limit)
    drawn = sample_voyages(counting.sea, counting.start, tell, FEWER if few else ENOUGH)
    return census_from(drawn, Method.SAMPLED, limit)


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
