"""The pages of the debrief that a session's report shows, with their charts drawn for paper."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from game.debrief.believed_and_true import believed_and_true
from game.debrief.charts.census import RegattaCensusChart
from game.debrief.charts.drawing.rendering import Chart
from game.debrief.debrief import LIMITS, share_of
from game.debrief.needs_and_practices import needed_and_given
from game.debrief.pages import (
    CREW_PAGES,
    CrewVoyage,
    DebriefPage,
    PageId,
    chart_page,
    convoy_decisions_page,
    crew_charts,
    decisions_page,
)
from game.debrief.trials import decisions_of
from game.i18n import spoken
from game.reports.html import inline
from game.session.live_session import LiveSession
from game.ship.attention_cost import Kind
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.census import census_of
from game.simulation.single_voyage import retrace, sail_captain, track_of
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage

WIDE, HIGH = 186, 48
"""Of a chart on paper, millimetres; a second row of crews is as high again."""
HIGHER = 62
"""Every captain is: its grid has rows; and decisions, which need room."""
ABREAST = 3
"""So many crews are drawn in one row."""
DrawnPage = tuple[DebriefPage, tuple[tuple[Chart, Markup], ...]]


def session_pages(room: LiveSession) -> tuple[DrawnPage, ...]:
    """The pages of the voyages as they stand; none before the first watch.

    Drawn once: people go on writing lines for Monday, and the report is written for each.
    """
    crews = room.session.crews
    if not any(crew.voyage.sailed for crew in crews):
        return ()
    voyages = tuple((crew.name, crew.voyage) for crew in crews)
    return _draw(room.flow, voyages, room.session.pace is not None, spoken())


@lru_cache(maxsize=1)
def _draw(
    flow: Flow, voyages: tuple[tuple[str, Voyage], ...], is_regatta: bool, _language: str
) -> tuple[DrawnPage, ...]:
    seed = voyages[0][1].seed
    crews = [_crew(flow, name, voyage) for name, voyage in voyages]
    if is_regatta:
        census = census_of(flow.scenario, seed, LIMITS)
        ships = tuple((each.track, each.course_share, each.shared_share) for each in crews)
        ringed = RegattaCensusChart(census, ships)
        drawn = ((ringed, inline(ringed, WIDE, HIGHER)),)
        return ((chart_page(PageId.CAPTAINS, ringed), drawn),)
    ghosts = tuple(track_of(sail_captain(flow, seed, each)) for each in (ALL_COURSE, ALL_SAILS))
    charts = crew_charts(crews, ghosts, census_of(flow.scenario, seed, LIMITS))
    decided = [(name, decisions_of(flow, voyage)) for name, voyage in voyages]
    last = decisions_page(decided[0][1]) if len(decided) == 1 else convoy_decisions_page(decided)
    pages = (*map(chart_page, CREW_PAGES, charts), last)
    high = HIGH if len(crews) <= ABREAST else 2 * HIGH
    return tuple(
        (page, tuple((chart, inline(chart, WIDE, height)) for chart in page.charts))
        for page, height in zip(pages, (high, high, high, HIGHER, HIGHER), strict=True)
    )


def _crew(flow: Flow, name: str, voyage: Voyage) -> CrewVoyage:
    sailed = retrace(flow, voyage)
    return CrewVoyage(
        name,
        track_of(sailed),
        over=voyage.outcome is not None,
        course_share=share_of(sailed, Kind.COURSE),
        shared_share=share_of(sailed, Kind.TEACH, Kind.BOTH),
        sightings=tuple(believed_and_true(sailed)),
        asked=tuple(needed_and_given(sailed)),
    )
