"""The debrief of the terminal game, by its keys, on a small screen and on a large one."""

from __future__ import annotations

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.app import App
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widgets import ContentSwitcher, OptionList, Static

from game.debrief.debrief import EARLIER
from game.debrief.pages import TABS
from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE, ALTERNATE, CONTRARY, Captain
from game.simulation.single_voyage import sail_captain
from game.storage.logbook import read_log
from game.testing import a_helm
from game.ui.services import Services
from game.ui.terminal.drawing.bars import Bars
from game.ui.terminal.drawing.line_plot import Plot
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.again import AgainScreen
from game.ui.terminal.textual.screens.debrief import DebriefScreen, Tab
from game.ui.terminal.textual.screens.ending import EndingScreen
from game.ui.terminal.textual.screens.overlays import Overlay
from game.ui.terminal.textual.screens.scenario_list import ScenarioListScreen
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.voyage.flow import Flow
from game.voyage.helm import Helm
from tests.services import some_services
from tests.transcripts import FIRST
from tests.ui.terminal.test_app import LARGE, SMALL, arrived

Playing = tuple[App[None], Pilot[None]]


def a_voyage_over(
    folder: Path, scenario: str = "two-hands-on-the-wheel", captain: Captain = CONTRARY
) -> Helm:
    """The helm of a captain's whole voyage."""
    loaded = find(scenario)
    helm = a_helm(folder, loaded, seed=7)
    for order in sail_captain(Flow(loaded.scenario), 7, captain).voyage.gave:
        helm.give(order)
    return helm


@asynccontextmanager
async def debriefing(
    helm: Helm, *keys: str, size: tuple[int, int] = SMALL, services: Services | None = None
) -> AsyncIterator[Playing]:
    """The debrief of a voyage, after these keys."""
    app = EvenKeel(services or some_services(helm.path.parent, [helm.loaded]), helm)
    async with app.run_test(size=size) as pilot:
        await pilot.press("enter")
        await arrived(app, pilot)
        for key in keys:
            await pilot.press(key)
            await arrived(app, pilot)
        yield app, pilot


def shown(app: App[None]) -> str:
    """What the part that is shown, or the sheet over it, says and draws."""
    within: DOMNode = app.screen
    if isinstance(app.screen, DebriefScreen):
        within = app.screen.query_one(f"#part-{app.screen.number}", VerticalScroll)
    return "\n".join(
        str(widget.render())
        for widget in within.query("*")
        if isinstance(widget, Static | Bars | Plot)
    )


