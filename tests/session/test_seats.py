"""Seats: who sits where, under which name, and what they take home."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.reports.session_report import report_of
from game.session.commands import Button, Command, Join, LetGo, Vote
from game.session.seats import OVERTAKEN, clean_name
from game.session.session import Phase
from game.testing import a_live_session
from tests.session.drill import Drill


def test_phones_fill_the_smallest_crew_unless_they_choose(convoy: Drill) -> None:
    """So that nobody needs to count."""
    convoy.join("ann", "bob", crew=2)
    convoy.join("cec", "dan", "eve", "fay")

    assert [crew.aboard for crew in convoy.seen.crews] == [2, 2, 2]
    assert convoy.do(Join("gus", "", 4)) == "there is no such crew"


def test_a_seat_that_comes_back_is_the_same_seat(drill: Drill) -> None:
    """Another name or crew changes nothing: refresh, lock, second tab."""
    drill.join("ann")
    drill.open_vote()
    drill.vote("ann", "steer")
    drill.do(Join("ann", "Somebody else", 1))

    assert len(drill.session.seats) == 1
    assert drill.session.seats["ann"].name == "Ann"
    assert drill.seat("ann").vote == "steer"


def test_a_late_joiner_lands_in_the_current_decision(drill: Drill) -> None:
    """And votes at once."""
    drill.sail("steer", "reef")
    drill.open_vote()
    drill.join("late")
    deck = drill.phone()

    assert deck.decision == drill.open.id
    assert deck.watch
    assert not drill.vote("late", deck.watch.orders[0].id)


def test_who_has_gone_home_is_waited_for_no_longer(convoy: Drill) -> None:
    """Neither on the wall nor on the host page, nor in the report."""
    convoy.join("ann", "bob", "cec", crew=1)
    convoy.open_vote()
    convoy.vote("ann", "steer")
    convoy.vote("bob", "reef")
    assert not convoy.let_go("cec")
    report = report_of(convoy.room)

    assert (convoy.ship.voted, convoy.ship.aboard) == (2, 2)
    assert convoy.seen.aboard == report.seats == report.crews[0].aboard == 2
    assert convoy.room.host_view().crews[0].aboard == 2
    assert convoy.let_go("nobody") == "there is no such seat"


@pytest.mark.parametrize(
    "comes", [Join("ann", "", 0), Vote("ann", 1, "steer", 1)], ids=["in", "up"]
)
def test_whoever_was_let_go_and_comes_back_has_the_same_seat(convoy: Drill, comes: Command) -> None:
    """By joining once more, or by voting on a page that was open all the time."""
    convoy.join("ann", crew=2)
    convoy.open_vote()
    convoy.let_go("ann")
    assert [crew.aboard for crew in convoy.seen.crews] == [0, 0, 0]
    assert not convoy.do(comes)

    assert [crew.aboard for crew in convoy.seen.crews] == [0, 1, 0]
    assert convoy.session.seats["ann"].name == "Ann"


def test_a_vote_stays_cast_though_its_seat_is_let_go(drill: Drill) -> None:
    """Nobody's vote is lost; the seat counts as long as that vote does."""
    drill.join("ann", "bob")
    drill.open_vote()
    drill.vote("ann", "steer")
    drill.let_go("ann")
    assert (drill.ship.voted, drill.ship.aboard) == (1, 2)
    drill.press(*[Button.NEXT] * 6)
    assert drill.phase is Phase.VOTING
    assert (drill.ship.voted, drill.ship.aboard) == (0, 1)
    drill.press(Button.UNDO)

    assert (drill.ship.voted, drill.ship.aboard) == (1, 2)


def test_a_seat_that_was_let_go_makes_room_for_another(tmp_path: Path) -> None:
    """A dead phone's person joins with a new one, though the room was full."""
    room = a_live_session(tmp_path, most=1)
    answers = room.do(Join("old", "", 0), LetGo("old"), Join("new", "", 0), Join("late", "", 0))

    assert [bool(answer) for answer in answers] == [False, False, False, True]


