"""The charts of a session's report: the first three pages of the debrief, drawn for paper."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from game.debrief.believed_and_true import believed_and_true
from game.debrief.charts.census import RegattaCensusChart
from game.debrief.charts.drawing.rendering import Chart
from game.debrief.debrief import LIMITS, share_of
from game.debrief.needs_and_practices import needed_and_given
from game.debrief.pages import CrewVoyage, crew_charts
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
GRID = 62
"""Every captain is higher: its grid has rows."""
ABREAST = 3
"""So many crews are drawn in one row."""
DrawnChart = tuple[Chart, Markup]


def session_charts(room: LiveSession) -> tuple[DrawnChart, ...]:
    """The charts of the voyages as they stand; none before the first watch.

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
) -> tuple[DrawnChart, ...]:
    seed = voyages[0][1].seed
    ghosts = tuple(track_of(sail_captain(flow, seed, each)) for each in (ALL_COURSE, ALL_SAILS))
    crews = []
    for name, voyage in voyages:
        sailed = retrace(flow, voyage)
        over, asked = voyage.outcome is not None, tuple(needed_and_given(sailed))
        mix = share_of(sailed, Kind.COURSE), share_of(sailed, Kind.TEACH, Kind.BOTH)
        seen = tuple(believed_and_true(sailed))
        crews.append(CrewVoyage(name, track_of(sailed), over, *mix, seen, asked))
    if is_regatta:
        census = census_of(flow.scenario, seed, LIMITS)
        ships = tuple((each.track, each.course_share, each.shared_share) for each in crews)
        ringed = RegattaCensusChart(census, ships)
        return ((ringed, inline(ringed, WIDE, GRID)),)
    charts = crew_charts(crews, ghosts, census_of(flow.scenario, seed, LIMITS))
    believed, track, needs, captains = charts
    high = HIGH if len(crews) <= ABREAST else 2 * HIGH
    drawn = ((believed, high), (track, high), (needs, high), (captains, GRID))
    return tuple((chart, inline(chart, WIDE, height)) for chart, height in drawn)
