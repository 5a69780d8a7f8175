"""F006, F010, M004: conditions that never change, consequences that never come, unread flags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.findings import Finding, warning
from game.scenario.analysis.reachability import Place, Reachability
from game.scenario.analysis.references_index import Phrase, ReferencesIndex
from game.scenario.analysis.satisfiability import ANY, Scope
from game.scenario.model.conditions import Flag, GaugeIs, Not
from game.scenario.yaml.file_tree import Spot
from game.ship.gauges import WRITTEN_RANGES


def check_conditions(reachable: Reachability) -> Iterator[Finding]:
    """Every condition holds in some voyages and not in others; every `later` can come back."""
    index = reachable.index
    for name, watch in index.watches.items():
        for order in watch.orders:
            for key, phrases in (("when", order.when), ("strengthened_by", order.strengthened_by)):
                yield from _check_asked(order.spot.get(key), phrases, reachable.scopes(name))
            for later in order.spot.each("later"):
                yield from _check_later(reachable, later, reachable.led_to(name, order))
    for ending in index.source.each("endings.*"):
        scopes = reachable.scopes_at_end(ending.get_text("outcome"))
        yield from check_constant(index.conditions(ending, "when"), scopes)
    for phrase in index.phrases.values():
        if phrase.spot.path[0] == "checks" and isinstance(phrase.asked, GaugeIs):
            yield from check_constant([phrase], [Scope(frozenset(), ANY, reachable.budget)])


def check_constant(phrases: Iterable[Phrase], scopes: list[Scope]) -> Iterator[Finding]:
    """F006 for each of these conditions that is always true, or always false."""
    for phrase in phrases:
        values = set[bool]()
        for scope in scopes:
            values |= scope.values(phrase)
            if len(values) > 1:
                break
        if len(values) == 1:
            message = f"'{phrase.spot.text}' {'always' if True in values else 'never'} holds here"
            yield warning(
                "F006", phrase.spot.node.at, message, _hint(phrase, is_true=True in values)
            )


def _hint(phrase: Phrase, *, is_true: bool) -> str:
    out, asked = "change it, or take it out", phrase.asked
    if isinstance(asked, GaugeIs):
        low, high = WRITTEN_RANGES.get(asked.gauge, (0, 100))
        inside = low <= asked.figure <= high
        return out if inside else f"'{asked.gauge}' goes from {low:g} to {high:g}"
    if not isinstance(asked, Flag):
        return out
    if is_true is not isinstance(phrase.condition, Not):
        return f"every way to here sets it: {out}"
    if "later" in phrase.spot.path:
        return f"no order sets it in time: write a larger 'after', {out}"
    return f"no order on the way to here sets it: {out}"


def _check_asked(
    asked: Spot | None, phrases: tuple[Phrase, ...], scopes: list[Scope]
) -> Iterator[Finding]:
    """What an order asks for can come about: each condition, and all of them together."""
    each = list(check_constant(phrases, scopes))
    yield from each
    if each or not asked or not scopes:
        return
    if all(scope.gauges_where(phrases) is None for scope in scopes):
        message, hint = "these conditions never hold together", "take one of them out"
        yield warning("F006", asked.key_at, message, hint)


def _check_later(reachable: Reachability, later: Spot, due: set[Place]) -> Iterator[Finding]:
    """due: where the order leads to that brings it."""
    is_led_on = bool(due)
    after, unless = later.get("after"), later.get("unless")
    for _ in range(int(after.number or 0) - 1 if after else 0):
        due = {after for place in due & reachable.onward.keys() for after in reachable.after(place)}
    scopes = [reachable.scope(place) for place in due & reachable.onward.keys()]
    phrases = reachable.index.conditions(later, "unless")
    if is_led_on and after and not scopes:
        message = "this never comes back: the voyage is over by then"
        yield warning("F010", after.node.at, message, "write a smaller number")
    elif unless and phrases and all(scope.gauges_where(fail=[phrases]) is None for scope in scopes):
        message = "this never comes back: 'unless' always holds by then"
        yield warning("F010", unless.key_at, message, "ask for something else, or take it out")
    else:
        yield from check_constant(phrases, scopes)


def check_flags(index: ReferencesIndex) -> Iterator[Finding]:
    """M004, where a flag is first set; a flag that is read and never set is R002."""
    read = index.flags_read
    for name, spot in index.flags_set.items():
        if name not in read:
            message = f"'{name}' is set, and no condition asks for it"
            yield warning("M004", spot.node.at, message, "ask for it in a 'when', or take it out")
