"""What the facilitator may see: notes, prompts, who is missing, and how the vote stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from game.i18n import _
from game.scenario.model.scenario import Scenario
from game.session.apply import apply
from game.session.commands import Button, Press, TimedCommand
from game.session.projector_view import label_of, result_of, seconds_left
from game.session.prompts import CAST_OFF, GO_ON, NEXT, PAGE_PROMPTS, PROMPTS, TO_DEBRIEF
from game.session.regatta import missing
from game.session.regatta_view import FleetView, fleet_view
from game.session.session import Crew, Decision, How, Page, Phase, Session
from game.session.voting import Tally, tally
from game.ship.attention_cost import Kind
from game.voyage.flow import Flow
from game.voyage.view import end_view, offered_orders
from game.voyage.voyage import Refused


@dataclass(frozen=True, slots=True)
class Standing:
    """An order and its votes so far; counted: those of hands; locked: why it cannot be given."""

    id: str
    label: str
    kind: Kind
    locked: str
    votes: int
    counted: int


@dataclass(frozen=True, slots=True)
class Person:
    """A seat. id: for moving it to another crew, or letting it go; here: whether its phone is
    connected now; gone: it was let go.
    """

    id: str
    name: str
    crew: int
    here: bool
    gone: bool
    voted: bool


@dataclass(frozen=True, slots=True)
class HostCrew:
    """One crew, for the facilitator alone. order, how: what was given; why: the why-line of it."""

    number: int
    name: str
    situation: str
    notes: str
    orders: tuple[Standing, ...]
    aboard: int
    voted: int
    order: str
    how: How | None
    why: str
    ended: str
    by_captain: bool


@dataclass(frozen=True, slots=True)
class HostView:
    """All that the host page shows.

    watch, watches: which one and of how many, 0 where there is none. pages: of the debrief. leaf,
    leaves: how far the wall is turned within what it shows, and how far it can be.
    next: what the next press does, or why it cannot. hands: what can be pressed now.
    elapsed, planned: seconds. lines: for Monday, without names. call: what all phones say now.
    fleet: a regatta's ships and their captains, in place of crews and people.
    """

    title: str
    phase: Phase
    paused: bool
    blank: bool
    is_shut: bool
    step: int
    decision: int
    watch: int
    watches: int
    page: Page | None
    pages: tuple[Page, ...]
    leaf: int
    leaves: int
    next: str
    prompt: str
    hands: tuple[Button, ...]
    seconds_left: float | None
    elapsed: float
    planned: float
    crews: tuple[HostCrew, ...]
    people: tuple[Person, ...]
    lines: tuple[str, ...]
    call: str = ""
    fleet: FleetView | None = None


@dataclass(frozen=True, slots=True)
class ButtonsView:
    """What the facilitator can press now. next: what the next press does, or why it cannot."""

    next: str
    hands: tuple[Button, ...]


def buttons_view(flow: Flow, session: Session, at: float) -> ButtonsView:
    pressed = {
        button: apply(flow, session, TimedCommand(at, Press(button, session.step)))
        for button in Button
        if button is not Button.MATE  # to try it would be to sail all those ships
    }
    hands: list[Button] = [
        button for button, after in pressed.items() if isinstance(after, Session)
    ]
    if session.watch_is_open and session.paused is None and missing(session):
        hands.append(Button.MATE)
    return ButtonsView(_next(session, pressed[Button.NEXT]), tuple(hands))


def host_view(
    flow: Flow, session: Session, at: float, here: Collection[str] = (), leaves: int = 1
) -> HostView:
    """The session as the facilitator may see it; here: the seats that are connected; leaves: of
    what the wall shows now.
    """
    shown, page = session.shown, session.debrief_page
    pressed = buttons_view(flow, session, at)
    afloat = [before for before in shown.before if before.outcome is None] if shown else []
    sailed = len(afloat[0].sailed) if afloat else 0
    return HostView(
        title=flow.scenario.title,
        phase=session.phase,
        paused=session.paused is not None,
        blank=session.blank,
        is_shut=session.is_shut,
        step=session.step,
        decision=session.decision_id,
        watch=sailed + 1 if afloat else 0,
        watches=sailed + flow.scenario.ahead(afloat[0].at) if afloat else 0,
        page=page,
        pages=session.pages,
        leaf=min(session.leaf, leaves - 1),
        leaves=leaves,
        next=pressed.next,
        prompt=_(PAGE_PROMPTS[page] if page else PROMPTS[session.phase]),
        hands=pressed.hands,
        seconds_left=seconds_left(session, at),
        elapsed=session.elapsed(at),
        planned=60.0 * flow.scenario.minutes_group,
        crews=() if session.pace else tuple(_crew(flow, session, crew) for crew in session.crews),
        people=() if session.pace else _people(session, here),
        lines=session.lines,
        call=session.call,
        fleet=fleet_view(flow, session, here) if session.pace else None,
    )


def _people(session: Session, here: Collection[str]) -> tuple[Person, ...]:
    shown = session.shown
    voted = {seat.id for seat in session.seats.values() if shown and shown.cast(seat)}
    return tuple(
        Person(seat.id, seat.name, seat.crew, seat.id in here, seat.gone, seat.id in voted)
        for seat in session.seats.values()
    )


def _next(session: Session, after: Session | Refused) -> str:
    if isinstance(after, Refused):
        return f"{after.reason[0].upper()}{after.reason[1:]}"
    if session.paused is not None:
        return _(GO_ON)
    if session.phase in {Phase.RESULT, Phase.UNDER_WAY} and not session.at_sea:
        return _(TO_DEBRIEF)
    if session.phase is Phase.LOBBY and session.pace:
        return _(CAST_OFF)
    return _(NEXT[session.phase])


def _crew(flow: Flow, session: Session, crew: Crew) -> HostCrew:
    scenario, shown, number = flow.scenario, session.shown, crew.number
    before = shown.before[number - 1] if shown else None
    watch = scenario.watches[before.at] if before and before.outcome is None else None
    result = result_of(scenario, session, crew)
    given = shown.given.get(number) if shown else None
    votes = tally(scenario, shown, number) if shown else Tally({})
    return HostCrew(
        number=number,
        name=crew.name,
        situation=watch.situation if watch else "",
        notes=watch.notes if watch else "",
        orders=_standings(scenario, shown, number, votes) if shown and watch else (),
        aboard=session.aboard_of(crew),
        voted=votes.voted,
        order=label_of(scenario, shown, number) if shown and given else "",
        how=given.how if given else None,
        why=result.why if result else "",
        ended=end_view(scenario, crew.voyage).title if crew.voyage.outcome else "",
        by_captain=crew.by_captain,
    )


def _standings(
    scenario: Scenario, decision: Decision, number: int, votes: Tally
) -> tuple[Standing, ...]:
    return tuple(
        Standing(
            id=order.id,
            label=order.label,
            kind=order.kind,
            locked=order.locked,
            votes=votes.orders[order.id],
            counted=decision.hands.get((number, order.id), 0),
        )
        for order in offered_orders(scenario, decision.before[number - 1])
    )
