"""The pages of the debrief that a session's report shows, with their charts drawn for paper."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from game.debrief.charts.drawing.rendering import Chart
from game.debrief.pages import DebriefPage
from game.i18n import spoken
from game.reports.html import inline
from game.reports.room_pages import RoomVoyages, pages_of, voyages_of
from game.session.live_session import LiveSession
from game.session.session import TALK, Page
from game.voyage.flow import Flow

WIDE, HIGH = 186, 48
"""Of a chart on paper, millimetres; a second row of crews is as high again."""
HIGHER = 62
"""Every captain is: its grid has rows; and decisions, which need room; and a regatta's."""
ABREAST = 3
"""So many crews are drawn in one row."""
DrawnPage = tuple[DebriefPage, tuple[tuple[Chart, Markup], ...]]


def session_pages(room: LiveSession) -> tuple[DrawnPage, ...]:
    """The pages of the voyages as they stand; none before the first watch.

    Drawn once: people go on writing lines for Monday, and the report is written for each.
    """
    charted = tuple(page for page in room.session.pages if page not in TALK)
    return _draw(room.flow, voyages_of(room.session), charted, spoken())


@lru_cache(maxsize=1)
def _draw(
    flow: Flow, room: RoomVoyages, charted: tuple[Page, ...], _language: str
) -> tuple[DrawnPage, ...]:
    return tuple(
        (page, tuple((chart, inline(chart, WIDE, _height(room, at))) for chart in page.charts))
        for at in charted
        for page in pages_of(flow, room, at)
    )


def _height(room: RoomVoyages, page: Page) -> int:
    if room.is_regatta or page in {Page.EVERY_CAPTAIN, Page.DECISIONS}:
        return HIGHER
    return HIGH if len(room.ships) <= ABREAST else 2 * HIGH
