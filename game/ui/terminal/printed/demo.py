"""The demo voyage: three captains in the same weather, watch by watch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from game.i18n import _
from game.scenario.model.scenario import Scenario
from game.ship.gauges import GAUGES
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS
from game.simulation.single_voyage import Sail, SailedWatch, sail_captain, track_of
from game.ui.terminal.drawing.small_wake_chart import letter, side_by_side
from game.ui.vocabulary import wrapped
from game.voyage.flow import Flow
from game.voyage.sea import forecast
from game.voyage.view import end_view, result_view

CAPTAINS = (ALL_COURSE, ALL_SAILS, ADAPTIVE)


@dataclass(frozen=True, slots=True)
class Demo:
    scenario: Scenario
    seed: int
    sails: tuple[Sail, ...]


def sail_demo(scenario: Scenario, seed: int) -> Demo:
    flow = Flow(scenario)
    return Demo(scenario, seed, tuple(sail_captain(flow, seed, captain) for captain in CAPTAINS))


def demo_lines(demo: Demo) -> Iterator[str]:
    """The demo as lines of plain text, at most 80 columns."""
    for line in _lines(demo):
        yield from wrapped(line)


def _lines(demo: Demo) -> Iterator[str]:
    scenario = demo.scenario
    yield _("{title}: three captains, one sea", title=scenario.title)
    yield f"{scenario.summary}"
    yield ""
    yield _("Course orders lead: they turn the bow toward port and lift the crew.")
    yield _("Sails orders manage: they fit canvas to wind and mend the ship.")
    yield _("A captain has one order a watch.")
    for number in range(max(len(sailed.legs) for sailed in demo.sails)):
        yield ""
        yield from _watch(demo, number)
    yield ""
    tracks = [track_of(sailed) for sailed in demo.sails]
    yield from side_by_side(tracks)
    yield "     " + "   ".join(f"{letter(track)} {_(track.captain)}" for track in tracks)
    yield ""
    yield _closing(demo)
    yield ""
    yield _("Take the wheel yourself: even-keel play")


def _watch(demo: Demo, number: int) -> Iterator[str]:
    afloat = [sailed for sailed in demo.sails if number < len(sailed.legs)]
    watch = demo.scenario.watches[afloat[-1].legs[number].voyage.sailed[-1]]
    sky = forecast(watch.weather, demo.scenario.variation)
    yield _("Watch {number}. {forecast}", number=number + 1, forecast=sky)
    for sailed in afloat:
        leg = sailed.legs[number]
        result = result_view(demo.scenario, leg.voyage, list(leg.events))
        ship = leg.voyage.ship
        yield f"  {_(sailed.captain)}: {result.order} ({result.kind.word})"
        at = _(
            "Progress {way:.0f} %, stability {stability:.0f}.",
            way=ship.progress,
            stability=ship.stability,
        )
        yield f"    {at} {result.why}"
        if result.ended:
            end = end_view(demo.scenario, sailed.voyage)
            yield "    " + _("{title}: she {ended}.", title=end.title, ended=end.outcome.ended)


def _closing(demo: Demo) -> str:
    parts = [
        _(
            "{captain} {ended}, {way:.0f} % of the way",
            captain=_(sailed.captain),
            ended=end_view(demo.scenario, sailed.voyage).outcome.ended,
            way=sailed.voyage.ship.progress,
        )
        for sailed in demo.sails
    ]
    held = dict(zip(("one", "two", "three"), parts, strict=True))
    ends = _("Same ship, same sea: {one}; {two}; and {three}", **held)
    if demo.sails[-1].voyage.outcome is Outcome.ARRIVED:
        return ends + _(", by doing both, each when it was needed.")
    return ends + _(": this sea asks for more than the needs of the hour.")


def as_json(demo: Demo) -> dict[str, Any]:
    return {
        "scenario": demo.scenario.id,
        "seed": demo.seed,
        "captains": [_captain(demo, sailed) for sailed in demo.sails],
    }


def _captain(demo: Demo, sailed: Sail) -> dict[str, Any]:
    voyage = sailed.voyage
    return {
        "captain": sailed.captain,
        "outcome": voyage.outcome,
        "ending": voyage.ending,
        "watches": len(voyage.sailed),
        "progress": round(voyage.ship.progress, 3),
        "stability": round(voyage.ship.stability, 3),
        "log": [log_line(demo.scenario, leg) for leg in sailed.legs],
    }


def log_line(scenario: Scenario, leg: SailedWatch) -> dict[str, Any]:
    """One watch of a voyage for other programs."""
    ship, result = leg.voyage.ship, result_view(scenario, leg.voyage, list(leg.events))
    return {
        "watch": leg.voyage.sailed[-1],
        "order": leg.voyage.gave[-1],
        **{gauge: round(getattr(ship, gauge), 3) for gauge in GAUGES},
        "why": result.why,
        "ledger": asdict(result.ledger),
    }
