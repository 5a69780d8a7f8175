"""The one way for a session to change: a command comes in, a new session comes out."""

from __future__ import annotations

from dataclasses import replace

from game.i18n import _
from game.session import commands
from game.session.commands import Command
from game.session.facilitator_moves import add_time, decide, press
from game.session.participation.advice import advise
from game.session.participation.guess import guess
from game.session.participation.poll import answer
from game.session.participation.second_run import sail_again
from game.session.regatta import enter, give_order
from game.session.seats import (
    OVERTAKEN,
    clean_name,
    move_to_crew,
    record_monday_line,
    release_seat,
)
from game.session.session import Session
from game.session.voting import count, vote
from game.voyage.flow import Flow
from game.voyage.voyage import Refused

LAST_LEAF = 99
"""No wall is turned further."""
CALL = 160
"""The most characters of a line to all phones."""


def apply(flow: Flow, session: Session, timed: commands.TimedCommand) -> Session | Refused:
    """The session after a command. Pure; the very same session if it is a repeat."""
    at = max(timed.at, session.now)
    after = _dispatch(flow, session, timed.command, at)
    return after if after is session or isinstance(after, Refused) else replace(after, now=at)


def _dispatch(  # noqa: C901 - a case a command
    flow: Flow, session: Session, command: Command, at: float
) -> Session | Refused:
    match command:
        case commands.Join():
            return enter(flow, session, command)
        case commands.Vote() | commands.Order() | commands.Say():
            return _hear(flow, session, command)
        case commands.Advise() | commands.Guess() | commands.Answer():
            return _hear(flow, session, command)
        case commands.Count():
            return count(flow.scenario, session, command)
        case commands.Assign():
            return move_to_crew(session, command)
        case commands.LetGo():
            return release_seat(session, command)
        case commands.Delegate():
            return _delegate(session, command)
        case commands.Turn():
            return _turn(session, command)
        case commands.Call():
            text = clean_name(command.text, CALL)
            return session if text == session.call else replace(session, call=text)
        case commands.Press() | commands.Decide() | commands.MoreTime() | commands.Again():
            return _move_once(flow, session, command, at)


def _hear(flow: Flow, session: Session, told: commands.Told) -> Session | Refused:
    """What a seat says; not what it said in another run, and repeats now that the line is back."""
    seat = session.seats.get(told.seat)
    if seat is None:
        return Refused(_("take a seat first"))
    if session.pace is None and not isinstance(told, commands.Vote | commands.Say):
        return Refused(_("this room votes"))
    run = session.crews[seat.crew - 1].run
    match told:
        case commands.Order() | commands.Advise() | commands.Answer() if told.run != run:
            return Refused(_(OVERTAKEN))
        case commands.Vote():
            return vote(flow.scenario, session, seat, told)
        case commands.Order():
            return give_order(flow, session, seat, told)
        case commands.Say():
            return record_monday_line(session, seat, told)
        case commands.Advise():
            return advise(flow, session, seat, told)
        case commands.Guess():
            return guess(flow, session, seat, told)
        case commands.Answer():
            return answer(session, seat, told)


def _delegate(session: Session, command: commands.Delegate) -> Session | Refused:
    crew = session.crew(command.crew)
    if crew is None:
        return Refused(_("there is no such crew"))
    if crew.by_captain == command.on:
        return session
    crews = (replace(one, by_captain=command.on) if one is crew else one for one in session.crews)
    return replace(session, crews=tuple(crews))


def _turn(session: Session, command: commands.Turn) -> Session | Refused:
    """A turn that was made before the last move means what is no longer on the wall."""
    if command.step != session.step or command.leaf == session.leaf:
        return session
    return replace(session, leaf=min(command.leaf, LAST_LEAF))


def _move_once(flow: Flow, session: Session, move: commands.Move, at: float) -> Session | Refused:
    """The session after a move, unless it was made already, or another one was at its step."""
    if move.step > session.step:
        return Refused(_("the session is not there yet"))
    if move.step < session.step:
        was_made = session.moves[move.step] == move
        return session if was_made else Refused(_("another hand was quicker: see what it did"))
    after = _move(flow, session, move, at)
    if isinstance(after, Refused):
        return after
    leaf = session.leaf if after.topic == session.topic else 0
    return replace(after, moves=(*session.moves, move), leaf=leaf)


def _move(flow: Flow, session: Session, move: commands.Move, at: float) -> Session | Refused:
    match move:
        case commands.Press():
            return press(flow, session, move.hand, at)
        case commands.Decide():
            return decide(flow, session, move)
        case commands.MoreTime():
            return add_time(session, move.seconds, at)
        case commands.Again():
            return sail_again(flow, session, move.watch, session.clock(at))
