"""The verb demo: three captains in the same weather."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from game.cli.io import print_json, print_out
from game.cli.language import In, apply_language, require_language, scenario_in_spoken_language
from game.cli.options import AsJson, Named
from game.cli.support.starting import DEMO


def demo(
    scenario: Named = DEMO,
    seed: Annotated[int, typer.Option()] = 1,
    as_json: AsJson = False,
    language: In = None,
) -> None:
    """Watch three captains sail the same sea: all course, all sails, and both."""
    from game.scenario.loading.library import find
    from game.ui.terminal.printed import demo as face

    apply_language(language)
    loaded = scenario_in_spoken_language(find(scenario))
    require_language(language, loaded)
    voyages = face.sail_demo(loaded.scenario, seed)
    if as_json:
        print_json(json.dumps(face.as_json(voyages), indent=2, ensure_ascii=False))
        return
    for line in face.demo_lines(voyages):
        print_out(line)
