"""Windows of any size: one that hides what must be seen says so, and takes no orders."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events
from textual.app import App
from textual.geometry import Size
from textual.widget import Widget

from game.ui.terminal.textual.screens.overlays import help_overlay
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.ui.terminal.textual.widgets import SMALLEST, Footer
from tests.ui.terminal.test_app import LARGE, ON_DECK, SMALL, orders_on_disk, playing


def shown(app: App[None]) -> str:
    """What stands on the terminal."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - what is really drawn
    return " ".join(" ".join(part.text for part in strip) for strip in strips)


async def test_a_window_that_is_too_small_asks_for_more(tmp_path: Path) -> None:
    """It takes no order that nobody can see, and all is as it was once it is larger."""
    async with playing(tmp_path, SMALL, *ON_DECK) as (app, pilot):
        before = shown(app)
        for size in ((1, 1), (10, 3), (20, 5), (200, 5)):
            await pilot.resize_terminal(*size)
            await pilot.press("1", "1", "escape", "enter", "question_mark")

            assert shown(app).startswith("Make this"[: size[0]])
            await pilot.resize_terminal(*SMALL)
            assert isinstance(app.screen, WatchScreen)
            assert shown(app) == before
    assert orders_on_disk(tmp_path) == 0


async def test_a_game_may_begin_in_a_small_window(tmp_path: Path) -> None:
    """And go on in one that is just large enough."""
    async with playing(tmp_path, (10, 3)) as (app, pilot):
        assert shown(app).split()[:3] == ["Make", "this", "window"]
        await pilot.resize_terminal(*SMALLEST)
        await pilot.press(*ON_DECK, "1", "1")
    assert orders_on_disk(tmp_path) == 1


async def test_whichever_screen_is_on_top_each_key_is_put_in_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A window is pulled about, and a note laid over it before the first change is drawn."""
    begun: list[Widget] = []
    goes_on, plain = asyncio.Event(), Widget.recompose

    async def slowly(self: Widget) -> None:
        if self is footer:
            begun.append(self)
            await goes_on.wait()
        await plain(self)

    async with playing(tmp_path, SMALL, *ON_DECK) as (app, pilot):
        deck, footer = app.screen, app.screen.query_one(Footer)
        before = [type(each) for each in footer.children]
        monkeypatch.setattr(Widget, "recompose", slowly)
        for size in (Size(10, 3), Size(*LARGE), Size(20, 5), Size(*SMALL)):
            app.post_message(events.Resize(size, size))
            deck.bindings_updated_signal.publish(deck)
        while not begun:
            await asyncio.sleep(0)
        await app.push_screen(help_overlay())
        deck.bindings_updated_signal.publish(deck)
        await pilot.pause()
        at_once = len(begun)
        goes_on.set()
        await pilot.press("escape")

        assert at_once == 1
        assert app.screen is deck
        assert [type(each) for each in footer.children] == before
