"""Every drill is held twice: straight, and with the room restarted after every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.session.drill import Drill


@pytest.fixture(params=[False, True], ids=["straight", "restarted"])
def restarts(request: pytest.FixtureRequest) -> bool:
    """Whether the room is restarted after every command."""
    return bool(request.param)


@pytest.fixture
def drill(tmp_path: Path, restarts: bool) -> Drill:
    """One ship, nobody aboard yet."""
    return Drill(tmp_path, restarts=restarts)


@pytest.fixture
def convoy(tmp_path: Path, restarts: bool) -> Drill:
    """Three ships, nobody aboard yet."""
    return Drill(tmp_path, crews=3, restarts=restarts)
