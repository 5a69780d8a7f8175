"""The verb census: every voyage that could be sailed, counted."""

from __future__ import annotations

from game.cli.io import print_data, print_lines, seconds_passed
from game.cli.language import In, apply_language
from game.cli.options import AsJson, Named, Seed
from game.cli.scenario_language import (
    find_in_language,
)
from game.cli.support.timed_census import counted_in_time
from game.simulation.census_json import as_data
from game.ui.terminal.printed import census as face


def census(
    scenario: Named, seed: Seed = None, as_json: AsJson = False, language: In = None
) -> None:
    """Count every voyage that could be sailed; without a seed, in the weather as written."""
    apply_language(language)
    loaded = find_in_language(scenario, language)
    sea = loaded.scenario
    began = seconds_passed()
    counted = counted_in_time(sea, seed)
    if as_json:
        head = {"scenario": sea.id, "seed": seed}
        foot = {"seconds": round(seconds_passed() - began, 3)}
        print_data(head | as_data(counted) | foot)
    else:
        print_lines(face.census_lines(sea, seed, counted))
