"""M004: flags that are set and never read."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.analysis.references_index import FLAGS, ReferencesIndex, asked_by
from game.scenario.model.conditions import Flag


def check_flags(written: ReferencesIndex) -> Iterator[Finding]:
    """Told where a flag is first set; a flag that is read and never set is R002."""
    read = {fact.name for fact in asked_by(written.phrases) if isinstance(fact, Flag)}
    first = {spot.text: spot for spot in reversed(list(written.source.each(*FLAGS)))}
    for name, spot in first.items():
        if name not in read:
            message = f"'{name}' is set, and no condition asks for it"
            yield warning("M004", spot.node.at, message, "ask for it in a 'when', or take it out")
