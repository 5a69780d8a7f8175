"""The facilitator's hands: a whole session with one button, and every way back."""

from __future__ import annotations

import pytest

from game.session.commands import Button, Press
from game.session.session import PAGES, How, Page, Phase
from game.ship.ship import Outcome
from tests.session.drill import VOTED_PHASES, Drill


def test_one_button_leads_through_a_whole_session(drill: Drill) -> None:
    """Next is enough, as long as the vote is clear: the clicker has no other key for it."""
    drill.join("ann")
    seen = [drill.phase]
    while drill.seen.page is not Page.MONDAY:
        if drill.phase is Phase.VOTING:
            drill.vote("ann", ("steer", "reef")[len(drill.session.sailed) % 2])
        assert not drill.press(Button.NEXT)
        seen.append(drill.phase)

    assert list(dict.fromkeys(seen)) == list(VOTED_PHASES)
    assert drill.session.crews[0].voyage.outcome is Outcome.ARRIVED
    assert drill.press(Button.NEXT) == "this is the last page"


def test_back_leads_from_each_phase_to_the_one_before(drill: Drill) -> None:
    """A wrong click costs nothing."""
    drill.open_vote()
    drill.count("steer", 3)
    drill.press(Button.NEXT, Button.NEXT)

    back = []
    while not drill.press(Button.BACK):
        back.append(drill.phase)
    assert back == [Phase.LOCKED, Phase.VOTING, Phase.DISCUSSING, Phase.LOBBY]

    drill.press(*[Button.NEXT] * 4)
    assert drill.ship.votes[0].votes == 3


def test_looking_back_at_a_result_changes_nothing(drill: Drill) -> None:
    """From the next discussion back to the last result, and forward to the same decision."""
    drill.sail("steer")
    drill.press(Button.NEXT)
    before = drill.open.id

    assert not drill.press(Button.BACK)
    assert drill.ship.result
    assert drill.press(Button.BACK) == "undo takes the last order back"
    drill.press(Button.NEXT)

    assert drill.open.id == before


def test_undo_takes_back_order_after_order_and_keeps_the_votes(drill: Drill) -> None:
    """Back to the revealed votes; the same click again sails the same sea."""
    drill.sail("steer", "reef", "steer")
    third = drill.session.crews[0].voyage
    drill.press(Button.NEXT, Button.UNDO)

    assert drill.phase is Phase.REVEALED
    assert drill.session.crews[0].voyage.gave == ("steer", "reef")
    drill.press(Button.MAJORITY)
    assert drill.session.crews[0].voyage == third

    drill.press(Button.UNDO, Button.UNDO, Button.UNDO)
    assert not drill.session.sailed
    assert drill.press(Button.UNDO) == "no order has been given yet"


def test_after_an_undo_a_vote_for_the_decision_that_is_gone_counts_for_nothing(
    drill: Drill,
) -> None:
    """Decisions are never numbered twice, so that a late phone cannot vote in the wrong one."""
    drill.join("ann")
    drill.sail("steer")
    drill.press(Button.NEXT)
    gone = drill.open.id
    drill.press(Button.UNDO)
    drill.decide("reef")
    drill.open_vote()

    assert drill.vote("ann", "steer", decision=gone) == "this vote is closed"
    assert drill.open.id > gone


def test_a_move_made_twice_moves_once(drill: Drill) -> None:
    """A double click, two host pages, a message that comes five times."""
    for _ in range(5):
        assert not drill.do(Press(Button.NEXT, 0))

    assert drill.phase is Phase.DISCUSSING
    assert drill.do(Press(Button.NEXT, 7)) == "the session is not there yet"


def test_a_pause_freezes_the_timer_and_the_session(drill: Drill) -> None:
    """Votes wait, clocks stand; next goes on."""
    drill.join("ann")
    drill.open_vote()
    drill.more_time(60)
    drill.clock.wait(10)
    drill.press(Button.PAUSE)
    drill.clock.wait(600)

    assert drill.seen.paused
    assert drill.seen.seconds_left == pytest.approx(50)
    assert drill.vote("ann", "steer") == "the session is paused"
    assert drill.press(Button.LOCK) == "the session is paused: go on first"

    drill.press(Button.NEXT)
    drill.clock.wait(20)
    assert drill.phase is Phase.VOTING
    assert drill.seen.seconds_left == pytest.approx(30)


def test_a_second_pause_does_not_forget_the_first(drill: Drill) -> None:
    """Coffee, and later the fire alarm: the timer has stood still for both."""
    drill.press(Button.NEXT)
    drill.more_time(60)
    for pause in (600, 300):
        drill.clock.wait(10)
        drill.press(Button.PAUSE)
        drill.clock.wait(pause)
        drill.press(Button.PAUSE)

    assert drill.seen.seconds_left == pytest.approx(40)
    assert drill.room.host_view().elapsed == pytest.approx(20)


