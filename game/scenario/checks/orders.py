"""S002 and S003 between the keys of an order: what one of them asks of another."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding
from game.scenario.model.scenario import PRACTICES
from game.scenario.yaml.nodes import Mapping, Node, Scalar
from game.scenario.yaml.source import Source, Spot
from game.ship.attention_cost import Kind


def check_orders(source: Source) -> Iterator[Finding]:
    """A result or outcomes, a practice of the order's kind, a condition beside 'locked'."""
    for orders in source.each("watches.*.orders"):
        told = [(order, _entries(order)) for order in orders.below()]
        known = [(order, entries) for order, entries in told if entries]
        yield from _results(known)
        for order, entries in known:
            yield from _practice(entries)
            yield from _locked(order, entries)


def _entries(order: Spot) -> dict[str, Node]:
    pairs = order.node.pairs if isinstance(order.node, Mapping) else ()
    return {key.text: value for key, value in pairs}


def _results(orders: list[tuple[Spot, dict[str, Node]]]) -> Iterator[Finding]:
    """One of the two in each order; where one has both, the one above it may lack it."""
    lacking: Spot | None = None
    for order, entries in orders:
        count = ("result" in entries) + ("outcomes" in entries)
        if lacking and count < 2:
            yield _lacks_result(lacking)
        if count == 2:
            hint = "move the text into an outcome, or delete 'outcomes'"
            if lacking:
                hint = f"move one of them to '{lacking.name}', which has none"
            at = entries["result"].at
            yield Finding("S003", at, "'result' and 'outcomes' do not go together", hint)
        lacking = None if count else order
    if lacking:
        yield _lacks_result(lacking)


def _lacks_result(order: Spot) -> Finding:
    hint = "add a line 'result: …', or 'outcomes'"
    return Finding("S002", order.key_at, f"'{order.name}' lacks 'result'", hint)


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
