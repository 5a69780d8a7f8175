"""Rollouts: all seas at once come to what voyages sailed one by one come to."""

from __future__ import annotations

import pytest

from game.scenario.loading.library import find
from game.simulation.captains import RANDOM
from game.simulation.rollouts.all_at_once import SeasAtOnce
from game.simulation.rollouts.one_by_one import SeasOneByOne, half_skilled_order
from game.simulation.rollouts.onward import SEAS, seeds_beside
from game.simulation.single_voyage import open_orders, sail_captain
from game.voyage.flow import Flow
from game.voyage.voyage import new_voyage
from tests.transcripts import SCENARIOS

FEW = range(100, 106)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_arrays_and_plain_play_agree(scenario: str) -> None:
    """Every order that was open, in every sea: the same ending, and as whole."""
    flow = Flow(find(scenario).scenario)
    sailed = sail_captain(flow, 3, RANDOM)
    at_once, one_by_one = SeasAtOnce(flow, FEW), SeasOneByOne(flow, FEW)
    for voyage, leg in list(zip(sailed.stood, sailed.legs, strict=False))[::3]:
        many, single = (seas.onward(voyage, leg.sailed.order) for seas in (at_once, one_by_one))

        assert list(many.orders) == [order.id for order in open_orders(flow.scenario, voyage)]
        assert many.expected.endings == single.expected.endings
        assert at_once.unguided(voyage).endings == one_by_one.unguided(voyage).endings
        for order, ends in many.orders.items():
            assert ends.endings == single.orders[order].endings
            assert ends.stability == pytest.approx(single.orders[order].stability)


def test_the_other_seas_are_those_that_follow() -> None:
    """So that whoever has a logbook can sail them again."""
    assert list(seeds_beside(7)) == [*range(8, 8 + SEAS)]


def test_the_half_skilled_captain_orders_the_same_every_time() -> None:
    """Her luck is drawn from the seed; in some seas she is wrong."""
    flow = Flow(find("maiden-passage").scenario)
    starts = [new_voyage(flow.scenario, seed) for seed in range(40)]
    gave = [half_skilled_order(flow, start).id for start in starts]

    assert gave == [half_skilled_order(flow, start).id for start in starts]
    assert len(set(gave)) > 1
