"""A census that keeps nobody waiting: it counts for a while, then it samples."""

from __future__ import annotations

from game.cli.io import progress, seconds_passed
from game.i18n import _
from game.scenario.model.scenario import Scenario
from game.simulation.census import Limits, census_of
from game.simulation.census_result import Census

SECONDS = 60.0
"""How long a census counts before it samples."""


def counted_in_time(sea: Scenario, seed: int | None) -> Census:
    """The census of a scenario, or a sample where it would keep people waiting."""
    with progress(_("Sailing every voyage")) as hear:
        return census_of(sea, seed, Limits(seconds=SECONDS), seconds_passed, hear)
