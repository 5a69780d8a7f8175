"""What a phone may see: its own crew's deck and its own seat; no notes, and no other crew's."""

from __future__ import annotations

from dataclasses import dataclass

from game.session.projector_view import (
    TOLD,
    Votes,
    has_ended,
    label_of,
    page_of,
    result_of,
    votes_of,
)
from game.session.session import Crew, Page, Phase, Session
from game.ship.attention_cost import Kind
from game.ship.ship import Ship
from game.voyage.flow import Flow
from game.voyage.view import Change, Line, end_view, gauges_of, watch_view


@dataclass(frozen=True, slots=True)
class Choice:
    """An order on a phone; locked: why it cannot be given, or empty."""

    id: str
    label: str
    kind: Kind
    half: bool
    locked: str


@dataclass(frozen=True, slots=True)
class VoteView:
    """The watch to be decided, as a crew's phones have it."""

    number: int
    of: int
    situation: str
    forecast: str
    barometer: str
    lines: tuple[Line, ...]
    orders: tuple[Choice, ...]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class ResultView:
    """What came of the crew's order; ended: that her voyage is over with it."""

    text: str
    why: str
    fix: str
    changes: tuple[Change, ...]
    returned: tuple[str, ...]
    ended: bool


@dataclass(frozen=True, slots=True)
class VoyageEndView:
    """How the crew's voyage ended."""

    title: str
    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What every phone of one crew may see, and no other crew's.

    gauges: label and figure. votes: once revealed. given: the label of the order, once given.
    """

    title: str
    crew: str
    convoy: bool
    phase: Phase
    paused: bool
    decision: int
    page: Page | None
    by_captain: bool
    watch: VoteView | None
    gauges: tuple[tuple[str, str], ...]
    votes: tuple[Votes, ...]
    given: str
    result: ResultView | None
    end: VoyageEndView | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeatView:
    """What one phone alone may see: what is counted of it, and nothing else.

    vote: in the decision at hand, for its own crew; line: for Monday. voted, said: the numbers of
    the last ones; the next ones have greater numbers.
    """

    name: str
    crew: int
    decision: int
    vote: str
    voted: int
    line: str
    said: int


def phone_view(flow: Flow, session: Session, crew: Crew) -> PhoneView:
    """The session as this crew's phones may see it now."""
    scenario, shown, number = flow.scenario, session.shown, crew.number
    is_told = shown is not None and session.phase in TOLD
    return PhoneView(
        title=scenario.title,
        crew=crew.name,
        convoy=len(session.crews) > 1,
        phase=session.phase,
        paused=session.paused is not None,
        decision=shown.id if shown else 0,
        page=page_of(session),
        by_captain=crew.by_captain,
        watch=_ask(flow, session, crew),
        gauges=tuple((gauge.label, gauge.short) for gauge in gauges_of(_ship(session, crew))),
        votes=votes_of(scenario, shown, number) if shown and is_told else (),
        given=label_of(scenario, shown, number)
        if shown and is_told and number in shown.given
        else "",
        result=_outcome(flow, session, crew),
        end=_landfall(flow, crew) if has_ended(session, crew) else None,
        questions=scenario.debrief if session.phase is Phase.DEBRIEF else (),
    )


def seat_view(session: Session, seat: str) -> SeatView:
    """What the phone in this seat may see of itself."""
    sitting, shown = session.seats[seat], session.shown
    ballot = shown.cast(sitting) if shown else None
    return SeatView(
        name=sitting.name,
        crew=sitting.crew,
        decision=shown.id if shown else 0,
        vote=ballot.order if ballot else "",
        voted=shown.voted(seat) if shown else 0,
        line=sitting.line,
        said=sitting.client,
    )


def _ask(flow: Flow, session: Session, crew: Crew) -> VoteView | None:
    before = session.shown.before[crew.number - 1] if session.shown else None
    if before is None or before.outcome:
        return None
    seen = watch_view(flow.scenario, before)
    return VoteView(
        number=seen.number,
        of=seen.of,
        situation=seen.situation,
        forecast=seen.forecast,
        barometer=seen.barometer,
        lines=seen.lines,
        orders=tuple(
            Choice(order.id, order.label, order.kind, order.half, order.locked)
            for order in seen.orders
        ),
        words=seen.words,
    )


def _outcome(flow: Flow, session: Session, crew: Crew) -> ResultView | None:
    if session.phase is not Phase.RESULT:
        return None
    result = result_of(flow.scenario, session, crew)
    if result is None:
        return None
    return ResultView(
        text=result.text,
        why=result.why,
        fix=result.fix,
        changes=result.changes,
        returned=result.returned,
        ended=result.over,
    )


def _ship(session: Session, crew: Crew) -> Ship[float]:
    """The ship; as she was, while the watch is being sailed."""
    if session.phase is Phase.SAILING:
        return session.sailed[-1].before[crew.number - 1].ship
    return crew.voyage.ship


def _landfall(flow: Flow, crew: Crew) -> VoyageEndView:
    end = end_view(flow.scenario, crew.voyage)
    return VoyageEndView(end.title, end.text, end.ask)
