"""F003, S002 and S003 between the keys of an order: what one of them asks of another."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding
from game.scenario.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.scenario import PRACTICES
from game.scenario.source import Source, Spot
from game.ship.attention import Kind


def check_orders(source: Source) -> Iterator[Finding]:
    """A result or outcomes, a practice of the order's kind, and always an order left to give."""
    for spot in source.each("watches.*.orders.*"):
        if isinstance(spot.node, Mapping):
            yield from _result(spot, dict(_entries(spot.node)))
            yield from _practice(dict(_entries(spot.node)))
    for spot in source.each("watches.*.orders"):
        yield from _all_locked(spot)


def _entries(order: Mapping) -> Iterator[tuple[str, Node]]:
    return ((key.text, value) for key, value in order.pairs)


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


def _all_locked(orders: Spot) -> Iterator[Finding]:
    """F003: every order asks for something, and no two of them ask for opposites."""
    if not isinstance(orders.node, Mapping) or not orders.node.pairs:
        return
    whens = [_when(order) for _, order in orders.node.pairs]
    alone = {phrases[0] for phrases in whens if len(phrases) == 1}
    if all(whens) and not any(f"not {phrase}" in alone for phrase in alone):
        message = f"every order of '{orders.path[1]}' can be locked at once"
        hint = "take 'when' from one of them, so that an order is always left to give"
        yield Finding("F003", orders.key_at, message, hint)


def _when(order: Node) -> list[str]:
    if not isinstance(order, Mapping):
        return []
    when = dict(_entries(order)).get("when")
    items = when.items if isinstance(when, Sequence) else ()
    return [item.text for item in items if isinstance(item, Scalar)]
