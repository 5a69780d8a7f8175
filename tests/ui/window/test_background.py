"""Whatever finishes in the background shows itself: the real worker, the real loop, and no hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.scenario.loading.files import bundled_folder, read_bytes
from game.scenario.loading.library import find
from game.session.session import Page, Phase
from game.testing import a_helm
from game.ui.window.author_preview.controller import PreviewController
from game.ui.window.display import open_display
from game.ui.window.event_loop import Window
from game.ui.window.renderer import Renderer
from game.ui.window.settings import Settings
from game.ui.window.worker import Worker
from tests.ui.window.driver import SMALL, headless, playing
from tests.ui.window.process import DEADLINE
from tests.ui.window.wall import a_wall, some_user_data, to, two_watches

SOON = 5.0
"""Seconds in which what is finished must be seen."""
CHARTED = 4
"""A chart has more colours than this where a sheet without one has its own alone."""


class Noted(Worker):
    """A study with its own process, of which a test knows whether it is at work.

    It outlives the windows that ask it: to hire a worker takes longer than the work.
    """

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Future[Any]] = []

    def ask(self, work: Callable[..., Any], *given: object) -> Future[Any]:
        """As ever, and noted."""
        self.asked.append(super().ask(work, *given))
        return self.asked[-1]

    def close(self) -> None:
        """Not yet."""

    @property
    def is_idle(self) -> bool:
        """Whether everything is answered."""
        return all(work.done() for work in self.asked)


def untouched(window: Window, worker: Noted, there: Callable[[], bool]) -> bool:
    """Run the window's own loop without a hand on it until something is there; whether it came:
    soon after all work was done, however long a busy machine takes for that.
    """
    began, late = time.monotonic(), time.monotonic() + SOON
    stack, look_out = window.navigator, window.navigator.poll

    def look() -> None:
        nonlocal late
        look_out()
        if not worker.is_idle:
            late = min(began + DEADLINE, time.monotonic() + SOON)
        stack.is_open = not there() and time.monotonic() < late

    stack.poll = look  # type: ignore[method-assign]
    window.play()
    stack.poll = look_out  # type: ignore[method-assign]
    stack.is_open = True
    return there()


def as_drawn_anew(window: Window) -> bool:
    """Whether the sheet on the window is the one that a key would bring."""
    screen, shown = window.navigator.screen, pygame.display.get_surface()
    assert shown
    anew = Renderer(shown.copy(), window.navigator.settings, bundled_folder("assets"))
    anew.show(screen, 0.0)
    anew.skip()
    sheet = pygame.Rect(0, screen.vista.bottom, shown.get_width(), shown.get_height())
    sheet = sheet.clip(shown.get_rect())
    kept, drawn = (part.subsurface(sheet) for part in (shown, anew.canvas.surface))
    return pygame.image.tobytes(kept, "RGB") == pygame.image.tobytes(drawn, "RGB")


def is_charted(window: Window, worker: Noted) -> bool:
    """Whether charts fill the middle of the window, all that there are."""
    shown = pygame.display.get_surface()
    if shown is None or not worker.is_idle:
        return False
    width, height = shown.get_size()
    middle = shown.subsurface(pygame.Rect(width // 8, height // 2, width * 3 // 4, height // 3))
    pixels = pygame.image.tobytes(middle, "RGB")
    colours = {pixels[at : at + 3] for at in range(0, len(pixels), 3)}
    return len(colours) > CHARTED and as_drawn_anew(window)


@pytest.fixture(scope="module")
def worker() -> Iterator[Noted]:
    """One that works in a process."""
    worker = Noted()
    yield worker
    Worker.close(worker)


def test_a_captains_debrief_shows_itself(tmp_path: Path, worker: Noted) -> None:
    """From the counting to the charts of every part."""
    helm = a_helm(tmp_path, find("maiden-passage"))
    while not helm.is_over:
        helm.give(next(order.id for order in helm.watch.orders if not order.locked))
    with playing(tmp_path, SMALL, helm, worker) as player:
        player.key("enter")
        for part in "1234":
            player.key(part)

            assert untouched(player.window, worker, lambda: is_charted(player.window, worker)), part


@pytest.mark.parametrize("crews", [1, 3], ids=["one ship", "a convoy"])
def test_a_rooms_debrief_shows_itself(tmp_path: Path, worker: Noted, crews: int) -> None:
    """Page after page, and in a convoy the wakes after a watch."""
    with a_wall(tmp_path, crews, two_watches(), worker=worker) as wall:
        to(wall, Phase.RESULT)
        while crews > 1 and wall.screen.page < wall.screen.pages - 1:
            wall.key("pagedown")
        at_last = lambda: is_charted(wall.window, worker)  # noqa: E731 - said thrice
        assert crews == 1 or untouched(wall.window, worker, at_last)
        wall.key("d")
        for page in Page.BELIEVED, Page.NEEDED, Page.EVERY_CAPTAIN:
            assert wall.room.projector_view().page is page
            assert untouched(wall.window, worker, at_last), page
            wall.leaf()


def test_what_may_become_of_a_watch_shows_itself_to_its_writer(
    tmp_path: Path, worker: Noted
) -> None:
    """The odds and the guard-rails, once they are counted."""
    saved = iter([read_bytes(bundled_folder("scenarios") / "maiden-passage.yaml")])
    with headless():
        user_data = some_user_data(tmp_path, Settings())
        preview = PreviewController("mine.yaml", lambda: next(saved, None), user_data, worker)
        window = Window(open_display(SMALL, Settings()), user_data, preview, worker)
        try:
            assert untouched(window, worker, lambda: worker.is_idle and as_drawn_anew(window))
            assert "From here, of all " in str(preview.screen.revision)
        finally:
            window.close()
