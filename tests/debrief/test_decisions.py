"""Decision and luck: what is said of an order holds over many seas, and again in others."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from game.debrief.charts.decisions import DecisionsChart
from game.debrief.decisions import COSTLY, WEAK, Decision, Decisions
from game.debrief.decisions_json import as_data
from game.debrief.trials import decisions_of
from game.scenario.loading.library import find
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE, CONTRARY, RANDOM, Captain
from game.simulation.rollouts.one_by_one import SeasOneByOne
from game.simulation.rollouts.onward import seeds_beside
from game.simulation.single_voyage import Sail, sail_captain
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

SEED = 5
SCENARIOS = ("the-long-convoy", "the-honest-log", "maiden-passage")
"""Two with foils and ranks, and a short one."""


@cache
def a_voyage_decided(scenario: str, captain: Captain = CONTRARY) -> tuple[Sail, Decisions]:
    """A captain's voyage, and its decisions."""
    flow = Flow(find(scenario).scenario)
    sailed = sail_captain(flow, SEED, captain)
    return sailed, decisions_of(flow, sailed.voyage)


def decided(*watches: Any, orders: str, **changes: Any) -> Decisions:
    """The decisions of a small voyage, by the kinds of its orders."""
    loaded = a_loaded_scenario(a_document(*watches, voyage={"distance": 26}, **changes))
    flow, voyage, _ = a_voyage(orders, loaded=loaded)
    return decisions_of(flow, voyage)


def test_an_order_is_worth_what_plain_play_finds() -> None:
    """In the same seas, one voyage after the other."""
    sailed, decisions = a_voyage_decided("maiden-passage", RANDOM)
    flow = Flow(sailed.scenario)
    one_by_one = SeasOneByOne(flow, seeds_beside(SEED))
    landfalls = [ending.outcome is Outcome.ARRIVED for ending in sailed.scenario.endings]
    decision = decisions.watches[1]
    onward = one_by_one.onward(sailed.stood[1], decision.given.order)

    for tried in (decision.given, *decision.others):
        ends = onward.orders[tried.order]
        arrived = [landfalls[ending] for ending in ends.endings]
        assert tried.arrived == pytest.approx(sum(arrived) / len(arrived))
        assert tried.stability == pytest.approx(sum(ends.stability) / len(arrived))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_orders_and_sea_add_up_to_what_came_of_it(scenario: str) -> None:
    """What an order does not explain was the sea, watch by watch."""
    sailed, decisions = a_voyage_decided(scenario)
    watches = decisions.watches
    changes = sum(each.ordered + each.sea for each in watches)

    assert [each.number for each in watches] == [*range(1, len(sailed.legs) + 1)]
    assert all(a.after == b.before for a, b in pairwise(watches))
    assert watches[0].before + changes == pytest.approx(
        float(sailed.voyage.outcome is Outcome.ARRIVED), abs=1e-9
    )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_no_foil_and_no_lesser_landfall_is_advised(scenario: str) -> None:
    """However many arrive by it."""
    sailed, decisions = a_voyage_decided(scenario)
    for each in decisions.watches:
        order = sailed.scenario.watches[sailed.legs[each.number - 1].sailed.watch].orders

        assert each.best is each.given or not (order[each.best.order].foil or each.best.lesser)
        assert each.is_weak == (each.cost >= WEAK)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_order_that_cost_much_is_named(scenario: str) -> None:
    """And the weakest in any case; the chart draws them all."""
    _, decisions = a_voyage_decided(scenario)
    costly = [each for each in decisions.watches if each.quickest.gained >= COSTLY]
    weakest = decisions.weakest

    assert {each.number for each in costly} <= {each.number for each in decisions.named}
    assert weakest
    assert weakest in decisions.named
    assert f"in watch {weakest.number}: " in DecisionsChart(decisions).headline


