"""Work that takes a moment: the screen stays free, and nobody has to wait."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import ProgressBar
from textual.worker import WorkerFailed

from game.simulation.progress import Tell
from game.ui.services import Services
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.debrief import DebriefScreen
from game.ui.terminal.textual.screens.ending import EndingScreen
from game.ui.terminal.textual.screens.progress import ProgressScreen
from game.ui.terminal.textual.screens.title import TitleScreen
from game.voyage.helm import Helm
from tests.services import some_services
from tests.ui.terminal.test_app import SMALL, arrived
from tests.ui.terminal.test_debrief import Playing, a_voyage_over


def slow(services: Services, heard: list[Any], goes_on: threading.Event) -> Services:
    """A services that looks back half way, waits, and goes on; heard: what it was called with."""

    def look_back(helm: Helm, tell: Tell) -> Any:
        heard.append(threading.current_thread())
        tell(0.5)
        goes_on.wait()
        try:
            tell(0.75)
        except Exception as stopped:
            heard.append(stopped)
            raise
        return services.look_back(helm, tell)

    return replace(services, look_back=look_back)


@asynccontextmanager
async def waiting(
    folder: Path, heard: list[Any], goes_on: threading.Event
) -> AsyncIterator[Playing]:
    """The game while it looks back."""
    helm = a_voyage_over(folder)
    app = EvenKeel(slow(some_services(folder, [helm.loaded]), heard, goes_on), helm)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        try:
            yield app, pilot
        finally:
            goes_on.set()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Let the game go on until something is so."""
    while not holds():
        await pilot.pause(0.01)


async def test_looking_back_leaves_the_screen_free_and_draws_a_bar(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is done in a thread of its own; the bar is there once it takes too long."""
    monkeypatch.setattr("game.ui.terminal.textual.screens.progress.PATIENCE", 0.01)
    heard: list[Any] = []
    goes_on = threading.Event()
    async with waiting(tmp_path, heard, goes_on) as (app, pilot):
        assert isinstance(app.screen, ProgressScreen)
        bar = app.screen.query_one(ProgressBar)
        await until(pilot, lambda: bar.percentage == 0.5)
        await until(pilot, lambda: bool(app.screen.query_one("#sheet").display))
        goes_on.set()
        await arrived(app, pilot)

        assert heard == [heard[0]]
        assert heard[0] is not threading.current_thread()
        assert isinstance(app.screen, DebriefScreen)


async def test_before_that_nothing_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No bar flashes up."""
    monkeypatch.setattr("game.ui.terminal.textual.screens.progress.PATIENCE", 3600.0)
    async with waiting(tmp_path, [], threading.Event()) as (app, _):
        assert isinstance(app.screen, ProgressScreen)
        assert not app.screen.query_one("#sheet").display


async def test_nobody_has_to_wait(tmp_path: Path) -> None:
    """Esc leads back to the ending, and the work stops where it is."""
    heard: list[Any] = []
    goes_on = threading.Event()
    async with waiting(tmp_path, heard, goes_on) as (app, pilot):
        await pilot.press("escape")
        assert isinstance(app.screen, EndingScreen)
        goes_on.set()
        await until(pilot, lambda: len(heard) == 2)
        await pilot.pause()

        assert isinstance(app.screen, EndingScreen)
        await pilot.press("escape", "enter")
        assert isinstance(app.screen, TitleScreen)


async def test_what_breaks_while_looking_back_is_raised(tmp_path: Path) -> None:
    """So that the command line can say what to do, without a traceback."""

    def broken(*_: object) -> Any:
        raise ZeroDivisionError

    helm = a_voyage_over(tmp_path)
    app = EvenKeel(replace(some_services(tmp_path, [helm.loaded]), look_back=broken), helm)
    with pytest.raises(WorkerFailed):
        async with app.run_test() as pilot:
            await pilot.press("enter")

    assert isinstance(app.broke, ZeroDivisionError)
