"""What is seen of a regatta: by each captain, by the facilitator, and on the wall without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.i18n import _, ngettext
from game.number_format import listed
from game.scenario.model.scenario import Scenario
from game.session.participation.poll import PollView, answers_in, poll_view
from game.session.regatta import missing
from game.session.session import Crew, Pace, Phase, Seat, Session
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.voyage.flow import Flow
from game.voyage.view import (
    end_view,
)
from game.voyage.voyage import Sailed

SHAPES = ("circle", "square", "triangle", "diamond", "cross", "star")
"""Of emblems, one after the other."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """What tells one ship from another on a wall: nobody's name. number: the crew's."""

    shape: str
    number: int


@dataclass(frozen=True, slots=True)
class Hull:
    """One ship on the wall. off_course: degrees as believed; progress, stability, sail: 0 to 1.

    heel: 1 is her designed load; given: she has sailed the watch that is open. was: progress,
    off_course and stability before her last watch, None before the first.
    """

    emblem: Emblem
    progress: float
    off_course: float
    sail: float
    heel: float
    stability: float
    outcome: Outcome | None
    given: bool
    was: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class RegattaView:
    """All ships on the wall, in no order but that of their numbers.

    watch: the one that is open, 0 at their own pace; watches: of how many. complete: the last one
    that all have sailed. standing: how they stand, in a sentence. ask, questions: in the debrief,
    that of the ending that most came to, and the scenario's.
    """

    watch: int
    watches: int
    complete: int
    standing: str
    hulls: tuple[Hull, ...]
    ask: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShipRow:
    """One ship on the host page. seat: for letting it go; here: its phone is connected.

    given: her order in the open watch is in. kinds: of the orders so far, a letter each;
    by_mate: how many of them the mate gave; by_captain: the mate sails her now. ended: how, if.
    """

    emblem: Emblem
    name: str
    seat: str
    here: bool
    gone: bool
    given: bool
    kinds: str
    by_mate: int
    by_captain: bool
    stability: float
    progress: float
    ended: str


@dataclass(frozen=True, slots=True)
class FleetView:
    """Every ship, for the facilitator alone, those in trouble first.

    watch: the one that is open, 0 at their own pace; watches: of how many. missing: so many have no
    order yet. split: of the orders of captains in this watch, how many were of which kind; at their
    own pace of each one's last order. poll: with how many answers, which only the facilitator is
    told. paired_since: from which watch on captains talk in pairs, 0 if they do not. run: from 1.
    """

    pace: Pace
    watch: int
    watches: int
    missing: int
    split: dict[Kind, int]
    ships: tuple[ShipRow, ...]
    poll: PollView | None
    answers: int
    paired_since: int
    run: int


def emblem_of(number: int) -> Emblem:
    return Emblem(SHAPES[(number - 1) % len(SHAPES)], number)


def regatta_view(scenario: Scenario, session: Session) -> RegattaView:
    hulls = tuple(_hull(scenario, session, crew) for crew in session.crews)
    is_open = session.watch_is_open and any(not hull.given and not hull.outcome for hull in hulls)
    looks_back = session.phase is Phase.DEBRIEF
    return RegattaView(
        watch=session.watch,
        watches=scenario.ahead(scenario.first_watch),
        complete=session.watch - is_open,
        standing=_standing(session, hulls),
        hulls=hulls,
        ask=_ask(scenario, session) if looks_back else "",
        questions=scenario.debrief if looks_back else (),
    )


def fleet_view(flow: Flow, session: Session, here: Collection[str]) -> FleetView:
    assert session.pace, "only a regatta has a fleet"  # noqa: S101 - whoever calls knows
    scenario = flow.scenario
    seats = {seat.crew: seat for seat in session.seats.values()}
    rows = [_row(scenario, session, crew, seats[crew.number], here) for crew in session.crews]
    return FleetView(
        pace=session.pace,
        watch=session.watch,
        watches=scenario.ahead(scenario.first_watch),
        missing=len(missing(session)),
        split=_split(scenario, session),
        ships=tuple(sorted(rows, key=lambda row: (row.ended != "", row.given, row.stability))),
        poll=poll_view(session),
        answers=answers_in(session),
        paired_since=session.pairs.since if session.pairs else 0,
        run=max((crew.run for crew in session.crews), default=1),
    )


def _hull(scenario: Scenario, session: Session, crew: Crew) -> Hull:
    voyage, ship = crew.voyage, crew.voyage.ship
    wind = scenario.watches[voyage.sailed[-1]].weather.wind if voyage.sailed else 1.0
    return Hull(
        emblem=emblem_of(crew.number),
        progress=ship.progress / 100,
        off_course=ship.reckoned,
        sail=ship.sail,
        heel=ship.sail * wind**2,
        stability=ship.stability / 100,
        outcome=voyage.outcome,
        given=_has_given(session, crew),
        was=_was(crew),
    )


def _was(crew: Crew) -> tuple[float, float, float] | None:
    sailed = next((event for event in crew.events if isinstance(event, Sailed)), None)
    if sailed is None:
        return None
    before = sailed.before
    return before.progress / 100, before.reckoned, before.stability / 100


def _standing(session: Session, hulls: Sequence[Hull]) -> str:
    """How many ships sail, and how the others ended; who has sailed the open watch."""
    sailing = sum(hull.outcome is None for hull in hulls)
    ends = Counter(hull.outcome for hull in hulls if hull.outcome)
    if not sailing:
        return listed([f"{ends[outcome]} {outcome.fate}" for outcome in Outcome if ends[outcome]])
    told = ngettext("{count} ship at sea", "{count} ships at sea", sailing)
    if not session.watch:
        return told
    given = sum(hull.given and hull.outcome is None for hull in hulls)
    return _("{ships}, {given} with their order", ships=told, given=given)


def _ask(scenario: Scenario, session: Session) -> str:
    """The question of the ending that most ships came to; of several, of the first one's."""
    ends = Counter(crew.voyage.ending for crew in session.crews if crew.voyage.outcome)
    most = next((ending for ending, _count in ends.most_common(1)), None)
    return next((ending.ask for ending in scenario.endings if ending.id == most), "")


def _has_given(session: Session, crew: Crew) -> bool:
    return 0 < session.watch <= len(crew.voyage.gave)


def _row(
    scenario: Scenario, session: Session, crew: Crew, seat: Seat, here: Collection[str]
) -> ShipRow:
    voyage = crew.voyage
    return ShipRow(
        emblem=emblem_of(crew.number),
        name=seat.name,
        seat=seat.id,
        here=seat.id in here,
        gone=seat.gone,
        given=_has_given(session, crew),
        kinds="".join(kind.value[0].upper() for kind in _kinds(scenario, crew)),
        by_mate=len(crew.by_mate),
        by_captain=crew.by_captain,
        stability=round(voyage.ship.stability / 100, 2),
        progress=round(voyage.ship.progress / 100, 2),
        ended=end_view(scenario, voyage).title if voyage.outcome else "",
    )


def _kinds(scenario: Scenario, crew: Crew) -> list[Kind]:
    given = zip(crew.voyage.sailed, crew.voyage.gave, strict=True)
    return [scenario.watches[watch].orders[order].kind for watch, order in given]


def _split(scenario: Scenario, session: Session) -> dict[Kind, int]:
    last = Counter(
        _kinds(scenario, crew)[-1]
        for crew in session.crews
        if crew.voyage.gave
        and len(crew.voyage.gave) not in crew.by_mate
        and (session.pace is Pace.OWN or _has_given(session, crew))
    )
    return {kind: last[kind] for kind in Kind}
