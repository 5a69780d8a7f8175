"""What several tests of the window share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from game.testing import a_helm
from tests.ui.window.driver import TINY, Player, Stop, playing, two_watches
from tests.ui.window.wall import Wall, a_wall
from tests.ui.window.wall import two_watches as two_with_notes

Aboard = Callable[[Stop], Player]


@pytest.fixture
def aboard(tmp_path: Path) -> Iterator[Aboard]:
    """Opens a window on a voyage of two watches, at a stop of the tour."""
    with ExitStack() as windows:

        def at(stop: Stop) -> Player:
            helm = a_helm(tmp_path, two_watches())
            player = windows.enter_context(playing(tmp_path, TINY, helm))
            player.key(*stop.keys)
            assert player.at == stop.screen
            return player

        yield at


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Wall]:
    """A session's projector: one ship, by hands, two watches."""
    with a_wall(tmp_path, loaded=two_with_notes()) as opened:
        yield opened
