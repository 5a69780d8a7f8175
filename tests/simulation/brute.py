"""A census by hand: every list of orders, one after the other, through the state machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.scenario.model.scenario import UNTAUGHT, Chance, Scenario, Watch
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.census_result import Census
from game.voyage import step as stepping
from game.voyage.flow import Flow, is_open
from game.voyage.luck import chance_of, percents_of
from game.voyage.step import step
from game.voyage.voyage import Give, Voyage, new_voyage


class Cell(NamedTuple):
    """What a list of orders came to, and what was in it."""

    outcome: Outcome
    ending: str
    orders: int
    course: int
    shared: int


def end_after(watches: int, patch: pytest.MonkeyPatch) -> None:
    """Let no voyage be longer than so many watches."""
    for module in (
        "game.voyage.step",
        "game.simulation.enumeration.order_list_counts",
        "game.simulation.batch",
    ):
        patch.setattr(f"{module}.WATCHES", watches)


class Brute:
    """Counts the voyages of one scenario, none longer than `most` watches."""

    def __init__(
        self, scenario: Scenario, seed: int | None, most: int, patch: pytest.MonkeyPatch
    ) -> None:
        self.scenario, self.seed, self.most = scenario, seed, most
        self.flow = Flow(scenario)
        self.turn: Chance
        end_after(most, patch)
        if seed is None:
            patch.setattr(stepping, "weather_of", lambda sea, at, _: sea.watches[at].weather)
            patch.setattr(stepping, "chance_of", lambda *_: self.turn)

    def count(self, voyage: Voyage | None = None) -> Counter[Cell]:
        """What became of every list, from the start or from a voyage under way."""
        cells: Counter[Cell] = Counter()
        start = voyage or new_voyage(self.scenario, self.seed or 0)
        for ended, goto, weight in self._voyages(start, 1):
            given = self._kinds(ended)
            for rest, ways in self._rest(goto, len(ended.sailed)):
                assert ended.outcome
                kinds = (*given, *rest)
                shared = kinds.count(Kind.TEACH) + kinds.count(Kind.BOTH)
                mix = len(kinds), kinds.count(Kind.COURSE), shared
                cells[Cell(ended.outcome, ended.ending, *mix)] += ways * weight  # type: ignore[assignment]
        return cells

    def _turns(
        self, watch: Watch, order: str, seamanship: float = UNTAUGHT
    ) -> list[tuple[float, Chance]]:
        given = watch.orders[order]
        if self.seed is not None:
            return [(1, chance_of(given, watch.id, self.seed, seamanship))]
        percents = percents_of(given, seamanship)
        return [
            (share / 100, chance) for share, chance in zip(percents, given.chances, strict=True)
        ]

    def _voyages(self, voyage: Voyage, weight: float) -> Iterator[tuple[Voyage, str, float]]:
        watch = self.scenario.watches[voyage.at]
        for order in watch.orders.values():
            if not is_open(watch, order, voyage.facts):
                continue
            for share, chance in self._turns(watch, order.id, voyage.ship.seamanship):
                self.turn = chance
                after, _ = step(self.flow, voyage, Give(order.id))
                if after.outcome:
                    yield after, chance.goto, weight * share
                else:
                    yield from self._voyages(after, weight * share)

    def _rest(self, at: str, sailed: int) -> Iterator[tuple[tuple[Kind, ...], float]]:
        """The rest of each list, once the voyage is over: its kinds of orders, and its weight."""
        if at not in self.scenario.watches or sailed >= self.most:
            yield (), 1
            return
        watch = self.scenario.watches[at]
        for order in watch.orders.values():
            for share, chance in self._turns(watch, order.id):
                for rest, ways in self._rest(chance.goto, sailed + 1):
                    yield (order.kind, *rest), ways * share

    def _kinds(self, voyage: Voyage) -> tuple[Kind, ...]:
        orders = zip(voyage.sailed, voyage.gave, strict=True)
        return tuple(self.scenario.watches[watch].orders[order].kind for watch, order in orders)


def same(census: Census, cells: Counter[Cell]) -> bool:
    """Whether a census says what was counted by hand, of outcomes, endings, shares and mixes."""
    outcomes: Counter[Outcome] = Counter()
    endings: Counter[str] = Counter()
    shares: Counter[tuple[float, Outcome]] = Counter()
    mixes: Counter[tuple[float, float, Outcome]] = Counter()
    longest = max(cell.orders for cell in cells)
    for cell, voyages in cells.items():
        outcomes[cell.outcome] += voyages
        endings[cell.ending] += voyages
        nearest, taught = (
            int(given * longest / cell.orders + 0.5) / longest
            for given in (cell.course, cell.shared)
        )
        shares[nearest, cell.outcome] += voyages
        mixes[nearest, taught, cell.outcome] += voyages
    told = {
        (row.share, outcome): voyages
        for row in census.by_course_share
        for outcome, voyages in row.tally.outcomes.items()
    }
    mixed = {
        (cell.course, cell.shared, outcome): voyages
        for cell in census.by_mix
        for outcome, voyages in cell.tally.outcomes.items()
    }
    close = pytest.approx
    return bool(
        census.tally.outcomes == close(dict(outcomes))
        and census.endings == close(dict(endings))
        and told == close(dict(shares))
        and mixed == close(dict(mixes))
        and census.tally.voyages == close(outcomes.total())
    )
