"""Captains choose among the orders that are really offered, from what a captain may see."""

from __future__ import annotations

import pytest

from game.scenario.loading.library import find
from game.ship.numbers import ONE
from game.ship.ship import end_of_ring
from game.simulation.captains import (
    ADAPTIVE,
    ALTERNATE,
    BOTH,
    CAPTAINS,
    GAUGES_ONLY,
    RANDOM,
    TEACH_ONCE,
    TEACH_TWICE,
    Captain,
)
from game.simulation.single_voyage import sail_captain
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.flow import Flow
from tests.transcripts import SCENARIOS


@pytest.mark.parametrize("captain", CAPTAINS, ids=lambda captain: captain.name)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_captain_sails_every_scenario_the_same_way_each_time(
    scenario: str, captain: Captain
) -> None:
    """To an end, without an order being refused."""
    flow = Flow(find(scenario).scenario)
    voyage = sail_captain(flow, 6, captain).voyage

    assert voyage.outcome
    assert voyage == sail_captain(flow, 6, captain).voyage


def test_both_does_a_little_of_each_or_takes_turns() -> None:
    """The order of that kind where there is one; else course and sails, one after the other."""
    assert set(sail_captain(Flow(a_loaded_scenario().scenario), 1, BOTH).voyage.gave) == {"share"}

    two = a_watch("steady", steer=an_order("course"), reef=an_order("sails"))
    taking_turns = sail_captain(
        Flow(a_loaded_scenario(a_document(*[two] * 6)).scenario), 1, BOTH
    ).voyage

    assert taking_turns.gave == ("steer", "reef") * 3


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_ring_of_uncertainty_holds_the_true_bearing_nearly_always(scenario: str) -> None:
    """As an order is given, with the ring that the captain is shown."""
    flow = Flow(find(scenario).scenario)
    sails = (
        sail_captain(flow, seed, who) for who in (ADAPTIVE, ALTERNATE, RANDOM) for seed in range(20)
    )
    met = [leg.sailed.before for each in sails for leg in each.legs]
    held = sum(
        ship.reckoned - 1e-9 <= ship.course_error <= end_of_ring(ship, ONE) + 1e-9 for ship in met
    )

    assert held / len(met) > 0.97


def test_a_current_is_answered_by_who_listens_and_not_by_who_reads_the_gauges_alone() -> None:
    """It is announced before the first order, and no gauge has moved yet."""
    two = {"steer": an_order("course"), "reef": an_order("sails")}
    weather = {"wind": 1.35, "shift": 40}
    flow = Flow(a_loaded_scenario(a_document(a_watch(weather, **two))).scenario)

    assert sail_captain(flow, 1, ADAPTIVE).voyage.gave == ("steer",)
    assert sail_captain(flow, 1, GAUGES_ONLY).voyage.gave == ("reef",)


@pytest.mark.parametrize(
    ("captain", "taught"), [(TEACH_ONCE, 1), (TEACH_TWICE, 2)], ids=["once", "twice"]
)
def test_who_teaches_first_does_both_from_then_on(captain: Captain, taught: int) -> None:
    """In as many watches as the name says."""
    gave = sail_captain(Flow(a_loaded_scenario().scenario), 1, captain).voyage.gave

    assert gave[:taught] == ("drill",) * taught
    assert set(gave[taught:]) == {"share"}
