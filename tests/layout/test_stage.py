"""The stage: the sea, the plates over it and the orders below it, at every size, without pixels."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from game.layout.order_plates import SMALLEST, order_plates
from game.layout.speech import SIZE, speech_pages
from game.layout.stage import BAND, SHIP_AT, Stage
from game.scenario.loading.shelf import scenarios
from game.scenario.model.scenario import Scenario, Watch
from game.scenario.translation.translation import translate_scenario
from game.ui.languages import LANGUAGES

WINDOWS = [(1024, 768), (1280, 720), (1280, 800), (1920, 1080), (2560, 1600), (3840, 2160)]
SIZES = (1.0, 1.25, 1.5)
MORE = 1.35
"""How much longer a text may become in a language that it has not been translated to."""
BEARING = 112.0
"""Degrees from the bow to the edge of the sea."""


def watches() -> Iterator[tuple[Scenario, Watch]]:
    """Every watch of every scenario, in every language that it speaks."""
    for loaded in scenarios():
        for language in LANGUAGES:
            scenario = translate_scenario(loaded, language).scenario
            if language == "en" or scenario != loaded.scenario:
                yield from ((scenario, watch) for watch in scenario.watches.values())


WATCHES = list(watches())


def longer(text: str) -> str:
    """The text in a language of longer words."""
    return f"{text} {text[: round(len(text) * (MORE - 1))]}"


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_the_sea_has_its_share_and_plates_cover_at_most_half_of_it(window: tuple[int, int]) -> None:
    """And the port side, where the ship, the port and the bearing are, stays free."""
    stage = Stage(window)
    ship = 0.98 * BAND * 0.8

    assert all(stage.holds(text) for text in SIZES)
    assert stage.sea.height >= 45
    covered = stage.plates.width * stage.plates.height
    assert covered <= 0.5 * stage.sea.width * stage.sea.height
    bow = SHIP_AT * stage.width + 0.66 * ship
    port_at_sea = bow - 20 * (stage.width - bow) / BEARING - 0.39 * BAND * 0.75
    assert stage.plates.right < min(SHIP_AT * stage.width - ship / 2, port_at_sea)
    assert stage.plates.bottom <= stage.sea.bottom <= stage.below.top


@pytest.mark.parametrize("text", SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_all_orders_of_a_watch_stand_on_one_page(window: tuple[int, int], text: float) -> None:
    """None is cut, none overlaps another, and letters stay large enough for the last row."""
    stage = Stage(window)
    for _, watch in WATCHES:
        laid = order_plates([order.label for order in watch.orders.values()], stage, text)

        assert laid.fits
        assert laid.size >= SMALLEST
        assert all(one.bottom <= other.top for one, other in pairwise(laid.areas))
        assert laid.areas[-1].bottom <= stage.below.bottom


@pytest.mark.parametrize("text", SIZES)
@pytest.mark.parametrize("window", WINDOWS[:3], ids=str)
def test_what_voices_say_has_room_on_plates(window: tuple[int, int], text: float) -> None:
    """In every language, one that is a third longer among them: at most a page for each voice."""
    stage = Stage(window)
    for scenario, watch in WATCHES:
        said = [(scenario.voices[voice].name, words) for voice, words in watch.says.items()]
        for told in (said, [(name, longer(words)) for name, words in said]):
            pages = speech_pages(told, stage, text)
            words = " ".join(line for page in pages for plate in page for line in plate.lines)

            assert words.split() == " ".join(words for _, words in told).split()
            assert all(sum(p.height for p in page) <= stage.plates.height for page in pages)
            assert len(pages) <= len(told)
            assert all(plate.size >= SIZE for page in pages for plate in page)


def test_orders_that_nobody_could_read_are_cut_and_stay_above_the_keys() -> None:
    stage = Stage((1024, 768))
    laid = order_plates(["Hoist the starboard topgallant studding sail. " * 9] * 4, stage)

    assert not laid.fits
    assert laid.areas[-1].bottom <= stage.below.bottom
