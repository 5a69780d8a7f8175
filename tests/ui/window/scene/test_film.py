"""The time-lapse in the window and as a file: it moves, never flashes, and can be had still."""

from __future__ import annotations

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
from game.ui.window.widgets.theme import THEMES
from tests.debrief.test_time_lapse import LAPSE
from tests.pictures import a_surface
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR
from tests.ui.window.survey import luminance


@pytest.mark.parametrize("theme", THEMES)
def test_days_and_nights_pass_without_a_flash(theme: str) -> None:
    """The brightness of the sea never jumps from one frame to the next."""
    surface = a_surface((320, 180))
    film = Film(THEMES[theme], Art(bundled_folder("assets") / "art"))
    bright = []
    for frame in range(round(SECONDS) * 10 + 1):
        film.draw(surface, surface.get_rect(), LAPSE, frame / 10)
        bright.append(luminance(pygame.transform.average_color(surface)[:3]))

    assert max(abs(after - before) for before, after in pairwise(bright)) < 0.02


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
