"""A regatta on the wall: all ships on one sea, and nobody by name."""

from __future__ import annotations

from pathlib import Path

from game.scenario.loading.library import find
from game.session.commands import Button, Join, Order
from game.session.live_session import LiveSession
from game.session.session import Phase
from game.simulation.single_voyage import open_orders
from game.testing import Clock, a_live_session
from tests.ui.window.wall import a_wall


def a_regatta(folder: Path, ships: int) -> LiveSession:
    """Under way in the first watch, and every second captain has given an order."""
    loaded = find("maiden-passage")
    room = a_live_session(folder, 1, loaded, clock=Clock(), pace="watch")
    room.do(*(Join(f"seat {number}", f"Ann {number}", 0) for number in range(ships)))
    room.press(Button.NEXT)
    orders = open_orders(loaded.scenario, room.session.crews[0].voyage)
    room.do(
        *(
            Order(f"seat {number}", 1, orders[number % len(orders)].id)
            for number in range(0, ships, 2)
        )
    )
    return room


def test_the_wall_shows_how_many_sail_and_have_their_order(tmp_path: Path) -> None:
    with a_wall(tmp_path, room=a_regatta(tmp_path, 6), phones=True) as wall:
        assert "6 ships at sea, 3 with their order" in wall.said
        assert "Watch 1 of 8" in wall.said
        assert "Ann" not in wall.said


def test_space_opens_the_next_watch_once_no_order_is_missing(tmp_path: Path) -> None:
    with a_wall(tmp_path, room=a_regatta(tmp_path, 6), phones=True) as wall:
        wall.key("space")
        assert "3 ships have no order yet" in wall.said
        wall.room.press(Button.MATE)
        wall.turn()
        wall.key("space")

        assert wall.room.session.watch == 2
        wall.key("d")
        assert wall.room.session.phase is Phase.DEBRIEF
        wall.leaf()
        assert wall.said
