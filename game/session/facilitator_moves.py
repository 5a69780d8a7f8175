"""The facilitator's moves, and where each leads from each phase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.i18n import _
from game.session.commands import Button, Decide
from game.session.participation.pairs import press_pairs
from game.session.participation.poll import close_poll, press_poll
from game.session.regatta import abreast, cast_off, let_mate_give, open_watch
from game.session.session import Crew, Decision, Given, How, Phase, Session
from game.session.voting import Tally, refusal, tally
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import choice
from game.voyage.flow import Flow
from game.voyage.step import step
from game.voyage.voyage import Give, Refused

Moved = Session | Refused
LONGEST_TIMER = 3600
"""No timer runs for more seconds."""


def press(flow: Flow, session: Session, button: Button, at: float) -> Moved:
    """The session after a button; one that means nothing here is refused with a hint."""
    if button is Button.BLANK:
        return replace(session, blank=not session.blank)
    if button is Button.DOOR:
        return replace(session, is_shut=not session.is_shut)
    if session.paused is not None and button in {Button.PAUSE, Button.NEXT}:
        return replace(session, paused=None, idle=session.idle + at - session.paused)
    if session.paused is not None:
        return Refused(_("the session is paused: go on first"))
    if button is Button.PAUSE:
        return replace(session, paused=at)
    return BUTTONS[button](flow, session, session.clock(at))


def decide(flow: Flow, session: Session, move: Decide) -> Moved:
    """A crew's order as the facilitator has it; she sails when every crew has one."""
    crew, decision = session.crew(move.crew), session.open
    if session.phase is not Phase.REVEALED or decision is None or session.paused is not None:
        return Refused(_("reveal the votes first"))
    if crew is None:
        return Refused(_("there is no such crew"))
    refused = refusal(flow.scenario, crew, move.order)
    if refused:
        return refused
    given = {**decision.given, crew.number: Given(move.order, How.DECIDED)}
    return _sail(flow, session, replace(decision, given=given))


def add_time(session: Session, seconds: int, at: float) -> Moved:
    """A timer for what the room is doing, or more time on it; it tells, and ends no vote."""
    if session.phase not in {Phase.DISCUSSING, Phase.VOTING} and not session.watch_is_open:
        return Refused(_("there is nothing to time"))
    now = session.clock(at)
    ends = max(now, session.ends or now) + seconds
    return replace(session, ends=min(ends, now + LONGEST_TIMER))


def _next(flow: Flow, session: Session, now: float) -> Moved:
    match session.phase:
        case Phase.LOBBY if session.pace:
            return cast_off(session, now)
        case Phase.UNDER_WAY:
            return open_watch(flow, session) if abreast(session) else _debrief(session)
        case Phase.LOBBY | Phase.RESULT:
            return _discuss(session, now)
        case Phase.DISCUSSING:
            return _open(flow, session, now)
        case Phase.VOTING:
            return _lock(flow, session, now)
        case Phase.LOCKED:
            return _reveal(flow, session, now)
        case Phase.REVEALED:
            return _follow(flow, session, How.MAJORITY)
        case Phase.SAILING:
            return _turn_to(session, Phase.RESULT)
        case Phase.DEBRIEF:
            return _turn_page(session, session.page + 1)


def _back(flow: Flow, session: Session, now: float) -> Moved:
    match session.phase:
        case Phase.LOBBY:
            return Refused(_("this is the beginning"))
        case Phase.DISCUSSING:
            return _turn_to(session, Phase.RESULT if session.sailed else Phase.LOBBY)
        case Phase.VOTING:
            return _turn_to(session, Phase.DISCUSSING)
        case Phase.LOCKED:
            return _open(flow, session, now)
        case Phase.REVEALED:
            return _lock_again(session)
        case Phase.SAILING | Phase.UNDER_WAY:
            return _undo(flow, session, now)
        case Phase.RESULT if session.open:
            return Refused(_("undo takes the last order back"))
        case Phase.RESULT:
            return _turn_to(session, Phase.SAILING)
        case Phase.DEBRIEF:
            return _turn_page(session, session.page - 1)


def _discuss(session: Session, now: float) -> Moved:
    """The next decision, or the one that was left to look back; the debrief when all is over."""
    started = replace(session, cast_off=now if session.cast_off is None else session.cast_off)
    if session.open:
        return _turn_to(started, Phase.DISCUSSING)
    if not session.at_sea:
        return _debrief(session)
    ships = tuple(crew.voyage for crew in session.crews)
    decision = Decision(id=session.decided + 1, before=ships, began=now)
    opened = replace(started, decisions=(*session.decisions, decision), decided=session.decided + 1)
    return _turn_to(opened, Phase.DISCUSSING)


def _open(_flow: Flow, session: Session, now: float) -> Moved:
    """Open the vote, or open it again; what was cast is kept."""
    decision = session.open
    if decision is None or session.phase not in {Phase.DISCUSSING, Phase.LOCKED, Phase.REVEALED}:
        return Refused(_("there is no vote to open"))
    opened = now if decision.opened is None else decision.opened
    reopened = replace(decision, opened=opened, locked=None, given={})
    return _turn_to(session, Phase.VOTING).with_decision(reopened)


