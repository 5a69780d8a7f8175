"""Settings: within their bounds, and whatever a damaged file says is left as it comes."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ui.window.settings import SIZES, VOLUMES, Settings, settings_from
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR

LIKED = Settings(1.5, "light", motion=False, volume=0.25, display=1, full_screen=True)
NAMES = st.sampled_from([*asdict(Settings()), "unheard of"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=4,
)
KEPT = st.builds(
    Settings,
    text=st.sampled_from(SIZES),
    theme=st.sampled_from(("dark", "light")),
    motion=st.booleans(),
    volume=st.sampled_from(VOLUMES),
    display=st.integers(0, 15),
    full_screen=st.booleans(),
)


@given(KEPT)
def test_what_is_kept_comes_back(settings: Settings) -> None:
    """Through JSON, as on disk."""
    assert settings_from(json.loads(json.dumps(asdict(settings)))) == settings


@given(VALUES | st.dictionaries(NAMES, VALUES))
def test_whatever_a_file_says_gives_settings_that_work(data: object) -> None:
    """Every value is one that the window can be opened with."""
    settings = settings_from(data)

    assert settings_from(asdict(settings)) == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("text", 1.1, id="no size"),
        pytest.param("text", "2.0", id="a word for a size"),
        pytest.param("theme", "pink", id="no theme"),
        pytest.param("motion", 1, id="a number for yes"),
        pytest.param("volume", 0.3, id="no volume"),
        pytest.param("display", True, id="yes for a display"),
        pytest.param("display", -1, id="no display"),
        pytest.param("full_screen", "yes", id="a word for yes"),
        pytest.param("language", "xx", id="no language"),
    ],
)
def test_one_wrong_value_spoils_no_other(name: str, value: Any) -> None:
    """It alone is left as it comes."""
    damaged = {**asdict(LIKED), name: value}
    expected = {**asdict(LIKED), name: asdict(Settings())[name]}

    assert asdict(settings_from(damaged)) == expected


def test_sizes_and_volumes_stop_at_their_ends_and_go_round_only_if_wanted() -> None:
    """Nobody turns a sound up from silence to its loudest by one step back."""
    for name, values in (("text", SIZES), ("volume", VOLUMES)):
        least, most = (settings_from({name: value}) for value in (values[0], values[-1]))

        assert most.turned(name, 1, around=False) == most
        assert least.turned(name, -1, around=False) == least
        assert most.turned(name, 1) == least


@pytest.mark.parametrize("around", [True, False], ids=["a press", "Left and Right"])
@pytest.mark.parametrize("name", asdict(Settings()))
def test_a_step_on_and_one_back_change_nothing(name: str, around: bool) -> None:
    """Whatever is set, from where neither is at an end."""
    liked = replace(LIKED, volume=0.5, language="de")
    on = liked.turned(name, 1, {"display": range(3)}, around=around)

    assert on != liked
    assert on.turned(name, -1, {"display": range(3)}, around=around) == liked


def test_a_display_that_is_gone_gives_way_to_one_that_is_there() -> None:
    """The projector was another one yesterday."""
    assert Settings(display=5).turned("display", 1, {"display": range(2)}).display == 0


def test_the_settings_screen_changes_what_it_says(aboard: Aboard) -> None:
    """A press takes the next value; the line says it, and the marker stays."""
    player = aboard(TOUR["settings"])
    for _setting in player.screen.choices():
        player.key("enter", "down")

    told = [choice.label for choice in player.screen.choices()]
    liked = Settings(1.25, "light", motion=False, volume=0.75, full_screen=True)
    assert told[1:] == [
        *("Farben: hell", "See: still", "Ton: 75 %", "Vollbild: an"),
        *("Vorlesen: jede Seite", "Tasten: nur Pfeile, Enter und Esc"),
        *("Beginnt als: Spiel im Terminal", "Bildschirm: 1 von 1", "Sprache: Deutsch"),
    ]
    assert player.kept == replace(
        liked, aloud=True, characters=False, opens="terminal", language="de"
    )


def test_left_and_right_change_a_setting_forth_and_back(aboard: Aboard) -> None:
    """On the keyboard and on a pad; a clicker's two buttons go through the lines."""
    player = aboard(TOUR["settings"])
    player.key("right", "right", "left")
    assert player.kept.text == 1.25
    player.key("pagedown", "left", "pagedown", "right")
    assert (player.kept.theme, player.kept.motion) == ("light", False)
    player.key("down", "left")
    player.pad(pygame.CONTROLLER_BUTTON_DPAD_LEFT)
    player.key("left")

    assert player.kept.volume == 0.0
    assert player.screen.mark == "volume"
