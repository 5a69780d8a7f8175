"""F011, L006: endings that are never told, and outcomes that no ending tells."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.analysis.reachability import Reachability
from game.scenario.analysis.references_index import GOTOS, WrittenEnding
from game.scenario.checks.conditions import constant
from game.scenario.yaml.source import Source
from game.ship.ship import Outcome


def check_endings(source: Source) -> Iterator[Finding]:
    """L006: every outcome that can come about has one; harbour needs one if a goto leads there."""
    written = [spot.text for spot in source.each("endings.*.outcome")]
    told = set(written) if len(written) == len(source.keys("endings")) else {""}
    harbour = any(spot.text == Outcome.HARBOUR for spot in source.each(*GOTOS))
    needed = [outcome for outcome in Outcome if harbour or outcome is not Outcome.HARBOUR]
    missing = [outcome for outcome in needed if outcome not in told]
    for spot in source.each("endings"):
        if missing and told <= set(Outcome):
            lacking = " or ".join(missing)
            hint = f"add an ending with 'outcome: {missing[0]}'"
            yield Finding("L006", spot.key_at, f"no ending tells of: {lacking}", hint)


def check_untold(reachable: Reachability) -> Iterator[Finding]:
    """F011: each can be the first that holds; the last of an outcome is told where none does."""
    for outcome in Outcome:
        endings = [ending for ending in reachable.index.endings if ending.outcome == outcome]
        for number, ending in enumerate(endings):
            if not _can_be_told(reachable, endings[:number], ending, last=ending is endings[-1]):
                yield warning("F011", ending.spot.key_at, *_why(endings[:number], ending))


def _can_be_told(
    reachable: Reachability, above: list[WrittenEnding], ending: WrittenEnding, *, last: bool
) -> bool:
    scopes = reachable.scopes_at_end(ending.outcome)
    if next(constant(ending.when, scopes), None):
        return True  # told of as F006: one cause, one message
    hold = () if last else ending.when
    fail = [other.when for other in above]
    return any(scope.gauges_where(hold, fail) is not None for scope in scopes)


def _why(above: list[WrittenEnding], ending: WrittenEnding) -> tuple[str, str]:
    name = f"'{ending.spot.name}' is never told"
    if first := next((other for other in above if not other.when), None):
        return f"{name}: '{first.spot.name}' above it always comes first", "put it above that one"
    if ending.outcome == Outcome.HARBOUR and not above:
        return f"{name}: no order leads to harbour", "let a 'goto: harbour' lead here"
    return f"{name}: its conditions never hold where it is its turn", "change its 'when'"
