"""The debrief of one ship of a regatta as words and numbers, for a page that draws no charts."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from game.debrief.debrief import debrief_of
from game.debrief.pages import DebriefPage, PageId, debrief_pages
from game.i18n import _, spoken
from game.number_format import listed
from game.session.session import Crew
from game.simulation.single_voyage import sail_orders
from game.voyage.flow import Flow
from game.voyage.voyage import new_voyage

TOLD = (
    *(PageId.BELIEVED, PageId.TRACK, PageId.NEEDS, PageId.CAPTAINS),
    *(PageId.QUESTION, PageId.PRACTISED),
)
"""The pages that a captain gets; the others the room talks about."""


def own_debrief(flow: Flow, crew: Crew) -> list[dict[str, Any]]:
    """Its pages as plain data; each chart by its title and all its numbers in words."""
    pages = _pages(flow, crew.voyage.seed, crew.voyage.gave, spoken())
    if not crew.by_mate:
        return pages
    watches = listed([str(number) for number in crew.by_mate])
    lead = _("The mate gave the orders of these watches: {watches}.", watches=watches)
    return [{"title": _("Not your orders"), "lead": lead, "notes": [], "charts": []}, *pages]


@lru_cache(maxsize=512)  # phones ask again whenever they come back
def _pages(flow: Flow, seed: int, orders: tuple[str, ...], _language: str) -> list[dict[str, Any]]:
    voyage = sail_orders(flow, new_voyage(flow.scenario, seed), orders)[-1].voyage
    pages = debrief_pages(debrief_of(flow, voyage, digest=""))
    return [_as_data(page) for page in pages if page.id in TOLD]


def _as_data(page: DebriefPage) -> dict[str, Any]:
    return {
        "title": page.title,
        "lead": page.lead,
        "notes": [note.line for note in page.notes],
        "charts": [{"title": _(chart.title), "alt": chart.alt} for chart in page.charts],
    }
