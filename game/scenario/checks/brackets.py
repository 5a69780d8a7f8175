"""Y009: questions in brackets, where each comma begins another one."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.format.source import Source
from game.scenario.yaml.nodes import Scalar, Sequence


def check_brackets(source: Source) -> Iterator[Finding]:
    """Questions for the debrief stand below each other, or in quotes."""
    for spot in source.each("debrief"):
        if isinstance(spot.node, Sequence) and spot.node.flow:
            bare = [item for item in spot.node.items if isinstance(item, Scalar) and item.plain]
            for item in [item for item in bare if " " in item.text][:1]:
                message = "a sentence inside [] ends at its first comma"
                yield warning("Y009", item.at, message, "write it below, after a '- '")
