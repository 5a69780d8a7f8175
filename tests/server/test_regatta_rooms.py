"""A regatta over PostgreSQL: two workers hold one room, and both say the same of it."""

from __future__ import annotations

from game.session.commands import (
    Advise,
    Again,
    Answer,
    Button,
    Command,
    Guess,
    Join,
    Order,
    Press,
    Say,
)
from game.session.live_session import LiveSession
from game.session.session import Phase
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.database import needs_database
from tests.ui.web.service import a_worker

pytestmark = needs_database
CREW = ("ann", "bob", "cec")


def test_guess_poll_advice_and_second_run_are_the_same_on_every_worker() -> None:
    home = an_order("course", goto="harbour")
    watch = a_watch(home=home, steer=an_order("course"), trim=an_order("sails"))
    loaded = a_loaded_scenario(a_document(*(watch,) * 3))
    with a_worker() as service:
        hall = service.open(loaded, pace="watch")
        here, there = service.room(hall), service.room(hall)
        _do(here, *(Join(seat, seat.title(), 0) for seat in CREW))
        _do(there, *(Guess(seat, 2) for seat in CREW))
        _press(here, Button.NEXT, Button.POLL)
        _do(there, *(Answer(seat, 1) for seat in CREW))
        _press(here, Button.POLL)
        _do(there, Order("ann", 1, "home"), Order("bob", 1, "trim"))
        _do(here, Order("bob", 1, "trim"), Order("cec", 1, "steer"))
        _press(there, Button.PAIRS, Button.NEXT)
        _do(here, Advise("ann", 2, "steer"))
        _do(there, Advise("ann", 2, "steer"), Order("bob", 2, "trim"), Order("cec", 2, "trim"))
        _press(here, Button.DEBRIEF)
        _do(there, Say("ann", "ask who knows the port", 1))
        _do(there, Again(1, there.session.step))
        here.catch_up()
        again = service.room(hall)
        written = len(list(again.journal.records()))

    assert here.session == there.session == again.session
    assert here.session.phase is Phase.UNDER_WAY
    assert [len(crew.earlier[0].voyage.gave) for crew in here.session.crews] == [1, 2, 2]
    assert {seat.guess for seat in here.session.seats.values()} == {2}
    assert written == again.revision == here.revision


def _do(room: LiveSession, *commands: Command) -> None:
    """All of this counts, or is a repeat."""
    room.catch_up()
    assert not any(room.do(*commands))


def _press(room: LiveSession, *hands: Button) -> None:
    for hand in hands:
        room.catch_up()
        assert not any(room.do(Press(hand, room.session.step)))
