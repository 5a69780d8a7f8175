"""The debrief of one ship as words and numbers, for a page that draws its charts itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from game.debrief.charts.drawing.rendering import Chart
from game.debrief.debrief import Debrief, debrief_of
from game.debrief.pages import DebriefPage, PageId, debrief_pages, decisions_page
from game.debrief.trials import decisions_of
from game.i18n import _, spoken
from game.number_format import listed
from game.reports.chart_figures import figures_of
from game.reports.room_findings import guessed_and_given, mix_of, two_runs
from game.session.session import Crew, Seat, Session
from game.simulation.single_voyage import sail_orders
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage, new_voyage

TOLD = (
    *(PageId.BELIEVED, PageId.TRACK, PageId.NEEDS, PageId.CAPTAINS),
    *(PageId.QUESTION, PageId.PRACTISED),
)
"""The pages that a captain gets at once; decision and luck on demand."""


def own_debrief(
    flow: Flow, session: Session, crew: Crew, room: Sequence[DebriefPage]
) -> list[dict[str, Any]]:
    """Its pages as plain data, and behind them room: what all together have shown.

    Each chart by its title, all its numbers in words, and its figures for drawing.
    """
    seat = next((seat for seat in session.seats.values() if seat.crew == crew.number), None)
    pages = _pages(flow, crew.voyage.seed, crew.voyage.gave, spoken())
    own = [_as_data(page, _earlier(flow, crew)) for page in pages]
    first = [_as_data(page) for page in _own_first(flow, session, crew, seat)]
    return [*first, *own, *map(_as_data, room)]


def own_decisions(flow: Flow, crew: Crew) -> list[dict[str, Any]]:
    """The one page that takes longer: every order against what else was open, over other seas."""
    return [_as_data(_decided(flow, crew.voyage.seed, crew.voyage.gave, spoken()))]


def _own_first(flow: Flow, session: Session, crew: Crew, seat: Seat | None) -> list[DebriefPage]:
    """What is said before the pages: whose orders these were, what was guessed, both runs."""
    pages = []
    if crew.by_mate:
        watches = listed([str(number) for number in crew.by_mate])
        lead = _("The mate gave the orders of these watches: {watches}.", watches=watches)
        pages.append(DebriefPage(PageId.MATES, _("Not your orders"), lead))
    if session.pace and seat and seat.guess is not None:
        pages.append(guessed_and_given(flow, crew, seat.guess))
    if crew.earlier:
        pages.append(two_runs(flow, [crew]))
    return pages


def _earlier(flow: Flow, crew: Crew) -> tuple[float, float] | None:
    return mix_of(flow, crew.earlier[-1].voyage) if crew.earlier else None


@lru_cache(maxsize=512)  # phones ask again whenever they come back
def _pages(flow: Flow, seed: int, orders: tuple[str, ...], _language: str) -> list[DebriefPage]:
    debrief: Debrief = debrief_of(flow, _voyage(flow, seed, orders), digest="")
    return [page for page in debrief_pages(debrief) if page.id in TOLD]


@lru_cache(maxsize=512)
def _decided(flow: Flow, seed: int, orders: tuple[str, ...], _language: str) -> DebriefPage:
    return decisions_page(decisions_of(flow, _voyage(flow, seed, orders)))


def _voyage(flow: Flow, seed: int, orders: tuple[str, ...]) -> Voyage:
    return sail_orders(flow, new_voyage(flow.scenario, seed), orders)[-1].voyage


def _as_data(page: DebriefPage, earlier: tuple[float, float] | None = None) -> dict[str, Any]:
    return {
        "id": page.id.value,
        "title": page.title,
        "lead": page.lead,
        "notes": [note.line for note in page.notes],
        "charts": [_chart(chart, earlier) for chart in page.charts],
    }


def _chart(chart: Chart, earlier: tuple[float, float] | None) -> dict[str, Any]:
    figures = figures_of(chart, earlier)
    return {"title": _(chart.title), "alt": chart.alt, "figures": figures}
