"""F011, L006: endings that are never told, and outcomes that no ending tells."""

from __future__ import annotations

from collections.abc import Iterator

from game.findings import Finding, warning
from game.scenario.analysis.reachability import Reachability
from game.scenario.analysis.references_index import GOTOS, WrittenEnding
from game.scenario.checks.conditions import check_constant
from game.scenario.yaml.source import Source
from game.ship.ship import Outcome


def check_endings(source: Source) -> Iterator[Finding]:
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
    """F011: each can be the first that holds; the last of an outcome is told where none does."""
    for outcome in Outcome:
        endings = [ending for ending in reachable.index.endings if ending.outcome == outcome]
        scopes = reachable.scopes_at_end(outcome) if endings else []
        for number, ending in enumerate(endings):
            above = endings[:number]
            hold = () if ending is endings[-1] else ending.when
            fail = [other.when for other in above]
            if not any(check_constant(ending.when, scopes)) and not any(  # F006 says as much
                scope.gauges_where(hold, fail) is not None for scope in scopes
            ):
                yield warning("F011", ending.spot.key_at, *_why(above, ending))


def _why(above: list[WrittenEnding], ending: WrittenEnding) -> tuple[str, str]:
    name = f"'{ending.spot.name}' is never told"
    if first := next((other for other in above if not other.when), None):
        return f"{name}: '{first.spot.name}' above it always comes first", "put it above that one"
    if ending.outcome == Outcome.HARBOUR and not above:
        return f"{name}: no order leads to harbour", "let a 'goto: harbour' lead here"
    return f"{name}: its conditions never hold where it is its turn", "change its 'when'"
