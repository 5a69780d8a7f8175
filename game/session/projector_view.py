"""What everybody may see of a session. Built field by field: what is not named is not shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from game.scenario.model.scenario import Scenario
from game.session.regatta_view import RegattaView, regatta_view
from game.session.session import Crew, Decision, How, Page, Phase, Session
from game.session.voting import Tally, tally
from game.ship.ship import Ship
from game.simulation.single_voyage import retrace, track_of
from game.simulation.track import Track
from game.voyage.flow import Flow
from game.voyage.sea import ship_before
from game.voyage.view import (
    EndView,
    GaugeView,
    ResultView,
    WatchView,
    end_view,
    gauges_of,
    offered_orders,
    pace_in_words,
    result_view,
    watch_view,
)
from game.voyage.voyage import new_voyage

REVEALED = frozenset({Phase.REVEALED, Phase.SAILING, Phase.RESULT})
"""The phases in which a room may know how it voted."""


@dataclass(frozen=True, slots=True)
class Votes:
    id: str
    label: str
    votes: int


@dataclass(frozen=True, slots=True)
class CrewView:
    """One crew, as everybody may see it.

    watch: what is or was to be decided, None in the lobby, in the debrief and when all is over.
    result: what the order did, while the room looks at that; end: how it ended, once it has.
    aboard: its seats that count; voted: its votes so far, for whatever. votes: for what, once
    revealed; leading: the orders with the most of them, several in a tie.
    order, how: what was given, by its label; empty and None before. undecided: the vote is revealed
    and does not tell what to do. track: her wake.
    """

    number: int
    name: str
    watch: WatchView | None
    result: ResultView | None
    end: EndView | None
    gauges: tuple[GaugeView, ...]
    aboard: int
    voted: int
    votes: tuple[Votes, ...]
    leading: tuple[str, ...]
    order: str
    how: How | None
    undecided: bool
    by_captain: bool
    track: Track


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """All that the projector draws.

    decision: its id, 0 if there is none; step: what a move must name. page: of the debrief.
    seconds_left: of the timer as this view was made; None without one. regatta: its ships, in place
    of crews. leaf: how far it is turned within what it shows. lines: for Monday, without names, in
    the debrief.
    """

    title: str
    summary: str
    phase: Phase
    paused: bool
    blank: bool
    step: int
    decision: int
    page: Page | None
    pages: tuple[Page, ...]
    leaf: int
    seconds_left: float | None
    aboard: int
    crews: tuple[CrewView, ...]
    lines: tuple[str, ...] = ()
    regatta: RegattaView | None = None


def projector_view(flow: Flow, session: Session, at: float) -> ProjectorView:
    return ProjectorView(
        title=flow.scenario.title,
        summary=flow.scenario.summary,
        phase=session.phase,
        paused=session.paused is not None,
        blank=session.blank,
        step=session.step,
        decision=session.decision_id,
        page=session.debrief_page,
        pages=session.pages,
        leaf=session.leaf,
        seconds_left=seconds_left(session, at),
        aboard=len(session.aboard),
        crews=()
        if session.pace
        else tuple(crew_view(flow, session, crew) for crew in session.crews),
        lines=session.lines if session.phase is Phase.DEBRIEF else (),
        regatta=regatta_view(flow.scenario, session) if session.pace else None,
    )


def groups_of(crews: Iterable[CrewView]) -> list[tuple[WatchView, list[CrewView]]]:
    """The crews that decide, those at the same watch together."""
    at: dict[object, tuple[WatchView, list[CrewView]]] = {}
    for crew in crews:
        if crew.watch:
            place = crew.watch.situation, tuple(order.id for order in crew.watch.orders)
            at.setdefault(place, (crew.watch, []))[1].append(crew)
    return list(at.values())


def crew_view(flow: Flow, session: Session, crew: Crew) -> CrewView:
    scenario, shown, voyage = flow.scenario, session.shown, crew.voyage
    before = shown.before[crew.number - 1] if shown else None
    watch = watch_view(scenario, before) if before and before.outcome is None else None
    given = shown.given.get(crew.number) if shown else None
    votes = tally(scenario, shown, crew.number) if shown else Tally({})
    is_revealed = watch is not None and session.phase in REVEALED
    return CrewView(
        number=crew.number,
        name=crew.name,
        watch=watch,
        result=result_of(scenario, session, crew),
        end=end_view(scenario, voyage) if has_ended(session, crew) else None,
        gauges=gauges_of(ship_of(scenario, session, crew), pace_in_words(scenario, voyage)),
        aboard=session.aboard_of(crew),
        voted=votes.voted,
        votes=votes_of(scenario, shown, crew.number) if shown and is_revealed else (),
        leading=votes.leading if is_revealed else (),
        order=label_of(scenario, shown, crew.number) if shown and given and is_revealed else "",
        how=given.how if given and is_revealed else None,
        undecided=is_revealed and given is None,
        by_captain=crew.by_captain,
        track=_track(flow, voyage.seed, voyage.gave),
    )


@lru_cache(maxsize=32)  # votes ask for the same again
def _track(flow: Flow, seed: int, orders: tuple[str, ...]) -> Track:
    return track_of(retrace(flow, replace(new_voyage(flow.scenario, seed), gave=orders)))


def result_of(scenario: Scenario, session: Session, crew: Crew) -> ResultView | None:
    """What the crew's order did, if the room looks at that."""
    shown = session.shown
    if shown is None or crew.number not in shown.events:
        return None
    return result_view(scenario, crew.voyage, list(shown.events[crew.number]))


def ship_of(scenario: Scenario, session: Session, crew: Crew) -> Ship[float]:
    """The ship as everybody knows her: after the watch, or as the next one finds her."""
    if session.phase in (Phase.SAILING, Phase.RESULT):
        return crew.voyage.ship
    return ship_before(scenario, crew.voyage)


def has_ended(session: Session, crew: Crew) -> bool:
    """Whether the room may know that a voyage is over: not while its last watch is sailed."""
    is_sailing = session.phase is Phase.SAILING and crew.number in session.sailed[-1].events
    return crew.voyage.outcome is not None and not is_sailing


def votes_of(scenario: Scenario, decision: Decision, crew: int) -> tuple[Votes, ...]:
    votes = tally(scenario, decision, crew).orders
    offered = offered_orders(scenario, decision.before[crew - 1])
    return tuple(Votes(order.id, order.label, votes[order.id]) for order in offered)


def label_of(scenario: Scenario, decision: Decision, crew: int) -> str:
    watch = scenario.watches[decision.before[crew - 1].at]
    return watch.orders[decision.given[crew].order].label


def seconds_left(session: Session, at: float) -> float | None:
    return None if session.ends is None else max(0.0, session.ends - session.clock(at))
