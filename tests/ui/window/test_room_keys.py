"""The facilitator's keys on the projector, and a clicker's four buttons."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.model.loaded import LoadedScenario
from game.session.commands import Decide, Delegate, Join
from game.session.live_session import LiveSession
from game.session.session import Phase
from game.storage.journal import JournalBroken
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.ui.window.wall import Wall, a_wall, to, two_watches


def test_a_count_is_seen_while_it_is_typed_and_hidden_after_it(wall: Wall) -> None:
    """And seen again when the facilitator goes back to it."""
    to(wall, Phase.VOTING)
    wall.key("5", "7")
    assert "57" in wall.said
    wall.key("enter")
    assert "Hands up for 2" in wall.said
    assert "57 hands counted" in wall.said
    assert " 57 " not in f" {wall.said} ".replace("57 hands counted", "")
    wall.key("pageup")

    assert "Hands up for 1" in wall.said
    assert " 57 " in f" {wall.said} ".replace("57 hands counted", "")


def test_a_mistyped_count_can_be_mended(wall: Wall) -> None:
    """Digit by digit, or later from any order."""
    to(wall, Phase.VOTING)
    wall.key("7", "8", "backspace", "down", "3", "up", "backspace", "4", "enter")
    decision = wall.room.session.open

    assert decision
    assert dict(decision.hands) == {(1, "steer"): 4, (1, "reef"): 3}


def test_an_older_count_is_shown_again_and_typed_over(wall: Wall) -> None:
    """After the vote was opened once more, and after a restart: it is the session's own."""
    to(wall, Phase.VOTING)
    wall.key("1", "2", "enter", "pageup", "pageup", "v")
    assert " 12 " in f" {wall.said} ".replace("12 hands", "")
    wall.key("7", "down")
    decision = wall.room.session.open

    assert decision
    assert dict(decision.hands) == {(1, "steer"): 7}


def test_crews_are_counted_one_after_the_other(tmp_path: Path) -> None:
    """Every order of the first, then every order of the second; the last press locks."""
    with a_wall(tmp_path, 2, two_watches()) as wall:
        to(wall, Phase.VOTING)
        for number in "12345678":
            wall.key(number, "enter")
        decision = wall.room.session.open

        assert decision
        assert list(decision.hands.values()) == [1, 2, 3, 4, 5, 6, 7, 8]
        assert [crew for crew, _ in decision.hands] == [1, 1, 1, 1, 2, 2, 2, 2]
        assert wall.room.session.phase is Phase.LOCKED


@pytest.mark.parametrize(
    ("start", "key", "phase"),
    [
        (Phase.DISCUSSING, "v", Phase.VOTING),
        (Phase.VOTING, "v", Phase.LOCKED),
        (Phase.LOCKED, "v", Phase.VOTING),
        (Phase.VOTING, "r", Phase.REVEALED),
        (Phase.LOCKED, "r", Phase.REVEALED),
        (Phase.SAILING, "u", Phase.REVEALED),
        (Phase.RESULT, "u", Phase.REVEALED),
        (Phase.RESULT, "d", Phase.DEBRIEF),
        (Phase.LOBBY, "d", Phase.DEBRIEF),
        (Phase.REVEALED, "pageup", Phase.LOCKED),
        (Phase.DISCUSSING, "pageup", Phase.LOBBY),
        (Phase.VOTING, "pageup", Phase.DISCUSSING),
    ],
    ids=str,
)
def test_a_key_does_what_it_says(wall: Wall, start: Phase, key: str, phase: Phase) -> None:
    """From where it means something."""
    to(wall, start)
    wall.key(key)

    assert wall.room.session.phase is phase


@pytest.mark.parametrize("key", ["b", ".", "p"])
def test_dark_and_pause_come_and_go(wall: Wall, key: str) -> None:
    """By the same key; and next, which then moves nothing else."""
    to(wall, Phase.DISCUSSING)
    wall.key(key)
    assert wall.at == ("PauseOverlay" if key == "p" else "BlankOverlay")
    wall.key(key)
    assert wall.at == "DiscussScreen"
    wall.key(key, "pagedown")

    assert wall.at == "DiscussScreen"
    assert wall.room.session.phase is Phase.DISCUSSING


def test_there_is_no_timer_unless_it_is_asked_for(wall: Wall) -> None:
    """And plus adds half a minute to it."""
    to(wall, Phase.DISCUSSING)
    assert "0:30" not in wall.said
    wall.key("+")
    assert "0:30" in wall.said
    wall.key("+")

    assert "1:00" in wall.said


@pytest.mark.parametrize("key", ["esc", "?", "n"])
def test_a_paper_loses_nothing(wall: Wall, key: str) -> None:
    """Menu, help and notes lie over the session; Esc leads back to the page that was there."""
    to(wall, Phase.DISCUSSING)
    wall.key("pagedown")
    said = wall.said
    wall.key(key)
    assert wall.said != said
    wall.key("esc")

    assert wall.said == said
    assert wall.projector.is_open


def test_a_tie_is_the_facilitators_and_a_number_gives_an_order_only_twice(wall: Wall) -> None:
    """Next follows nobody; the first press names an order, and can be taken back."""
    to(wall, Phase.VOTING)
    wall.key("3", "down", "3", "r")
    assert "A tie" in wall.said
    wall.key("pagedown", "2", "backspace", "1")
    assert wall.room.session.phase is Phase.REVEALED
    wall.key("1")

    assert wall.room.session.crews[0].voyage.gave == ("steer",)


