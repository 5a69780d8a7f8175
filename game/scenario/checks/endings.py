"""L006: outcomes that no ending tells."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding
from game.scenario.checks.references import GOTOS
from game.scenario.source import Source
from game.ship.ship import Outcome


def check_endings(source: Source) -> Iterator[Finding]:
    """Every outcome that can come about has an ending; harbour needs one if a goto leads there."""
    told = {spot.text for spot in source.each("endings.*.outcome")}
    harbour = any(spot.text == Outcome.HARBOUR for spot in source.each(*GOTOS))
    needed = [outcome for outcome in Outcome if harbour or outcome is not Outcome.HARBOUR]
    missing = [outcome for outcome in needed if outcome not in told]
    for spot in source.each("endings"):
        if missing and told <= set(Outcome):
            lacking = " or ".join(missing)
            hint = f"add an ending with 'outcome: {missing[0]}'"
            yield Finding("L006", spot.key_at, f"no ending tells of: {lacking}", hint)
