"""F003: watches in which every order can be locked at once."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding
from game.scenario.analysis.intervals import Gauges
from game.scenario.analysis.reachability import Reachability, all_locked
from game.scenario.analysis.references_index import WrittenWatch
from game.scenario.analysis.scope import Scope
from game.scenario.model.conditions import Flag, GaugeIs, Gave, Not, Visited, in_words


def check_locks(roads: Reachability) -> Iterator[Finding]:
    """In every watch an order is always left to give, whatever the gauges are."""
    for name, watch in roads.written.watches.items():
        orders = watch.spot.get("orders")
        locked = ((scene, all_locked(watch, scene)) for scene in roads.scenes(name))
        found = next(((scene, gauges) for scene, gauges in locked if gauges is not None), None)
        if found and watch.orders and orders:
            state = ", ".join(_state(watch, *found))
            message = f"every order of '{name}' can be locked at once: with {state}"
            hint = "take 'when' from one of them, so that an order is always left to give"
            yield Finding("F003", orders.key_at, message, hint)


def _state(watch: WrittenWatch, scene: Scope, gauges: Gauges) -> dict[str, None]:
    """The figures and facts at which nothing can be given, as far as the orders ask for them."""
    told: dict[str, None] = {}
    for asked in (phrase.asked for order in watch.orders for phrase in order.when):
        if isinstance(asked, GaugeIs):
            told[f"{asked.gauge} at {gauges[asked.gauge].example:g}"] = None
        elif isinstance(asked, Flag | Visited | Gave):
            told[in_words(asked if asked in scene.facts else Not(asked))] = None
    return told
