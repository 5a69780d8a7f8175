"""S002, S003, F007, F008, F012 to F014, L001, L012: what orders need, a choice in each watch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from game.findings import Finding, warning
from game.scenario.model.scenario import PRACTICES
from game.scenario.yaml.file_tree import FileTree, Spot
from game.scenario.yaml.nodes import Mapping
from game.ship.attention_cost import Kind

WORDS = ("label", "practice", "locked", "result", "learnt", "text")
"""What an order can say differently without doing anything else."""


def check_orders(source: FileTree) -> Iterator[Finding]:
    """A result or outcomes, a practice of the order's kind, a condition beside 'locked'."""
    for watch in source.each("watches.*"):
        orders = [
            order
            for order in watch.each("orders")
            if isinstance(order.node, Mapping) and order.node.pairs
        ]
        yield from _results(orders)
        for order in orders:
            yield from _practice(order)
            yield from _fix(order)
            yield from _strength(order)
            if order.get("locked") and not order.get("when"):
                message = f"'{order.name}' lacks 'when': its 'locked' is never said"
                hint = "add a line 'when: […]', or delete 'locked'"
                yield Finding("S002", order.key_at, message, hint)


def _results(orders: list[Spot]) -> Iterator[Finding]:
    """One of the two in each order; where one has both, the one above it may lack it."""
    lacking: Spot | None = None
    for order in orders:
        result, outcomes = order.get("result"), order.get("outcomes")
        if result and outcomes:
            hint = "move the text into an outcome, or delete 'outcomes'"
            if lacking:
                hint = f"move one of them to '{lacking.name}', which has none"
            message = "'result' and 'outcomes' do not go together"
            yield Finding("S003", result.node.at, message, hint)
        elif lacking:
            yield _lacks_result(lacking)
        if outcomes and (learnt := order.get("learnt")):
            message = "'learnt' and 'outcomes' do not go together"
            yield Finding("S003", learnt.node.at, message, "move it into the outcome that teaches")
        lacking = None if result or outcomes else order
    if lacking:
        yield _lacks_result(lacking)


def _lacks_result(order: Spot) -> Finding:
    hint = "add a line 'result: …', or 'outcomes'"
    return Finding("S002", order.key_at, f"'{order.name}' lacks 'result'", hint)


def _practice(order: Spot) -> Iterator[Finding]:
    kind, practice = order.get_text("kind"), order.get("practice")
    fitting = next((names for one, names in PRACTICES.items() if one == kind), ())
    others = [name for names in PRACTICES.values() for name in names if name not in fitting]
    if fitting and practice and practice.text in others:
        message = f"'{practice.text}' is no practice of a {kind} order"
        yield Finding("S003", practice.node.at, message, f"one of: {', '.join(sorted(fitting))}")


def _fix(order: Spot) -> Iterator[Finding]:
    """Who leads has a fix without asking."""
    kind, fix = order.get_text("kind"), order.get("fix")
    if fix and kind in (Kind.COURSE, Kind.BOTH):
        message = f"'fix' changes nothing: a {kind} order looks where she is anyway"
        yield warning("F013", fix.key_at, message, "delete it, or make it a sails or a teach order")


def _strength(order: Spot) -> Iterator[Finding]:
    """F014: there is something to double."""
    strengthened_by = order.get("strengthened_by")
    effects = [*order.each("effects"), *order.each("outcomes.*.effects")]
    if strengthened_by and not any(map(_gains, effects)):
        message = "'strengthened_by' changes nothing: this order's effects gain nothing"
        hint = "give it an effect to double, or delete 'strengthened_by'"
        yield warning("F014", strengthened_by.key_at, message, hint)


def _gains(effect: Spot) -> bool:
    by = effect.number or 0
    return by < 0 if effect.name == "course_error" else by > 0


def check_choices(source: FileTree) -> Iterator[Finding]:
    """More than one order, of both kinds, and no two that do or say the same."""
    for spot in source.each("watches.*.orders"):
        orders = spot.below()
        if len(orders) == 1:
            message, hint = f"'{spot.path[1]}' has only one order", "offer another one"
            yield warning("F008", spot.key_at, message, hint)
            continue
        yield from _foils(spot, orders)
        kinds = Counter(order.get_text("kind") for order in orders)
        if missing := [kind for kind in (Kind.COURSE, Kind.SAILS) if kind not in kinds]:
            message = f"'{spot.path[1]}' has no {' and no '.join(missing)} order"
            yield warning("L001", spot.key_at, message, "let the captain choose between the two")
        of_a_kind = [order for order in orders if kinds[order.get_text("kind")] > 1]
        for order, other in _repeated((order, repr(_deed(order))) for order in of_a_kind):
            message = f"'{order.name}' does the same as '{other.name}'"
            hint = "let it cost or move something else, or take it out"
            yield warning("F007", order.key_at, message, hint)
        labels = (label for order in orders if (label := order.get("label")))
        for label, other in _repeated((one, one.text.casefold().split()) for one in labels):
            message = f"'{label.path[-2]}' says the same as '{other.path[-2]}'"
            yield warning("F012", label.node.at, message, "let each say what it alone does")


def _foils(spot: Spot, orders: list[Spot]) -> Iterator[Finding]:
    """Somebody must be able to do well here."""
    foils = [foil for order in orders if (foil := order.get("foil")) and foil.text == "true"]
    if orders and len(foils) == len(orders):
        message = f"every order of '{spot.path[1]}' is a foil: none could be advised"
        yield warning("L012", foils[-1].key_at, message, "offer an order that can be meant")


def _repeated(spots: Iterable[tuple[Spot, object]]) -> Iterator[tuple[Spot, Spot]]:
    """Each that says what another above it has said, with that one."""
    first: dict[str, Spot] = {}
    for spot, content in spots:
        other = first.setdefault(str(content), spot)
        if other is not spot:
            yield spot, other


def _deed(spot: Spot) -> Any:
    """Everything that it does, without its words."""
    below = {below.name: _deed(below) for below in spot.below() if below.name not in WORDS}
    return sorted(below.items()) if spot.below() else spot.number or spot.text
