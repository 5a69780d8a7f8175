"""A page in words: all that is on it, in the order in which one reads."""

from __future__ import annotations

import pytest

from game.ui.window.screens.screen import Screen
from game.ui.window.spoken.reading_order import Part, PartKind, parts_of, spoken
from game.ui.window.widgets.canvas import Canvas
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR, Player


def page_of(player: Player) -> tuple[Screen, Canvas]:
    """What the window shows, and what it is written on."""
    canvas = player.canvas
    return player.screen, canvas


def parts_at(aboard: Aboard, stop: str) -> list[Part]:
    return parts_of(*page_of(aboard(TOUR[stop])))


@pytest.mark.parametrize("stop", list(TOUR))
def test_whatever_is_written_is_told(aboard: Aboard, stop: str) -> None:
    """Each word of each screen but the foot; the figures of the gauges are told by their names."""
    screen, canvas = page_of(aboard(TOUR[stop]))
    told = " ".join(part.text for part in parts_of(screen, canvas))
    foot = [area for does, area in screen.places().items() if not isinstance(does, str)]
    for line in canvas.written:
        is_foot = any(area.top <= line.area.centery < area.bottom for area in foot)
        if not is_foot and line.text.strip():
            for word in line.text.split():
                assert word in told


def test_a_result_is_told_in_rows(aboard: Aboard) -> None:
    """Gauge, before, after, and what that is; columns are not mixed."""
    texts = [part.text for part in parts_at(aboard, "result") if part.kind is PartKind.TEXT]

    assert "Stability, 80, 83, better" in texts


def test_a_choice_that_is_marked_is_told_so(aboard: Aboard) -> None:
    player = aboard(TOUR["watch"])
    player.key("2")
    choices = [part for part in parts_of(*page_of(player)) if part.kind is PartKind.CHOICE]

    assert [part.id for part in choices if part.is_marked] == [choices[1].id]
    assert choices[1].text.startswith("2 ")


def test_a_chart_is_told_by_what_it_says(aboard: Aboard) -> None:
    pictures = [part for part in parts_at(aboard, "debrief") if part.kind is PartKind.PICTURE]

    assert pictures
    assert all(len(part.text) > 20 for part in pictures)


def test_a_choice_without_words_stops_no_reading() -> None:
    """A place on the window may be pressed where nothing is written."""
    parts = [Part(PartKind.TEXT, "The sea is calm."), Part(PartKind.CHOICE, "", id="1")]

    assert spoken(parts) == "The sea is calm."
