"""The ship is a gauge: what the sea has done to her and how her crew is can be seen on her."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pygame
import pytest
from pygame import Rect

from game.layout.stage import SHIP_AT
from game.scenario.loading.files import bundled_folder
from game.scenario.model.scene import Hour, Sky
from game.ui.window.scene.damage import list_of, sink_of, stage_of
from game.ui.window.scene.painter import Painter
from game.ui.window.scene.palette import palette_of
from game.ui.window.scene.riding import ride
from game.ui.window.scene.scene import Scene, WaterJob
from game.ui.window.scene.ship import look_of, paint_ship
from game.ui.window.scene.viewport import Frame, Viewport
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.theme import THEMES
from game.voyage.sea import IN_HARBOUR, Backdrop, Sea
from tests.pictures import a_surface
from tests.ui.window.survey import Pixels

LEVELS = (0.9, 0.6, 0.4, 0.2, 0.05)
SIZE = (640, 360)
LYING = replace(IN_HARBOUR, sail=0.9, stability=0.8, crew=0.65)
STABILITIES = [replace(LYING, stability=level) for level in LEVELS]
CREWS = [replace(LYING, crew=level) for level in LEVELS]
SKIES = {
    "by night": Backdrop(Sky.CLEAR, Hour.NIGHT),
    "by day": Backdrop(Sky.CLEAR, Hour.DAY),
    "in a gale": Backdrop(Sky.RAIN, Hour.DAY, gale=True),
}


def differing(one: pygame.Surface, other: pygame.Surface) -> float:
    """The share of all pixels that are plainly not alike."""
    ones, others = (_pixels(picture) for picture in (one, other))
    return float((abs(ones - others).max(axis=2) > 24).mean())


def _pixels(picture: pygame.Surface) -> Pixels:
    return pygame.surfarray.array3d(picture).astype(np.int16)


@pytest.mark.parametrize("grey", [False, True], ids=["in colour", "in grey"])
@pytest.mark.parametrize("under", SKIES.values(), ids=SKIES)
@pytest.mark.parametrize("levels", [STABILITIES, CREWS], ids=["stability", "crew"])
def test_each_stage_of_a_gauge_is_plain_in_the_scene(
    levels: list[Sea], under: Backdrop, *, grey: bool
) -> None:
    """More than 3 of 100 pixels of all that is seen, with all motion frozen."""
    surface = a_surface(SIZE)
    stage = Scene(SIZE, THEMES["dark"], Art(bundled_folder("assets") / "art"))
    vista = Rect(0, 34, 640, 282)
    pictures = []
    for sea in levels:
        stage.draw(surface, Viewport(vista, SHIP_AT, False), replace(sea, backdrop=under), 5.0)
        pictures.append(surface.subsurface(vista).copy())
    if grey:
        pictures = [pygame.transform.grayscale(picture) for picture in pictures]

    assert min(differing(*pair) for pair in pairwise(pictures)) > 0.03


def test_she_never_looks_better_for_being_worse_off() -> None:
    """Stage, depth and list all grow as her stability falls."""
    falling = [n / 100 for n in range(100, -1, -1)]
    for measure in (stage_of, sink_of, list_of):
        assert all(after >= before for before, after in pairwise(map(measure, falling)))


def test_more_hands_work_aloft_the_abler_they_are() -> None:
    """And nobody where nobody has learnt anything."""
    aloft = [look_of(replace(LYING, seamanship=n / 10)).people.aloft for n in range(11)]

    assert aloft == sorted(aloft)
    assert (aloft[0], aloft[-1]) == (0, 7)


def test_a_ship_without_its_own_livery_wears_the_games() -> None:
    """A name that no art is drawn for is no fault."""
    a_surface((320, 200))
    art, look = Art(bundled_folder("assets") / "art"), look_of(LYING)
    own, named = (paint_ship(art, 100, replace(look, livery=name)) for name in ("", "nowhere"))

    assert pygame.image.tobytes(own, "RGBA") == pygame.image.tobytes(named, "RGBA")


STORM = Backdrop(Sky.RAIN, Hour.DAY, gale=True)


def test_she_rides_a_gale_without_a_jump() -> None:
    """Ten frames a second: never further from one to the next than the sea is steep."""
    size = (320, 200)
    surface, palette = a_surface(size), palette_of("dark", STORM)
    water = Painter(1).get(WaterJob(size, "dark", STORM)).layers[-1]
    sea = replace(LYING, backdrop=STORM, wind=1.75, heel=1.4)
    frame = Frame(surface, surface.get_rect(), 112, sea, 0.0, palette, THEMES["dark"], 2)
    ridden = [ride(replace(frame, time=n / 10), water, (112.0, 180.0), 196) for n in range(100)]
    leans, keels = [at.lean for at in ridden], [at.keel[1] for at in ridden]

    assert 10 < max(leans) - min(leans) <= 14
    assert max(abs(after - before) for before, after in pairwise(leans)) < 0.8
    assert max(abs(after - before) for before, after in pairwise(keels)) < 0.01 * size[1]
