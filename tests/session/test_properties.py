"""What holds of any session and any commands."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.session.apply import apply
from game.session.commands import (
    Advise,
    Again,
    Answer,
    Assign,
    Button,
    Command,
    Count,
    Decide,
    Delegate,
    Guess,
    Join,
    LetGo,
    MoreTime,
    Order,
    Press,
    Say,
    TimedCommand,
    Vote,
    as_data,
    from_data,
)
from game.session.host_view import host_view
from game.session.live_session import resume_live_session
from game.session.new_session import new_session
from game.session.participation.captain_view import captain_view
from game.session.phone_view import phone_view, seat_view
from game.session.projector_view import projector_view
from game.session.session import Pace, Session
from game.session.voting import tally
from game.ship.gauges import GAUGE_RANGES
from game.testing import NOON, a_live_session, a_loaded_scenario
from game.voyage.flow import Flow
from game.voyage.voyage import Refused
from tests.generators import documents

thoroughly = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
START = NOON.timestamp()

seats = st.sampled_from(("ann", "bob", "cec", "dan"))
crews = st.integers(0, 4)
orders = st.sampled_from(("first", "second", "third", "nonsense"))
small = st.integers(0, 12)
texts = st.text(max_size=40)
steps = st.sampled_from((-1, 0, 0, 0, 0, 0, 0, 1))
"""Of moves: one made already, one made now, one that cannot be made yet."""
hands = st.sampled_from((*Button, *(Button.NEXT,) * 12))
loose = st.one_of(
    st.builds(Join, seats, texts, crews),
    st.builds(Vote, seats, st.just(0), orders, small),
    st.builds(Vote, seats, small, orders, small),
    st.builds(Order, seats, st.integers(1, 4), orders),
    st.builds(Say, seats, texts, small),
    st.builds(Advise, seats, st.integers(1, 4), orders),
    st.builds(Guess, seats, small),
    st.builds(Answer, seats, small),
    st.builds(Count, crews, st.just(0), orders, small),
    st.builds(Assign, seats, crews),
    st.builds(LetGo, seats),
    st.builds(Delegate, crews, st.booleans()),
    st.tuples(hands, steps),
    st.builds(Decide, crews, orders, st.just(0)),
    st.builds(MoreTime, st.integers(0, 9000), st.just(0)),
    st.builds(Again, small, st.just(0)),
)
"""Commands, or hands with their steps; decision and step 0 stand for those at hand."""
waits = st.floats(-5, 100)
paces = st.sampled_from((None, None, *Pace))
"""A room votes, or holds a regatta."""
happenings = st.lists(st.tuples(waits, loose), max_size=60)


def fitted(session: Session, thing: Any) -> Command:
    """The command as it would be given now."""
    decision = session.open.id if session.open else 1
    match thing:
        case Vote(seat, 0, order, client):
            return Vote(seat, decision, order, client)
        case Count(crew, 0, order, number):
            return Count(crew, decision, order, number)
        case Decide(crew, order, _):
            return Decide(crew, order, session.step)
        case MoreTime(seconds, _):
            return MoreTime(seconds, session.step)
        case Again(watch, _):
            return Again(watch, session.step)
        case (hand, step):
            return Press(hand, max(0, session.step + step))
        case _:
            return thing  # type: ignore[no-any-return] # the rest are commands as they are


def held(
    flow: Flow, crews: int, happened: list[tuple[float, Any]], pace: Pace | None = None
) -> tuple[Session, list[TimedCommand]]:
    """The session after all of this, and the events that counted."""
    session, events, at = new_session(flow.scenario, 7, crews, 3, START, pace), [], START
    for wait, thing in happened:
        at += wait
        event = TimedCommand(at, fitted(session, thing))
        after = apply(flow, session, event)
        if isinstance(after, Session) and after is not session:
            session = after
            events.append(event)
    return session, events


def ballots_of(session: Session, crew: int) -> list[str]:
    """The seats of a crew that have voted in the decision at hand."""
    ballots = session.open.ballots if session.open and session.shown else {}
    return [seat for seat, ballot in ballots.items() if ballot.crew == crew]


@given(documents(), st.integers(1, 3), happenings, paces)
@thoroughly
def test_any_commands_can_be_given_and_every_view_can_be_looked_at(
    document: dict[str, Any], crews: int, happened: list[tuple[float, Any]], pace: Pace | None
) -> None:
    """Nothing raises; gauges stay in range; no seat has two votes, no timer runs backwards."""
    flow = Flow(a_loaded_scenario(document).scenario)
    session, at, clock, let_go = new_session(flow.scenario, 7, crews, 3, START, pace), START, 0.0, 0
    for wait, thing in happened:
        at += wait
        after = apply(flow, session, TimedCommand(at, fitted(session, thing)))
        assert isinstance(after, Session | Refused)
        session = session if isinstance(after, Refused) else after

        assert session.clock(session.now) >= clock
        clock = session.clock(session.now)
        let_go += isinstance(thing, LetGo)
        assert len(session.seats) <= 3 + let_go
        for seen in projector_view(flow, session, at).crews:
            assert seen.aboard >= len(ballots_of(session, seen.number))
        for crew in session.crews:
            for name, (low, high) in GAUGE_RANGES.items():
                assert low <= getattr(crew.voyage.ship, name) <= high
            captain_view(flow, session, crew) if pace else phone_view(flow, session, crew)
        for seat in session.seats:
            seat_view(session, seat)
        host_view(flow, session, at)


@given(documents(), st.integers(1, 3), happenings, paces)
@thoroughly
def test_a_session_equals_its_own_replay(
    document: dict[str, Any], crews: int, happened: list[tuple[float, Any]], pace: Pace | None
) -> None:
    """The events that counted, written as JSON and read again, make the same session."""
    flow = Flow(a_loaded_scenario(document).scenario)
    session, events = held(flow, crews, happened, pace)
    lines = [json.dumps([event.at, as_data(event.command)]) for event in events]
    again = new_session(flow.scenario, 7, crews, 3, START, pace)
    for line in lines:
        at, data = json.loads(line)
        command = from_data(data)
        assert command
        assert json.dumps([at, as_data(command)]) == line
        after = apply(flow, again, TimedCommand(at, command))
        assert isinstance(after, Session)
        again = after

    assert again == session


@given(documents(), happenings)
@settings(thoroughly, max_examples=15)
def test_a_room_resumed_from_its_journal_is_the_same_room(
    document: dict[str, Any], happened: list[tuple[float, Any]]
) -> None:
    """Through the disk."""
    with TemporaryDirectory() as folder:
        room = a_live_session(Path(folder), 2, a_loaded_scenario(document), most=3)
        for _, thing in happened:
            room.do(fitted(room.session, thing))
        room.journal.close()
        again = resume_live_session(Path(room.journal.name), room.now)
        again.journal.close()

    assert again.session == room.session
    assert again.revision == room.revision


@given(documents(), happenings)
@thoroughly
def test_a_tally_adds_up_to_the_ballots_and_the_hands(
    document: dict[str, Any], happened: list[tuple[float, Any]]
) -> None:
    """Nobody is counted twice, nobody is lost."""
    flow = Flow(a_loaded_scenario(document).scenario)
    session, _ = held(flow, 2, happened)
    for decision in session.decisions:
        counted = sum(tally(flow.scenario, decision, crew.number).voted for crew in session.crews)

        assert counted == len(decision.ballots) + sum(decision.hands.values())


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)
near = st.builds(
    lambda name, fields: {name: fields},
    st.sampled_from(("vote", "press", "join", "decide", "moretime")),
    st.dictionaries(
        st.sampled_from(("seat", "decision", "order", "client", "hand", "step")), plain
    ),
)


@given(plain | near)
@thoroughly
def test_what_is_no_command_is_told_from_one(data: Any) -> None:
    """Any JSON at all comes in; what is read as a command is one to the letter."""
    command = from_data(data)

    assert command is None or as_data(command) == data
