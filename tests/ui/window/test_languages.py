"""Other languages in the window: longer words keep their place, and a change is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from game.i18n import _, spoken
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.ui.window.renderer import Renderer
from game.ui.window.screens.overlays import SettingsScreen
from game.ui.window.settings import Settings
from game.ui.window.solo.debrief import DebriefScreen
from game.ui.window.worker import Worker
from tests.languages import OTHERS, speaking
from tests.pictures import WhenAsked, a_surface, pictures
from tests.ui.window.driver import SMALL, playing
from tests.ui.window.everything import screens
from tests.ui.window.survey import misplaced, unreadable
from tests.ui.window.test_texts import flaws_of

SETUPS = {
    "720p": ((1280, 720), "dark", 1.0),
    "1080p at 150 %": ((1920, 1080), "dark", 1.5),
    "square": ((1024, 768), "light", 1.0),
}


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each of the other languages, spoken for a while."""
    code = str(request.param)
    with speaking(code):
        yield code


@pytest.mark.parametrize("setup", SETUPS)
def test_every_screen_holds_the_longer_words(setup: str, language: str) -> None:
    """Nothing is clipped, overlapping, too small or too long in a whole voyage."""
    size, theme, text = SETUPS[setup]
    settings = replace(Settings(), theme=theme, text=text, language=language)

    assert [
        flaw
        for picture in pictures(size, settings, "maiden-passage", charted=False)
        for flaw in (
            *misplaced(
                picture.name,
                picture.canvas.written,
                picture.canvas.area,
                picture.screen.places().values(),
            ),
            *unreadable(picture.name, picture.canvas.written, size[1]),
        )
    ] == []


def test_every_text_of_the_translation_has_its_place(language: str) -> None:
    """At twice the text size; a whole voyage in the narrowest window is looked at above."""
    loaded = translate_scenario(find("maiden-passage"), language)
    settings = replace(Settings(), text=2.0)
    canvas = Renderer(a_surface((1280, 720)), settings, bundled_folder("assets")).canvas

    assert [flaw for shown in screens(loaded) for flaw in flaws_of(canvas, shown)] == []


def test_a_language_is_spoken_at_once_and_the_voyage_stays(tmp_path: Path) -> None:
    """Chosen on the way; what was said so far is told anew, and so is what comes."""
    with playing(tmp_path, SMALL) as player, speaking("en"):
        player.key("enter", "enter", "enter", "pagedown", "enter", "pagedown", "1", "1")
        assert player.at == "ResultScreen"
        player.key("enter", "esc", "3")
        assert player.at == "SettingsScreen"
        player.key("up", "enter")  # the last of them

        assert (player.kept.language, spoken()) == ("de", "de")
        assert "Sprache: Deutsch" in player.said
        player.key("esc")
        assert player.at == "WatchScreen"
        assert "Schaumkronen" in player.said
        player.key("l", "pagedown")
        assert "Ruf die Crew zusammen" in player.said
        assert player.orders_on_disk == 1
        player.key("esc", "pagedown", "1", "1")
        player.settle()
        assert "Naht" in player.said
        assert "Sail on" not in player.said


def test_the_study_speaks_as_the_window_does() -> None:
    """Wherever its work is done."""
    with speaking("fr"):
        worker = Worker(WhenAsked())

        assert worker.ask(_, "The chart").result() == "La carte"


def test_a_display_of_settings_names_the_language_of_the_system() -> None:
    """As long as nobody has chosen one."""
    with speaking("fr"):
        labels = [choice.label for choice in SettingsScreen(Settings(), 1).choices()]

    assert labels[-1] == "Langue\N{NO-BREAK SPACE}: Français"
    assert DebriefScreen.foot[1].label == "Sail again"
