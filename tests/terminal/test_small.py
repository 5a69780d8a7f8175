"""Windows of any size: one that hides what must be seen says so, and takes no orders."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App

from game.faces.terminal.screens.watch import WatchScreen
from game.faces.terminal.widgets import SMALLEST
from tests.terminal.test_app import ON_DECK, SMALL, orders_on_disk, playing


def shown(app: App[None]) -> str:
    """What stands on the terminal."""
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - what is really drawn
    return " ".join(" ".join(part.text for part in strip) for strip in strips)


@pytest.mark.parametrize("size", [(1, 1), (10, 3), (20, 5), (200, 5)], ids=str)
async def test_a_window_that_is_too_small_asks_for_more(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """It takes no order that nobody can see, and all is as it was once it is larger."""
    async with playing(tmp_path, SMALL, *ON_DECK) as (app, pilot):
        before = shown(app)
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
