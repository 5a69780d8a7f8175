"""F009, M001, M002, M003: figures that do not add up, or reach too far."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.yaml.nodes import Sequence
from game.scenario.yaml.source import Path, Source, Spot
from game.ship.gauges import GAUGE_RANGES
from game.ship.ship import REACH

EFFECTS = "watches.*.orders.*.effects.*"
CHANCE_EFFECTS = "watches.*.orders.*.outcomes.*.effects.*"
LATER_EFFECTS = "watches.*.orders.*.later.*.effects.*"


def check_numbers(source: Source) -> Iterator[Finding]:
    """Chances add up to 100, gauges start in range, effects stay within reach."""
    for spot in source.each("watches.*.orders.*.outcomes"):
        yield from _chances(source, spot)
    for spot in source.each("voyage.start.*"):
        low, high = GAUGE_RANGES.get(str(spot.path[-1]), (0, 0))
        figure = spot.figure
        if figure is not None and spot.path[-1] in GAUGE_RANGES and not low <= figure <= high:
            message = f"'{spot.path[-1]}' cannot start at {figure:g}"
            yield Finding("M001", spot.node.at, message, f"from {low:g} to {high:g}")
    yield from _minutes(source)
    always = {spot.path: spot.figure or 0.0 for spot in source.each(EFFECTS)}
    for spot in source.each(EFFECTS, LATER_EFFECTS):
        yield from _reach(spot, 0.0)
    for spot in source.each(CHANCE_EFFECTS):
        yield from _reach(spot, always.get(_of_the_order(spot.path), 0.0))


def _minutes(source: Source) -> Iterator[Finding]:
    solo, group = (next(source.each(f"minutes.{name}"), None) for name in ("solo", "group"))
    if solo and group and (solo.figure or 0) > (group.figure or 0):
        message = f"alone it takes {solo.text} minutes, and only {group.text} with a group"
        yield warning("M003", solo.node.at, message, "a group talks: were the two exchanged?")


def _of_the_order(path: Path) -> Path:
    """Where the order itself moves the same gauge as one of its chances."""
    return (*path[:4], "effects", path[-1])


def _chances(source: Source, outcomes: Spot) -> Iterator[Finding]:
    if not isinstance(outcomes.node, Sequence):
        return
    pattern = ".".join(map(str, outcomes.path))
    figures = [spot.figure for spot in source.each(f"{pattern}.*.chance")]
    known = [figure for figure in figures if figure is not None]
    sound = len(known) == len(outcomes.node.items) and all(0 < figure <= 100 for figure in known)
    if sound and abs(sum(known) - 100) > 1e-9:
        message = f"the chances add up to {sum(known):g}, not 100"
        yield Finding("F009", outcomes.key_at, message, "make them add up to 100")


def _reach(spot: Spot, already: float) -> Iterator[Finding]:
    figure = spot.figure
    if figure is None or abs(figure + already) <= REACH or spot.path[-1] not in GAUGE_RANGES:
        return
    together = f" (with the order's own {already:+g})" if already else ""
    message = f"{figure:+g}{together} reaches too far: no single order ends a healthy voyage"
    yield Finding("M002", spot.node.at, message, f"from -{REACH:g} to +{REACH:g}")
