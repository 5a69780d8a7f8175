"""The time-lapse in the window and as a file: it moves, never flashes, and can be had still."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pygame
import pytest
from PIL import Image

from game.debrief.time_lapse import SECONDS
from game.scenario.loading.files import bundled_folder
from game.ui.window.film_gif import FRAMES, RATE, film_gif
from game.ui.window.renderer import Renderer
from game.ui.window.scene.film import Film
from game.ui.window.settings import Settings
from game.ui.window.solo.time_lapse import TimeLapseScreen
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.fonts import Fonts
from game.ui.window.widgets.theme import THEMES
from tests.debrief.test_time_lapse import LAPSE
from tests.pictures import a_surface
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR
from tests.ui.window.scene.test_ship import differing
from tests.ui.window.survey import luminance


@pytest.mark.parametrize("theme", THEMES)
def test_days_and_nights_pass_without_a_flash(theme: str) -> None:
    """The brightness of the sea never jumps from one frame to the next."""
    surface = a_surface((320, 180))
    assets = bundled_folder("assets")
    film = Film(THEMES[theme], Art(assets / "art"), Fonts(assets / "fonts", 180, 1.0))
    bright = []
    for frame in range(round(SECONDS) * 10 + 1):
        film.draw(surface, surface.get_rect(), LAPSE, frame / 10)
        bright.append(luminance(pygame.transform.average_color(surface)[:3]))

    assert max(abs(after - before) for before, after in pairwise(bright)) < 0.02


def test_every_ship_of_a_convoy_is_seen_at_her_own_place() -> None:
    """Though all of them have sailed the same way; each takes something of the sea away."""
    size = (640, 360)
    surface, assets = a_surface(size), bundled_folder("assets")
    film = Film(THEMES["dark"], Art(assets / "art"), Fonts(assets / "fonts", size[1], 1.0))
    names, seen = ("Albatross", "Brig", "Cutter"), []
    for count in range(1, 4):
        tracks = tuple(replace(LAPSE.tracks[0], captain=name) for name in names[:count])
        lapse = replace(LAPSE, tracks=tracks, crews=names)
        film.draw(surface, surface.get_rect(), lapse, 4.0)
        seen.append(surface.copy())

    assert min(differing(*pair) for pair in pairwise(seen)) > 0.02


def test_who_wants_no_motion_sees_the_end() -> None:
    """At once, and nothing else."""
    seen = []
    for motion, time in ((False, 0.0), (True, 0.0), (True, SECONDS + 1)):
        renderer = Renderer(
            a_surface((640, 360)), Settings(motion=motion), bundled_folder("assets")
        )
        renderer.show(TimeLapseScreen(LAPSE), 0.0)
        renderer.frame(time)
        seen.append(pygame.image.tobytes(renderer.surface, "RGB"))

    assert seen[0] == seen[2] != seen[1]


@pytest.mark.parametrize("key", ["enter", "esc", "2", "x"])
def test_any_key_ends_it(aboard: Aboard, key: str) -> None:
    """And the debrief is there."""
    player = aboard(TOUR["time-lapse"])
    player.key(key)

    assert player.at == "DebriefScreen"


def test_the_film_can_be_sent_to_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twelve seconds, again and again; a tenth of it is below a tenth of three megabytes."""
    assert FRAMES / RATE == 12
    monkeypatch.setattr("game.ui.window.film_gif.FRAMES", FRAMES // 10)
    made = film_gif(LAPSE, bundled_folder("assets"))
    film = Image.open(BytesIO(made))

    assert (film.format, film.size) == ("GIF", (640, 360))
    assert (film.info["duration"], film.info["loop"]) == (80, 0)
    assert len(made) < 300_000
