"""The verb guide: a facilitator's handout to a scenario."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.language import In, apply_language, require_language, scenario_in_spoken_language
from game.cli.options import Named
from game.cli.support.output import check_can_write, deliver
from game.cli.support.timed_census import counted_in_time
from game.files.kinds import Kind


def guide(
    scenario: Named,
    out: Annotated[Path, typer.Option("--out", help="The file to write it to.")],
    language: In = None,
) -> None:
    """Write the facilitator's handout, which prints; with what became of every captain."""
    from game.reports.guide import guide
    from game.scenario.loading.library import find

    apply_language(language)
    check_can_write(out, Kind.GUIDE)
    loaded = scenario_in_spoken_language(find(scenario))
    require_language(language, loaded)
    sea = loaded.scenario
    deliver(guide(sea, counted_in_time(sea, None)), Kind.GUIDE, out)
