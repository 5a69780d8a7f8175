"""F009, M001, M002, M003, M005: figures that do not add up, or reach too far."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.model.scenario import GROWS_WITHIN
from game.scenario.yaml.file_tree import FileTree, Spot
from game.scenario.yaml.nodes import Sequence
from game.ship.gauges import GAUGE_RANGES
from game.ship.ship import REACH

EFFECTS = "watches.*.orders.*.effects.*"
CHANCE_EFFECTS = "watches.*.orders.*.outcomes.*.effects.*"
LATER_EFFECTS = "watches.*.orders.*.later.*.effects.*"


def check_numbers(source: FileTree) -> Iterator[Finding]:
    """Chances add up to 100, gauges start in range, effects stay within reach."""
    for outcomes in source.each("watches.*.orders.*.outcomes"):
        yield from _chances(outcomes)
        yield from _growth(outcomes)
    for spot in source.each("voyage.start.*"):
        low, high = GAUGE_RANGES.get(spot.name, (0, 0))
        if spot.number is not None and spot.name in GAUGE_RANGES and not low <= spot.number <= high:
            message = f"'{spot.name}' cannot start at {spot.number:g}"
            yield Finding("M001", spot.node.at, message, f"from {low:g} to {high:g}")
    yield from _minutes(source)
    by_order = {spot.path: spot.number or 0.0 for spot in source.each(EFFECTS)}
    for spot in source.each(EFFECTS, LATER_EFFECTS):
        yield from _reach(spot, 0.0)
    for spot in source.each(CHANCE_EFFECTS):
        yield from _reach(spot, by_order.get((*spot.path[:4], "effects", spot.name), 0.0))


def _minutes(source: FileTree) -> Iterator[Finding]:
    solo, group = source.first("minutes.solo"), source.first("minutes.group")
    if solo and group and (solo.number or 0) > (group.number or 0):
        message = f"alone it takes {solo.text} minutes, and only {group.text} with a group"
        yield warning("M003", solo.node.at, message, "a group talks: were the two exchanged?")


def _chances(outcomes: Spot) -> Iterator[Finding]:
    if not isinstance(outcomes.node, Sequence):
        return
    chances = [spot.number or 0 for item in outcomes.below() for spot in item.below("chance")]
    is_sound = len(chances) == len(outcomes.below()) and all(0 < one <= 100 for one in chances)
    if is_sound and abs(sum(chances) - 100) > 1e-9:
        message = f"the chances add up to {sum(chances):g}, not 100"
        yield Finding("F009", outcomes.key_at, message, "make them add up to 100")


def _growth(outcomes: Spot) -> Iterator[Finding]:
    """One chance of an order may grow with seamanship, and needs room on both sides."""
    growing = [item for item in outcomes.below() if item.get("grows_with")]
    for item in growing[1:]:
        message = "another chance of this order grows already"
        yield Finding("M005", item.node.at, message, "let one grow: the others give way to it")
    for chance in (spot for item in growing[:1] for spot in item.below("chance")):
        low, high = GROWS_WITHIN
        if chance.number is not None and not low <= chance.number <= high:
            message = f"a chance of {chance.number:g} cannot grow with seamanship"
            yield Finding("M005", chance.node.at, message, f"from {low:g} to {high:g}")


def _reach(spot: Spot, already: float) -> Iterator[Finding]:
    number = spot.number or 0.0
    if abs(number + already) <= REACH or spot.number is None or spot.name not in GAUGE_RANGES:
        return
    together = f" (with the order's own {already:+g})" if already else ""
    message = f"{number:+g}{together} reaches too far: no single order ends a healthy voyage"
    yield Finding("M002", spot.node.at, message, f"from -{REACH:g} to +{REACH:g}")
