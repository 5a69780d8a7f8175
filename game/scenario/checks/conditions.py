"""F006, F010, M004: conditions that never change, consequences that never come, unread flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.findings import Finding, warning
from game.scenario.analysis.reachability import Place, Reachability
from game.scenario.analysis.references_index import (
    Phrase,
    ReferencesIndex,
    WrittenLater,
    WrittenOrder,
)
from game.scenario.analysis.satisfiability import ANY, Scope
from game.scenario.model.conditions import Flag, GaugeIs, Not
from game.ship.gauges import GAUGE_RANGES


def check_conditions(reachable: Reachability) -> Iterator[Finding]:
    """Every condition holds in some voyages and not in others; every `later` can come back."""
    for name, watch in reachable.index.watches.items():
        for order in watch.orders:
            yield from _when(order, reachable.scopes(name))
            for later in order.later:
                yield from _later(reachable, later, reachable.led_to(name, order))
    for ending in reachable.index.endings:
        yield from constant(ending.when, reachable.scopes_at_end(ending.outcome))
    for phrase in reachable.index.phrases:
        if phrase.spot.path[0] == "checks" and isinstance(phrase.asked, GaugeIs):
            yield from constant([phrase], [Scope(frozenset(), ANY, reachable.budget)])


def constant(phrases: Iterable[Phrase], scopes: list[Scope]) -> Iterator[Finding]:
    """F006 for each of these conditions that is always true, or always false."""
    for phrase in phrases:
        values = set[bool]()
        for scope in scopes:
            values |= scope.values(phrase)
            if len(values) > 1:
                break
        else:
            if values:
                often = "always" if True in values else "never"
                message = f"'{phrase.spot.text}' {often} holds here"
                yield warning("F006", phrase.spot.node.at, message, _way_out(phrase, values))


def _way_out(phrase: Phrase, values: set[bool]) -> str:
    """What to do about a condition that only has these values."""
    out = "change it, or take it out"
    if isinstance(phrase.asked, GaugeIs):
        return _in_range(phrase.asked) or out
    if not isinstance(phrase.asked, Flag):
        return out
    is_set = (True in values) is not isinstance(phrase.condition, Not)
    if is_set:
        return f"every way to here sets it: {out}"
    if "later" in phrase.spot.path:
        return f"no order sets it in time: write a larger 'after', {out}"
    return f"no order on the way to here sets it: {out}"


def _in_range(asked: GaugeIs) -> str:
    """What to do about a figure that the gauge never has."""
    low, high = GAUGE_RANGES.get(asked.gauge, (0, 100))
    if low <= asked.figure <= high:
        return ""
    share = f": write {asked.figure / 100:g}" if high == 1 and 1 < asked.figure <= 100 else ""
    return f"'{asked.gauge}' goes from {low:g} to {high:g}{share}"


def _when(order: WrittenOrder, scopes: list[Scope]) -> Iterator[Finding]:
    alone = list(constant(order.when, scopes))
    yield from alone
    when = order.spot.get("when")
    if alone or not when or not scopes:
        return
    if all(scope.gauges_where(order.when) is None for scope in scopes):
        message, hint = "these conditions never hold together", "take one of them out"
        yield warning("F006", when.key_at, message, hint)


def _later(reachable: Reachability, later: WrittenLater, led_to: set[Place]) -> Iterator[Finding]:
    due = led_to
    for _ in range(later.after - 1):
        due = {after for place in due & reachable.onward.keys() for after in reachable.after(place)}
    scopes = [reachable.scope(place) for place in due & reachable.onward.keys()]
    after, unless = later.spot.get("after"), later.spot.get("unless")
    if led_to and after and not scopes:
        message = "this never comes back: the voyage is over by then"
        yield warning("F010", after.node.at, message, "write a smaller number")
    elif (
        unless
        and later.unless
        and all(scope.gauges_where(fail=[later.unless]) is None for scope in scopes)
    ):
        message = "this never comes back: 'unless' always holds by then"
        yield warning("F010", unless.key_at, message, "ask for something else, or take it out")
    else:
        yield from constant(later.unless, scopes)


def check_flags(index: ReferencesIndex) -> Iterator[Finding]:
    """M004, where a flag is first set; a flag that is read and never set is R002."""
    read = index.flags_read
    for name, spot in index.flags_set.items():
        if name not in read:
            message = f"'{name}' is set, and no condition asks for it"
            yield warning("M004", spot.node.at, message, "ask for it in a 'when', or take it out")
