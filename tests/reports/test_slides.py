"""The slides to begin with, and the sheet: they print, and tell nothing of what comes."""

from __future__ import annotations

import pytest

from game.reports.slides import slides
from game.scenario.loading.library import find
from tests.transcripts import SCENARIOS

SLIDES = 8


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_slides_tell_how_it_goes_and_nothing_of_what_comes(scenario: str) -> None:
    """Neither an order, nor a note, nor an ending; and the page asks nobody for anything."""
    sea = find(scenario).scenario
    page = slides(sea)

    assert page.count('<section class="slide">') == SLIDES
    assert page.count("<tr>") == 1 + sea.ahead(sea.first_watch)
    for watch in sea.watches.values():
        assert watch.situation.strip()[:40] not in page
        assert not any(order.label in page for order in watch.orders.values())
    assert not any(f">{ending.title}<" in page for ending in sea.endings)
    assert "http://" not in page
    assert "https://" not in page
