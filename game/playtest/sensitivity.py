"""Which figures of the file move arrival most, if they were a fifth less or more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.findings import Position
from game.playtest.coverage_run import CoverageRun
from game.scenario.model.scenario import Scenario
from game.ship.ship import Outcome
from game.simulation.draws import Draws, Path
from game.simulation.variants import outcomes_of_variants
from game.voyage.table import OUTCOMES, compile_table

LESS, MORE = 0.8, 1.2
SEEDS = 300
"""Random captains a figure, in the same seas and with the same luck for each."""
AT_ONCE = 96
"""Figures that are tried at once: fewer take longer each, more leave less for several processes."""
TOP = 10


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """A figure, and the share of random captains that arrive with a fifth less, and more."""

    name: str
    line: int
    written: float
    less: float
    more: float

    @property
    def moves(self) -> float:
        """How far arrival moves between the two."""
        return abs(self.more - self.less)


@dataclass(frozen=True, slots=True)
class Shares:
    """Of each figure of a portion, the share that arrives with less of it, and with more."""

    each: tuple[tuple[float, float], ...]


def paths_of(scenario: Scenario) -> list[tuple[Path, float]]:
    """Every figure that is tried, and as what it is written."""
    return [(path, figure) for path, figure in _figures(scenario) if figure]


def _figures(scenario: Scenario) -> Iterator[tuple[Path, float]]:
    yield ("voyage", "distance"), scenario.distance
    for gauge, figure in scenario.start.items():
        yield ("voyage", "start", gauge), figure
    for watch in scenario.watches.values():
        at, weather = ("watches", watch.id), watch.weather
        for name in ("wind", "shift", "complexity"):
            yield (*at, "weather", name), getattr(weather, name)
        for order in watch.orders.values():
            for turn, chance in enumerate(order.chances):
                for gauge, change in chance.effects.items():
                    yield (*at, "orders", order.id, "outcomes", turn, "effects", gauge), change
    for number, later in enumerate(compile_table(scenario).laters):
        for gauge, change in later.effects.items():
            yield ("laters", number, gauge), change


def portions(scenario: Scenario) -> list[tuple[Path, ...]]:
    """The figures' paths, in portions that are tried at once."""
    paths = tuple(path for path, _ in paths_of(scenario))
    return [paths[start : start + AT_ONCE] for start in range(0, len(paths), AT_ONCE)]


def try_figures(seas: Draws, paths: Sequence[Path]) -> Shares:
    """The shares that arrive with a fifth less, and a fifth more, of each of these figures."""
    ended = outcomes_of_variants(seas, [{path: by} for path in paths for by in (LESS, MORE)])
    arrived = (ended == OUTCOMES.index(Outcome.ARRIVED)).reshape(len(paths), 2, SEEDS).sum(axis=2)
    return Shares(tuple((less / SEEDS, more / SEEDS) for less, more in arrived.tolist()))


def sensitivities_of(played: CoverageRun, results: Iterable[Shares]) -> tuple[Sensitivity, ...]:
    """The figures that move arrival most."""
    shares = [pair for portion in results for pair in portion.each]
    tried = zip(paths_of(played.scenario), shares, strict=True)
    most = sorted(tried, key=lambda figure: -abs(figure[1][1] - figure[1][0]))[:TOP]
    return tuple(
        Sensitivity(_name(played, path), _at(played, path).line, written, less, more)
        for (path, written), (less, more) in most
    )


def _written(played: CoverageRun, path: Path) -> Path:
    """Where in the file a figure stands; one that is not written there, where it would."""
    if path[0] != "laters":
        turns = "outcomes" in path
        with_own = turns and played.source.find(path).path != path
        return (*path[:4], "effects", path[-1]) if with_own else path
    paths = [
        ("watches", watch.id, "orders", order.id, "later", nth, "effects", path[-1])
        for _, _, watch, order in played.orders()
        for nth in range(len(order.later))
    ]
    return paths[int(path[1])]


def _name(played: CoverageRun, path: Path) -> str:
    return ".".join(map(str, _written(played, path)))


def _at(played: CoverageRun, path: Path) -> Position:
    return played.at(*_written(played, path))