SAYS = {
    "1": ("At worst, in watch", "the sails-only ship never arrived", "■ all sails", "Stability"),
    "2": ("pressing needs", "▲ course needed", "missed", "you gave"),
    "3": (
        "Best were 40 % course orders",
        "shared 0-10",
        "Of all 9,494 voyages, 29 % arrived",
    ),
    "4": (
        "Your weakest decision was in watch",
        "weak│sound",
        "instead: ",
        "a half-skilled captain",
    ),
    "5": ("What were you seeing to",),
    "6": ("What will you do on Monday", "Open to you, and never used", "empathy"),
    "7": ("As you cast off", "Odds of port as each watch began"),
}


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["80x24", "140x45"])
async def test_each_part_has_its_key_and_says_its_thing(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """From wherever one is."""
    async with debriefing(a_voyage_over(tmp_path), size=size) as (app, pilot):
        for key in "4152637":
            await pilot.press(key)
            told = shown(app)

            assert app.screen.query_one(ContentSwitcher).current == f"part-{key}"
            for words in SAYS[key]:
                assert words in told


@pytest.mark.parametrize("captain", [CONTRARY, ALTERNATE, ADAPTIVE], ids=lambda each: each.name)
@pytest.mark.parametrize("scenario", FIRST)
async def test_every_part_is_whole_at_80_by_24(
    tmp_path: Path, scenario: str, captain: Captain
) -> None:
    """Nothing is below the screen's edge, and no line of a figure is broken."""
    async with debriefing(a_voyage_over(tmp_path, scenario, captain)) as (app, pilot):
        for number in range(1, len(TABS) + 1):
            await pilot.press(str(number))
            part = app.screen.query_one(f"#part-{number}", VerticalScroll)
            figures = [*part.query(Bars), *part.query(Plot)]

            assert part.max_scroll_y == 0, number
            for figure in figures:
                assert max(map(len, str(figure.render()).splitlines())) <= figure.size.width


async def test_pages_turn_by_arrows_enter_and_mouse(tmp_path: Path) -> None:
    """Enter goes on after the last page; the arrows stop there."""
    helm = a_voyage_over(tmp_path)
    async with debriefing(helm, "left", "right", "right", "left") as (app, pilot):
        assert isinstance(app.screen, DebriefScreen)
        assert app.screen.number == 2
        await pilot.click("#tab-5")
        assert app.screen.number == 5
        assert [tab.id for tab in app.screen.query(Tab) if tab.has_class("chosen")] == ["tab-5"]
        await pilot.press("enter", "enter", "right")
        assert app.screen.number == 7
        await pilot.press("enter")

        assert isinstance(app.screen, ScenarioListScreen)


async def test_esc_leads_back_to_the_ending(tmp_path: Path) -> None:
    """And from there to the debrief again."""
    async with debriefing(a_voyage_over(tmp_path), "escape") as (app, pilot):
        assert isinstance(app.screen, EndingScreen)
        await pilot.press("enter")
        await arrived(app, pilot)

        assert isinstance(app.screen, DebriefScreen)


async def test_a_voyage_is_sailed_again_from_the_weakest_decision(tmp_path: Path) -> None:
    """In its weather and a new logbook; then both wakes lie beside each other."""
    helm = a_voyage_over(tmp_path)
    before = helm.path.read_bytes()
    async with debriefing(helm, "a") as (app, pilot):
        assert isinstance(app.screen, AgainScreen)
        marked = app.screen.query_one(OptionList).highlighted
        await pilot.press("enter")
        assert isinstance(app.screen, WatchScreen)
        assert app.screen.view == helm.past[marked or 0][0]
        while isinstance(app.screen, WatchScreen):
            await pilot.press("1", "1", "enter")
        await pilot.press("enter")
        await arrived(app, pilot)
        assert app.screen.query_one("#part-1", VerticalScroll).max_scroll_y == 0
        assert isinstance(app.screen, DebriefScreen)
        wakes = [track.captain for track in app.screen.debrief.tracks]

    orders = [entry.order for entry in read_log(tmp_path / "1.jsonl").entries]
    assert orders[:marked] == list(helm.voyage.gave[:marked])
    assert helm.path.read_bytes() == before
    assert wakes[-1] == EARLIER


async def test_any_watch_can_be_chosen_or_none(tmp_path: Path) -> None:
    """Esc leads back to the debrief."""
    async with debriefing(a_voyage_over(tmp_path), "a", "escape") as (app, pilot):
        assert isinstance(app.screen, DebriefScreen)
        await pilot.press("a", "home", "down", "down", "enter")

        assert isinstance(app.screen, WatchScreen)
        assert app.screen.view.number == 3


async def test_a_full_disk_is_told_before_a_voyage_goes_on_again(tmp_path: Path) -> None:
    """And the debrief is still there."""

    def full(*_: object) -> Helm:
        raise OSError(errno.ENOSPC, "No space left on device", "2.jsonl")

    helm = a_voyage_over(tmp_path)
    services = replace(some_services(tmp_path, [helm.loaded]), set_out_again=full)
    async with debriefing(helm, "a", "enter", services=services) as (app, pilot):
        assert isinstance(app.screen, Overlay)
        assert "The disk is full" in shown(app)
        await pilot.press("escape", "escape")

        assert isinstance(app.screen, DebriefScreen)


async def test_the_same_orders_in_other_weather_are_told_in_numbers(tmp_path: Path) -> None:
    """Beside those of a captain who looks at each sea."""
    async with debriefing(a_voyage_over(tmp_path, captain=ALTERNATE), "o") as (app, pilot):
        told = shown(app)
        assert isinstance(app.screen, Overlay)
        assert "Given again in 100 other seas, your orders arrived in" in told
        assert "made port" in told
        await pilot.press("escape")

        assert isinstance(app.screen, DebriefScreen)
