"""On the way from one screen to the next: the sea and the sheet move, and nothing old stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pygame import Rect

from game.faces.window.painter import Painter
from game.faces.window.screens.deck import ResultScreen, WatchScreen
from game.faces.window.screens.screen import Screen
from game.faces.window.settings import Settings
from game.scenario.catalogue import find
from game.scenario.files import shipped
from game.session.session import Phase
from game.voyage.sea import Mood
from tests.pictures import a_surface
from tests.window.driver import FRAME, SMALL, SQUARE
from tests.window.everything import screens
from tests.window.wall import a_wall, to

SCREENS = [shown.screen for shown in screens(find("maiden-passage"))]
WATCHES = [screen for screen in SCREENS if isinstance(screen, WatchScreen)]
RESULTS = [screen for screen in SCREENS if isinstance(screen, ResultScreen)]
LATE = (0.0, 0.05, 0.13, 0.26, 0.27, 0.29, 0.5, 1.0, 1.39, 1.5, 2.0)
"""Seconds into a change; a busy machine draws only some of its frames."""


def a_painter(size: tuple[int, int]) -> Painter:
    """One on a window without a screen."""
    return Painter(a_surface(size), Settings(), shipped("assets"))


def show(painter: Painter, screen: Screen, time: float) -> None:
    """A screen comes, as the window lets it."""
    painter.show(screen, time)
    painter.lay_sheet()
    painter.frame(time)


def pixels(surface: pygame.Surface, area: Rect) -> bytes:
    """A part of a window."""
    return pygame.image.tobytes(surface.subsurface(area), "RGB")


@pytest.mark.parametrize("step", [0.02, 0.13], ids=["a fast machine", "a slow one"])
def test_nothing_of_an_old_frame_stays_over_the_gauges(tmp_path: Path, step: float) -> None:
    """From the situation, which leaves no scene on a square wall, to the voices."""
    with a_wall(tmp_path, shelf=find("maiden-passage"), size=SQUARE) as wall:
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
    after = next(screen for screen in RESULTS if screen.sea.mood is Mood.GALE)
    before, frames = WATCHES[0], []
    kept = before.watch
    for watch, mood in ((kept, Mood.CALM), ("", Mood.CALM), (kept, Mood.GALE)):
        painter = a_painter(SMALL)
        before.watch, before.sea = watch, replace(before.sea, mood=mood)
        show(painter, before, 0.0)
        painter.frame(1.0)
        show(painter, after, 2.0)
        frames.append([_scene(painter, 2.0 + later) for later in LATE])
    plated, bare, same_sky = frames

    assert plated == bare
    assert plated[1] != same_sky[1]
    assert plated[-1] == same_sky[-1]


def _scene(painter: Painter, time: float) -> bytes:
    """A frame without the plates that hang over it now."""
    painter.canvas.over.clear()
    painter.frame(time)
    return pixels(painter.surface, painter.surface.get_rect())


def test_a_screen_that_is_drawn_anew_on_its_way_arrives_when_it_would_have() -> None:
    """Votes come in while the sea eases: nothing begins again."""
    before, after = WATCHES[0], RESULTS[-1]
    ends = []
    for again in (False, True):
        painter = a_painter(SMALL)
        show(painter, before, 0.0)
        show(painter, after, 2.0)
        painter.frame(2.7)
        if again:
            show(painter, after, 2.7)
        painter.frame(3.45)
        ends.append(painter.is_easing)

    assert ends == [False, False]
