"""Every test begins in English, whatever the machine speaks and the test before it spoke."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from game.storage.sqlite import SqliteJournal
from game.ui.languages import LANGUAGE_VARIABLES, use_language
from tests.database import one_server

# Tests make much that is soon gone, beside modules that stay: looking through all of it less often
# takes a tenth off.
gc.set_threshold(50_000, 20, 50)
# Where this is set, each of the many processes that tests start compiles a hundred files anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# How busy a machine is tells nothing about a property.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two a core: a third of the time tests wait for sockets, browsers and other processes."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def _one_server() -> Iterator[None]:
    """A database server, once a test wants one, is there for those after it."""
    with one_server():
        yield


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tongue is the one thing that a test could leave behind."""
    monkeypatch.setenv(LANGUAGE_VARIABLES[0], "en")
    use_language("en")


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
