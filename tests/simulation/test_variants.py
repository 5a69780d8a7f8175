"""Figures that are tried: sailed together, they end as each would alone."""

from __future__ import annotations

import pytest

from game.playtest.sensitivity import paths_of
from game.scenario.loading.library import find
from game.simulation.captains import RANDOM
from game.simulation.columns import Columns
from game.simulation.draws import draw_seas, vary
from game.simulation.variants import outcomes_of_variants
from game.simulation.voyages import outcomes_of


@pytest.mark.parametrize("name", ["the-cadets", "the-honest-log"], ids=str)
def test_a_variant_that_forks_off_ends_as_if_it_were_sailed_alone(name: str) -> None:
    columns = Columns(find(name).scenario)
    seas = draw_seas(columns, range(1, 41))
    variants = [{path: factor} for path, _ in paths_of(columns.scenario) for factor in (0.5, 1.5)]

    (alone,) = outcomes_of(vary(seas, variants), [RANDOM])
    together = outcomes_of_variants(seas, variants)

    assert (together == alone.reshape(together.shape)).all()
    assert (together != together[0]).any()
