"""A replayed logbook, watch by watch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.i18n import _
from game.simulation.single_voyage import SailedWatch
from game.storage.logbook import Log
from game.ui.terminal.printed.demo import log_line
from game.ui.vocabulary import prose
from game.voyage.replay import Replay
from game.voyage.view import end_view, result_view


def replay_lines(log: Log, replay: Replay) -> Iterator[str]:
    scenario = replay.loaded.scenario
    yield _(
        "{title} {version}, seed {seed}, begun {started}",
        title=scenario.title,
        version=scenario.version,
        seed=log.header.seed,
        started=log.header.started,
    )
    for number, leg in enumerate(_legs(replay), 1):
        result, ship = result_view(scenario, leg.voyage, list(leg.events)), leg.voyage.ship
        held = {"number": number, "order": result.order, "kind": result.kind.word}
        yield _("Watch {number}: {order} ({kind})", **held)
        at = _(
            "progress {way:.0f} %, stability {stability:.0f}.",
            way=ship.progress,
            stability=ship.stability,
        )
        yield f"  {at} {result.why}"
        if result.learnt:
            yield "  " + _("Learnt: {learnt}", learnt=prose(result.learnt))
        yield from (f"  {line}" for line in result.returned)
    if replay.voyage.outcome:
        end = end_view(scenario, replay.voyage)
        yield _("{title}: she {ended}.", title=end.title, ended=end.outcome.ended)
    else:
        yield _("Not over yet. Go on with: even-keel play --continue --log {log}", log=log.path)
    if log.torn:
        yield _("The last line of the logbook was torn and has been left out.")
    if replay.differs:
        yield _("This is not the same voyage: {how}", how=replay.differs)
    else:
        yield _("The replay is the same voyage, figure by figure.")


def as_json(log: Log, replay: Replay) -> dict[str, Any]:
    return {
        "scenario": replay.loaded.scenario.id,
        "seed": log.header.seed,
        "model": log.header.model,
        "outcome": replay.voyage.outcome,
        "ending": replay.voyage.ending,
        "torn": log.torn,
        "same": not replay.differs,
        "differs": replay.differs,
        "log": [log_line(replay.loaded.scenario, leg) for leg in _legs(replay)],
    }


def _legs(replay: Replay) -> list[SailedWatch]:
    return [SailedWatch(voyage, events) for voyage, events in replay.steps]