def a_lock() -> LoadedScenario:
    """A voyage of one watch whose second order is locked."""
    locked = an_order("sails", when=["crew is at least 99"], locked="The crew is too tired")
    return a_loaded_scenario(a_document(a_watch(steer=an_order("course"), reef=locked)))


@pytest.mark.parametrize("phones", [False, True], ids=["by hands", "by phones"])
def test_a_locked_order_is_not_given_to_a_room(tmp_path: Path, phones: bool) -> None:
    """Its number says why, where hands are counted beside phones and where a tie is broken."""
    with a_wall(tmp_path, loaded=a_lock(), phones=phones) as wall:
        to(wall, Phase.VOTING)
        if phones:
            wall.key("2")
            assert "Locked: The crew is too tired" in wall.said
        wall.key("r", "2", "2")
        assert "Locked: The crew is too tired" in wall.said
        assert wall.room.session.phase is Phase.REVEALED
        wall.key("1", "1")

        assert wall.room.session.crews[0].voyage.gave == ("steer",)


def test_the_minority_can_be_followed(wall: Wall) -> None:
    """M; the order was given by the minority."""
    to(wall, Phase.VOTING)
    wall.key("3", "down", "2", "r", "m")

    assert wall.room.session.crews[0].voyage.gave == ("reef",)
    assert "by the minority" in wall.said


def test_a_misclick_is_undone(wall: Wall) -> None:
    """The order is gone, the votes are there again."""
    to(wall, Phase.RESULT)
    wall.key("u")

    assert wall.room.session.crews[0].voyage.gave == ()
    assert wall.at == "VoteResultScreen"


def test_hands_are_counted_beside_phones(tmp_path: Path) -> None:
    """The order by its number, then how many; the phones' vote stays open."""
    with a_wall(tmp_path, loaded=two_watches(), phones=True) as wall:
        wall.room.do(Join("a" * 32, "Ann", 1))
        to(wall, Phase.DISCUSSING)
        wall.key("v", "2", "1", "4", "enter")
        decision = wall.room.session.open

        assert decision
        assert dict(decision.hands) == {(1, "reef"): 14}
        assert wall.at == "VoteScreen"
        assert wall.room.session.phase is Phase.VOTING


def test_a_count_that_could_not_be_kept_is_not_shown_as_counted(
    wall: Wall, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was full; once there is room the hands are asked for again."""
    to(wall, Phase.VOTING)
    with monkeypatch.context() as full:
        full.setattr(type(wall.room), "do", no_room)
        wall.key("7", "pagedown")
        assert wall.at == "TroubleScreen"
    wall.key("escape")

    assert "counted" not in wall.said.replace("0 hands counted", "")
    assert "Hands up for 1" in wall.said
    wall.key("7", "pagedown")
    assert wall.room.session.open
    assert sum(wall.room.session.open.hands.values()) == 7


def no_room(_room: LiveSession, *_: object) -> None:
    """A disk that is full."""
    raise JournalBroken("journal.sqlite", "the disk is full")


def test_a_count_stays_with_its_order_when_another_crew_gets_the_captain(tmp_path: Path) -> None:
    """On the host page, while the second crew's hands are counted."""
    with a_wall(tmp_path, 2, two_watches()) as wall:
        to(wall, Phase.VOTING)
        wall.key(*["enter"] * 4)
        assert "Bittern: hands up for 1" in wall.said
        wall.key("7")
        wall.room.do(Delegate(1, on=True))
        wall.turn()
        assert "Bittern: hands up for 1" in wall.said
        wall.key("enter")
        decision = wall.room.session.open

    assert decision
    assert dict(decision.hands) == {(2, "steer"): 7}


def test_what_was_typed_for_a_crew_that_gets_the_captain_is_nobodys(tmp_path: Path) -> None:
    """The next crew is asked, from its first order."""
    with a_wall(tmp_path, 2, two_watches()) as wall:
        to(wall, Phase.VOTING)
        wall.key("enter", "9")
        wall.room.do(Delegate(1, on=True))
        wall.turn()
        assert "Bittern: hands up for 1" in wall.said
        wall.key("enter")
        decision = wall.room.session.open

    assert decision
    assert not decision.hands


def test_an_order_that_was_named_for_one_crew_is_not_given_to_another(tmp_path: Path) -> None:
    """The host page has decided for the first one meanwhile."""
    with a_wall(tmp_path, 2, two_watches()) as wall:
        to(wall, Phase.VOTING)
        wall.key("r", "2")
        assert "Give Albatross: 2" in wall.said
        wall.room.do(Decide(1, "steer", wall.room.session.step))
        wall.turn()

        assert "Give Bittern" not in wall.said


def test_what_cannot_be_done_in_a_pause_is_said_in_the_pause_alone(wall: Wall) -> None:
    """And no longer once the room goes on."""
    to(wall, Phase.DISCUSSING)
    wall.key("p", "v")
    assert "The session is paused: go on first" in wall.said
    wall.key("p")

    assert "The session is paused" not in wall.said
