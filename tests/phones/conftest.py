"""A room with a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.scenario.catalogue import find
from tests.phones.browser import Visitors, a_browser
from tests.phones.harbour import Harbour, a_harbour


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all."""
    with a_browser() as browser:
        yield browser


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Harbour]:
    """A convoy of two in a shipped scenario."""
    with a_harbour(tmp_path, 2, find("two-hands-on-the-wheel")) as harbour:
        yield harbour


@pytest.fixture
def visitors(browser: Browser, harbour: Harbour) -> Iterator[Visitors]:
    """Nobody there yet; whatever a console complains about fails the test."""
    visitors = Visitors(browser, harbour)
    yield visitors
    for context in browser.contexts:
        context.close()
    assert visitors.wrong == []
