"""What the coverage is taken from: a scenario, its file, and every captain's voyages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from game.findings import Finding, Position
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Later, Order, Scenario, Watch
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml
from game.ship.ship import Outcome
from game.simulation.captains import ALTERNATE_SAILS, RANDOM
from game.simulation.confidence import wilson_interval
from game.simulation.voyages import FIGURES, NONE, Voyages
from game.voyage.table import OUTCOMES

if TYPE_CHECKING:
    from numpy.typing import NDArray

GAUGE = {gauge: row for row, gauge in enumerate(FIGURES)}


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; low, high: where the share lies with 95 % confidence, 0 to 1."""

    part: int
    whole: int
    share: float
    low: float
    high: float


def share_of(part: Any, whole: Any) -> Share:
    """The share of a count."""
    interval = wilson_interval(int(part), int(whole))
    share = int(part) / int(whole) if whole else 0.0
    return Share(
        int(part),
        int(whole),
        *(round(figure, 6) for figure in (share, interval.low, interval.high)),
    )


@dataclass(frozen=True, slots=True)
class Example:
    """One voyage: whose, in which sea, and the orders that anyone can give again.

    captain, seed: empty and None for orders in the weather as written.
    """

    captain: str
    seed: int | None
    orders: tuple[str, ...]
    outcome: Outcome | None
    ending: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding, and a voyage that shows it."""

    finding: Finding
    example: Example | None = None


class CoverageRun:
    """A scenario and every captain's voyages in the same seas."""

    def __init__(self, loaded: LoadedScenario, voyages: Mapping[str, Voyages]) -> None:
        root, _, self.ignores = parse_yaml(loaded.file, loaded.text.encode())
        if root is None:
            raise ValueError(f"{loaded.file} was read once, and cannot be read again")
        self.source = FileTree(root)
        self.scenario: Scenario = loaded.scenario
        self.by = voyages
        self.watches: list[Watch] = list(loaded.scenario.watches.values())
        orders = (order for watch in self.watches for order in watch.orders.values())
        self.laters = [later for order in orders for later in order.later]

    def at(self, *path: str | int) -> Position:
        """Where something stands in the file, or the nearest thing above it that does."""
        return self.source.find(path).key_at

    @cached_property
    def changes(self) -> NDArray[np.float64]:
        """How each watch changed the gauges of the random captain's voyages."""
        return np.diff(self.by[RANDOM.name].gauges, axis=0)

    @property
    def tellers(self) -> dict[str, Voyages]:
        """The captains by whom endings are counted: who takes turns counts once among them."""
        return {name: one for name, one in self.by.items() if name != ALTERNATE_SAILS.name}

    def orders(self) -> Iterable[tuple[int, int, Watch, Order]]:
        """Every order with its watch, and the numbers of both."""
        for number, watch in enumerate(self.watches):
            for place, order in enumerate(watch.orders.values()):
                yield number, place, watch, order

    def example(self, captain: str, which: NDArray[np.bool_]) -> Example | None:
        """The first voyage of a captain of which something is true, or None."""
        if not which.any():
            return None
        return self.voyage(captain, int(np.argmax(which)))

    def voyage(self, captain: str, number: int) -> Example:
        """One of a captain's voyages."""
        voyages = self.by[captain]
        length = int(voyages.length[number])
        given = zip(voyages.watches[:length, number], voyages.orders[:length, number], strict=True)
        return Example(
            captain,
            voyages.seeds[number],
            tuple(list(self.watches[watch].orders)[order] for watch, order in given),
            OUTCOMES[voyages.outcome[number]],
            self.scenario.endings[voyages.ending[number]].id,
        )


def join_ids(parts: list[Voyages]) -> Voyages:
    """One captain's voyages over more seeds; the last axis of every array is the voyage."""
    arrays = {
        field.name: np.concatenate([getattr(part, field.name) for part in parts], axis=-1)
        for field in fields(Voyages)
        if field.name not in ("captain", "seeds", "lowest")
    }
    seeds = tuple(seed for part in parts for seed in part.seeds)
    lowest = np.min([part.lowest for part in parts], axis=0)
    return Voyages(captain=parts[0].captain, seeds=seeds, lowest=lowest, **arrays)


def took_order(voyages: Voyages, watch: int, order: int) -> NDArray[np.bool_]:
    """By watch of the voyage and by voyage: where this order was given."""
    given: NDArray[np.bool_] = (voyages.watches == watch) & (voyages.orders == order)
    return given


def came_back(played: CoverageRun, voyages: Voyages, later: Later) -> NDArray[np.bool_]:
    """By voyage: whether a consequence, or one exactly like it, came back."""
    alike = [number for number, one in enumerate(played.laters) if one == later]
    return np.asarray((voyages.returned[alike] != NONE).any(axis=0))


def could(voyages: Voyages, watch: int, order: int) -> NDArray[np.bool_]:
    """By watch of the voyage and by voyage: where this order could be given."""
    offered: NDArray[np.bool_] = (voyages.watches == watch) & (voyages.offered >> order & 1 > 0)
    return offered
