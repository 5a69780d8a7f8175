"""`python -m tests.thesis`: writes the figures of docs/thesis.md anew, and their sum.

What may stand there, and how it is measured, is told at its head. Explain a change in its commit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

import numpy as np

from game.playtest.announced import try_orders
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.conditions import Flag, Gave
from game.scenario.model.scenario import Order, Scenario
from game.ship.ship import Outcome
from game.simulation.batch import Batch, Mask, Numbers
from game.simulation.captains import ADAPTIVE, CAPTAINS, RANDOM, Captain
from game.simulation.columns import Columns
from game.simulation.draws import Draws, draw_seas
from game.simulation.rollouts.half_skilled import HalfSkilled
from game.simulation.voyages import Outcomes, outcomes_of, sail
from game.voyage.table import OUTCOMES
from tests.benchmarks.practices import SEAS, worth_in

PAGE = bundled_folder("docs") / "thesis.md"
HOW = ("felt", "partly", "told", "absent", "contradicted")
ORDER = r"`(?P<scenario>[\w-]+) / (?P<watch>\w+) / (?P<order>\w+)`"
WORTH = re.compile(rf"{ORDER}(?: against `(?P<other>\w+)`)? \*\*(?P<figure>[^*]+)\*\*")
LINK = re.compile(rf"{ORDER} stronger for `(?P<name>\w+)` \*\*[^*]+\*\*")
SHARE = re.compile(r"`(?P<scenario>[\w-]+)`, (?P<never>never )?(?P<who>[\w ,]+): \*\*[^*]+\*\*")
CLAIM = re.compile(rf"{ORDER} (?P<claim>stronger for|opened by|learnt)(?: `(?P<name>\w+)`)?")
ROW = re.compile(r"\| (?P<number>\d+) \| (?P<says>[^|]+) \| (?P<where>[^|]+) \| (?P<how>\w+) \|")


def renewed(page: str) -> str:
    """The page with every figure as the files make it, and the sum of its rows."""
    page = WORTH.sub(_with_worth, page)
    page = SHARE.sub(_with_share, page)
    page = LINK.sub(_with_link, page)
    count = Counter(row["how"] for row in ROW.finditer(page))
    told = ", ".join(f"{how} {count[how]}" for how in HOW)
    return re.sub(r"^Felt .*\.$", f"{told.capitalize()}.", page, count=1, flags=re.MULTILINE)


def wrong_claims(page: str) -> Iterator[str]:
    """What the page says of an order that its file does not say."""
    for found in CLAIM.finditer(page):
        order = _order(found)
        named = {Gave(found["name"]), Flag(found["name"])}
        match found["claim"]:
            case "stronger for":
                is_true = bool(named & {*order.strengthened_by})
            case "opened by":
                is_true = bool(named & {*order.when})
            case _:
                is_true = _teaches(order)
        if not is_true:
            yield found[0]


def _teaches(order: Order) -> bool:
    """Whether a failure says what it taught, and makes the crew more able."""
    failed = [chance for chance in order.chances if chance.learnt]
    return any(chance.effects.get("seamanship", 0) > 0 for chance in failed)


def _order(found: re.Match[str]) -> Order:
    return find(found["scenario"]).scenario.watches[found["watch"]].orders[found["order"]]


def _with_worth(found: re.Match[str]) -> str:
    worth = _against(found) if found["other"] else _points(found)
    start = found[0].split(" **")[0]
    return f"{start} **{worth:+.0f}**".replace("-0**", "+0**")


def _points(found: re.Match[str]) -> float:
    """More than the best of the others that are open."""
    seas = _seas(found["scenario"])
    each = {one.order: one for one in worth_in(seas, found["scenario"], found["watch"])}
    return each[found["order"]].points


def _against(found: re.Match[str]) -> float:
    """More than another order of its watch."""
    table = _seas(found["scenario"]).columns.table
    watch = next(row for row in table.watches if row.id == found["watch"])
    numbers = {table.orders[number].id: number for number in watch.orders}
    one, other = numbers[found["order"]], numbers[found["other"]]
    arrived, given = try_orders(_seas(found["scenario"]), [one, other])
    both = given[one] & given[other]
    return 100 * float(np.mean(arrived[one][both].astype(float) - arrived[other][both]))


class Both(HalfSkilled):
    """Gives an earlier order, too, to all that come to its watch and can be given it."""

    def __init__(self, seas: Draws, earlier: int, order: int) -> None:
        super().__init__(seas, [order])
        table = seas.columns.table
        self._at = table.orders[earlier].watch
        self._row = earlier - table.watches[self._at].orders[0]

    def of(self, batch: Batch, can: Mask) -> Numbers:
        """The order that each voyage is given, by number in its watch."""
        chosen, here = super().of(batch, can), batch.place == self._at
        if here.any():
            chosen[here & can[self._row]] = self._row
        return chosen


def _with_link(found: re.Match[str]) -> str:
    """After the earlier order, how much more the order is worth than if nothing strengthened it."""
    scenario, order = find(found["scenario"]).scenario, _order(found)
    watch = scenario.watches[found["watch"]]
    alone = replace(order, strengthened_by=())
    cut = replace(watch, orders=MappingProxyType({**watch.orders, order.id: alone}))
    unlinked = replace(scenario, watches=MappingProxyType({**scenario.watches, watch.id: cut}))
    linked, without_link = (_after(each, found) for each in (scenario, unlinked))
    return f"{found[0].split(' **')[0]} **{linked - without_link:+.0f}**"


def _after(scenario: Scenario, found: re.Match[str]) -> float:
    """The share that arrives, percent, of voyages that were given both orders."""
    columns = Columns(scenario)
    seas = draw_seas(columns, range(1, SEAS + 1))
    numbers = {row.id: number for number, row in enumerate(columns.table.orders)}
    choices = Both(seas, numbers[found["name"]], numbers[found["order"]])
    record = Outcomes(seas, [RANDOM])
    sail(record, choices, np.arange(len(seas)))
    arrived = record.outcome == OUTCOMES.index(Outcome.ARRIVED)
    return 100 * float(np.mean(arrived[choices.given]))


def _with_share(found: re.Match[str]) -> str:
    scenario = find(found["scenario"]).scenario
    who = ADAPTIVE
    if found["never"]:
        scenario = without(scenario, found["who"].split(", "))
    else:
        who = next(captain for captain in CAPTAINS if captain.name == found["who"])
    return f"{found[0].split(' **')[0]} **{_arrives(scenario, who):.0f} %**"


def _arrives(scenario: Scenario, captain: Captain) -> float:
    (ended,) = outcomes_of(draw_seas(Columns(scenario), range(1, SEAS + 1)), [captain])
    return 100 * float(np.mean(ended == OUTCOMES.index(Outcome.ARRIVED)))


def without(scenario: Scenario, what: list[str]) -> Scenario:
    """The scenario without orders of these practices or kinds, but where nothing else is left."""
    watches = {}
    for id, watch in scenario.watches.items():
        left = {
            order.id: order
            for order in watch.orders.values()
            if not {order.practice, str(order.kind)} & {*what}
        }
        watches[id] = replace(watch, orders=MappingProxyType(left or dict(watch.orders)))
    return replace(scenario, watches=MappingProxyType(watches))


@cache
def _seas(scenario: str) -> Draws:
    return draw_seas(Columns(find(scenario).scenario), range(1, SEAS + 1))


if __name__ == "__main__":
    Path(PAGE).write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
