"""The one way for a session to change: a command comes in, a new session comes out."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.session.commands import (
    Assign,
    Command,
    Count,
    Decide,
    Delegate,
    Join,
    LetGo,
    MoreTime,
    Move,
    Press,
    Say,
    TimedCommand,
    Vote,
)
from game.session.facilitator_moves import add_time, decide, press
from game.session.seats import join, move_to_crew, record_monday_line, release_seat
from game.session.session import Session
from game.session.voting import count, vote
from game.voyage.flow import Flow
from game.voyage.voyage import Refused


def apply(flow: Flow, session: Session, event: TimedCommand) -> Session | Refused:
    """The session after an event. Pure; the very same session if the event is a repeat."""
    at = max(event.at, session.now)
    after = _applied(flow, session, event.command, at)
    return after if after is session or isinstance(after, Refused) else replace(after, now=at)


def _applied(flow: Flow, session: Session, command: Command, at: float) -> Session | Refused:
    match command:
        case Join():
            return join(session, command)
        case Vote():
            return vote(flow.scenario, session, command)
        case Say():
            return record_monday_line(session, command)
        case Count():
            return count(flow.scenario, session, command)
        case Assign():
            return move_to_crew(session, command)
        case LetGo():
            return release_seat(session, command)
        case Delegate():
            return _delegated(session, command)
        case Press() | Decide() | MoreTime():
            return _moved(flow, session, command, at)


def _delegated(session: Session, command: Delegate) -> Session | Refused:
    crew = session.crew(command.crew)
    if crew is None:
        return Refused(_("there is no such crew"))
    if crew.by_captain == command.on:
        return session
    changed = replace(crew, by_captain=command.on)
    crews = (changed if one is crew else one for one in session.crews)
    return replace(session, crews=tuple(crews))


def _moved(flow: Flow, session: Session, move: Move, at: float) -> Session | Refused:
    """The session after a move, unless it was made already, or another one was at its step."""
    if move.step > session.step:
        return Refused(_("the session is not there yet"))
    if move.step < session.step:
        was_made = session.moves[move.step] == move
        return session if was_made else Refused(_("another hand was quicker: see what it did"))
    after = _made(flow, session, move, at)
    return after if isinstance(after, Refused) else replace(after, moves=(*session.moves, move))


def _made(flow: Flow, session: Session, move: Move, at: float) -> Session | Refused:
    match move:
        case Press():
            return press(flow, session, move.hand, at)
        case Decide():
            return decide(flow, session, move)
        case MoreTime():
            return add_time(session, move.seconds, at)
