"""R007: cards for crews that the scenario does not name."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, closest
from game.scenario.source import Source


def check_cards(source: Source) -> Iterator[Finding]:
    """A watch deals its cards to crews that have one from the start."""
    crews = source.keys("cards")
    for spot in source.each("watches.*.cards.*"):
        if spot.key and spot.key.text not in crews:
            hint = closest(spot.key.text, crews) or "name the crew under 'cards', above 'watches'"
            yield Finding("R007", spot.key.at, f"no crew is called '{spot.key.text}'", hint)
