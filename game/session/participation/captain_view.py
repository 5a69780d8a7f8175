"""What one captain of a regatta may see: the own ship, and nothing of any other; no names."""

from __future__ import annotations

from dataclasses import dataclass

from game.session.participation.guess import may_guess, orders_ahead
from game.session.participation.poll import PollView, poll_view
from game.session.participation.views import Advised, GuestView, advised_view, guest_view
from game.session.regatta import may_order
from game.session.regatta_view import Emblem, emblem_of
from game.session.session import Crew, Pace, Page, Phase, Session
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


@dataclass(frozen=True, slots=True)
class CaptainView:
    """All that one captain may see, and nothing of any other ship.

    watch: the one to be decided, once it is open. result: of the last one; order: what was given
    in it; by_mate: by the mate. by_captain: the mate gives the next orders, too. end: how it ended.
    looks_back: whether the own debrief may be asked for. run: from 1; orders: the most that there
    can be in it; may_guess: before the first. pair: whom this captain talks with. advised: what
    guests would have ordered in the last watch. language: of the scenario's words. guest: what is
    seen aboard another ship, host, once the own voyage is over.
    """

    title: str
    language: str
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
    call: str


def captain_view(flow: Flow, session: Session, crew: Crew) -> CaptainView:
    scenario, voyage = flow.scenario, crew.voyage
    assert session.pace, "only a regatta has captains"  # noqa: S101 - whoever calls knows
    guest = guest_view(scenario, session, crew) if voyage.outcome else None
    return CaptainView(
        title=scenario.title,
        language=scenario.language,
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
        run=crew.run,
        orders=orders_ahead(flow),
        may_guess=may_guess(crew),
        poll=poll_view(session),
        pair=_pair(session, crew),
        advised=advised_view(scenario, crew),
        guest=guest,
        host=emblem_of(guest.crew) if guest else None,
        call=session.call,
    )


def _pair(session: Session, crew: Crew) -> tuple[Emblem, ...]:
    """Whom a captain talks with in the open watch."""
    if session.pairs is None or session.watch < session.pairs.since or crew.voyage.outcome:
        return ()
    return tuple(map(emblem_of, session.pairs.with_(crew.number)))
