"""S002 and S003 between the keys of an order: what one of them asks of another."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding
from game.scenario.nodes import Mapping, Node, Scalar
from game.scenario.scenario import PRACTICES
from game.scenario.source import Source, Spot
from game.ship.attention import Kind


def check_orders(source: Source) -> Iterator[Finding]:
    """A result or outcomes, a practice of the order's kind, a condition beside 'locked'."""
    for spot in source.each("watches.*.orders.*"):
        if isinstance(spot.node, Mapping):
            entries = {key.text: value for key, value in spot.node.pairs}
            yield from _result(spot, entries)
            yield from _practice(entries)
            yield from _locked(spot, entries)


def _result(order: Spot, entries: dict[str, Node]) -> Iterator[Finding]:
    if "result" in entries and "outcomes" in entries:
        hint = "move the text into an outcome, or delete 'outcomes'"
        at = entries["result"].at
        yield Finding("S003", at, "'result' and 'outcomes' do not go together", hint)
    elif "result" not in entries and "outcomes" not in entries:
        hint = "add a line 'result: …', or 'outcomes'"
        yield Finding("S002", order.key_at, f"'{order.path[-1]}' lacks 'result'", hint)


def _practice(entries: dict[str, Node]) -> Iterator[Finding]:
    kind, practice = entries.get("kind"), entries.get("practice")
    if not isinstance(kind, Scalar) or not isinstance(practice, Scalar):
        return
    if kind.text not in tuple(Kind) or kind.text == Kind.BOTH:
        return
    fitting = PRACTICES[Kind(kind.text)]
    if practice.text not in fitting and any(practice.text in names for names in PRACTICES.values()):
        message = f"'{practice.text}' is no practice of a {kind.text} order"
        yield Finding("S003", practice.at, message, f"one of: {', '.join(sorted(fitting))}")


def _locked(order: Spot, entries: dict[str, Node]) -> Iterator[Finding]:
    if "locked" in entries and "when" not in entries:
        message = f"'{order.path[-1]}' lacks 'when': its 'locked' is never said"
        yield Finding("S002", order.key_at, message, "add a line 'when: […]', or delete 'locked'")
