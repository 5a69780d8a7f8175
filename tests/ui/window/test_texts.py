"""The longest texts of every shipped scenario: all of them, not only those of one voyage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

import pytest

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import open_bytes
from game.scenario.loading.shelf import scenarios
from game.scenario.model.texts import with_texts
from game.ui.window.renderer import Renderer
from game.ui.window.screens.overlays import NumbersScreen
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings
from game.ui.window.widgets.canvas import Canvas
from tests.excerpts import sound
from tests.pictures import a_surface
from tests.ui.window.everything import Shown, results_of, screens
from tests.ui.window.survey import Flaw, misplaced, unreadable

SHELVES = {loaded.scenario.id: loaded for loaded in scenarios()}
SETUPS = {
    "3840x2160": ((3840, 2160), 1.0),
    "1280x720": ((1280, 720), 1.0),
    "1024x768": ((1024, 768), 1.0),
    "1920x1080": ((1920, 1080), 1.0),
    "720p at 200 %": ((1280, 720), 2.0),
    "768p at 200 %": ((1024, 768), 2.0),
}


TIGHTEST = "768p at 200 %"
"""Where every scenario is read: the narrowest window with the largest text. In each of the others
there is more room, and one scenario is read.
"""
READ = [
    *((scenario, TIGHTEST) for scenario in SHELVES),
    *zip(SHELVES, (setup for setup in SETUPS if setup != TIGHTEST), strict=False),
]


@pytest.mark.parametrize(("scenario", "setup"), READ)
def test_every_text_of_a_scenario_has_its_place(scenario: str, setup: str) -> None:
    """Nothing is clipped, overlapping, too small, too long, lost, or chosen out of sight."""
    size, text = SETUPS[setup]
    settings = replace(Settings(), text=text)
    canvas = Renderer(a_surface(size), settings, bundled_folder("assets")).canvas

    assert [flaw for shown in screens(SHELVES[scenario]) for flaw in flaws_of(canvas, shown)] == []


@pytest.mark.parametrize("figures", [11, 12])
def test_every_figure_behind_a_watch_is_shown(figures: int) -> None:
    """Also where they are an odd number, because nobody knows what course she steered."""
    scenario = SHELVES["two-hands-on-the-wheel"].scenario
    result = next(results_of(scenario, scenario.watches[scenario.first_watch]))
    numbers = tuple((f"figure{number}", str(number)) for number in range(figures))
    canvas = Renderer(a_surface((1280, 720)), Settings(), bundled_folder("assets")).canvas
    shown = Shown("why", NumbersScreen(replace(result, numbers=numbers)), tuple(dict(numbers)))

    assert list(flaws_of(canvas, shown)) == []


LONG = "Hoist the starboard topgallant studding sail. "
WORST = {
    "label": ("", LONG * 12, "霧\0\x1b[2J⚓" * 30),
    "name": (f"Maximilian Freiherr von und zu {'Hohenstauffen' * 9}",),
    "says": (LONG * 30,),
}
"""What `check` warns of, or would not let sail; by the kind of text."""


@pytest.mark.parametrize("setup", ["1024x768", "720p at 200 %"])
def test_whatever_is_written_nothing_lies_under_the_foot(setup: str) -> None:
    """Nor does it leave its plate, nor break the window: long, empty, or of strange characters."""
    size, text = SETUPS[setup]
    loaded = open_bytes("sound.yaml", sound().encode())
    worst = {kind: cycle(texts) for kind, texts in WORST.items()}

    def tell(path: str, told: str) -> str:
        kind = next((kind for kind in worst if kind in path.split(".")), "")
        return next(worst[kind]) if kind else told

    loaded = replace(loaded, scenario=with_texts(loaded.scenario, tell))
    canvas = Renderer(
        a_surface(size), replace(Settings(), text=text), bundled_folder("assets")
    ).canvas
    flaws = [flaw for shown in screens(loaded) for flaw in flaws_of(canvas, shown)]

    assert [flaw for flaw in flaws if flaw.kind != "lost"] == []


def flaws_of(canvas: Canvas, shown: Shown) -> Iterator[Flaw]:
    """What is amiss with a screen, page by page and with each of its choices chosen."""
    shown.screen.tell(1.0)
    read: set[str] = set()
    yield from _on_its_pages(canvas, shown, read)
    yield from _when_chosen(canvas, shown, read)
    for said in shown.said:
        if not set(said.split()) <= read:
            yield Flaw("lost", shown.name, said)


def _on_its_pages(canvas: Canvas, shown: Shown, read: set[str]) -> Iterator[Flaw]:
    """read: the words that could be read are added to it."""
    screen, page = shown.screen, 0
    pressed: set[object] = set()
    while page < screen.pages:
        screen.page = page
        _draw(canvas, screen)
        yield from _flaws(canvas, f"{shown.name}, page {page + 1}", screen)
        read.update(*(line.text.split() for line in canvas.written))
        pressed.update(screen.places())
        page += 1
    for choice in screen.choices():
        if choice.id not in pressed:
            yield Flaw("lost", shown.name, choice.id)


def _when_chosen(canvas: Canvas, shown: Shown, read: set[str]) -> Iterator[Flaw]:
    """A lock's reason can be read where it is chosen."""
    for choice in shown.screen.choices():
        shown.screen.mark = choice.id
        _draw(canvas, shown.screen)
        yield from _flaws(canvas, f"{shown.name}, {choice.id} chosen", shown.screen)
        read.update(*(line.text.split() for line in canvas.written))
        if choice.id not in shown.screen.places():
            yield Flaw("out of sight", shown.name, choice.id)


def _draw(canvas: Canvas, screen: Screen) -> None:
    canvas.clear()
    screen.draw(canvas)


def _flaws(canvas: Canvas, where: str, screen: Screen) -> Iterator[Flaw]:
    yield from misplaced(where, canvas.written, canvas.area, screen.places().values())
    yield from unreadable(where, canvas.written, canvas.area.height)
