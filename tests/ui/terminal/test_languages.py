"""The terminal game in other languages: its keys, its columns, its screens of 80 by 24."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Footer

from game.debrief.pages import TABS
from game.i18n import _
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.ship.attention_cost import Kind
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.debrief import DebriefScreen
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.ui.terminal.textual.widgets import kind_tag
from tests.languages import OTHERS, speaking
from tests.services import some_services
from tests.ui.terminal.test_app import ON_DECK, SMALL, arrived

SAID = {"de": "Hilfe", "fr": "Aide"}


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each of the other languages, spoken for a while."""
    code = str(request.param)
    with speaking(code):
        yield code


async def test_a_voyage_is_sailed_and_looked_back_on(tmp_path: Path, language: str) -> None:
    """On 80 columns: every key of a foot is seen whole, and the names of all parts."""
    app = EvenKeel(
        some_services(tmp_path, [translate_scenario(find("maiden-passage"), language)], seed=3)
    )
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*ON_DECK)
        assert isinstance(app.screen, WatchScreen)
        feet = [_foot(app)]
        while not isinstance(app.screen, DebriefScreen):
            await pilot.press("1", "1", "enter")
            await arrived(app, pilot)
        await pilot.pause()
        feet.append(_foot(app))
        tabs = list(app.screen.query("Tab"))

        assert all(SAID[language] in foot for foot in feet)
        assert len(tabs) == len(TABS)
        assert max(tab.region.right for tab in tabs) <= SMALL[0]


def _foot(app: EvenKeel) -> str:
    """The words of the keys at the foot; all of them are on the screen, but for the last blank."""
    keys = app.screen.query_one(Footer).query("FooterKey")

    assert max(key.region.right for key in keys) <= SMALL[0] + 1
    return " ".join(str(getattr(key, "description", "")) for key in keys)


def test_signs_and_words_of_the_kinds_fit_their_column(language: str) -> None:
    """Eleven columns beside what an order says."""
    assert language
    assert max(len(kind_tag(kind)) for kind in Kind) <= 10


def test_the_sentence_of_the_title_is_seen_whole(language: str) -> None:
    """It stands on one line."""
    from game.ui.terminal.textual.screens.title import SENTENCE

    assert language
    assert len(_(SENTENCE)) <= SMALL[0] - 2
