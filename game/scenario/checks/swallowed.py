"""Y009: lines that were meant as keys, and have become part of the text above them."""

from __future__ import annotations

from game.findings import Finding, Position, warning
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence


def swallowed(root: Mapping) -> dict[Position, Finding]:
    """What is told of each text that has swallowed a line, by where the text stands."""
    nodes = _all(root)
    keys = {key.text for node in nodes if isinstance(node, Mapping) for key, _ in node.pairs} | {
        "-"
    }
    return {
        node.at: _told(node)
        for node in nodes
        if isinstance(node, Scalar) and any(line.text in keys for line in node.inside)
    }


def _told(text: Scalar) -> Finding:
    more = f", and {len(text.inside) - 1} more below it" if len(text.inside) > 1 else ""
    message = f"this line has become part of the text above it{more}"
    hint = "is it indented too far, or a line missing above it?"
    return warning("Y009", text.inside[0].at, message, hint)


def _all(root: Node) -> list[Node]:
    nodes: list[Node] = [root]
    for node in nodes:  # which grows
        if isinstance(node, Mapping):
            nodes += [value for _, value in node.pairs]
        elif isinstance(node, Sequence):
            nodes += node.items
    return nodes
