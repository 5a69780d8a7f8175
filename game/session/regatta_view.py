"""What is seen of a regatta: by each captain, by the facilitator, and on the wall without names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from game.scenario.model.scenario import Scenario
from game.session.participation.guess import may_guess, orders_ahead
from game.session.participation.poll import PollView, answers_in, poll_view
from game.session.participation.views import Advised, GuestView, advised_view, guest_view
from game.session.regatta import may_order, missing
from game.session.session import Crew, Pace, Page, Phase, Seat, Session
from game.ship.attention_cost import Kind
from game.ship.ship import Outcome
from game.voyage.flow import Flow
from game.voyage.sea import ship_before
from game.voyage.view import (
    EndView,
    GaugeView,
    ResultView,
    WatchView,
    end_view,
    gauges_of,
    pace_in_words,
    result_view,
    watch_view,
)

SHAPES = ("circle", "square", "triangle", "diamond", "cross", "star")
"""Of emblems, one after the other."""


@dataclass(frozen=True, slots=True)
class Emblem:
    """What tells one ship from another on a wall: nobody's name. number: the crew's."""

    shape: str
    number: int


@dataclass(frozen=True, slots=True)
class CaptainView:
    """All that one captain may see, and nothing of any other ship.

    watch: the one to be decided, once it is open. result: of the last one; order: what was given
    in it; by_mate: by the mate. by_captain: the mate gives the next orders, too. end: how it ended.
    looks_back: whether the own debrief may be asked for. run: from 1; orders: the most that there
    can be in it; may_guess: before the first. pair: whom this captain talks with. advised: what
    guests would have ordered in the last watch. guest: what is seen aboard another ship, host, once
    the own voyage is over.
    """

    title: str
    pace: Pace
    emblem: Emblem
    phase: Phase
    paused: bool
    page: Page | None
    watch: WatchView | None
    gauges: tuple[GaugeView, ...]
    result: ResultView | None
    by_mate: bool
    by_captain: bool
    end: EndView | None
    looks_back: bool
    questions: tuple[str, ...]
    summary: str
    run: int
    orders: int
    may_guess: bool
    poll: PollView | None
    pair: tuple[Emblem, ...]
    advised: tuple[Advised, ...]
    guest: GuestView | None
    host: Emblem | None


@dataclass(frozen=True, slots=True)
class Hull:
    """One ship on the wall. off_course: degrees as believed; progress, stability, sail: 0 to 1.

    heel: 1 is her designed load; given: she has sailed the watch that is open.
    """

    emblem: Emblem
    progress: float
    off_course: float
    sail: float
    heel: float
    stability: float
    outcome: Outcome | None
    given: bool


@dataclass(frozen=True, slots=True)
class RegattaView:
    """All ships on the wall, in no order but that of their numbers.

    watch: the one that is open, 0 at their own pace; watches: of how many.
    """

    watch: int
    watches: int
    hulls: tuple[Hull, ...]


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


def captain_view(flow: Flow, session: Session, crew: Crew) -> CaptainView:
    scenario, voyage = flow.scenario, crew.voyage
    assert session.pace, "only a regatta has captains"  # noqa: S101 - whoever calls knows
    guest = guest_view(scenario, session, crew) if voyage.outcome else None
    return CaptainView(
        title=scenario.title,
        pace=session.pace,
        emblem=emblem_of(crew.number),
        phase=session.phase,
        paused=session.paused is not None,
        page=session.debrief_page,
        watch=watch_view(scenario, voyage) if may_order(session, crew) else None,
        gauges=gauges_of(ship_before(scenario, voyage), pace_in_words(scenario, voyage)),
        result=result_view(scenario, voyage, list(crew.events)) if crew.events else None,
        by_mate=len(voyage.sailed) in crew.by_mate,
        by_captain=crew.by_captain,
        end=end_view(scenario, voyage) if voyage.outcome else None,
        looks_back=session.looks_back(crew),
        questions=scenario.debrief if session.phase is Phase.DEBRIEF else (),
        summary=scenario.summary,
        run=len(crew.earlier) + 1,
        orders=orders_ahead(flow),
        may_guess=may_guess(crew),
        poll=poll_view(session),
        pair=_pair(session, crew),
        advised=advised_view(scenario, crew),
        guest=guest,
        host=emblem_of(guest.crew) if guest else None,
    )


def _pair(session: Session, crew: Crew) -> tuple[Emblem, ...]:
    """Whom a captain talks with in the open watch."""
    if session.pairs is None or session.watch < session.pairs.since or crew.voyage.outcome:
        return ()
    return tuple(map(emblem_of, session.pairs.with_(crew.number)))


def regatta_view(scenario: Scenario, session: Session) -> RegattaView:
    hulls = tuple(_hull(scenario, session, crew) for crew in session.crews)
    return RegattaView(session.watch, scenario.ahead(scenario.first_watch), hulls)


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
        run=max((len(crew.earlier) + 1 for crew in session.crews), default=1),
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
    )


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
