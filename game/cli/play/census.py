"""The verb census: every voyage that could be sailed, counted, unless it takes too long."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from game.cli.io import print_json, print_out, progress, seconds_passed
from game.cli.language import In, apply_language, require_language, scenario_in_spoken_language
from game.cli.options import AsJson, Named, Seed
from game.i18n import _

if TYPE_CHECKING:
    from game.scenario.model.scenario import Scenario
    from game.simulation.census import Census


def census(
    scenario: Named, seed: Seed = None, as_json: AsJson = False, language: In = None
) -> None:
    """Count every voyage that could be sailed; without a seed, in the weather as written."""
    from game.scenario.loading.library import find
    from game.simulation.census_json import as_data
    from game.ui.terminal.printed import census as face

    apply_language(language)
    loaded = scenario_in_spoken_language(find(scenario))
    require_language(language, loaded)
    sea = loaded.scenario
    began = seconds_passed()
    counted = counted_in_time(sea, seed)
    if as_json:
        head = {"scenario": sea.id, "seed": seed}
        foot = {"seconds": round(seconds_passed() - began, 3)}
        print_json(json.dumps(head | as_data(counted) | foot, indent=2, ensure_ascii=False))
        return
    for line in face.census_lines(sea, seed, counted):
        print_out(line)


SECONDS = 60.0
"""How long a census counts before it samples."""


def counted_in_time(sea: Scenario, seed: int | None) -> Census:
    """The census of a scenario, or a sample where it would keep people waiting."""
    from game.simulation.census import Limits, census_of

    with progress(_("Sailing every voyage")) as hear:
        return census_of(sea, seed, Limits(seconds=SECONDS), seconds_passed, hear)
