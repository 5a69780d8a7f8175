"""F001, F003, F004, F005, F011, L006: watches and endings that no voyage comes to, or leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from game.findings import Finding, warning
from game.scenario.analysis.reachability import Place, Reachability, all_locked
from game.scenario.analysis.references_index import GOTOS, ReferencesIndex, WrittenWatch
from game.scenario.analysis.satisfiability import Gauges, Scope
from game.scenario.checks.conditions import check_constant
from game.scenario.model.conditions import GaugeIs, Not, phrase_in_words
from game.scenario.yaml.file_tree import FileTree, Spot
from game.ship.ship import Outcome

T = TypeVar("T", str, Place)


def check_no_way_out(index: ReferencesIndex) -> Iterator[Finding]:
    """F004: whatever the conditions, the roads lead to an end."""
    graph = _graph(index)
    if graph.keys() & set(Outcome):
        return  # S004: an id that means an end
    if graph and _reached(list(graph)[:1], lambda at: graph.get(at, ())) <= set(graph):
        message = "no ending can be reached: every road goes in a circle"
        hint = "let an order lead on from the last watch, or to 'harbour'"
        yield Finding("F004", index.source.find(("watches",)).key_at, message, hint)


def check_unreachable(index: ReferencesIndex) -> Iterator[Finding]:
    """F001, at the first watch in a row that no road leads to."""
    graph = _graph(index)
    reached = _reached(list(graph)[:1], lambda at: graph.get(at, ()))
    lost = {watch: graph[watch] for watch in graph if watch not in reached}
    led_to = {to for watch in lost for to in lost[watch] if to != watch}
    while lost:
        head = next((watch for watch in lost if watch not in led_to), next(iter(lost)))
        at = index.watches[head].spot.key_at
        yield warning("F001", at, f"no order leads to '{head}'", "let a 'goto' lead here")
        for watch in _reached([head], lambda at: lost.get(at, ())):
            lost.pop(watch, None)


def check_circles(reachable: Reachability) -> Iterator[Finding]:
    """F005: watches from which, at least with some flags set, no order leads out."""
    before: dict[Place, list[Place]] = {}
    for place in reachable.onward:
        for after in reachable.after(place):
            before.setdefault(after, []).append(place)
    ends = [place for place in before if place not in reachable.onward]
    trapped = set(reachable.onward) - _reached(ends, lambda place: before.get(place, ()))
    known: set[str] = set()
    for name, watch in reachable.index.watches.items():
        inside = [place for place in reachable.at[name] if place in trapped]
        if inside and name not in known:
            circle = {place.at for place in _reached(inside, reachable.after)}
            known |= circle
            names = ", ".join(f"'{at}'" for at in reachable.index.watches if at in circle)
            message = f"from here on the voyage goes in a circle: {names}"
            yield warning("F005", watch.spot.key_at, message, "let an order lead out of it")


def _graph(index: ReferencesIndex) -> dict[str, set[str]]:
    """Where the orders of each watch lead, whatever they ask for; empty where none is known."""
    return {
        name: {branch.goto for order in watch.orders for branch in order.branches} or {""}
        for name, watch in index.watches.items()
    }


def _reached(start: Iterable[T], onward: Callable[[T], Iterable[T]]) -> set[T]:
    reached: set[T] = set()
    waiting = list(start)
    while waiting:
        at = waiting.pop()
        if at not in reached:
            reached.add(at)
            waiting += onward(at)
    return reached


def check_locks(reachable: Reachability) -> Iterator[Finding]:
    """F003: in every watch an order is always left to give, whatever the gauges are."""
    for name, watch in reachable.index.watches.items():
        orders = watch.spot.get("orders")
        locked = ((scope, all_locked(watch, scope)) for scope in reachable.scopes(name))
        scope, gauges = next((one for one in locked if one[1] is not None), (None, None))
        if scope and gauges and watch.orders and orders:
            message = f"every order of '{name}' can be locked at once: with "
            message += ", ".join(dict.fromkeys(_state(watch, scope, gauges)))
            hint = "take 'when' from one of them, so that an order is always left to give"
            yield Finding("F003", orders.key_at, message, hint)


def _state(watch: WrittenWatch, scope: Scope, gauges: Gauges) -> Iterator[str]:
    """The figures and facts at which nothing can be given, as far as the orders ask for them."""
    for asked in (phrase.asked for order in watch.orders for phrase in order.when):
        if isinstance(asked, GaugeIs):
            yield f"{asked.gauge} at {gauges[asked.gauge].example:g}"
        elif asked and not isinstance(asked, Not):
            yield phrase_in_words(asked if asked in scope.facts else Not(asked))


def check_endings(source: FileTree) -> Iterator[Finding]:
    """L006: every outcome that can come about has one; harbour needs one if a goto leads there."""
    written = [spot.text for spot in source.each("endings.*.outcome")]
    outcomes = set(written) if len(written) == len(source.keys("endings")) else {""}
    harbour = any(spot.text == Outcome.HARBOUR for spot in source.each(*GOTOS))
    needed = [outcome for outcome in Outcome if harbour or outcome is not Outcome.HARBOUR]
    missing = [outcome for outcome in needed if outcome not in outcomes]
    endings = source.first("endings")
    if endings and missing and outcomes <= set(Outcome):
        hint = f"add an ending with 'outcome: {missing[0]}'"
        message = f"no ending tells of: {' or '.join(missing)}"
        yield Finding("L006", endings.key_at, message, hint)


def check_untold(reachable: Reachability) -> Iterator[Finding]:
    """F011: each can be the first that holds; the last of an outcome where none does."""
    for outcome in Outcome:
        all_endings = reachable.index.source.each("endings.*")
        endings = [ending for ending in all_endings if ending.get_text("outcome") == outcome]
        whens = [reachable.index.conditions(ending, "when") for ending in endings]
        scopes = reachable.scopes_at_end(outcome) if endings else []
        for number, ending in enumerate(endings):
            hold = () if ending is endings[-1] else whens[number]
            if (
                not any(check_constant(whens[number], scopes))
                and not any(  # F006 says as much
                    scope.gauges_where(hold, whens[:number]) is not None for scope in scopes
                )
            ):
                yield warning("F011", ending.key_at, *_why(endings[:number], ending, outcome))


def _why(above: list[Spot], ending: Spot, outcome: Outcome) -> tuple[str, str]:
    name = f"'{ending.name}' is never told"
    if first := next((other for other in above if not other.each("when")), None):
        return f"{name}: '{first.name}' above it always comes first", "put it above that one"
    if outcome is Outcome.HARBOUR and not above:
        return f"{name}: no order leads to harbour", "let a 'goto: harbour' lead here"
    return f"{name}: its conditions never hold where it is its turn", "change its 'when'"
