"""F007, F008, F012, L001: a watch offers a choice, between leading and managing at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from game.findings import Finding, warning
from game.scenario.yaml.source import Source, Spot
from game.ship.attention_cost import Kind

WORDS = ("label", "practice", "locked", "result", "text")
"""What an order can say differently without doing anything else."""


def check_choices(source: Source) -> Iterator[Finding]:
    """More than one order, of both kinds, and no two that do or say the same."""
    for spot in source.each("watches.*.orders"):
        orders = spot.below()
        if len(orders) == 1:
            message, hint = f"'{spot.path[1]}' has only one order", "offer another one"
            yield warning("F008", spot.key_at, message, hint)
        else:
            yield from _kinds(spot, orders)
            yield from _twins(orders)
            yield from _namesakes(orders)


def _kinds(watch: Spot, orders: list[Spot]) -> Iterator[Finding]:
    kinds = {_kind(order) for order in orders}
    missing = [kind for kind in (Kind.COURSE, Kind.SAILS) if kind not in kinds]
    if missing:
        message = f"'{watch.path[1]}' has no {' and no '.join(missing)} order"
        yield warning("L001", watch.key_at, message, "let the captain choose between the two")


def _twins(orders: list[Spot]) -> Iterator[Finding]:
    kinds = Counter(map(_kind, orders))
    first: dict[str, str] = {}
    for order in orders:
        if kinds[_kind(order)] == 1:
            continue
        twin = first.setdefault(repr(_deed(order)), order.name)
        if twin != order.name:
            message = f"'{order.name}' does the same as '{twin}'"
            hint = "let it cost or move something else, or take it out"
            yield warning("F007", order.key_at, message, hint)


def _namesakes(orders: list[Spot]) -> Iterator[Finding]:
    """F012: orders that nobody can tell apart by what they say."""
    first: dict[str, str] = {}
    for label in filter(None, (order.get("label") for order in orders)):
        order = str(label.path[-2])
        other = first.setdefault(" ".join(label.text.casefold().split()), order)
        if other != order:
            message = f"'{order}' says the same as '{other}'"
            yield warning("F012", label.node.at, message, "let each say what it alone does")


def _kind(order: Spot) -> str:
    kind = order.get("kind")
    return kind.text if kind else ""


def _deed(spot: Spot) -> Any:
    """Everything that it does, without its words."""
    below = {below.name: _deed(below) for below in spot.below() if below.name not in WORDS}
    return sorted(below.items()) if spot.below() else spot.figure or spot.text
