"""Nobody sits idle: whose voyage is over advises another captain, who hears it afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.session.commands import Assign, Button
from game.session.participation.advice import host_of
from game.session.participation.captain_view import CaptainView, captain_view
from game.session.phone_view import as_json
from game.ship.ship import Outcome
from game.voyage.voyage import new_voyage
from tests.session.drill import Drill
from tests.session.participation.conftest import CREW, a_rough_passage, until_wrecked


def seen_by(drill: Drill, seat: str) -> CaptainView:
    """What somebody's phone shows."""
    return captain_view(drill.room.flow, drill.session, drill.ship_of(seat))


@pytest.fixture
def wrecked(regatta: Drill) -> Drill:
    """Ann has lost her ship, and the next watch is open to the others."""
    until_wrecked(regatta, "ann", CREW[1:])
    assert regatta.ship_of("ann").voyage.outcome is not Outcome.ARRIVED
    return regatta


def host(drill: Drill) -> str:
    """Aboard whose ship Ann is."""
    ship = host_of(drill.session, drill.ship_of("ann"))
    assert ship
    return CREW[ship.number - 1]


def test_whose_voyage_is_over_sees_the_watch_of_another_ship(wrecked: Drill) -> None:
    guest = seen_by(wrecked, "ann").guest

    assert guest
    assert guest.watch.number == wrecked.session.watch
    assert all(seen_by(wrecked, seat).guest is None for seat in CREW[1:])
    assert CREW[guest.crew - 1] == host(wrecked)


def test_a_ship_that_is_still_catching_up_takes_no_guests(wrecked: Drill) -> None:
    """Her captain decides another watch than the one that guests advise on."""
    hers = wrecked.ship_of(host(wrecked))
    behind = replace(hers, voyage=new_voyage(wrecked.room.flow.scenario, wrecked.session.seed))
    moved = host_of(wrecked.session.with_crew(behind), wrecked.ship_of("ann"))

    assert moved
    assert moved.number != behind.number


def test_advice_is_heard_only_after_the_own_order(wrecked: Drill) -> None:
    captain = host(wrecked)
    before = seen_by(wrecked, captain)
    assert not wrecked.advise("ann", "steer")
    assert seen_by(wrecked, captain) == before
    assert not wrecked.order(captain, "trim")
    [advised] = seen_by(wrecked, captain).advised

    assert (advised.label, advised.count, advised.is_same) == ("Do the course thing", 1, False)
    assert "Ann" not in as_json(seen_by(wrecked, captain))


def test_advice_that_comes_after_the_order_is_of_the_watch_as_it_was(wrecked: Drill) -> None:
    captain, guest = host(wrecked), seen_by(wrecked, "ann").guest
    assert not wrecked.order(captain, "trim")
    now = seen_by(wrecked, "ann").guest
    assert not wrecked.advise("ann", "trim")

    assert guest
    assert now
    assert guest.watch == now.watch
    assert [one.is_same for one in seen_by(wrecked, captain).advised] == [True]


def test_advice_is_given_once_a_watch_and_by_nobody_with_a_ship(wrecked: Drill) -> None:
    assert not wrecked.advise("ann", "steer")
    assert not wrecked.advise("ann", "steer")

    assert wrecked.advise("ann", "trim") == "your advice is in already"
    assert wrecked.advise("bob", "trim") == "this watch is not open"
    assert wrecked.advise("ann", "trim", watch=wrecked.session.watch + 1)


def test_a_guest_steers_nobody_and_learns_what_was_ordered(wrecked: Drill) -> None:
    captain = host(wrecked)
    voyage = wrecked.ship_of(captain).voyage
    assert not wrecked.advise("ann", "steer")
    assert wrecked.order("ann", "steer") == "this watch is not open"
    assert wrecked.ship_of(captain).voyage == voyage
    for seat in CREW[1:]:
        wrecked.order(seat, "trim")
    wrecked.press(Button.NEXT)
    guest = seen_by(wrecked, "ann").guest

    assert guest
    assert guest.before
    assert (guest.before.advised, guest.before.ordered) == (
        "Do the course thing",
        "Do the sails thing",
    )


def test_a_lost_crew_of_a_convoy_advises_one_that_sails(tmp_path: Path, restarts: bool) -> None:
    drill = Drill(tmp_path, 2, a_rough_passage(), restarts=restarts)
    drill.join("ann", crew=1)
    drill.join("bob", crew=2)
    while drill.session.crews[0].voyage.outcome is None:
        drill.open_vote()
        assert not drill.vote("ann", "steer")
        assert not drill.vote("bob", "trim")
        drill.press(Button.LOCK, Button.REVEAL, Button.MAJORITY, Button.NEXT)
    drill.open_vote()
    assert drill.phone(1).aboard == "Bittern"
    assert not drill.vote("ann", "steer")
    assert not drill.vote("ann", "trim")
    assert not drill.vote("bob", "trim")
    assert drill.phone(2).advised == ()
    drill.press(Button.LOCK, Button.REVEAL, Button.MAJORITY, Button.NEXT)

    assert drill.session.sailed[-1].given[2].order == "trim"
    assert drill.seat("ann").vote == "trim"
    assert drill.phone(2).advised == (("Do the sails thing", 1),)
    drill.open_vote()
    drill.vote("ann", "steer")
    drill.do(Assign("ann", 2))
    assert drill.seat("ann").vote == ""
