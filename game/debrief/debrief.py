"""The debrief as data: all that its screens, its charts and its report show of one voyage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from game.debrief.believed_and_true import Sighting, believed_and_true
from game.debrief.decisions import Decisions
from game.debrief.decisions_json import as_data as decisions_data
from game.debrief.needs_and_practices import (
    KINDS,
    NeededAndGiven,
    Practice,
    needed_and_given,
    practices_in,
)
from game.debrief.synergy import mean_synergy
from game.debrief.trials import decisions_of
from game.i18n import N_
from game.scenario.model.scenario import Scenario
from game.ship.attention_cost import Effort, Kind
from game.ship.ledger import Ledger
from game.ship.passage import MODEL_VERSION
from game.ship.ship import Outcome
from game.ship.weather import Weather
from game.ship.why import why_line
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.census import Limits, censuses_along
from game.simulation.census_json import as_data as census_data
from game.simulation.census_result import Census, Method, Tally
from game.simulation.progress import Tell, ignore_progress
from game.simulation.single_voyage import Sail, SailedWatch, retrace, sail_captain, track_of
from game.simulation.track import Track
from game.storage.logbook import gauges
from game.voyage.flow import Flow
from game.voyage.result_notes import watch_sailed
from game.voyage.voyage import CameBack, Voyage

EARLIER = N_("you earlier")


@dataclass(frozen=True, slots=True)
class Passed:
    """A watch of the voyage as it was sailed.

    number: from 1. watch, order: their ids; label: the order's words. result, learnt: as told.
    gauges: after it, by name, as the logbook keeps them. heel: 1 is her designed load. steered:
    degrees off port. made_good: percent of the voyage. why: the why-line; ledger: what it is
    made of. returned: what came back.
    """

    number: int
    watch: str
    order: str
    label: str
    kind: Kind
    effort: Effort
    practice: str
    result: str
    learnt: str
    weather: Weather[float]
    gauges: Mapping[str, float]
    heel: float
    speed: float
    steered: float
    made_good: float
    balance: float
    why: str
    ledger: Ledger
    returned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """The voyages that were still open as a watch began; the last stands after the final order.

    number: of the watch, from 1.
    """

    number: int
    method: Method
    tally: Tally


@dataclass(frozen=True, slots=True)
class Debrief:
    """One voyage, looked at afterwards.

    scenario, title, version, digest: which scenario, to the letter. model: version of the sailing
    model. over: whether the voyage has ended; if not, she is taken as adrift where she lies.
    ending: its title, text and question, empty if not over. questions: the scenario's own.
    watches: one row a watch. tracks: you, all course, all sails, and last your earlier voyage
    if this one goes back into it. course_share, shared_share: yours, 0 to 1; of orders that set the
    course, and that taught or shared. sightings: as each order was given. decisions: None as long
    as nobody has tried what else was open. synergy: by what share balance made orders work better.
    note: the captain's own line about what to do, or empty.
    """

    scenario: str
    title: str
    version: str
    digest: str
    seed: int
    model: int
    over: bool
    outcome: Outcome
    ending: str
    ending_title: str
    ending_text: str
    ask: str
    questions: tuple[str, ...]
    watches: tuple[Passed, ...]
    tracks: tuple[Track, ...]
    course_share: float
    shared_share: float
    sightings: tuple[Sighting, ...]
    census: Census
    asked: tuple[NeededAndGiven, ...]
    decisions: Decisions | None
    odds: tuple[Odds, ...]
    practices: tuple[Practice, ...]
    synergy: float
    note: str = ""


LIMITS = Limits(voyages=1_000_000)
"""How far each watch's voyages are counted. Not by seconds: a debrief is the same everywhere."""


