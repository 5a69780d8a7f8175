"""`python -m tests.benchmarks.practices`: what each order is worth, by the practice that it is.

Of every watch in which an order is the best that is open: the points of arrival that it is worth
more than the next best, with the half-skilled captain sailing on, paired in the same seas.
`--all` prints every order of every watch; `--seas 1000` looks closer; names choose scenarios.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from game.playtest.announced import try_orders
from game.scenario.loading.library import find
from game.scenario.model.scenario import PRACTICES
from game.simulation.columns import Columns
from game.simulation.draws import Draws, draw_seas
from tests.transcripts import SCENARIOS

SEAS = 200
PAYS = 3.0
"""The points from which on an order is worth something more than the others."""
OFTEN = 0.25
"""An order is not compared with one that is locked in more than three seas of four."""


@dataclass(frozen=True, slots=True)
class Worth:
    """An order: the share that arrives by it, percent, and the points that it is worth more than
    the best of the others that are open; open_in: the share of seas that could be given it.
    """

    scenario: str
    watch: str
    order: str
    kind: str
    practice: str
    open_in: float
    arrived: float
    points: float


def worth_of_orders(scenario: str, seas: int = SEAS) -> Iterator[Worth]:
    """Of every order that can be compared with another."""
    columns = Columns(find(scenario).scenario)
    drawn = draw_seas(columns, range(1, seas + 1))
    for watch in columns.table.watches:
        yield from worth_in(drawn, scenario, watch.id)


def worth_in(seas: Draws, scenario: str, watch: str) -> Iterator[Worth]:
    """Of every order of one watch that can be compared with another."""
    rows = seas.columns.table.watches
    arrived, given = try_orders(seas, next(row.orders for row in rows if row.id == watch))
    for number in arrived:
        points = [
            100 * float((arrived[number][both].astype(float) - arrived[other][both]).mean())
            for other in arrived
            if other != number
            for both in [given[number] & given[other]]
            if given[other].mean() >= OFTEN and both.any()
        ]
        if points and given[number].mean() >= OFTEN / 5:
            order, row = seas.columns.orders[number], seas.columns.table.orders[number]
            here = given[number]
            yield Worth(
                scenario,
                watch,
                row.id,
                str(row.kind),
                order.practice,
                float(here.mean()),
                100 * float(arrived[number][here].mean()),
                min(points),
            )


def main(scenarios: Sequence[str], seas: int, *, every: bool) -> None:
    """Print the orders, practice by practice."""
    worth = [one for scenario in scenarios for one in worth_of_orders(scenario, seas)]
    for practice in [name for names in PRACTICES.values() for name in names]:
        own = sorted((one for one in worth if one.practice == practice), key=lambda o: -o.points)
        best = [one for one in own if one.points >= PAYS]
        mean = np.mean([one.points for one in own]) if own else 0.0
        told = len({one.scenario for one in best})
        print(f"{practice}: best in {len(best)} of {len(own)}, in {told} files, mean {mean:+.1f}")
        for one in own if every else best:
            where = f"{one.scenario} / {one.watch} / {one.order}"
            print(f"  {one.points:+6.1f}  {where} ({one.arrived:.0f} %, open {one.open_in:.0%})")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("scenarios", nargs="*", default=SCENARIOS)
    asked.add_argument("--seas", type=int, default=SEAS)
    asked.add_argument("--all", action="store_true")
    given = asked.parse_args()
    main(given.scenarios, given.seas, every=given.all)
