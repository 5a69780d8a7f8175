"""What a phone may see: its own crew's deck and its own seat; no notes, and no other crew's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.scenario.model.scenario import CrewCard, Scenario
from game.session.participation.advice import host_of
from game.session.participation.captain_view import CaptainView
from game.session.projector_view import Votes, crew_view, ship_of
from game.session.session import Crew, Page, Phase, Session
from game.session.voting import advice_to
from game.ship.ship import Ship
from game.voyage.flow import Flow
from game.voyage.sea import ship_before
from game.voyage.view import EndView, OfferedOrder, ResultView, WatchView, gauges_of, pace_in_words

SENT: dict[type, tuple[str, ...]] = {
    WatchView: (
        *("number", "of", "situation", "forecast", "barometer"),
        *("lines", "warnings", "orders", "words"),
    ),
    OfferedOrder: ("id", "label", "kind", "half", "locked"),
    ResultView: ("text", "why", "learnt", "fix", "changes", "returned", "ended"),
    EndView: ("title", "text", "ask"),
}
"""What is sent of views that say more than a phone shows; of all others everything is."""
SENT_TO_CAPTAINS: dict[type, tuple[str, ...]] = {
    **SENT,
    WatchView: (*SENT[WatchView], "rudder", "sea"),
    ResultView: (*SENT[ResultView], "number", "order", "kind", "sea"),
    EndView: (*SENT[EndView], "outcome", "sea"),
}
"""The same to who sails alone, and has no other screen to look at."""


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What every phone of one crew may see, and no other crew's.

    cards, news: what this crew of a convoy alone knows, and alone learns now, each by its card's
    name. gauges: label and figure. votes: once revealed. given: the label of the order, once given.
    aboard: the ship whose watch this is, where the own one is lost. advised: what guests said to
    this crew, once its order has been given: labels, and how many.
    """

    title: str
    language: str
    crew: str
    convoy: bool
    phase: Phase
    paused: bool
    decision: int
    page: Page | None
    by_captain: bool
    watch: WatchView | None
    gauges: tuple[tuple[str, str], ...]
    votes: tuple[Votes, ...]
    given: str
    result: ResultView | None
    end: EndView | None
    questions: tuple[str, ...]
    aboard: str
    advised: tuple[tuple[str, int], ...]
    call: str = ""
    cards: tuple[tuple[str, str], ...] = ()
    news: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SeatView:
    """What one phone alone may see: what is counted of it, and nothing else.

    vote: in the decision at hand, for its own crew; line: for Monday. voted, said: the numbers of
    the last ones; the next ones have greater numbers. guess, answer: None as long as not given.
    """

    name: str
    crew: int
    decision: int
    vote: str
    voted: int
    line: str
    said: int
    guess: int | None
    answer: int | None


def phone_view(flow: Flow, session: Session, crew: Crew) -> PhoneView:
    shared = crew_view(flow, session, crew)
    host = host_of(session, crew)
    return PhoneView(
        title=flow.scenario.title,
        language=flow.scenario.language,
        crew=crew.name,
        convoy=len(session.crews) > 1,
        phase=session.phase,
        paused=session.paused is not None,
        decision=session.decision_id,
        page=session.debrief_page,
        by_captain=crew.by_captain,
        watch=crew_view(flow, session, host).watch if host else shared.watch,
        gauges=tuple(_gauges(flow.scenario, session, crew)),
        votes=shared.votes,
        given=shared.order,
        result=shared.result if session.phase is Phase.RESULT else None,
        end=shared.end,
        questions=flow.scenario.debrief if session.phase is Phase.DEBRIEF else (),
        aboard=host.name if host else "",
        advised=tuple(_advised(flow.scenario, session, crew)),
        call=session.call,
        cards=tuple((card.name, card.text) for card in _cards(flow.scenario, session, crew)),
        news=tuple(_news(flow.scenario, session, crew)),
    )


def seat_view(session: Session, seat: str) -> SeatView:
    sitting, shown = session.seats[seat], session.shown
    ballot = shown.cast(sitting) if shown else None
    return SeatView(
        name=sitting.name,
        crew=sitting.crew,
        decision=session.decision_id,
        vote=ballot.order if ballot else "",
        voted=shown.voted(seat) if shown else 0,
        line=sitting.line,
        said=sitting.client,
        guess=sitting.guess,
        answer=sitting.answer,
    )


def as_json(view: Any) -> str:
    """A view as it is sent; a fifth of the work of copying it into dictionaries first."""
    sent = SENT_TO_CAPTAINS if isinstance(view, CaptainView) else SENT
    return json.dumps(
        view, ensure_ascii=False, separators=(",", ":"), default=lambda part: fields_of(part, sent)
    )


def fields_of(view: Any, sent: Mapping[type, tuple[str, ...]] = SENT) -> dict[str, Any]:
    return {name: getattr(view, name) for name in sent.get(type(view), view.__slots__)}


def _advised(scenario: Scenario, session: Session, crew: Crew) -> Iterator[tuple[str, int]]:
    shown = session.shown
    if shown is None or session.phase is not Phase.RESULT or crew.number not in shown.given:
        return
    orders = scenario.watches[shown.before[crew.number - 1].at].orders
    for id, count in advice_to(scenario, shown, crew.number).orders.items():
        if count:
            yield orders[id].label, count


def _cards(scenario: Scenario, session: Session, crew: Crew) -> list[CrewCard]:
    """A crew's own; of more cards than crews, each has several."""
    crews = len(session.crews)
    return list(scenario.cards.values())[crew.number - 1 :: crews] if crews > 1 else []


def _news(scenario: Scenario, session: Session, crew: Crew) -> Iterator[tuple[str, str]]:
    """What its cards say to the watch that is to be decided."""
    before = session.shown.before[crew.number - 1] if session.shown else None
    if before and before.outcome is None:
        told = scenario.watches[before.at].cards
        for card in _cards(scenario, session, crew):
            if card.id in told:
                yield card.name, told[card.id]


def _gauges(scenario: Scenario, session: Session, crew: Crew) -> Iterator[tuple[str, str]]:
    pace = pace_in_words(scenario, crew.voyage)
    for gauge in gauges_of(_ship(scenario, session, crew), pace):
        yield gauge.label, ", ".join(filter(None, (gauge.figure, gauge.note)))


def _ship(scenario: Scenario, session: Session, crew: Crew) -> Ship[float]:
    """The ship; as she was, while the watch is being sailed."""
    if session.phase is Phase.SAILING:
        return ship_before(scenario, session.sailed[-1].before[crew.number - 1])
    return ship_of(scenario, session, crew)
