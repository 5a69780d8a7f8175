"""Coverage: what of a scenario the captains have met, and why they have not met the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from game.playtest.coverage_run import CoverageRun, came_back, could, took_order
from game.simulation.voyages import Voyages


class Why(StrEnum):
    """Why nobody has met something."""

    ORPHAN = "orphan"
    """No order leads there."""
    LOCKED = "locked"
    """Its watch was reached, but it could never be given."""
    BEYOND = "beyond limits"
    """It can be reached, and none of these voyages did."""


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that nobody has met. what: watch, order, outcome, later or line; path: its keys."""

    what: str
    path: tuple[str | int, ...]
    line: int
    why: Why


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much there is of each kind of thing, how much was met, and what was not."""

    met: dict[str, int]
    of: dict[str, int]
    missed: tuple[Missed, ...]


def coverage_of(played: CoverageRun) -> Coverage:
    """What all captains together have met."""
    met: dict[str, int] = {}
    of: dict[str, int] = {}
    missed: list[Missed] = []
    linked = _linked(played)
    for what, path, came, could_be in _things(played):
        of[what] = of.get(what, 0) + 1
        met[what] = met.get(what, 0) + came
        if not came:
            why = Why.BEYOND if could_be else Why.LOCKED
            why = why if path[1] in linked else Why.ORPHAN
            missed.append(Missed(what, path, played.at(*path).line, why))
    return Coverage(met, of, tuple(missed))


def _linked(played: CoverageRun) -> set[str]:
    """The watches that orders lead to."""
    found = [played.scenario.first_watch]
    for watch in found:
        found += [onward for onward in played.scenario.onward(watch) if onward not in found]
    return set(found)


def _things(played: CoverageRun) -> Iterator[tuple[str, tuple[str | int, ...], bool, bool]]:
    """Everything that can be met: what, where, whether it was, and whether it could have been."""
    every = tuple(played.by.values())
    reached = [_any(every, number) for number in range(len(played.watches))]
    for number, watch in enumerate(played.watches):
        yield "watch", ("watches", watch.id), reached[number], True
        for voice in watch.says:
            yield "line", ("watches", watch.id, "says", voice), reached[number], True
    for number, place, watch, order in played.orders():
        path = ("watches", watch.id, "orders", order.id)
        given = any(took_order(voyages, number, place).any() for voyages in every)
        offered = any(could(voyages, number, place).any() for voyages in every)
        open_ = offered or not reached[number]
        yield "order", path, given, open_
        for turn in range(len(order.chances) if len(order.chances) > 1 else 0):
            came = any(
                (took_order(voyages, number, place) & (voyages.turns == turn)).any()
                for voyages in every
            )
            yield "outcome", (*path, "outcomes", turn), came, open_
        for nth, later in enumerate(order.later):
            came = any(
                (
                    took_order(voyages, number, place).any(axis=0)
                    & came_back(played, voyages, later)
                ).any()
                for voyages in every
            )
            yield "later", (*path, "later", nth), came, open_


def _any(every: tuple[Voyages, ...], watch: int) -> bool:
    return any((voyages.watches == watch).any() for voyages in every)
