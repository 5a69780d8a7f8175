"""The grid of a census, however little room it has, holds every voyage once."""

from __future__ import annotations

import pytest

from game.scenario.loading.library import find
from game.ship.ship import Outcome
from game.simulation.census import Limits, census_of
from game.simulation.census_bands import bands_of, hump_of, is_known

DRIFT = census_of(find("drift").scenario, 7)


@pytest.mark.parametrize(("most", "across"), [(99, 99), (4, 99), (3, 5), (1, 1)])
def test_a_grid_of_any_size_holds_every_voyage_once(most: int, across: int) -> None:
    """And no more rows and columns than there is room for."""
    bands = bands_of(DRIFT, most, across)
    tallies = [tally for band in bands for tally in band.cells.values()]
    columns = {course for band in bands for course in band.cells}

    assert len(bands) <= most
    assert len(columns) <= across
    assert sum(tally.voyages for tally in tallies) == DRIFT.tally.voyages
    assert (
        sum(tally.outcomes.get(Outcome.ARRIVED, 0) for tally in tallies)
        == (DRIFT.tally.outcomes[Outcome.ARRIVED])
    )


def test_the_rows_sum_to_the_hump() -> None:
    """Column by column, as the census itself says."""
    assert {course: tally.voyages for course, tally in hump_of(DRIFT).items()} == {
        row.share: row.tally.voyages for row in DRIFT.by_course_share
    }


def test_a_sample_says_how_sure_each_mix_is() -> None:
    """And of a handful it says nothing."""
    sampled = census_of(find("drift").scenario, 7, Limits(voyages=10))
    tallies = [tally for band in bands_of(sampled, 3) for tally in band.cells.values()]

    assert all(tally.interval for tally in tallies)
    assert not all(is_known(cell.tally) for cell in sampled.by_mix)
    assert all(is_known(cell.tally) for cell in DRIFT.by_mix)
