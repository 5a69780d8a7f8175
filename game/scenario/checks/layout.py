"""A005: texts that have no room where they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.findings import Finding, warning
from game.layout.pages import overflow
from game.scenario.format.source import Path, Spot


def check_layout(texts: Iterable[tuple[Path, Spot]]) -> Iterator[Finding]:
    """Every text as the window and the terminal lay it out; with the path it has in a scenario."""
    for path, spot in texts:
        if over := overflow(spot.text, path):
            message = f"this text takes {over.needed} {over.unit} in {over.where}"
            hint = f"{over.most} have room: about {over.letters} characters"
            yield warning("A005", spot.node.at, message, hint)
