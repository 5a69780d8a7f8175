"""Tasks: what a playtest has to sail, in pieces that any process can do, in any order."""

from __future__ import annotations

import copyreg
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from game.playtest.announced import SEAS, Announced, announced_in
from game.playtest.sensitivity import SEEDS, Shares, portions, try_figures
from game.scenario.model.loaded import LoadedScenario
from game.simulation.captains import CAPTAINS
from game.simulation.columns import Columns
from game.simulation.draws import Draws, Path, draw_seas
from game.simulation.voyages import Voyages, sail_captains

BLOCK = 2_500
"""The most seeds that are sailed at once; many more would not fit the processor's cache."""


@dataclass(frozen=True, slots=True)
class Sail:
    """Sail every captain in these seas."""

    seeds: range


@dataclass(frozen=True, slots=True)
class Try:
    """Try these figures a fifth less and more, in the seas from this seed on."""

    seed: int
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Heed:
    """Measure what heeding what is announced is worth, in the seas from this seed on."""

    seed: int


@dataclass(frozen=True, slots=True)
class Heeded:
    """What heeding is worth in each watch that announces something."""

    each: tuple[Announced, ...]


Task = Sail | Try | Heed
Result = list[Voyages] | Shares | Heeded


def tasks(loaded: LoadedScenario, voyages: int, seed: int, *, figures: bool = True) -> list[Task]:
    """All there is to do for one scenario, the longest first; figures: whether they are tried."""
    end = seed + voyages
    starts = range(seed, end, BLOCK)
    return [
        *(Sail(range(start, min(start + BLOCK, end))) for start in starts),
        Heed(seed),
        *(Try(seed, paths) for paths in portions(loaded.scenario) if figures),
    ]


def run_task(work: tuple[LoadedScenario, Task]) -> Result:
    """What a task comes to, in any process."""
    loaded, task = work
    columns = _columns(loaded)
    match task:
        case Sail(seeds):
            return sail_captains(_seas(columns, seeds), CAPTAINS)
        case Heed(seed):
            return Heeded(tuple(announced_in(_seas(columns, range(seed, seed + SEAS)))))
        case Try(seed, paths):
            return try_figures(_seas(columns, range(seed, seed + SEEDS)), paths)


def _seas(columns: Columns, seeds: range) -> Draws:
    """These seas; those of one scenario that start alike are drawn once."""
    drawn = _drawn.get(seeds.start)
    if drawn is None or drawn.columns is not columns or len(drawn.seeds) < len(seeds):
        _drawn.clear()
        drawn = _drawn[seeds.start] = draw_seas(columns, seeds)
    return drawn if len(drawn.seeds) == len(seeds) else drawn.first(len(seeds))


_drawn: dict[int, Draws] = {}
"""By their first seed: the latest seas."""
_made: dict[str, Columns] = {}
"""By the text of its file: the latest scenario's."""


def _columns(loaded: LoadedScenario) -> Columns:
    """The columns of a scenario; those of the latest are made once."""
    if _made.get(loaded.text) is None:
        _made.clear()
        _made[loaded.text] = Columns(loaded.scenario)
    return _made[loaded.text]


def _view(mapping: dict[str, Any]) -> MappingProxyType[str, Any]:
    """A scenario's mapping, as another process gets it."""
    return MappingProxyType(mapping)


copyreg.pickle(MappingProxyType, lambda view: (_view, (dict(view),)))


@dataclass(slots=True)
class Results:
    """What all tasks of a scenario came to: voyages by block of seeds, shares by portion."""

    sailed: list[list[Voyages]] = field(default_factory=list)
    tried: list[Shares] = field(default_factory=list)
    heeded: tuple[Announced, ...] = ()


def split_results(results: Iterable[Result]) -> Results:
    """The results by what they are."""
    split = Results()
    for result in results:
        match result:
            case Shares():
                split.tried.append(result)
            case Heeded(each):
                split.heeded = each
            case _:
                split.sailed.append(result)
    return split