@pytest.mark.parametrize("rank", [1, 3], ids=["lesser", "better"])
def test_a_lesser_landfall_is_never_advised(rank: int) -> None:
    """However many more arrive by it: the author says what each landfall is worth."""
    leave = an_order("course", effects={"progress": 8, "stability": 5}, sets=["left"])
    watch = a_watch("steady", steer=an_order("course", effects={"progress": -8}), leave=leave)
    endings = a_document()["endings"]
    told = {"title": "Over", "text": "Over."}
    left = {"left": {**told, "outcome": "arrived", "when": ["left"], "rank": rank}}
    kept = {"kept": {**told, "outcome": "arrived", "rank": 2}}
    watches = (a_watch("steady"), watch, a_watch("steady"))
    endings = {**left, **kept, **{id: end for id, end in endings.items() if "arrived" not in id}}
    fork = decided(*watches, orders="CCC", endings=endings).watches[1]
    [other] = fork.others

    assert other.gained > COSTLY
    assert other.lesser == (rank == 1)
    assert fork.best is (fork.given if rank == 1 else other)


def test_a_foil_is_never_advised() -> None:
    """Though more arrive by it; it is named, and what is said is that nobody should copy it."""
    given = an_order("course", effects={"progress": -8})
    foil = an_order("course", effects={"progress": 8}, foil=True)
    watch = a_watch("steady", steer=given, foil=foil)
    decisions = decided(a_watch("steady"), watch, a_watch("steady"), orders="CCC")
    fork = decisions.watches[1]

    assert fork.others[0].gained > COSTLY
    assert fork.best is fork.given
    assert not fork.is_weak
    assert fork in decisions.named


@pytest.mark.parametrize(("low", "advised"), [(0.004, False), (0.03, True)], ids=["may be", "is"])
def test_advice_is_more_than_the_luckiest_of_many_orders(low: float, advised: bool) -> None:
    """An interval of one order that barely leaves out nothing is no reason to change one's mind."""
    watch = a_watch("steady", steer=an_order("course"), reef=an_order("sails"))
    [decision, *_] = decided(watch, a_watch("steady"), orders="CC").watches
    better = replace(decision.others[0], arrived=1.0, gained=0.06, low=low, lesser=False)
    decision = replace(decision, given=replace(decision.given, arrived=0.94), others=(better,))

    assert decision.best is better
    assert decision.is_weak
    assert decision.is_advised == advised


def test_where_there_is_no_choice_nothing_was_weak() -> None:
    """One order a watch: no advice, and no best."""
    steer = {"steer": an_order("course")}
    decisions = decided(*[a_watch("steady", **steer)] * 3, orders="CCC")

    assert decisions.weakest is decisions.strongest is None
    assert [each.cost for each in decisions.watches] == [0] * 3
    assert "for certain" in DecisionsChart(decisions).headline


def test_a_good_captain_hears_of_the_best_decision() -> None:
    """Praise, and no more blame than there is."""
    _, good = a_voyage_decided("two-hands-on-the-wheel", ADAPTIVE)
    _, bad = a_voyage_decided("two-hands-on-the-wheel", CONTRARY)

    assert good.strongest
    assert cost_of(good) < cost_of(bad)


def cost_of(decisions: Decisions) -> float:
    """What all weak orders cost together."""
    return sum(each.cost for each in decisions.watches)


def test_the_data_has_every_figure_and_the_seas_they_come_from() -> None:
    """As plain JSON; whoever has the logbook can sail the same seas."""
    sailed, decisions = a_voyage_decided("maiden-passage", RANDOM)
    data = json.loads(json.dumps(as_data(decisions)))
    first: Decision = decisions.watches[0]

    assert (data["seas"], data["seeds"]) == (200, [SEED + 1, SEED + 200])
    assert len(data["watches"]) == len(sailed.legs)
    assert data["watches"][0]["given"]["arrived"] == first.given.arrived
    assert data["watches"][0]["best"] == first.best.order


def test_a_bar_hears_how_far_it_is() -> None:
    """It never goes back, and reaches its end."""
    told: list[float] = []
    flow, voyage, _ = a_voyage("CS")
    decisions_of(flow, voyage, told.append)

    assert told == sorted(told) == [0.5, 1]


def test_a_voyage_that_has_not_begun_has_none() -> None:
    """There is nothing to judge."""
    flow, voyage, _ = a_voyage("")
    nothing: Voyage = voyage

    assert decisions_of(flow, nothing).watches == ()
