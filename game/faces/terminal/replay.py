"""A replayed logbook, told watch by watch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.faces.terminal.demo import log_line
from game.faces.words import HOW_IT_ENDED
from game.insight.sailing import Leg
from game.voyage.logbook import Log
from game.voyage.replay import Replay
from game.voyage.view import end_view, result_view


def told(log: Log, replay: Replay) -> Iterator[str]:
    """The voyage again, in plain lines."""
    scenario = replay.shelf.scenario
    yield f"{scenario.title} {scenario.version}, seed {log.header.seed}, begun {log.header.started}"
    for number, leg in enumerate(_legs(replay), 1):
        result, ship = result_view(scenario, leg.voyage, list(leg.events)), leg.voyage.ship
        yield f"Watch {number}: {result.order} ({result.kind})"
        yield f"  progress {ship.progress:.0f} %, stability {ship.stability:.0f}. {result.why}"
        yield from (f"  {line}" for line in result.returned)
    if replay.voyage.outcome:
        end = end_view(scenario, replay.voyage)
        yield f"{end.title}: she {HOW_IT_ENDED[end.outcome]}."
    else:
        yield f"Not over yet. Go on with: even-keel play --continue --log {log.path}"
    if log.torn:
        yield "The last line of the logbook was torn and has been left out."
    if replay.differs:
        yield f"This is not the same voyage: {replay.differs}"
    else:
        yield "The replay is the same voyage, figure by figure."


def as_json(log: Log, replay: Replay) -> dict[str, Any]:
    """The replay for other programs."""
    return {
        "scenario": replay.shelf.scenario.id,
        "seed": log.header.seed,
        "model": log.header.model,
        "outcome": replay.voyage.outcome,
        "ending": replay.voyage.ending,
        "torn": log.torn,
        "same": not replay.differs,
        "differs": replay.differs,
        "log": [log_line(replay.shelf.scenario, leg) for leg in _legs(replay)],
    }


def _legs(replay: Replay) -> list[Leg]:
    return [Leg(voyage, events) for voyage, events in replay.steps]
