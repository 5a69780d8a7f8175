"""Y009, Y010: text that YAML took for something else, for want of quotes or for curly ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.findings import Finding, Position, warning
from game.scenario.repair.line_repair import CURLY
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.yaml.source import Source

NOBODY_SPEAKS = (
    *("version", "language", "title", "summary", "voices.*.name", "cards.*.name", "debrief.*"),
    *("watches.*.notes", "watches.*.orders.*.label", "watches.*.orders.*.locked"),
    *("endings.*.title", "endings.*.ask"),
)
AROUND = re.compile(rf"[{CURLY}][^{CURLY}]*[{CURLY}]")


def check_brackets(source: Source) -> Iterator[Finding]:
    """Questions for the debrief stand below each other, or in quotes."""
    for spot in source.each("debrief"):
        if isinstance(spot.node, Sequence) and spot.node.flow:
            bare = (item for item in spot.node.items if isinstance(item, Scalar) and item.plain)
            if sentence := next((item for item in bare if " " in item.text), None):
                message = "a sentence inside [] ends at its first comma"
                yield warning("Y009", sentence.at, message, "write it below, after a '- '")


def check_quotes(source: Source) -> Iterator[Finding]:
    """Told of texts that nobody says aloud."""
    for spot in source.each(*NOBODY_SPEAKS):
        if isinstance(spot.node, Scalar) and spot.node.plain and AROUND.fullmatch(spot.text):
            message = "curly quotes do not count as quotes: they are shown"
            hint = f'write "{spot.text[1:-1]}"'
            yield warning("Y010", spot.node.at, message, hint)


def swallowed_lines(root: Mapping) -> dict[Position, Finding]:
    """What is wrong with each text that has swallowed a line, by where the text stands."""
    nodes: list[Node] = [root]
    for node in nodes:  # which grows
        if isinstance(node, Mapping):
            nodes += [value for _, value in node.pairs]
        elif isinstance(node, Sequence):
            nodes += node.items
    mappings = (node for node in nodes if isinstance(node, Mapping))
    keys = {"-", *(key.text for mapping in mappings for key, _ in mapping.pairs)}
    return {
        node.at: _swallowed(node.inside)
        for node in nodes
        if isinstance(node, Scalar) and any(line.text in keys for line in node.inside)
    }


def _swallowed(lines: tuple[Scalar, ...]) -> Finding:
    more = f", and {len(lines) - 1} more below it" if len(lines) > 1 else ""
    message = f"this line has become part of the text above it{more}"
    hint = "is it indented too far, or a line missing above it?"
    return warning("Y009", lines[0].at, message, hint)