def _lock(_flow: Flow, session: Session, now: float) -> Moved:
    if session.open is None or session.phase is not Phase.VOTING:
        return Refused(_("no vote is open"))
    return _turn_to(session, Phase.LOCKED).with_decision(replace(session.open, locked=now))


def _lock_again(session: Session) -> Moved:
    """Behind the lock once more, where hands may be counted anew: no crew has its order yet."""
    if session.open is None:
        return Refused(_("no vote is open"))
    return _turn_to(session, Phase.LOCKED).with_decision(replace(session.open, given={}))


def _reveal(flow: Flow, session: Session, now: float) -> Moved:
    locked = _lock(flow, session, now) if session.phase is Phase.VOTING else session
    if isinstance(locked, Refused) or locked.phase is not Phase.LOCKED:
        return Refused(_("there is no vote to reveal"))
    return _turn_to(locked, Phase.REVEALED)


def _follow(flow: Flow, session: Session, how: How) -> Moved:
    """Give every crew the order that its vote has chosen; those in a tie wait to be decided."""
    decision = session.open
    if decision is None or session.phase is not Phase.REVEALED:
        return Refused(_("reveal the votes first"))
    waiting = [crew for crew in session.at_sea if crew.number not in decision.given]
    orders = {crew.number: _choose(flow, decision, crew, how) for crew in waiting}
    given = {crew: order for crew, order in orders.items() if isinstance(order, Given)}
    if not given:
        return next(order for order in orders.values() if isinstance(order, Refused))
    return _sail(flow, session, replace(decision, given={**decision.given, **given}))


def _choose(flow: Flow, decision: Decision, crew: Crew, how: How) -> Given | Refused:
    if crew.by_captain:
        return Given(choice(flow, crew.voyage, ADAPTIVE), How.CAPTAIN)
    votes: Tally = tally(flow.scenario, decision, crew.number)
    if not votes.voted:
        return Refused(
            _("{ship} has not voted: decide for her, or let the captain sail her", ship=crew.name)
        )
    if how is How.MINORITY and not votes.trailing and len(votes.leading) == 1:
        return Refused(_("{ship} is of one mind: there is no minority", ship=crew.name))
    orders = votes.leading if how is How.MAJORITY else votes.trailing or votes.leading
    if len(orders) > 1:
        return Refused(_("{ship} is in a tie: decide for her", ship=crew.name))
    return Given(orders[0], how)


def _sail(flow: Flow, session: Session, decision: Decision) -> Session:
    """Every crew's ship sails once every crew at sea has its order."""
    if any(crew.number not in decision.given for crew in session.at_sea):
        return session.with_decision(decision)
    crews, events = list(session.crews), {}
    for crew in session.at_sea:
        voyage, happened = step(flow, crew.voyage, Give(decision.given[crew.number].order))
        crews[crew.number - 1] = replace(crew, voyage=voyage)
        events[crew.number] = tuple(happened)
    sailed = session.with_decision(replace(decision, events=events))
    return replace(_turn_to(sailed, Phase.SAILING), crews=tuple(crews))


def _undo(_flow: Flow, session: Session, _now: float) -> Moved:
    """Back to the revealed votes of the last order given; what came after it is gone."""
    if session.pace:
        return Refused(_("an order that was given cannot be taken back"))
    if not session.sailed:
        return Refused(_("no order has been given yet"))
    last = session.sailed[-1]
    ships = zip(session.crews, last.before, strict=True)
    crews = tuple(replace(crew, voyage=voyage) for crew, voyage in ships)
    decisions = (*session.sailed[:-1], replace(last, given={}, events={}))
    return _turn_to(replace(session, crews=crews, decisions=decisions), Phase.REVEALED)


def _debrief(session: Session) -> Moved:
    if session.phase is Phase.DEBRIEF:
        return Refused(_("this is the debrief"))
    over = _turn_to(close_poll(session), Phase.DEBRIEF)
    return replace(over, back_to=session.phase, page=0)


def _turn_page(session: Session, page: int) -> Moved:
    """Another page of the debrief; before its first lies what it was called from."""
    if page == len(session.pages):
        return Refused(_("this is the last page"))
    return _turn_to(session, session.back_to) if page < 0 else replace(session, page=page)


def _turn_to(session: Session, phase: Phase) -> Session:
    """The session in another phase; a timer was for the old one."""
    return replace(session, phase=phase, ends=None)


BUTTONS: dict[Button, Callable[[Flow, Session, float], Moved]] = {
    Button.NEXT: _next,
    Button.BACK: _back,
    Button.OPEN: _open,
    Button.LOCK: _lock,
    Button.REVEAL: _reveal,
    Button.MAJORITY: lambda flow, session, _: _follow(flow, session, How.MAJORITY),
    Button.MINORITY: lambda flow, session, _: _follow(flow, session, How.MINORITY),
    Button.UNDO: _undo,
    Button.MATE: lambda flow, session, _: let_mate_give(flow, session),
    Button.POLL: lambda _, session, __: press_poll(session),
    Button.PAIRS: lambda _, session, __: press_pairs(session),
    Button.DEBRIEF: lambda _, session, __: _debrief(session),
}
