"""The charts of real voyages: nothing is written over anything, and they say what is so."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings

from game.debrief.charts.believed_and_true import ConvoyBelievedChart
from game.debrief.charts.census import ConvoyCensusChart
from game.debrief.charts.drawing.chart_style import DARK, LIGHT, SMALL, ChartStyle
from game.debrief.charts.drawing.rendering import Chart, picture, rendered_axes, svg, warm_up
from game.debrief.charts.needed_and_given import ConvoyNeededAndGivenChart
from game.debrief.charts.track import ConvoyChart
from game.debrief.debrief import Debrief, debrief_of
from game.debrief.pages import charts_by_name, debrief_pages
from game.scenario.loading.library import find
from game.simulation.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS, CAPTAINS, RANDOM
from game.simulation.single_voyage import sail_captain, track_of
from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order, follow
from game.voyage.flow import Flow
from tests.generators import commands, documents
from tests.simulation.brute import end_after
from tests.transcripts import FIRST

WINDOWS = {"adaptive": (1280, 720), "random": (1024, 768), "all course": (1920, 1080)}
"""Captains good and bad, and the window that each is shown in."""
ROOM = {"believed": (0.58, 0.66), "stability": (0.38, 0.66)}
"""The shares of a window that a chart has; the others have nearly all of its width."""
CAPTAIN = {captain.name: captain for captain in CAPTAINS}
CONVOY = (ADAPTIVE, ALL_COURSE, ALL_SAILS)
LOOK = ChartStyle(1240, 520, 32.4, DARK)


@cache
def a_debrief(scenario: str, captain: str, seed: int = 1) -> Debrief:
    """The debrief of a captain's voyage."""
    flow = Flow(find(scenario).scenario)
    return debrief_of(flow, sail_captain(flow, seed, CAPTAIN[captain]).voyage, "digest")


def charts_of(debrief: Debrief) -> dict[str, Any]:
    """The charts of a debrief, by name."""
    return charts_by_name(debrief_pages(debrief))


def some_charts(scenario: str = "maiden-passage", captain: str = "random") -> dict[str, Any]:
    """The charts of a captain's voyage."""
    return charts_of(a_debrief(scenario, captain))


def look_of(chart: Chart, window: tuple[int, int]) -> ChartStyle:
    """A chart's look in a window of this size, with text of 4.5 hundredths of its height."""
    wide, high = ROOM.get(chart.name, (0.96, 0.7))
    return ChartStyle(int(wide * window[0]), int(high * window[1]), 0.045 * window[1], DARK)


class Words(NamedTuple):
    """Something written on a chart: its size in pixels, and where it lies."""

    text: str
    size: float
    box: Any


def written(chart: Chart, look: ChartStyle) -> list[Words]:
    """Every text on a chart."""
    from matplotlib.text import Text

    with rendered_axes(chart, look) as sheet:
        sheet.figure.draw_without_rendering()
        return [
            Words(text.get_text(), float(text.get_fontsize()), text.get_window_extent())
            for text in sheet.figure.findobj(Text)
            if isinstance(text, Text) and text.get_visible() and text.get_text()
        ]


def over_each_other(texts: list[Words]) -> list[tuple[str, str]]:
    """Texts that share more than a pixel."""
    pairs = combinations(texts, 2)
    return [(one.text, other.text) for one, other in pairs if _meet(one.box, other.box)]


def _meet(one: Any, other: Any) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(wide > 1 and high > 1)


def _within(box: Any, look: ChartStyle) -> bool:
    return bool(box.x0 >= 0 and box.y0 >= 0 and box.x1 <= look.width and box.y1 <= look.height)


@pytest.mark.parametrize("captain", WINDOWS)
@pytest.mark.parametrize("scenario", FIRST)
def test_every_word_can_be_read(scenario: str, captain: str) -> None:
    """Nothing is written over anything, outside, or too small, in a window of any shape."""
    for chart in some_charts(scenario, captain).values():
        look = look_of(chart, WINDOWS[captain])
        texts = written(chart, look)

        assert not over_each_other(texts)
        assert not [text for text in texts if not _within(text.box, look)]
        assert min(text.size for text in texts) >= 0.999 * SMALL * look.em


def test_a_second_wake_is_on_the_track() -> None:
    """Both are yours where a voyage goes back into an earlier one; stability shows the last."""
    debrief = a_debrief("maiden-passage", "adaptive")
    earlier = replace(a_debrief("maiden-passage", "random").tracks[0], captain="you earlier")
    charts = charts_of(replace(debrief, tracks=(*debrief.tracks, earlier)))
    texts = written(charts["track"], look_of(charts["track"], WINDOWS["adaptive"]))

    assert "you earlier" in {words.text for words in texts}
    assert not over_each_other(texts)
    assert charts["stability"] == charts_of(debrief)["stability"]


@pytest.mark.parametrize("crews", range(2, 7))
def test_a_convoy_can_be_read(crews: int) -> None:
    """Two to six crews, one with the longest name there is, one with a name in money."""
    tracks = [
        replace(
            track_of(sail_captain(Flow(find(FIRST[0]).scenario), 1, captain)), captain=f"Crew {n}"
        )
        for n, captain in enumerate(CAPTAINS[:crews])
    ]
    tracks[1] = replace(tracks[1], captain="$5$ The Captains of Oda")
    chart = ConvoyChart(tuple(tracks))
    texts = written(chart, LOOK)

    assert not over_each_other(texts)
    assert {track.captain for track in tracks} < {words.text for words in texts}
    assert chart.headline.startswith(f"{crews} crews in the same sea: ")
    assert all(track.captain in chart.alt for track in tracks)