def debrief_of(
    flow: Flow,
    voyage: Voyage,
    digest: str,
    tell: Tell = ignore_progress,
    earlier: Voyage | None = None,
) -> Debrief:
    """Look at a voyage afterwards, but for its decisions, which take longer to tell. Pure.

    digest: of the scenario's text. earlier: a voyage in the same weather that it goes back into.
    """
    scenario, yours = flow.scenario, retrace(flow, voyage)
    ending = next((ending for ending in scenario.endings if ending.id == voyage.ending), None)
    whole, odds = _odds(yours, tell)
    return Debrief(
        scenario=scenario.id,
        title=scenario.title,
        version=scenario.version,
        digest=digest,
        seed=voyage.seed,
        model=MODEL_VERSION,
        over=voyage.outcome is not None,
        outcome=voyage.outcome or Outcome.ADRIFT,
        ending=voyage.ending,
        ending_title=ending.title if ending else "",
        ending_text=ending.text if ending else "",
        ask=ending.ask if ending else "",
        questions=scenario.debrief,
        watches=tuple(_passed(number, leg, scenario) for number, leg in enumerate(yours.legs, 1)),
        tracks=tuple(_tracks(flow, yours, earlier)),
        course_share=share_of(yours, Kind.COURSE),
        shared_share=share_of(yours, Kind.TEACH, Kind.BOTH),
        sightings=tuple(believed_and_true(yours)),
        census=whole,
        asked=tuple(needed_and_given(yours)),
        decisions=None,
        odds=odds,
        practices=tuple(practices_in(yours)),
        synergy=mean_synergy(yours),
    )


def whole_debrief_of(
    flow: Flow,
    voyage: Voyage,
    digest: str,
    tell: Tell = ignore_progress,
    earlier: Voyage | None = None,
) -> Debrief:
    """Look at a voyage afterwards, and try in other seas what else was open to it."""
    debrief = debrief_of(flow, voyage, digest, lambda share: tell(share / 2), earlier)
    decisions = decisions_of(flow, voyage, lambda share: tell((1 + share) / 2))
    return replace(debrief, decisions=decisions)


def share_of(yours: Sail, *kinds: Kind) -> float:
    """Of the orders given, those of these kinds; 0 to 1."""
    watches = yours.scenario.watches
    gave = [watches[leg.sailed.watch].orders[leg.sailed.order].kind for leg in yours.legs]
    return sum(kind in kinds for kind in gave) / max(1, len(gave))


def _tracks(flow: Flow, yours: Sail, earlier: Voyage | None) -> Iterator[Track]:
    yield track_of(yours)
    for ghost in (ALL_COURSE, ALL_SAILS):
        yield track_of(sail_captain(flow, yours.start.seed, ghost))
    if earlier:
        yield replace(track_of(retrace(flow, earlier)), captain=EARLIER)


def _odds(yours: Sail, tell: Tell) -> tuple[Census, tuple[Odds, ...]]:
    """The census of all voyages, and what was still open as each watch of this one began."""
    under_way = [voyage for voyage in yours.stood if voyage.outcome is None]
    censuses = censuses_along(yours.scenario, under_way, LIMITS, tell)
    odds = [Odds(number, census.method, census.tally) for number, census in enumerate(censuses, 1)]
    outcome = yours.voyage.outcome
    if outcome:
        odds.append(Odds(len(odds) + 1, Method.EXHAUSTIVE, Tally(1, {outcome: 1}, None)))
    return censuses[0], tuple(odds)


def _passed(number: int, leg: SailedWatch, scenario: Scenario) -> Passed:
    sailed = leg.sailed
    order = scenario.watches[sailed.watch].orders[sailed.order]
    passage, told = sailed.passage, watch_sailed(scenario, sailed)
    return Passed(
        number=number,
        watch=sailed.watch,
        order=order.id,
        label=order.label,
        kind=order.kind,
        effort=order.effort,
        practice=order.practice,
        result=sailed.result,
        learnt=sailed.learnt,
        weather=sailed.weather,
        gauges=gauges(leg.voyage.ship),
        heel=passage.heel,
        speed=passage.speed,
        steered=passage.steered,
        made_good=passage.made_good,
        balance=passage.hands.balance,
        why=why_line(told),
        ledger=told.ledger,
        returned=tuple(event.text for event in leg.events if isinstance(event, CameBack)),
    )


def as_data(debrief: Debrief) -> dict[str, Any]:
    """The debrief as plain data, for JSON."""
    return {
        **asdict(debrief),
        "census": census_data(debrief.census),
        "asked": [_needs_data(asked) for asked in debrief.asked],
        "decisions": debrief.decisions and decisions_data(debrief.decisions),
    }


def _needs_data(asked: NeededAndGiven) -> dict[str, Any]:
    """Its needs, and what was made of them."""
    hidden = tuple(kind for kind in KINDS if asked.is_hidden(kind))
    return {**asdict(asked), "missed": asked.missed, "hidden": hidden}
