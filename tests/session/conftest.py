"""Every drill is held twice: straight, and with the room restarted after every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.session.sqlite import SqliteJournal
from tests.session.drill import Drill


@pytest.fixture(autouse=True)
def _let_go_of_journals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every journal that a test has opened is closed behind it, however the test ended."""
    opened: list[SqliteJournal] = []
    plain = SqliteJournal.__init__

    def remembered(self: SqliteJournal, path: Path) -> None:
        plain(self, path)
        opened.append(self)

    monkeypatch.setattr(SqliteJournal, "__init__", remembered)
    yield
    for journal in opened:
        journal.close()


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
