"""L007: voices that disagree about nothing."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.format.source import Source


def check_voices(source: Source) -> Iterator[Finding]:
    """Where several people speak, somebody speaks for the course and somebody for the sails."""
    sides = list(source.each("voices.*.speaks_for"))
    if len(sides) > 1 and len({spot.text for spot in sides}) == 1:
        side = sides[0].text
        other = "sails" if side == "course" else "course"
        message = f"all voices speak for {side}"
        yield warning("L007", sides[-1].node.at, message, f"let one of them speak for {other}")
