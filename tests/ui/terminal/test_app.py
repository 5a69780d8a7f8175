"""The terminal game, played by its keys and by mouse on a screen of 80 by 24."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.geometry import Region
from textual.pilot import Pilot

from game.debrief.pages import TABS
from game.scenario.loading.shelf import scenarios
from game.scenario.model.loaded import LoadedScenario
from game.storage.logbook import read_log
from game.testing import a_helm
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.briefing import BriefingScreen
from game.ui.terminal.textual.screens.debrief import DebriefScreen
from game.ui.terminal.textual.screens.ending import EndingScreen
from game.ui.terminal.textual.screens.overlays import LeaveOverlay, Overlay
from game.ui.terminal.textual.screens.progress import ProgressScreen
from game.ui.terminal.textual.screens.result import ResultScreen
from game.ui.terminal.textual.screens.scenario_list import ScenarioListScreen
from game.ui.terminal.textual.screens.title import TitleScreen
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.ui.terminal.textual.widgets import Gauges, OrderRow, Orders
from tests.services import some_services
from tests.transcripts import FIRST

SMALL, LARGE = (80, 24), (140, 45)
LOOK = 0.02
"""Seconds between two looks at work that another thread does."""
SHELVES = [loaded for loaded in scenarios() if loaded.scenario.id in FIRST]


@asynccontextmanager
async def playing(
    folder: Path, size: tuple[int, int] = SMALL, *keys: str
) -> AsyncIterator[tuple[App[None], Pilot[None]]]:
    """The game on a screen of this size, after these keys."""
    app = EvenKeel(some_services(folder, SHELVES))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        yield app, pilot


async def arrived(app: App[None], pilot: Pilot[None]) -> None:
    """Until no work is waited for any more."""
    while app.is_running and isinstance(app.screen, ProgressScreen):
        await pilot.pause(LOOK)  # the work needs the processor more than the one who waits
    await pilot.pause()


ON_DECK = ("enter", "1", "enter")


def orders_on_disk(folder: Path) -> int:
    """How many orders the first logbook holds."""
    return len(read_log(folder / "1.jsonl").entries)


async def test_a_whole_voyage_by_keys(tmp_path: Path) -> None:
    """From the title through every watch to the debrief and on to the next voyage.

    On the large screen; both scenarios are sailed on the small one further down.
    """
    async with playing(tmp_path, LARGE, "enter", "1") as (app, pilot):
        assert isinstance(app.screen, BriefingScreen)
        await pilot.press("enter")
        given = 0
        while isinstance(app.screen, WatchScreen):
            order = str(given % 2 + 1)
            await pilot.press(order, order)
            assert isinstance(app.screen, ResultScreen)
            given += 1
            assert orders_on_disk(tmp_path) == given
            await pilot.press("enter")
        assert isinstance(app.screen, EndingScreen)
        await pilot.press("enter")
        await arrived(app, pilot)
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press(*["enter"] * len(TABS))

        assert isinstance(app.screen, ScenarioListScreen)


async def test_a_slip_of_the_finger_is_no_order(tmp_path: Path) -> None:
    """One press chooses, another choice or Backspace takes it back; only a second press gives."""
    async with playing(tmp_path, SMALL, *ON_DECK, "1", "2", "backspace", "enter", "9") as (app, _):
        assert isinstance(app.screen, WatchScreen)
        assert orders_on_disk(tmp_path) == 0


async def test_the_mouse_alone_gives_an_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A click chooses, and another gives; not a double click."""
    monkeypatch.setattr(App, "CLICK_CHAIN_TIME_THRESHOLD", 0)
    async with playing(tmp_path, SMALL, *ON_DECK) as (app, pilot):
        rows = list(app.screen.query(OrderRow))
        await pilot.click(rows[1])
        assert orders_on_disk(tmp_path) == 0
        assert app.screen.query_one(Orders).chosen == 2
        await pilot.click(rows[1])
        await pilot.pause()

        assert isinstance(app.screen, ResultScreen)
        assert orders_on_disk(tmp_path) == 1


