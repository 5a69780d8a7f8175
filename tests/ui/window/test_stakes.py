"""In the window: what a marked order is likely to move, and what is said of a low reserve."""

from __future__ import annotations

from pathlib import Path

from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, an_order
from tests.ui.window.driver import SMALL, playing

STAKES = "Likely to move: seamanship\xa0●●●, crew\xa0●○○"
WARNING = "Bosun: She cannot take much more, Captain."


def test_a_marked_order_shows_its_stakes_and_a_low_ship_is_spoken_of(tmp_path: Path) -> None:
    """Before an order is marked nothing is told of it, and of a locked one only its reason."""
    watch = a_watch(
        drill=an_order("teach", effects={"crew": 4}),
        rest=an_order("sails", when=["crew is above 90"], locked="The hands are tired."),
        steer=an_order("course"),
    )
    voyage = {"start": {"stability": 20}}
    helm = a_helm(tmp_path, a_loaded_scenario(a_document(*(watch,) * 4, voyage=voyage)))
    with playing(tmp_path, SMALL, helm) as player:
        said = [player.said]
        for key in ("1", "2", "2"):
            player.key(key)
            said.append(player.said)

        assert WARNING in said[0]
        assert STAKES in said[1]
        assert ["Likely" in words for words in said] == [False, True, False, False]
        assert player.orders_on_disk == 0