def test_above_the_cap_the_room_is_full(tmp_path: Path) -> None:
    """Said politely; those who sit keep sitting."""
    room = a_live_session(tmp_path, most=2)
    answers = room.do(*(Join(seat, "", 0) for seat in ("a", "b", "c", "a")))

    assert [answer.reason if answer else "" for answer in answers] == [
        *("", "", "the room is full: watch the screen"),
        "",
    ]


def test_whoever_changes_crews_leaves_the_old_vote_behind(convoy: Drill) -> None:
    """One seat, one vote."""
    convoy.join("ann", crew=1)
    convoy.open_vote()
    convoy.vote("ann", "steer")
    convoy.assign("ann", 2)

    assert [crew.voted for crew in convoy.seen.crews] == [0, 0, 0]
    assert convoy.seat("ann").vote == ""
    assert convoy.vote("ann", "reef", client=2) == OVERTAKEN  # on its way since before
    assert not convoy.vote("ann", "reef")
    assert [crew.voted for crew in convoy.seen.crews] == [0, 1, 0]


def test_a_vote_for_another_crew_is_not_shown_as_cast_after_an_undo(convoy: Drill) -> None:
    """It counts where it was cast, until its seat chooses for the crew that it is in now."""
    convoy.join("ann", "bob", crew=1)
    convoy.open_vote()
    for seat in ("ann", "bob"):
        convoy.vote(seat, "steer")
    convoy.delegate(2)
    convoy.delegate(3)
    convoy.press(Button.REVEAL, Button.NEXT, Button.NEXT)
    convoy.assign("ann", 2)
    convoy.delegate(2, on=False)
    convoy.press(Button.UNDO, Button.OPEN)

    assert convoy.seat("ann").vote == ""
    assert [person.voted for person in convoy.room.host_view().people] == [False, True]
    assert not convoy.vote("ann", "reef")
    assert [crew.voted for crew in convoy.seen.crews] == [1, 1, 0]


def test_lines_for_monday_are_taken_in_the_debrief(drill: Drill) -> None:
    """The last one counts; they are for the facilitator and the report."""
    drill.join("ann", "bob")
    assert drill.say("ann", "Too early") == "that comes in the debrief"
    drill.press(Button.DEBRIEF)
    for _ in range(2):
        assert not drill.say("ann", "I will take a fix", client=1)
    assert not drill.say("ann", "I will  take a fix\non Monday", client=2)
    assert not drill.say("ann", "I will  take a fix\non Monday", client=2)
    assert drill.say("ann", "I will take a fix", client=1) == OVERTAKEN
    assert drill.say("ann", "Another window's", client=2) == OVERTAKEN

    assert drill.room.host_view().lines == ("I will take a fix on Monday",)
    assert drill.seat("ann").line == "I will take a fix on Monday"


def test_a_line_for_monday_that_comes_twice_is_said_once(drill: Drill) -> None:
    """A phone that has not heard the answer asks again, perhaps when the debrief is over."""
    drill.join("ann")
    drill.press(Button.DEBRIEF)
    drill.say("ann", "I will take a fix", client=7)
    before = drill.room.revision
    assert not drill.say("ann", "I will take a fix", client=7)
    assert drill.room.revision == before
    drill.press(Button.BACK)

    assert not drill.say("ann", "I will take a fix", client=7)
    assert drill.room.host_view().lines == ("I will take a fix",)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Ada\t Holm\n", "Ada Holm"),
        ("A\u0301da", "\u00c1da"),
        ("\u202egro.live\u2066", "gro.live"),
        ("nul\x00bell\x07", "nulbell"),
        ("x" * 90, "x" * 24),
        ("<script>alert(1)</script>", "<script>alert(1)</script"),
        ("\U0001f469\u200d\u2708\ufe0f", "\U0001f469\u200d\u2708\ufe0f"),
        ("\u0645\u06cc\u200c\u0634\u0648\u062f", "\u0645\u06cc\u200c\u0634\u0648\u062f"),
    ],
    ids=["spaces", "composed", "bidi", "control", "long", "script", "emoji", "persian"],
)
def test_names_are_composed_and_hold_nothing_that_acts(typed: str, kept: str) -> None:
    """Whatever is typed; a name with a script in it is a name, for pages to show as text."""
    assert clean_name(typed, 24) == kept
