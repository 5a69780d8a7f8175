"""What is sailed on arrays is what people would have sailed, to the last bit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.loading.library import find
from game.scenario.model.scenario import Scenario
from game.simulation.captains import CAPTAINS, RANDOM, Captain
from game.simulation.columns import Columns
from game.simulation.draws import draw_seas
from game.simulation.single_voyage import sail_captain
from game.simulation.voyages import FIGURES, NONE, Voyages, sail_captains
from game.testing import a_loaded_scenario
from game.voyage.flow import Flow
from game.voyage.table import OUTCOMES
from game.voyage.voyage import CameBack, Voyage
from tests.generators import documents
from tests.transcripts import SCENARIOS

SEEDS = range(12)


def sailed(scenario: Scenario, seeds: Sequence[int], captain: Captain) -> Voyages:
    """A captain's voyages in the seas of these seeds."""
    seas = draw_seas(Columns(scenario), seeds)
    (voyages,) = sail_captains(seas, [captain], traced=[captain])
    return voyages


def same(scenario: Scenario, voyages: Voyages, number: int, played: Voyage) -> bool:
    """Whether a voyage of many went as the one that was played."""
    length = int(voyages.length[number])
    watches = list(scenario.watches.values())
    rows = zip(voyages.watches[:length, number], voyages.orders[:length, number], strict=True)
    went = [(watches[watch].id, list(watches[watch].orders)[order]) for watch, order in rows]
    return (
        went == list(zip(played.sailed, played.gave, strict=True))
        and OUTCOMES[voyages.outcome[number]] is played.outcome
        and scenario.endings[voyages.ending[number]].id == played.ending
        and voyages.gauges[length, :, number].tolist()
        == [getattr(played.ship, gauge) for gauge in FIGURES]
        and bool((voyages.watches[length:, number] == NONE).all())
    )


@pytest.mark.parametrize("captain", CAPTAINS, ids=lambda captain: captain.name)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_captains_voyages_are_those_that_the_machine_sails(
    scenario: str, captain: Captain
) -> None:
    """Watch by watch and order by order, by the same seed."""
    sea = find(scenario).scenario
    flow, voyages = Flow(sea), sailed(sea, SEEDS, captain)

    for number, seed in enumerate(SEEDS):
        assert same(sea, voyages, number, sail_captain(flow, seed, captain).voyage)


@settings(max_examples=25, deadline=None)
@given(document=documents(), captain=st.sampled_from(CAPTAINS), first=st.integers(0, 10_000))
def test_so_are_those_of_any_scenario(
    document: dict[str, Any], captain: Captain, first: int
) -> None:
    """Forks, chances, locks, consequences and circles included."""
    sea = a_loaded_scenario(document).scenario
    seeds = range(first, first + 3)
    flow, voyages = Flow(sea), sailed(sea, seeds, captain)

    for number, seed in enumerate(seeds):
        assert same(sea, voyages, number, sail_captain(flow, seed, captain).voyage)


def test_it_is_known_when_a_consequence_came_back() -> None:
    """In which watch, as the player would have been told."""
    sea = find("two-hands-on-the-wheel").scenario
    flow, voyages = Flow(sea), sailed(sea, range(60), CAPTAINS[0])
    told = [
        any(isinstance(event, CameBack) for leg in sail_captain(flow, seed, CAPTAINS[0]).legs
            for event in leg.events)
        for seed in range(60)
    ]  # fmt: skip

    assert any(told)
    assert (voyages.returned != NONE).any(axis=0).tolist() == told


def test_blocks_of_seeds_change_nothing() -> None:
    """Alone or among others, a voyage is the same."""
    sea = find(SCENARIOS[0]).scenario
    together = sailed(sea, range(10), RANDOM)
    apart = [sailed(sea, range(n, n + 1), RANDOM) for n in range(10)]

    for number, alone in enumerate(apart):
        assert np.array_equal(together.gauges[..., number], alone.gauges[..., 0], equal_nan=True)