async def test_esc_keeps_the_voyage(tmp_path: Path) -> None:
    """Leaving asks first, and the title offers to go on where it stopped."""
    async with playing(tmp_path, SMALL, *ON_DECK, "1", "1", "enter", "escape") as (app, pilot):
        assert isinstance(app.screen, LeaveOverlay)
        await pilot.press("enter")
        assert isinstance(app.screen, TitleScreen)
        await pilot.press("c")

        assert isinstance(app.screen, WatchScreen)
        assert app.screen.view.number == 2


async def test_the_last_watch_can_be_asked_after_a_pause(tmp_path: Path) -> None:
    """Its numbers are in the logbook, and so is the watch."""
    left = (*ON_DECK, "1", "1", "enter", "escape", "enter")
    async with playing(tmp_path, SMALL, *left, "c", "w") as (app, _):
        assert app.screen.query_one("#sheet").border_title == "Watch 1, in numbers"


async def test_help_is_one_key_away(tmp_path: Path) -> None:
    """On every screen, and Esc puts it away again."""
    screens = (TitleScreen, ScenarioListScreen, BriefingScreen, WatchScreen)
    async with playing(tmp_path, SMALL) as (app, pilot):
        for screen, onward in zip(screens, (*ON_DECK, "1"), strict=True):
            before = app.screen
            assert isinstance(before, screen)
            await pilot.press("question_mark")
            assert isinstance(app.screen, Overlay)
            await pilot.press("escape")

            assert app.screen is before
            await pilot.press(onward)


async def test_the_sea_lies_still_and_moves_again_by_its_key(tmp_path: Path) -> None:
    """As help says."""
    async with playing(tmp_path, SMALL, "m") as (app, pilot):
        still = app.animation_level
        await pilot.press("m")

        assert (still, app.animation_level) == ("none", "full")


@pytest.mark.parametrize("loaded", SHELVES, ids=[loaded.scenario.id for loaded in SHELVES])
async def test_nothing_is_cut_off_at_80_by_24(tmp_path: Path, loaded: LoadedScenario) -> None:
    """Text, gauges and orders of every watch are all on the small screen."""
    number = str(SHELVES.index(loaded) + 1)
    async with playing(tmp_path, SMALL, "enter", number, "enter") as (app, pilot):
        while isinstance(app.screen, WatchScreen):
            whole = Region(0, 0, *SMALL)
            for widget in (*app.screen.query(OrderRow), *app.screen.query(Gauges)):
                assert widget.region in whole
                assert widget.region.height >= 1
            assert app.screen.query_one("#text").max_scroll_y == 0, app.screen.view.situation
            await pilot.press("2", "2", "enter")
        assert isinstance(app.screen, EndingScreen)


async def test_a_full_disk_is_told_and_nothing_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order can be given again once there is room."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "1.jsonl")

    async with playing(tmp_path, SMALL, *ON_DECK) as (app, pilot):
        with monkeypatch.context() as patched:
            patched.setattr("game.voyage.helm.append", full)
            await pilot.press("1", "1")
            assert isinstance(app.screen, Overlay)
        await pilot.press("escape")
        assert isinstance(app.screen, WatchScreen)
        assert app.screen.view.number == 1
        await pilot.press("enter")

        assert isinstance(app.screen, ResultScreen)


async def test_what_breaks_is_raised_and_not_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that the command line can say what to do, without a traceback."""
    app = EvenKeel(some_services(tmp_path, SHELVES))

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(EvenKeel, "action_choose", broken)
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await pilot.press("enter")

    assert isinstance(app.broke, ZeroDivisionError)


async def test_ctrl_c_ends_the_game_at_once(tmp_path: Path) -> None:
    """Wherever it is pressed; what the command line says then is true: the order is on disk."""
    helm = a_helm(tmp_path, SHELVES[0])
    app = EvenKeel(some_services(tmp_path, SHELVES), helm)
    async with app.run_test() as pilot:
        await pilot.press("1", "enter", "ctrl+c")

    assert isinstance(app.broke, KeyboardInterrupt)
    assert len(read_log(helm.path).entries) == 1
