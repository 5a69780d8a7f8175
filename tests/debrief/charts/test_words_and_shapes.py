"""What is said beside a chart is true of what the chart draws."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.debrief.charts.census import CensusChart, ConvoyCensusChart
from game.debrief.charts.drawing.chart_style import LIGHT, ChartStyle
from game.debrief.charts.needed_and_given import ConvoyNeededAndGivenChart
from game.number_format import brief
from game.session.prompts import PAGE_PROMPTS
from game.session.session import Page
from game.ship.ship import Outcome
from game.simulation.census_result import Census, CourseShare, Method, MixShare, StoppedBy, Tally
from game.simulation.confidence import Interval
from game.simulation.track import Track, TrackPoint
from tests.debrief.charts.test_charts import LOOK, over_each_other, written
from tests.debrief.charts.test_headlines import a_tally, asked

SHAPES = re.compile(r"\b(dot|bar|line|curve|column|circle|ring|point|square|triangle|row)s?\b")


@pytest.mark.parametrize("page", PAGE_PROMPTS)
def test_a_prompt_names_no_shape(page: Page) -> None:
    """One prompt is for one ship's chart and a convoy's, whatever is drawn on either."""
    assert not SHAPES.search(PAGE_PROMPTS[page])


@pytest.mark.parametrize("missed", [True, False], ids=["missed", "nothing missed"])
def test_hatching_is_told_of_where_something_is_hatched(missed: bool) -> None:
    """Where nothing was missed, nothing is."""
    chart = ConvoyNeededAndGivenChart((("Albatross", (asked(0.9, 0.1, missed=missed),)),))
    texts = " ".join(words.text for words in written(chart, LOOK))

    assert ("hatched" in texts) == missed


def test_the_bar_that_the_headline_tells_of_has_its_figure() -> None:
    """Of many narrow bars only that one and yours have one: not the luck of a handful."""
    rows = [CourseShare(n / 100, a_tally(50, 100, Interval(0.4, 0.6))) for n in range(101)]
    rows[30] = CourseShare(0.3, a_tally(3, 3, Interval(0.3, 1.0)))
    rows[60] = CourseShare(0.6, a_tally(77, 100, Interval(0.7, 0.84)))
    tally: Tally = a_tally(60)
    cells = tuple(MixShare(row.share, 0.0, row.tally) for row in rows)
    census = Census(Method.SAMPLED, StoppedBy.VOYAGES, tally, {}, tuple(rows), by_mix=cells)
    chart = CensusChart(census)
    texts = {words.text for words in written(chart, LOOK)}

    assert "most surely, 77 %, at 60 % course orders" in chart.headline
    assert brief(0.77) in texts
    assert brief(1.0) not in texts


@pytest.mark.parametrize("look", [LOOK, ChartStyle(1750, 560, 48.6, LIGHT)], ids=["720p", "1080p"])
def test_six_crews_on_three_bars_at_the_top_can_be_read(look: ChartStyle) -> None:
    """Where most crews stand; beside each other, the bars leave their names little room."""
    hump = (0, 1, 5, 12, 18, 20, 17, 11, 6, 3, 1, 0, 0)
    rows = tuple(CourseShare(n / 12, a_tally(arrived)) for n, arrived in enumerate(hump))
    cells = tuple(MixShare(row.share, 0.0, row.tally) for row in rows)
    census = Census(Method.EXHAUSTIVE, StoppedBy.NONE, a_tally(8), {}, rows, by_mix=cells)
    wake = Track("", Outcome.ADRIFT, (0.0,), (80.0,), (TrackPoint(0.0, 0.0),))
    stands = {"Albatross": 5, "Bittern": 4, "Cormorant": 6, "Dunlin": 5, "Eider": 5, "Fulmar": 6}
    crews = tuple((replace(wake, captain=name), n / 12, 0.0) for name, n in stands.items())
    texts = written(ConvoyCensusChart(census, crews), look)

    assert not over_each_other(texts)
    assert all(any(name in words.text for words in texts) for name in stands)
