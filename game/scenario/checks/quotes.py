"""Y010: curly quotes around a whole text, which are not quotes but part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.format.source import Source
from game.scenario.yaml.line_repair import CURLY
from game.scenario.yaml.nodes import Scalar

NOBODY_SPEAKS = (
    *("version", "language", "title", "summary", "voices.*.name", "cards.*.name", "debrief.*"),
    *("watches.*.notes", "watches.*.orders.*.label", "watches.*.orders.*.locked"),
    *("endings.*.title", "endings.*.ask"),
)
AROUND = re.compile(rf"[{CURLY}][^{CURLY}]*[{CURLY}]")


def check_quotes(source: Source) -> Iterator[Finding]:
    """Told of texts that nobody says aloud."""
    for spot in source.each(*NOBODY_SPEAKS):
        if isinstance(spot.node, Scalar) and spot.node.plain and AROUND.fullmatch(spot.text):
            message = "curly quotes do not count as quotes: they are shown"
            hint = f'write "{spot.text[1:-1]}"'
            yield warning("Y010", spot.node.at, message, hint)
