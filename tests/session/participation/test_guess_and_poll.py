"""The guess before the first order, and the poll that nobody can spoil."""

from __future__ import annotations

from pathlib import Path

from game.session.commands import Button
from game.session.participation.captain_view import captain_view
from game.session.participation.poll import PollView, poll_view
from tests.session.drill import Drill
from tests.session.participation.conftest import CREW, a_rough_passage


def polled(drill: Drill) -> PollView:
    """What everybody sees of the poll."""
    view = poll_view(drill.session)
    assert view
    return view


def test_a_guess_is_given_once_and_before_the_first_order(regatta: Drill) -> None:
    assert not regatta.guess("ann", 4)
    assert not regatta.guess("ann", 4)
    assert regatta.guess("ann", 5) == "your guess is in already"
    assert not regatta.order("bob", "trim")

    assert "now you would know" in regatta.guess("bob", 3)
    assert regatta.guess("cec", 10) == "there are not so many orders"
    assert [regatta.seat(seat).guess for seat in ("ann", "bob", "cec")] == [4, None, None]


def test_nobody_guesses_once_the_debrief_is_open(regatta: Drill) -> None:
    """It would add a page under the one that the room looks at."""
    regatta.press(Button.DEBRIEF)

    assert "now you would know" in regatta.guess("ann", 3)
    assert regatta.seat("ann").guess is None


def test_a_poll_that_is_open_counts_who_comes_and_ends_with_the_voyage(regatta: Drill) -> None:
    regatta.press(Button.POLL)
    regatta.join("eve")
    for seat in (*CREW, "eve"):
        assert not regatta.answer(seat, 5)
    regatta.press(Button.DEBRIEF)

    assert (polled(regatta).is_open, polled(regatta).ships, polled(regatta).middle) == (False, 5, 5)


def test_what_the_mate_gave_takes_no_guess_away(regatta: Drill) -> None:
    regatta.press(Button.MATE, Button.NEXT)

    assert captain_view(regatta.room.flow, regatta.session, regatta.ship_of("ann")).may_guess
    assert not regatta.guess("ann", 2)


def test_the_poll_is_answered_once_a_seat_and_seen_only_when_it_is_closed(regatta: Drill) -> None:
    assert regatta.answer("ann", 2) == "no poll is open"
    assert not regatta.press(Button.POLL)
    for seat, count in zip(CREW, (0, 3, 3, 4), strict=True):
        assert not regatta.answer(seat, count)
    assert regatta.answer("ann", 4) == "your answer is in already"
    assert not regatta.answer("ann", 0)
    assert (polled(regatta).answers, polled(regatta).middle) == (0, None)
    assert not regatta.press(Button.POLL)

    assert regatta.press(Button.POLL) == "the poll was held already"
    assert (polled(regatta).low, polled(regatta).middle, polled(regatta).high) == (3, 3, 3)
    assert polled(regatta).arrived is None


def test_an_answer_that_cannot_be_true_is_none(regatta: Drill) -> None:
    regatta.press(Button.POLL)

    assert regatta.answer("ann", 5) == "there are not so many ships"
    assert regatta.answer("nobody", 1) == "take a seat first"


def test_one_answer_far_off_does_not_move_what_is_shown(tmp_path: Path) -> None:
    shown = []
    for spoiler in (5, 20):
        drill = Drill(tmp_path / str(spoiler), 1, a_rough_passage(), pace="watch")
        seats = [f"seat {number}" for number in range(20)]
        drill.join(*seats)
        drill.press(Button.POLL)
        for number, seat in enumerate(seats):
            assert not drill.answer(seat, spoiler if number == 0 else 5)
        drill.press(Button.POLL)
        shown.append(polled(drill))

    assert shown[0] == shown[1]


def test_of_two_answers_no_figures_are_shown(regatta: Drill) -> None:
    regatta.press(Button.POLL)
    regatta.answer("ann", 1)
    regatta.answer("bob", 2)
    regatta.press(Button.POLL)

    assert polled(regatta) == PollView(4, False, 2)
