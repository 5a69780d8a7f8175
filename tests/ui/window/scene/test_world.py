"""What a watch tells of stands on the sea, at its place, at any moment, and in nobody's way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.scenario.loading.files import bundled_folder
from game.scenario.model.scene import PORTS, PROPS, Hour, Scene, Sky
from game.ui.window.scene.palette import palette_of
from game.ui.window.scene.ports import LIGHTS
from game.ui.window.scene.prop_table import PROPS as TABLE
from game.ui.window.scene.prop_table import Place
from game.ui.window.scene.scene import Scene as Stage
from game.ui.window.scene.viewport import Viewport
from game.ui.window.widgets.art import Art
from game.ui.window.widgets.theme import THEMES
from game.voyage.sea import IN_HARBOUR, Backdrop, Sea
from tests.pictures import a_surface
from tests.ui.window.survey import luminance

SIZE = (320, 180)
AT_SEA = replace(
    IN_HARBOUR, backdrop=Backdrop(Sky.CLEAR, Hour.NIGHT), bearing=20.0, doubt=15.0, progress=0.5
)
BESIDE = sorted(name for name, prop in TABLE.items() if prop.place is not Place.DECK)
Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]


def drawn(sea: Sea, time: float = 5.0, *, has_bearing: bool = True) -> Pixels:
    """The scene as it stands at a moment."""
    surface = a_surface(SIZE)
    stage = Stage(SIZE, THEMES["dark"], Art(bundled_folder("assets") / "art"))
    stage.draw(surface, Viewport(surface.get_rect(), 0.3, has_bearing), sea, time)
    return pygame.surfarray.array3d(surface)


def test_every_name_has_its_place() -> None:
    assert TABLE.keys() == set(PROPS)
    assert LIGHTS.keys() == set(PORTS)


@pytest.mark.parametrize("name", BESIDE)
def test_a_thing_is_seen_at_any_moment_and_hides_no_bearing(name: str) -> None:
    """On whichever second a still sea stops, and whatever passes the way to port."""
    for time in (0.0, 23.0, 61.0):
        bare, shown = (drawn(replace(AT_SEA, props=props), time) for props in ((), (name,)))
        bearing = (bare == THEMES["dark"].course).all(axis=-1)

        assert (bare != shown).any(axis=-1).mean() > 0.0005
        assert (shown[bearing] == THEMES["dark"].course).all()


def test_things_beside_each_other_leave_each_other_room() -> None:
    """Four ships on the horizon show more than any three of them."""
    fleet = ("magpie", "dismasted", "rival", "cow_ship")
    sea = replace(AT_SEA, backdrop=Backdrop(Sky.CLEAR, Hour.DAY), bearing=180.0)
    bare = drawn(sea)
    seen = [
        (drawn(replace(sea, props=fleet[:count])) != bare).any(axis=-1).sum() for count in range(5)
    ]

    assert seen == sorted(set(seen))


@pytest.mark.parametrize("hour", [Hour.DAY, Hour.NIGHT])
def test_a_dark_lighthouse_is_dark(hour: Hour) -> None:
    """In fog, where of any other port the lights alone are seen."""
    fog = replace(AT_SEA, backdrop=Backdrop(Sky.FOG, hour))
    lit = {port: _lit(replace(fog, scene=Scene("", port))) for port in PORTS}

    assert [port for port, count in lit.items() if not count] == ["dark_lighthouse"]


def _lit(sea: Sea) -> int:
    """How many pixels are warmer with the port in sight than without."""
    far, there = (
        drawn(each, has_bearing=False).astype(int) for each in (replace(sea, bearing=180.0), sea)
    )
    return int(((there - far)[..., 0] - (there - far)[..., 2] > 12).sum())


@pytest.mark.parametrize("theme", THEMES)
def test_night_is_darker_than_day_and_fog_hides_more_than_haze(theme: str) -> None:
    """In every sky; what is far off is seen least in a storm."""
    for sky in Sky:
        dark, bright = (_brightness(theme, Backdrop(sky, hour)) for hour in (Hour.NIGHT, Hour.DAY))

        assert dark < 0.6 * bright
    storm = palette_of(theme, Backdrop(Sky.RAIN, Hour.DAY, gale=True))
    assert storm.clearness < palette_of(theme, Backdrop(Sky.HAZE, Hour.DAY)).clearness < 1


def _brightness(theme: str, backdrop: Backdrop) -> float:
    palette = palette_of(theme, backdrop)
    return sum(luminance(colour) for colour in (*palette.sky, *palette.sea))
