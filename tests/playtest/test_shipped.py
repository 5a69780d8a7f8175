"""Every shipped scenario teaches what it should: the guard-rails hold, in fewer voyages here."""

from __future__ import annotations

from functools import cache

import pytest

from game.findings import format_finding
from game.playtest.report import Report, playtest
from game.scenario.loading.library import find
from game.scenario.loading.shelf import scenarios
from game.scenario.model.scenario import PRACTICES
from tests.transcripts import SCENARIOS


@cache
def played(scenario: str) -> Report:
    """What a playtest says of it."""
    return playtest(find(scenario), 500, figures=False)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_shipped_scenario_breaks_no_guard_rail_and_no_rule(scenario: str) -> None:
    """Nor has it an ending that nobody comes to, or a voice that is always right."""
    found = played(scenario).findings

    assert [format_finding(shown.finding, find(scenario).text) for shown in found] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_every_part_of_a_shipped_scenario_is_met(scenario: str) -> None:
    """Each watch, order, outcome, consequence and line, by one captain or another."""
    assert played(scenario).coverage.missed == ()


def test_the_mixes_of_random_captains_are_all_of_their_voyages() -> None:
    """Each once; and as many arrived as the table says."""
    report = played(SCENARIOS[0])
    row = next(row for row in report.captains if row.captain == "random")

    assert report.mixes.tally.voyages == report.voyages
    assert report.mixes.tally.arrived == row.arrived.share
    assert sum(cell.tally.voyages for cell in report.mixes.by_mix) == report.voyages


def test_every_practice_is_met_in_some_voyage() -> None:
    """What leading, managing and teaching consist of, none of it left out of the library."""
    watches = [watch for loaded in scenarios() for watch in loaded.scenario.watches.values()]
    met = {order.practice for watch in watches for order in watch.orders.values()}

    assert met == {practice for practices in PRACTICES.values() for practice in practices}
