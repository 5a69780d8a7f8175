"""Captains choose among the orders that are really offered, from what a captain may see."""

from __future__ import annotations

import pytest

from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE, ALTERNATE, BOTH, CAPTAINS, RANDOM, Captain
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
def test_the_ring_of_uncertainty_mostly_holds_the_true_bearing(scenario: str) -> None:
    """Narrower, and nobody would believe it; always, and it would tell nothing."""
    flow = Flow(find(scenario).scenario)
    sails = (
        sail_captain(flow, seed, who) for who in (ADAPTIVE, ALTERNATE, RANDOM) for seed in range(20)
    )
    ships = [voyage.ship for each in sails for voyage in each.stood[1:]]
    held = sum(abs(ship.course_error - ship.reckoned) <= ship.doubt for ship in ships)

    assert 0.7 < held / len(ships) < 0.99
