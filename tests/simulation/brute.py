"""A census by hand: every list of orders, one after the other, through the state machine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from game.scenario.model.scenario import UNTAUGHT, Chance, Scenario, Watch
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.simulation.census import Census
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
            given = self._course(ended)
            for orders, course, ways in self._rest(goto, len(ended.sailed)):
                assert ended.outcome
                key = Cell(ended.outcome, ended.ending, len(ended.sailed) + orders, given + course)
                cells[key] += ways * weight  # type: ignore[assignment]
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

    def _rest(self, at: str, sailed: int) -> Iterator[tuple[int, int, float]]:
        """The rest of each list, once the voyage is over: how many orders, how many of course."""
        if at not in self.scenario.watches or sailed >= self.most:
            yield 0, 0, 1
            return
        watch = self.scenario.watches[at]
        for order in watch.orders.values():
            for share, chance in self._turns(watch, order.id):
                for orders, course, ways in self._rest(chance.goto, sailed + 1):
                    yield orders + 1, course + (order.kind is Kind.COURSE), ways * share

    def _course(self, voyage: Voyage) -> int:
        orders = zip(voyage.sailed, voyage.gave, strict=True)
        kinds = [self.scenario.watches[watch].orders[order].kind for watch, order in orders]
        return kinds.count(Kind.COURSE)


def same(census: Census, cells: Counter[Cell]) -> bool:
    """Whether a census says what was counted by hand, of outcomes, endings and shares."""
    outcomes: Counter[Outcome] = Counter()
    endings: Counter[str] = Counter()
    shares: Counter[tuple[float, Outcome]] = Counter()
    longest = max(cell.orders for cell in cells)
    for cell, voyages in cells.items():
        outcomes[cell.outcome] += voyages
        endings[cell.ending] += voyages
        nearest = int(cell.course * longest / cell.orders + 0.5) / longest
        shares[nearest, cell.outcome] += voyages
    told = {
        (row.share, outcome): voyages
        for row in census.by_course_share
        for outcome, voyages in row.tally.outcomes.items()
    }
    close = pytest.approx
    return bool(
        census.tally.outcomes == close(dict(outcomes))
        and census.endings == close(dict(endings))
        and told == close(dict(shares))
        and census.tally.voyages == close(outcomes.total())
    )
