"""A regatta: a ship a seat, one sea, watches that open together or at each one's own pace."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Any

import pytest

from game.reports.session_files import crew_logbook_bytes
from game.scenario.loading.library import find
from game.session.commands import Assign, Button, Count, Decide, Join, Order, Vote
from game.session.live_session import LiveSession, resume_live_session
from game.session.session import Phase
from game.ship.ship import Outcome
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import open_orders, sail_captain
from game.testing import a_document, a_helm, a_live_session, a_loaded_scenario, a_watch, an_order
from tests.session.drill import Drill

WATCHES = 3


def a_short_passage() -> Any:
    """A scenario of three watches, in which orders called course, sails and both can be given."""
    watch = a_watch(course=an_order("course"), sails=an_order("sails"), both=an_order("both"))
    return a_loaded_scenario(a_document(*(watch,) * WATCHES))


@pytest.fixture
def regatta(tmp_path: Path, restarts: bool) -> Drill:
    """Under way in the first watch: Ann and Bob."""
    drill = Drill(tmp_path / "regatta", 1, a_short_passage(), restarts=restarts, pace="watch")
    drill.join("ann", "bob")
    assert not drill.press(Button.NEXT)
    return drill


@pytest.fixture
def at_leisure(tmp_path: Path, restarts: bool) -> Drill:
    """At their own pace: Ann and Bob."""
    drill = Drill(tmp_path / "at leisure", 1, a_short_passage(), restarts=restarts, pace="own")
    drill.join("ann", "bob")
    return drill


def gave(drill: Drill, seat: str) -> tuple[str, ...]:
    """The orders given on somebody's ship."""
    return drill.ship_of(seat).voyage.gave


def test_each_order_sails_the_ship_of_whoever_gives_it_and_no_other(regatta: Drill) -> None:
    assert not regatta.order("ann", "sails")

    assert gave(regatta, "ann") == ("sails",)
    assert gave(regatta, "bob") == ()


def test_inside_a_watch_everybody_is_free_and_the_next_one_opens_for_all(regatta: Drill) -> None:
    assert not regatta.order("ann", "sails")
    assert regatta.order("ann", "sails") == "this watch is not open"
    assert "1 ship has no order yet" in regatta.press(Button.NEXT)
    assert not regatta.order("bob", "course")
    assert not regatta.press(Button.NEXT)

    assert not regatta.order("ann", "both")
    assert gave(regatta, "ann") == ("sails", "both")


def test_at_their_own_pace_nobody_waits_for_anybody(at_leisure: Drill) -> None:
    for order in ("sails", "course", "both"):
        assert not at_leisure.order("ann", order)

    assert at_leisure.ship_of("ann").voyage.outcome
    assert at_leisure.order("ann", "both") == "this watch is not open"
    assert "at their own pace" in at_leisure.press(Button.NEXT)


def test_an_order_that_comes_twice_is_acknowledged_and_sails_one_watch(regatta: Drill) -> None:
    for _ in range(2):
        assert not regatta.order("ann", "sails", watch=1)

    assert regatta.order("ann", "both", watch=1) == "another order was given in this watch"
    assert gave(regatta, "ann") == ("sails",)


def test_a_ship_has_the_solo_logbook_of_the_same_seed_and_orders(tmp_path: Path) -> None:
    """Byte for byte, from the first line on, whatever the others did meanwhile."""
    drill = Drill(tmp_path / "room", 1, a_short_passage(), pace="own")
    drill.join("ann", "bob")
    helm = a_helm(tmp_path / "solo", drill.room.loaded)
    for mine in ("sails", "both", "course"):
        assert not drill.order("bob", "course")
        assert not drill.order("ann", mine)
        helm.give(mine)

    assert crew_logbook_bytes(drill.room, drill.ship_of("ann")) == helm.path.read_bytes()


def test_the_mate_gives_missing_orders_which_are_never_counted_as_the_captains(
    regatta: Drill,
) -> None:
    assert not regatta.order("ann", "sails")
    assert not regatta.press(Button.MATE)
    mate = sail_captain(regatta.room.flow, regatta.session.seed, ADAPTIVE).voyage.gave

    assert gave(regatta, "bob") == mate[:1]
    assert regatta.ship_of("bob").by_mate == (1,)
    assert regatta.ship_of("ann").by_mate == ()
    assert "the mate has given" in regatta.order("bob", mate[0], watch=1)
    assert regatta.press(Button.MATE) == "no ship waits for an order"


def test_who_is_absent_twice_is_the_mates_until_the_phone_is_back(regatta: Drill) -> None:
    for watch in (1, 2):
        assert not regatta.order("ann", "sails", watch)
        assert not regatta.press(Button.MATE, Button.NEXT)
    assert regatta.ship_of("bob").by_captain
    assert not regatta.order("bob", "both")

    assert not regatta.ship_of("bob").by_captain
    assert regatta.ship_of("bob").by_mate == (1, 2)


def test_nobody_waits_for_the_mates_ships_nor_for_seats_that_were_let_go(regatta: Drill) -> None:
    assert not regatta.let_go("bob")
    assert not regatta.order("ann", "sails")
    assert not regatta.press(Button.NEXT)

    assert regatta.ship_of("bob").by_mate == (1,)


