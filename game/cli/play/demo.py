"""The verb demo: three captains in the same weather."""

from __future__ import annotations

from typing import Annotated

import typer

from game.cli.io import print_data, print_lines
from game.cli.language import In, apply_language
from game.cli.options import AsJson, Named
from game.cli.scenario_language import (
    find_in_language,
)
from game.ui.terminal.printed import demo as face


def demo(
    scenario: Named = "two-hands-on-the-wheel",
    seed: Annotated[int, typer.Option()] = 1,
    as_json: AsJson = False,
    language: In = None,
) -> None:
    """Watch three captains sail the same sea: all course, all sails, and both."""
    apply_language(language)
    loaded = find_in_language(scenario, language)
    voyages = face.sail_demo(loaded.scenario, seed)
    if as_json:
        print_data(face.as_json(voyages))
    else:
        print_lines(face.demo_lines(voyages))
