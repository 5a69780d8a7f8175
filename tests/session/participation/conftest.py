"""Regattas and convoys, held straight, and with the room restarted after every command."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.session.commands import Button
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from tests.session.drill import Drill

CREW = ("ann", "bob", "cec", "dan")


def a_rough_passage(watches: int = 9) -> Any:
    """A sea that wrecks whoever only steers, and in which whoever trims the sails stays afloat."""
    rough = {"wind": 1.45, "shift": 4, "complexity": 0.4}
    watch = a_watch(rough, steer=an_order("course"), trim=an_order("sails"))
    return a_loaded_scenario(a_document(*(watch,) * watches))


def until_wrecked(drill: Drill, seat: str, others: tuple[str, ...]) -> None:
    """Somebody steers onto the rocks while the others trim their sails."""
    while drill.ship_of(seat).voyage.outcome is None:
        assert not drill.order(seat, "steer")
        for other in others:
            assert not drill.order(other, "trim")
        assert not drill.press(Button.NEXT)


@pytest.fixture(params=[False, True], ids=["straight", "restarted"])
def restarts(request: pytest.FixtureRequest) -> bool:
    """Whether the room is restarted after every command."""
    return bool(request.param)


@pytest.fixture
def regatta(tmp_path: Path, restarts: bool) -> Drill:
    """Under way in the first watch of a rough passage: four captains."""
    drill = Drill(tmp_path, 1, a_rough_passage(), restarts=restarts, pace="watch")
    drill.join(*CREW)
    assert not drill.press(Button.NEXT)
    return drill
