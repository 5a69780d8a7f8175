"""Which figures of the file would put right who arrives, and by how much.

A search that goes step by step: of all figures of way, start and weather, a little less or more,
the one that helps most; then the next. What it finds is tried in seas that it has not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from game.playtest.coverage_run import CoverageRun
from game.playtest.guard_rails import BY_ROTE, distance_beyond_rails
from game.playtest.sensitivity import paths_of
from game.scenario.model.scenario import Scenario
from game.ship.gauges import GAUGE_RANGES
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS, GAUGES_ONLY, RANDOM
from game.simulation.columns import Columns
from game.simulation.draws import Draws, Path, draw_seas, vary
from game.simulation.voyages import outcomes_of
from game.voyage.sea import forecast
from game.voyage.table import OUTCOMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

JUDGED = (ALL_COURSE, ALL_SAILS, *BY_ROTE, RANDOM, GAUGES_ONLY, ADAPTIVE)
FAR = (0.4, 0.5, 0.6, 0.7, 0.75, 0.85, 0.95, 1.05, 1.15, 1.33, 1.5, 1.7, 2.0, 2.5)
STEPS, COARSE = (0.8, 0.9, 1.1, 1.25), (0.8, 1.25)
"""How far a figure is turned in one step: the way, too; any figure; and one watch's weather."""
MARGIN = 0.02
"""So far inside the rails the search wants to come: its voyages are few."""
SEEDS, TRIED = 60, 1_000
"""Voyages of each captain for each step of the search; and for what it has found."""
AT_ONCE = 24
"""Variants that are sailed at once: more would not fit the processor's cache."""
ROUNDS, MOST = 6, 3
"""Steps of the search, and figures that are turned: with more, a writer had better think again."""
RANGES = {"wind": (0.3, 1.9), "shift": (0, 46), "distance": (10, 400)}
"""What the format allows; beside the gauges."""

Changed = Mapping[Path, float]


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A figure to turn. name: as in the file, with dots; write: what to write on its line."""

    name: str
    line: int
    written: float
    to: float
    write: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Suggested value changes; `mends`: every arrival guard-rail then holds."""

    turns: tuple[ValueChange, ...]
    mends: bool


def suggestion_for(played: CoverageRun) -> Suggestion | None:
    """What to turn where the shares of those who arrive break a guard-rail, if anything helps."""
    scenario, seeds = played.scenario, played.by[RANDOM.name].seeds
    everyone = {name: voyages.outcome for name, voyages in played.by.items()}
    if not distance_beyond_rails(_shares(everyone), scenario.teaches):
        return None
    columns = Columns(scenario)
    search = _Search(scenario, draw_seas(columns, seeds[:SEEDS]))
    best = search.best()
    if not best:
        return None
    unseen = range(max(seeds) + 1, max(seeds) + 1 + TRIED)
    (left,) = _Search(scenario, draw_seas(columns, unseen)).judge([best], margin=0)
    return Suggestion(tuple(_turn(played, path, search, best) for path in best), not left)


def _shares(ended: Mapping[str, NDArray[np.int8]]) -> dict[str, dict[Outcome, float]]:
    return {
        captain: {outcome: float((how == n).mean()) for n, outcome in enumerate(OUTCOMES)}
        for captain, how in ended.items()
    }


class _Search:
    """The seas in which figures are turned."""

    def __init__(self, scenario: Scenario, seas: Draws) -> None:
        self.scenario, self.seas = scenario, seas
        about = {"voyage", *RANGES}
        self.written = {path: at for path, at in paths_of(scenario) if about & {*path}}

    def best(self) -> Changed:
        """The figures that help most, one after the other, until nothing is left to mend."""
        best: Changed = {}
        (worst,) = self.judge([best])
        for _ in range(ROUNDS):
            tried = list(self._further(best))
            judged = self.judge(tried) if worst else [worst]
            least = int(np.argmin(judged))
            if judged[least] >= worst:
                break
            best, worst = tried[least], judged[least]
        return best

    def _further(self, best: Changed) -> Iterator[Changed]:
        """One step more, in any figure, as a person would write it."""
        for path, written in self.written.items():
            if path not in best and len(best) == MOST:
                continue
            name = str(path[-1])
            low, high = RANGES.get(name) or GAUGE_RANGES[name]
            now = rounded(written * best.get(path, 1.0))
            steps = (STEPS if path[0] == "voyage" else COARSE) + (FAR if name == "distance" else ())
            for to in sorted({rounded(now * step) for step in steps} - {now}):
                if low <= to <= high and self._keeps_words(path, to):
                    yield {**best, path: to / written}

    def _keeps_words(self, path: Path, to: float) -> bool:
        """Whether the forecast is what it was: a text of a calm is not about a gale."""
        if path[0] != "watches":
            return True
        written = self.scenario.watches[str(path[1])].weather
        return forecast(replace(written, **{str(path[-1]): to}), 0) == forecast(written, 0)

    def judge(self, sweep: Sequence[Changed], margin: float = MARGIN) -> list[float]:
        """How far each is beyond the guard-rails of arrival; 0 if they all hold."""
        told: list[float] = []
        for start in range(0, len(sweep), AT_ONCE):
            some = sweep[start : start + AT_ONCE]
            ended = outcomes_of(vary(self.seas, some), JUDGED)
            sailed = {who.name: how for who, how in zip(JUDGED, ended, strict=True)}
            for number in range(len(some)):
                own = slice(number * len(self.seas.seeds), (number + 1) * len(self.seas.seeds))
                shares = _shares({name: ended[own] for name, ended in sailed.items()})
                told.append(distance_beyond_rails(shares, self.scenario.teaches, margin))
        return told


def rounded(figure: float) -> float:
    """Whole where it is large, else with two digits."""
    return float(round(figure)) if abs(figure) >= 10 else round(figure, 2)


def _turn(played: CoverageRun, path: Path, search: _Search, best: Changed) -> ValueChange:
    spot = played.source.find(path)
    figures = {one: rounded(search.written[one] * factor) for one, factor in best.items()}
    write = f"{path[-1]}: {figures[path]:g}"
    if spot.key and spot.key.text == "weather":  # which is written by its name
        whole = asdict(played.scenario.watches[str(path[1])].weather)
        whole |= {name: figures.get((*path[:-1], name), written) for name, written in whole.items()}
        write = f"weather: {{{', '.join(f'{name}: {to:g}' for name, to in whole.items())}}}"
    name, line = ".".join(map(str, path)), spot.key_at.line
    return ValueChange(name, line, search.written[path], figures[path], write)
