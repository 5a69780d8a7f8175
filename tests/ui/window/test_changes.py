"""On the way from one screen to the next: the sea and the sheet move, and nothing old stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pygame import Rect

from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.scene import Hour, Sky
from game.session.session import Phase
from game.ui.window.renderer import Renderer
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings
from game.ui.window.solo.watch import ResultScreen, WatchScreen
from game.voyage.sea import Backdrop
from tests.pictures import a_surface
from tests.ui.window.driver import FRAME, SMALL, SQUARE
from tests.ui.window.everything import screens
from tests.ui.window.wall import a_wall, to

SCREENS = [shown.screen for shown in screens(find("maiden-passage"))]
WATCHES = [screen for screen in SCREENS if isinstance(screen, WatchScreen)]
RESULTS = [screen for screen in SCREENS if isinstance(screen, ResultScreen)]
LATE = (0.0, 0.05, 0.13, 0.26, 0.27, 0.29, 0.5, 1.0, 1.39, 1.5, 2.0)
"""Seconds into a change; a busy machine draws only some of its frames."""


def a_painter(size: tuple[int, int]) -> Renderer:
    """One on a window without a screen."""
    return Renderer(a_surface(size), Settings(), bundled_folder("assets"))


def show(renderer: Renderer, screen: Screen, time: float) -> None:
    """A screen comes, as the window lets it."""
    renderer.show(screen, time)
    renderer.lay_sheet()
    renderer.frame(time)


def pixels(surface: pygame.Surface, area: Rect) -> bytes:
    """A part of a window."""
    return pygame.image.tobytes(surface.subsurface(area), "RGB")


@pytest.mark.parametrize("step", [0.02, 0.13], ids=["a fast machine", "a slow one"])
def test_nothing_of_an_old_frame_stays_over_the_gauges(tmp_path: Path, step: float) -> None:
    """From the situation, which leaves no scene on a square wall, to the voices."""
    with a_wall(tmp_path, loaded=find("maiden-passage"), size=SQUARE) as wall:
        to(wall, Phase.DISCUSSING)
        wall.settle()
        gauges, seen = Rect(0, 0, 0, 0), []
        for _ in range(wall.screen.pages - 1):
            wall.key("pagedown")
            gauges = Rect(0, 0, SQUARE[0], wall.screen.vista.top)
            for _ in range(int(0.5 / step)):
                wall.time += step - FRAME
                wall.turn()
                seen.append(pixels(wall.display.surface, gauges))
        wall.key("t", "t")

        assert set(seen) == {pixels(wall.display.surface, gauges)}


def test_a_sky_gives_way_and_no_plate_with_it() -> None:
    """With plates on it or without, the scene before leaves the same frames behind."""
    after = next(screen for screen in RESULTS if screen.sea.backdrop.sky is Sky.RAIN)
    before, frames = WATCHES[0], []
    kept = before.watch
    clear, under = Backdrop(Sky.CLEAR, Hour.NIGHT), after.sea.backdrop
    for watch, backdrop in ((kept, clear), ("", clear), (kept, under)):
        renderer = a_painter(SMALL)
        before.watch, before.sea = watch, replace(before.sea, backdrop=backdrop)
        show(renderer, before, 0.0)
        renderer.frame(1.0)
        show(renderer, after, 2.0)
        frames.append([_scene(renderer, 2.0 + later) for later in LATE])
    plated, bare, same_sky = frames

    assert plated == bare
    assert plated[1] != same_sky[1]
    assert plated[-1] == same_sky[-1]


def _scene(renderer: Renderer, time: float) -> bytes:
    """A frame without the plates that hang over it now."""
    renderer.canvas.over.clear()
    renderer.frame(time)
    return pixels(renderer.surface, renderer.surface.get_rect())


def test_a_screen_that_is_drawn_anew_on_its_way_arrives_when_it_would_have() -> None:
    """Votes come in while the sea eases: nothing begins again."""
    before, after = WATCHES[0], RESULTS[-1]
    ends = []
    for again in (False, True):
        renderer = a_painter(SMALL)
        show(renderer, before, 0.0)
        show(renderer, after, 2.0)
        renderer.frame(2.7)
        if again:
            show(renderer, after, 2.7)
        renderer.frame(3.45)
        ends.append(renderer.is_easing)

    assert ends == [False, False]
