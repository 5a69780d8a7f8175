"""A room with a browser to look at it."""

from __future__ import annotations

from asyncio import AbstractEventLoop, _set_running_loop, get_running_loop
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from game.rehearsal import phone_bot
from game.rehearsal.faulty_socket import FAULT_KINDS, Faults
from game.scenario.loading.library import find
from tests.ui.web.browser import Visitors, a_browser
from tests.ui.web.running_room import Harbour, a_harbour


@pytest.fixture(autouse=True)
def _guesses_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong key is told so without the wait that makes guessing slow."""
    monkeypatch.setattr("game.ui.web.auth.GUESS", 0.01)


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> tuple[Faults, ...]:
    """Bots three times as fast as people's phones, and a network three times as fast as theirs.

    They ask again and come back sooner, and what is late is less late: the order of what happens
    is the same, and nobody waits for it.
    """
    for wait in ("FIRST", "AGAIN"):
        monkeypatch.setattr(phone_bot, wait, getattr(phone_bot, wait) / 3)
    faults = tuple(
        replace(one, delay=one.delay / 3, shuffle=one.shuffle / 3) for one in FAULT_KINDS
    )
    for rehearsal in ("rehearsal", "regatta_rehearsal"):
        monkeypatch.setattr(f"game.rehearsal.{rehearsal}.FAULT_KINDS", faults)
    return faults


@pytest.fixture(scope="session")
def one_browser() -> Iterator[tuple[Browser, AbstractEventLoop]]:
    """One browser for all the tests of this process, and the loop on which it is talked with."""
    with a_browser() as browser:
        yield browser, (loop := get_running_loop())
        _set_running_loop(loop)


@pytest.fixture
def browser(one_browser: tuple[Browser, AbstractEventLoop]) -> Iterator[Browser]:
    """The browser, while a test uses it; between these, tests may have loops of their own.

    Playwright leaves its loop running beside the test, and asyncio allows a thread one at a time.
    """
    browser, loop = one_browser
    _set_running_loop(loop)
    yield browser
    for context in browser.contexts:
        context.close()
    _set_running_loop(None)


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
