"""The sea as one seat sees it: the words and the picture say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.scenario.loading.library import find
from game.scenario.model.scene import Hour, Sky
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch
from game.voyage.expression import Expression, expression_of
from game.voyage.sea import Backdrop, backdrop, barometer, sea_ahead
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


@pytest.mark.parametrize(
    ("wind", "complexity", "sky"),
    [
        pytest.param(0.9, 0.0, Sky.CLEAR, id="a fair day"),
        pytest.param(0.9, 1.5, Sky.OVERCAST, id="a great deal to see to"),
        pytest.param(1.4, 0.0, Sky.OVERCAST, id="a blow"),
        pytest.param(1.7, 1.0, Sky.RAIN, id="a gale"),
    ],
)
def test_without_a_word_the_weather_makes_the_sky(wind: float, complexity: float, sky: Sky) -> None:
    """However the bearing shifts, never fog; dawn at first, and then day."""
    weather = {"wind": wind, "shift": 46, "complexity": complexity}
    watch = a_watch(weather)
    sea = a_loaded_scenario(a_document(watch, watch)).scenario
    first, second = (backdrop(sea, id) for id in sea.watches)

    assert first == Backdrop(sky, Hour.DAWN, gale=wind >= 1.3)
    assert second == Backdrop(sky, Hour.DAY, gale=wind >= 1.3)


def test_what_a_text_says_outdoes_the_weather() -> None:
    """A gale under stars still throws up its waves."""
    watch = {**a_watch("gale"), "sky": "clear", "hour": "night"}
    sea = a_loaded_scenario(a_document(watch)).scenario

    assert sea_ahead(sea, new_voyage(sea, 1)).backdrop == Backdrop(Sky.CLEAR, Hour.NIGHT, gale=True)


@pytest.mark.parametrize(
    ("gauges", "wind", "looks"),
    [
        pytest.param({"stability": 80, "crew": 60}, 1.0, Expression.CALM, id="as usual"),
        pytest.param({"stability": 39, "crew": 90}, 1.0, Expression.WORRIED, id="she is hurt"),
        pytest.param({"stability": 90, "crew": 39}, 1.0, Expression.WORRIED, id="they are tired"),
        pytest.param({"stability": 90, "crew": 90}, 1.4, Expression.WORRIED, id="she leans"),
        pytest.param({"stability": 70, "crew": 70}, 1.0, Expression.PROUD, id="all is well"),
    ],
)
def test_the_officers_look_as_things_are(
    gauges: dict[str, float], wind: float, looks: Expression
) -> None:
    _, voyage, _ = a_voyage("")

    assert expression_of(replace(voyage.ship, sail=1.0, **gauges), wind) is looks