def test_no_timer_runs_for_more_than_an_hour(drill: Drill) -> None:
    """Neither asked for at once nor bit by bit."""
    drill.press(Button.NEXT)
    drill.more_time(2**53)
    assert drill.seen.seconds_left == 3600
    drill.clock.wait(600)
    drill.more_time(30)
    assert drill.seen.seconds_left == 3030

    drill.more_time(900)
    assert drill.seen.seconds_left == 3600


def test_a_timer_runs_on_though_the_laptops_clock_is_set_back(drill: Drill) -> None:
    """As after a sleep, or by the network's time."""
    drill.press(Button.NEXT)
    drill.more_time(60)
    drill.clock.wait(-3600)
    assert drill.seen.seconds_left == 60
    drill.clock.wait(20)

    assert drill.seen.seconds_left == 40


def test_a_timer_is_added_to_and_belongs_to_its_phase(drill: Drill) -> None:
    """Thirty seconds more, as often as needed; at its end it tells, and ends nothing."""
    drill.open_vote()
    assert drill.seen.seconds_left is None
    drill.more_time(30)
    drill.more_time(30)
    assert drill.seen.seconds_left == pytest.approx(60)

    drill.clock.wait(100)
    assert drill.seen.seconds_left == 0
    assert drill.phase is Phase.VOTING
    drill.more_time(30)
    assert drill.seen.seconds_left == pytest.approx(30)

    drill.press(Button.LOCK)
    assert drill.seen.seconds_left is None
    assert drill.more_time(30) == "there is nothing to time"


def test_blank_goes_over_everything_and_changes_nothing_else(drill: Drill) -> None:
    """The projector only; even in a pause."""
    drill.open_vote()
    drill.press(Button.PAUSE, Button.BLANK)
    assert drill.seen.blank

    drill.press(Button.BLANK, Button.PAUSE)
    assert not drill.seen.blank
    assert drill.phase is Phase.VOTING


@pytest.mark.parametrize("clicks", range(8))
def test_the_debrief_can_be_called_from_anywhere_and_left_again(drill: Drill, clicks: int) -> None:
    """Time is up: straight to the debrief, and back if there is time after all."""
    drill.open_vote()
    drill.count("steer", 2)
    drill.press(Button.BACK, Button.BACK, *[Button.NEXT] * clicks)
    before = drill.phase
    drill.press(Button.DEBRIEF)
    pages = [drill.seen.page]
    while not drill.press(Button.NEXT):
        pages.append(drill.seen.page)

    assert pages == list(PAGES)
    assert drill.press(Button.DEBRIEF) == "this is the debrief"
    drill.press(*[Button.BACK] * len(PAGES))
    assert drill.phase is before


def test_a_vote_can_be_opened_again_after_it_was_revealed(drill: Drill) -> None:
    """They have heard each other, and may change their minds."""
    drill.join("ann", "bob")
    drill.open_vote()
    drill.vote("ann", "steer")
    drill.vote("bob", "reef")
    drill.press(Button.REVEAL, Button.OPEN)
    drill.vote("bob", "steer")
    drill.press(Button.REVEAL, Button.MAJORITY)

    assert drill.ship.how is How.MAJORITY
    assert drill.session.crews[0].voyage.gave == ("steer",)


def test_elapsed_time_counts_from_the_first_watch_without_pauses(drill: Drill) -> None:
    """The lobby fills while people find their chairs; the plan is for the voyage."""
    drill.clock.wait(600)
    drill.press(Button.NEXT)
    drill.clock.wait(60)
    drill.press(Button.PAUSE)
    drill.clock.wait(600)
    drill.press(Button.PAUSE)
    drill.clock.wait(60)

    host = drill.room.host_view()
    assert host.elapsed == pytest.approx(120)
    assert host.planned == 600


def test_the_host_page_offers_what_can_be_pressed(drill: Drill) -> None:
    """And says what the next press will do."""
    always = (Button.PAUSE, Button.BLANK, Button.DEBRIEF, Button.DOOR)
    assert drill.room.host_view().hands == (Button.NEXT, *always)
    drill.open_vote()
    host = drill.room.host_view()

    assert set(host.hands) == {
        *(Button.NEXT, Button.BACK, Button.LOCK, Button.REVEAL),
        *always,
    }
    assert host.next == "Lock the vote"
    drill.press(Button.PAUSE)
    assert drill.room.host_view().next == "Go on"