@given(documents(), commands)
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_voyage_can_be_drawn(document: dict[str, Any], orders: list[str]) -> None:
    """Over or not, before its first order, and however short its road."""
    with pytest.MonkeyPatch.context() as patch:
        end_after(7, patch)
        flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(document))
        _, voyage, _ = follow(flow, voyage, orders)
        for chart in charts_of(debrief_of(flow, voyage, "digest")).values():
            assert len(picture(chart, ChartStyle(320, 240, 10, LIGHT)).rgba) == 320 * 240 * 4
            assert chart.headline
            assert chart.alt


@pytest.mark.parametrize("crews", [2, 3, 6])
def test_the_debrief_of_a_convoy_can_be_read(crews: int) -> None:
    """Its captains under one hump, its needs beside each other; every crew is named."""
    debriefs = [a_debrief(FIRST[0], captain.name) for captain in CAPTAINS[:crews]]
    names = [f"Crew {n}" for n in range(crews)]
    wakes = tuple(
        (replace(debrief.tracks[0], captain=name), debrief.course_share, debrief.shared_share)
        for name, debrief in zip(names, debriefs, strict=True)
    )
    needs = tuple((name, debrief.asked) for name, debrief in zip(names, debriefs, strict=True))
    ghosts = charts_of(debriefs[0])["track"].ghosts
    tracks = tuple(track for track, *_ in wakes)
    seen = tuple((name, each.sightings) for name, each in zip(names, debriefs, strict=True))
    for chart in (
        ConvoyCensusChart(debriefs[0].census, wakes),
        ConvoyNeededAndGivenChart(needs),
        ConvoyBelievedChart(seen),
        ConvoyChart(tracks, frozenset(names[:1]), ghosts),
    ):
        texts = written(chart, LOOK)
        assert not over_each_other(texts)
        assert all(any(name in words.text for words in texts) for name in names)
        assert chart.headline.endswith(".")
        assert all(name in chart.alt for name in names)


def test_the_ghosts_of_a_convoy_are_named() -> None:
    """Once for all its charts, below them; without ghosts there is nothing to name."""
    track, *ghosts = (track_of(sail_captain(Flow(find(FIRST[0]).scenario), 1, c)) for c in CONVOY)
    crews = tuple(replace(track, captain=f"Crew {n}") for n in range(6))
    for shown in (tuple(ghosts), ()):
        texts = [words.text for words in written(ConvoyChart(crews, ghosts=shown), LOOK)]

        assert texts.count("course-only") == texts.count("sails-only") == bool(shown)


def test_a_name_in_any_script_is_drawn() -> None:
    """Without a word of warning, even where no font here has its letters."""
    tracks = tuple(
        replace(a_debrief(FIRST[0], "random").tracks[0], captain=name)
        for name in ("鯨とイルカ", "Équipage 🐋")
    )

    assert picture(ConvoyChart(tracks), LOOK).rgba


def test_a_sample_shows_how_sure_it_is() -> None:
    """Where voyages are too many to count, bars have intervals, and the chart says so."""
    flow = Flow(a_loaded_scenario(a_document(*(a_watch(),) * 14)).scenario)
    charts = charts_of(debrief_of(flow, sail_captain(flow, 1, RANDOM).voyage, "digest"))
    texts = [words.text for words in written(charts["captains"], LOOK)]

    assert "20,000 voyages drawn at random, with 95 % intervals" in charts["captains"].alt
    assert any("drawn at random" in text for text in texts)
    assert charts["captains"].headline.startswith("20,000 voyages were drawn at random. ")
    assert re.search(r"at \d+ %, \d+ % \(\d+ % to \d+ %\)", charts["captains"].alt)


def test_a_chart_drawn_twice_is_the_same() -> None:
    """As pixels and as SVG."""
    warm_up()
    chart = some_charts()["track"]

    assert picture(chart, LOOK) == picture(chart, LOOK)
    assert svg(chart, LOOK) == svg(chart, LOOK)


def test_an_svg_needs_nothing_from_outside() -> None:
    """Its links stay inside, and its ids are its own, so that many can stand on one page."""
    drawings = {chart.name: svg(chart, LOOK) for chart in some_charts().values()}
    ids = [id for text in drawings.values() for id in re.findall(r' id="([^"]+)"', text)]

    assert len(drawings) == 7
    assert len(ids) == len(set(ids))
    for name, text in drawings.items():
        links = re.findall(r'href="([^"]*)"', text)
        assert all(link.startswith(f"#{name}-") for link in links)
        assert set(re.findall(r"url\((.)", text)) <= {"#"}


def test_words_from_a_scenario_are_only_words() -> None:
    """No markup, no formula, and no more than three lines of them."""
    label = "Steer <b>$x^2$</b> & url(#x) " + "on and on " * 400
    watch = a_watch(steer=an_order("course", label=label), reef=an_order("sails", label=label))
    flow = Flow(a_loaded_scenario(a_document(*(watch,) * 3)).scenario)
    charts = charts_of(debrief_of(flow, sail_captain(flow, 1, RANDOM).voyage, "digest"))
    assert charts["one-watch"]
    drawing = svg(charts["one-watch"], LOOK)

    assert "Steer &lt;b&gt;$x^2$&lt;/b&gt; &amp; url(#x)" in drawing
    assert drawing.count("on and on") <= 9


def test_charts_load_nothing_heavy_until_they_are_drawn() -> None:
    """A headline and an alt text cost no drawing library."""
    program = "import sys, game.debrief.pages; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert not {"matplotlib", "numpy", "jinja2"} & set(done.stdout.split())
