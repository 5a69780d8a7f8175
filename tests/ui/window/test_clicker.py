"""A clicker alone, or a mouse on the foot: orders are given, and the room is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.session.session import Phase
from game.ui.window.input import Action
from tests.ui.window.wall import Wall, a_wall, to, two_watches


def test_at_the_very_end_one_press_closes_the_room(wall: Wall) -> None:
    """Once the report is written; next, however often it is pressed, does not."""
    to(wall, Phase.DEBRIEF)
    wall.key(*["pagedown"] * 20)
    assert "Fair winds" in wall.said
    assert "Esc: close the room" in wall.said
    wall.key("pageup")
    assert "Esc" not in wall.said
    wall.key("esc")
    assert wall.at == "ProjectorMenu"
    wall.key("esc", "pagedown")
    assert "Esc: close the room" in wall.said
    assert wall.exports == 1
    wall.key("esc")

    assert not wall.projector.is_open


def test_a_room_whose_report_is_not_written_yet_is_not_closed_by_one_press(wall: Wall) -> None:
    """The disk is slow: Esc is a menu as everywhere."""
    wall.slow = True
    to(wall, Phase.DEBRIEF)
    wall.key(*["pagedown"] * 20)
    assert "The report is being written" in wall.said
    wall.key("pageup", "pagedown", "esc")

    assert wall.at == "ProjectorMenu"


def test_closing_asks_first(wall: Wall) -> None:
    """The last line of the menu; staying is what comes first."""
    wall.key("esc", "up", "enter")
    assert wall.at == "LeaveOverlay"
    wall.key("enter", "esc")
    assert wall.at == "LobbyScreen"
    wall.key("esc", "up", "enter", "down", "enter")

    assert not wall.projector.is_open


@pytest.mark.parametrize("gives", ["b", ".", "enter"])
def test_a_clicker_alone_gives_what_the_room_has_chosen(wall: Wall, gives: str) -> None:
    """Without a number key: next goes through the orders, and gives none, however often it bounces;
    the blank button gives the one that is named.
    """
    while wall.room.session.phase is not Phase.REVEALED:
        wall.leaf()
    assert "Space: Choose an order" in wall.said
    wall.key(*["pagedown"] * 6)
    assert "Enter or B: Give 2" in wall.said
    wall.key(gives)

    assert wall.room.session.crews[0].voyage.gave == ("reef",)
    assert wall.at == "SailingScreen"


def test_a_clicker_alone_decides_for_every_crew_that_waits(tmp_path: Path) -> None:
    """One has voted; for the other the orders are named once the first has its own."""
    with a_wall(tmp_path, 2, two_watches()) as wall:
        to(wall, Phase.VOTING)
        wall.key("3", "r", "pagedown")
        assert "Albatross" not in wall.said.partition("Space: ")[2]
        wall.key("pagedown", "pagedown")
        assert "Give Bittern: 2" in wall.said
        wall.key(".")

        assert [crew.voyage.gave for crew in wall.room.session.crews] == [("steer",), ("reef",)]


def test_back_takes_a_named_order_back_and_then_leads_back(wall: Wall) -> None:
    """And dark is dark again."""
    to(wall, Phase.VOTING)
    wall.key("r", "pagedown", "pageup")
    assert "Space: Choose an order" in wall.said
    wall.key("b")
    assert wall.at == "BlankOverlay"
    wall.key("b", "pageup")

    assert wall.room.session.phase is Phase.LOCKED


def test_the_foot_does_with_a_mouse_what_it_says(wall: Wall) -> None:
    """Name an order, then give it."""
    to(wall, Phase.VOTING)
    wall.key("r")
    for _ in range(2):
        wall.click(*wall.screen.places()[Action.CONFIRM].center)

    assert wall.room.session.crews[0].voyage.gave == ("steer",)


def test_a_clicker_alone_breaks_a_tie(wall: Wall) -> None:
    """Next, back, blank, and the button that is Esc: the menu has every order."""
    to(wall, Phase.VOTING)
    wall.key("r")
    wall.key("esc", "pagedown", "pagedown", ".")

    assert wall.room.session.phase is Phase.SAILING
    assert wall.room.session.crews[0].voyage.gave == ("reef",)
