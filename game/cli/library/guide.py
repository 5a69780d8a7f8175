"""The verb guide: a facilitator's handout to a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import deliver
from game.cli.language import In, apply_language
from game.cli.options import Named
from game.cli.scenario_language import (
    find_in_language,
)
from game.cli.support.timed_census import counted_in_time
from game.files.kinds import Kind
from game.files.writing import check_writable
from game.reports.guide import guide as guide_html
from game.reports.slides import slides as slides_html


def guide(
    scenario: Named,
    out: Annotated[Path, typer.Option("--out", help="The file to write it to.")],
    slides: Annotated[
        bool, typer.Option("--slides", help="Eight slides to begin with, and a sheet for each.")
    ] = False,
    language: In = None,
) -> None:
    """Write the facilitator's handout, which prints; with what became of every captain."""
    apply_language(language)
    check_writable(out, Kind.GUIDE)
    loaded = find_in_language(scenario, language)
    sea = loaded.scenario
    if slides:
        deliver(slides_html(sea), Kind.GUIDE, out)
        return
    deliver(guide_html(sea, counted_in_time(sea, None)), Kind.GUIDE, out)
