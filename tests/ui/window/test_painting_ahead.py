"""No frame waits for a painting: skies come in slices, and are the same in the end."""

from __future__ import annotations

import pygame

from game.scenario.loading.files import bundled_folder
from game.ui.window.renderer import Renderer
from game.ui.window.scene.painter import Painter, Sky, painter_for
from game.ui.window.screens.screen import Screen
from game.ui.window.settings import Settings
from game.ui.window.widgets.cache import Cache
from game.ui.window.widgets.theme import DARK
from game.voyage.sea import Mood
from tests.pictures import a_surface
from tests.ui.window.driver import FRAME, SMALL
from tests.ui.window.test_changes import RESULTS, WATCHES

ENOUGH = 400
"""More slices than two skies have."""


def drawn(renderer: Renderer, time: float) -> bytes:
    renderer.frame(time)
    return pygame.image.tobytes(renderer.surface, "RGB")


def show(screen: Screen, *, in_a_hurry: bool) -> Renderer:
    """A window's first screen; nothing is painted yet."""
    painter_for.cache_clear()
    assets = bundled_folder("assets")
    renderer = Renderer(a_surface(SMALL).copy(), Settings(), assets, in_a_hurry=in_a_hurry)
    renderer.show(screen, 0.0)
    renderer.lay_sheet()
    renderer.frame(0.0)
    return renderer


def test_what_is_painted_in_slices_looks_like_what_is_painted_at_once() -> None:
    """A window in a hurry shows the same in the end."""
    at_once, hurried = (show(WATCHES[0], in_a_hurry=hurry) for hurry in (False, True))
    first = drawn(hurried, FRAME)
    waited = hurried.is_waiting
    for number in range(ENOUGH):
        hurried.frame(number * FRAME)
        hurried.paint_slice()
    time = ENOUGH * FRAME

    assert waited
    assert not hurried.is_waiting
    assert not hurried.paint_slice()
    assert first != drawn(hurried, time) == drawn(at_once, time)


def test_the_next_sky_is_painted_while_the_result_is_read() -> None:
    """Then the next screen need not wait for it."""
    renderer = show(RESULTS[0], in_a_hurry=True)
    watch = next(each for each in WATCHES if each.sea.mood is not RESULTS[0].sea.mood)
    RESULTS[0].ahead = watch.sea
    while renderer.paint_slice():
        pass
    renderer.frame(FRAME)
    renderer.show(watch, 1.0)
    renderer.frame(1.0)

    assert not renderer.is_waiting


def test_what_was_painted_last_is_kept_and_old_skies_go() -> None:
    """Memory has a bound."""
    a_surface(SMALL)
    painter = Painter(SMALL, DARK)
    for mood in Mood:
        painter.get(mood)
        painter.get(Sky(mood, SMALL[1] // 2))

    assert painter.has(mood)
    assert not painter.has(Mood.CALM)


def test_a_cache_lets_go_of_what_nobody_has_asked_for() -> None:
    cache = Cache[str](5, len)
    for word in ("ab", "cd", "ab", "ef"):
        cache.get(word, lambda word=word: word)  # type: ignore[misc]

    assert "ab" in cache
    assert "ef" in cache
    assert "cd" not in cache
    assert cache.bytes == 4


def test_a_cache_keeps_the_last_value_however_large_it_is() -> None:
    cache = Cache[str](2, len)
    cache.get("a", lambda: "aaaa")

    assert "a" in cache
