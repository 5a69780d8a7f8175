"""Seats: who sits where, under which name, and what they take home."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session.commands import Hand, Join
from game.session.seats import clean
from game.testing import a_room
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
    assert drill.room.seat_view("ann").vote == "steer"


def test_a_late_joiner_lands_in_the_current_decision(drill: Drill) -> None:
    """And votes at once."""
    drill.sail("steer", "reef")
    drill.open_vote()
    drill.join("late")
    deck = drill.room.deck_view(drill.session.crews[0])

    assert deck.decision == drill.open.id
    assert deck.watch
    assert not drill.vote("late", deck.watch.orders[0].id)


def test_above_the_cap_the_room_is_full(tmp_path: Path) -> None:
    """Said politely; those who sit keep sitting."""
    room = a_room(tmp_path, most=2)
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
    convoy.vote("ann", "reef")
    assert [crew.voted for crew in convoy.seen.crews] == [0, 1, 0]


def test_lines_for_monday_are_taken_in_the_debrief(drill: Drill) -> None:
    """The last one counts; they are for the facilitator and the report."""
    drill.join("ann", "bob")
    assert drill.say("ann", "Too early") == "that comes in the debrief"
    drill.press(Hand.DEBRIEF)
    drill.say("ann", "I will take a fix", client=50)
    drill.say("ann", "I will  take a fix\non Monday", client=52)
    drill.say("ann", "I will take a fix", client=50)

    assert drill.room.host_view().lines == ("I will take a fix on Monday",)
    assert drill.room.seat_view("ann").line == "I will take a fix on Monday"


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
    assert clean(typed, 24) == kept
