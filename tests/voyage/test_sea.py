"""The sea as one seat sees it: the words and the picture say the same."""

from __future__ import annotations

import pytest

from game.scenario.loading.library import find
from game.testing import a_document, a_loaded_scenario, a_watch
from game.voyage.sea import barometer, sea_ahead
from game.voyage.voyage import new_voyage
from tests.transcripts import SCENARIOS


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_glass_moves_as_the_words_say(scenario: str) -> None:
    """In the first watch of each voyage, on the scene and on the sheet."""
    sea = find(scenario).scenario
    voyage = new_voyage(sea, 1)

    assert barometer(sea, voyage).lower().startswith(sea_ahead(sea, voyage).barometer)


@pytest.mark.parametrize(
    ("wind", "says"),
    [
        pytest.param(1.36, "falling fast", id="more by a good third"),
        pytest.param(1.34, "falling", id="by no more than that"),
        pytest.param(1.11, "falling", id="a little more"),
        pytest.param(1.09, "steady", id="about the same"),
        pytest.param(0.91, "steady", id="hardly less"),
        pytest.param(0.89, "rising", id="less"),
    ],
)
def test_the_glass_tells_the_next_watch(wind: float, says: str) -> None:
    """Before it comes."""
    ahead = a_watch({"wind": wind, "shift": 0, "complexity": 0})
    sea = a_loaded_scenario(
        a_document(a_watch({"wind": 1.0, "shift": 0, "complexity": 0}), ahead)
    ).scenario

    assert sea_ahead(sea, new_voyage(sea, 1)).barometer == says