def test_a_late_joiner_takes_the_mates_ship_at_the_watch_that_is_open(regatta: Drill) -> None:
    assert not regatta.press(Button.MATE, Button.NEXT)
    regatta.join("cec")
    assert not regatta.order("cec", "both")

    assert regatta.ship_of("cec").by_mate == (1,)
    assert gave(regatta, "cec")[1:] == ("both",)


def test_at_their_own_pace_late_joiners_sail_from_the_first_watch(at_leisure: Drill) -> None:
    assert not at_leisure.order("ann", "sails")
    at_leisure.join("cec")

    assert gave(at_leisure, "cec") == ()


def test_a_seat_that_comes_back_has_its_own_ship(regatta: Drill) -> None:
    assert not regatta.order("ann", "sails")
    regatta.join("ann")

    assert len(regatta.session.crews) == 2
    assert gave(regatta, "ann") == ("sails",)


def test_a_timer_ends_only_what_the_facilitator_has_given_it_for(
    regatta: Drill, at_leisure: Drill
) -> None:
    assert not regatta.more_time(30)
    assert regatta.session.ends
    assert not regatta.press(Button.MATE)

    assert regatta.session.ends is None
    assert at_leisure.more_time(30) == "there is nothing to time"


def test_when_all_have_ended_next_leads_to_the_debrief(regatta: Drill) -> None:
    for _ in range(WATCHES):
        assert not regatta.order("ann", "sails")
        assert not regatta.press(Button.MATE, Button.NEXT)
    assert not regatta.session.at_sea
    assert not regatta.press(Button.NEXT)

    assert regatta.phase is Phase.DEBRIEF
    assert not regatta.say("ann", "ask who knows the port")


def test_who_ends_early_says_nothing_of_monday_while_others_sail(
    regatta: Drill, at_leisure: Drill
) -> None:
    for order in ("sails", "course", "both"):
        at_leisure.order("ann", order)

    assert not at_leisure.say("ann", "ask")
    assert at_leisure.say("bob", "ask") == "that comes in the debrief"
    assert regatta.say("ann", "ask") == "that comes in the debrief"


def test_a_ship_whose_voyage_is_over_takes_no_order_and_is_not_waited_for(tmp_path: Path) -> None:
    wild = a_watch({"wind": 1.9, "shift": 20, "complexity": 1.5}, sails=an_order("course"))
    drill = Drill(tmp_path, 1, a_loaded_scenario(a_document(*(wild,) * 9)), pace="watch")
    drill.join("ann")
    drill.press(Button.NEXT)
    while drill.ship_of("ann").voyage.outcome is None:
        assert not drill.order("ann", "sails")
        drill.press(Button.NEXT)

    assert drill.ship_of("ann").voyage.outcome is not Outcome.ARRIVED
    assert drill.order("ann", "sails") == "this watch is not open"


def test_what_belongs_to_a_vote_is_refused_in_a_regatta_and_the_other_way_round(
    regatta: Drill, drill: Drill
) -> None:
    drill.join("ann")
    for command in (
        *(Vote("ann", 1, "sails", 1), Count(1, 1, "sails", 3), Assign("ann", 2)),
        Decide(2, "sails", regatta.session.step),
    ):
        assert regatta.do(command)
    assert all(regatta.press(button) for button in (Button.OPEN, Button.LOCK, Button.UNDO))

    assert drill.order("ann", "sails") == "this room votes"
    assert drill.press(Button.MATE)
    assert gave(regatta, "ann") == gave(regatta, "bob") == ()


def test_the_room_is_full_when_every_ship_has_a_captain(tmp_path: Path) -> None:
    drill = Drill(tmp_path, 1, a_short_passage(), pace="own")
    for number in range(200):
        drill.join(f"seat {number}")

    with pytest.raises(AssertionError):
        drill.join("one more")


def test_a_whole_regatta_of_300_is_resumed_within_seconds(tmp_path: Path) -> None:
    room = a_live_session(tmp_path, 1, find("maiden-passage"), most=300, pace="own")
    seats = [f"seat {number}" for number in range(300)]
    assert not any(room.do(*(Join(seat, "", 0) for seat in seats)))
    while room.session.at_sea:
        room.do(*(_an_order(room, seat) for seat in seats))
    room.journal.close()
    began = perf_counter()
    again = resume_live_session(Path(room.journal.name), room.now)
    again.journal.close()

    assert perf_counter() - began < 5
    assert again.session == room.session
    assert len({crew.voyage.gave for crew in again.session.crews}) > 20


def _an_order(room: LiveSession, seat: str) -> Order:
    """An order that can be given, another one for each seat; none that counts when all is over."""
    crew = room.session.crews[room.session.seats[seat].crew - 1]
    if crew.voyage.outcome:
        return Order(seat, len(crew.voyage.gave), crew.voyage.gave[-1])
    orders, watch = open_orders(room.flow.scenario, crew.voyage), len(crew.voyage.sailed) + 1
    return Order(seat, watch, orders[crew.number * (watch + 2) ** 2 // 5 % len(orders)].id)
