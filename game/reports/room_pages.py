"""The pages with charts that a room looks at together: of one ship, a convoy or a regatta."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from game.debrief.believed_and_true import believed_and_true
from game.debrief.charts.drawing.chart_style import ChartStyle
from game.debrief.charts.drawing.rendering import svg
from game.debrief.debrief import LIMITS, share_of
from game.debrief.decisions import Decisions
from game.debrief.fleet import ShipVoyage
from game.debrief.needs_and_practices import needed_and_given
from game.debrief.pages import (
    CREW_PAGES,
    CrewVoyage,
    DebriefPage,
    chart_page,
    convoy_decisions_page,
    crew_charts,
    decisions_page,
)
from game.debrief.trials import decisions_of
from game.i18n import _
from game.reports.regatta_pages import costliest_page, regatta_pages, ship_voyage
from game.reports.room_findings import room_findings, together_page
from game.session.session import Page, Session
from game.ship.attention_cost import Kind
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.census import census_of
from game.simulation.census_result import Census
from game.simulation.single_voyage import retrace, sail_captain, track_of
from game.simulation.track import Track
from game.voyage.flow import Flow
from game.voyage.voyage import Voyage, new_voyage

Sailed = tuple[str, tuple[str, ...]]
"""A ship's name, and the orders that were given on her."""
STYLE = re.compile("<style.*?</style>", re.DOTALL)
"""What matplotlib says of all lines alike."""
KEPT = 1024
"""So many ships' voyages are kept as they were sailed again."""


@dataclass(frozen=True, slots=True)
class RoomVoyages:
    """What a room has sailed, in one sea: each ship's name and orders; of a regatta's, too, the
    watches in which the mate gave them, and what was said besides. session: that it is made of.
    """

    seed: int
    ships: tuple[Sailed, ...]
    is_regatta: bool = False
    by_mate: tuple[tuple[int, ...], ...] = ()
    said: tuple[object, ...] = ()
    session: Session | None = field(default=None, compare=False, repr=False)


def voyages_of(session: Session) -> RoomVoyages:
    """What has been sailed so far; of ships that have not left port, nothing."""
    crews = [crew for crew in session.crews if crew.voyage.sailed]
    sailed = tuple((crew.name, crew.voyage.gave) for crew in crews)
    by_mate = tuple(crew.by_mate for crew in crews)
    words = ((seat.guess, seat.answer) for seat in session.seats.values())
    said = (session.poll, session.pairs, *words)
    return RoomVoyages(session.seed, sailed, session.pace is not None, by_mate, said, session)


def pages_of(flow: Flow, room: RoomVoyages, page: Page) -> tuple[DebriefPage, ...]:
    """What stands on a page of the room's debrief; nothing before the first watch."""
    if not room.ships:
        return ()
    return _fleet_pages(flow, room, page) if room.is_regatta else _crew_pages(flow, room, page)


@lru_cache(maxsize=64)
def drawn_for_walls(
    flow: Flow, room: RoomVoyages, at: tuple[Page, int], look: ChartStyle, _language: str
) -> dict[str, Any] | None:
    """One of a page's, drawn, as plain data; None if there is no such one. at: page and number."""
    pages = pages_of(flow, room, at[0])
    if not 0 <= at[1] < len(pages):
        return None
    page = pages[at[1]]
    return {
        "title": page.title,
        "lead": page.lead,
        "charts": [
            {"title": _(each.title), "alt": each.alt, "svg": without_styles(svg(each, look))}
            for each in page.charts
        ],
        "notes": [{"name": note.name, "text": note.text} for note in page.notes],
    }


def without_styles(drawn: str) -> str:
    """A drawing whose inks stand beside it: pages that bring no styles along set them by script."""
    bare = STYLE.sub("", drawn).replace(' style="', ' data-style="')
    return bare.replace("<svg ", '<svg stroke-linejoin="round" stroke-linecap="butt" ', 1)


def _fleet_pages(flow: Flow, room: RoomVoyages, page: Page) -> tuple[DebriefPage, ...]:
    if page is Page.TOGETHER:
        return (together_page(room_findings(flow, room.session) if room.session else []),)
    if page is Page.COSTLIEST:
        sailed = [
            (retrace(flow, voyage_in(flow, room.seed, gave)), frozenset(by_mate))
            for (_name, gave), by_mate in zip(room.ships, room.by_mate, strict=True)
        ]
        return (costliest_page(flow, room.seed, sailed),)
    ships = [
        ship_in(flow, room.seed, gave, by_mate)
        for (_name, gave), by_mate in zip(room.ships, room.by_mate, strict=True)
    ]
    return regatta_pages(page, ships, census_in(flow, room.seed), ghosts_in(flow, room.seed))


@lru_cache(maxsize=KEPT)
def ship_in(flow: Flow, seed: int, gave: tuple[str, ...], by_mate: tuple[int, ...]) -> ShipVoyage:
    return ship_voyage(retrace(flow, voyage_in(flow, seed, gave)), by_mate)


def _crew_pages(flow: Flow, room: RoomVoyages, page: Page) -> tuple[DebriefPage, ...]:
    seed = room.seed
    if page is Page.DECISIONS:
        decided = [(name, decisions_in(flow, seed, gave)) for name, gave in room.ships]
        alone = len(decided) == 1
        return (decisions_page(decided[0][1]) if alone else convoy_decisions_page(decided),)
    crews = [crew_voyage(flow, seed, each) for each in room.ships]
    charts = crew_charts(crews, ghosts_in(flow, seed), census_in(flow, seed))
    pages = tuple(map(chart_page, CREW_PAGES, charts))
    return {Page.BELIEVED: pages[:2], Page.NEEDED: pages[2:3], Page.EVERY_CAPTAIN: pages[3:]}[page]


@lru_cache(maxsize=4)
def census_in(flow: Flow, seed: int) -> Census:
    return census_of(flow.scenario, seed, LIMITS)


@lru_cache(maxsize=4)
def ghosts_in(flow: Flow, seed: int) -> tuple[Track, ...]:
    """The ships that did but one thing."""
    return tuple(track_of(sail_captain(flow, seed, each)) for each in (ALL_COURSE, ALL_SAILS))


@lru_cache(maxsize=16)
def decisions_in(flow: Flow, seed: int, gave: tuple[str, ...]) -> Decisions:
    return decisions_of(flow, voyage_in(flow, seed, gave))


@lru_cache(maxsize=KEPT)
def crew_voyage(flow: Flow, seed: int, sailed: Sailed) -> CrewVoyage:
    """What charts show of a ship."""
    name, gave = sailed
    legs = retrace(flow, voyage_in(flow, seed, gave))
    return CrewVoyage(
        name,
        track_of(legs),
        over=legs.voyage.outcome is not None,
        course_share=share_of(legs, Kind.COURSE),
        shared_share=share_of(legs, Kind.TEACH, Kind.BOTH),
        sightings=tuple(believed_and_true(legs)),
        asked=tuple(needed_and_given(legs)),
    )


def voyage_in(flow: Flow, seed: int, gave: tuple[str, ...]) -> Voyage:
    """A voyage as `retrace` reads it: its sea, and the orders that were given in it."""
    return replace(new_voyage(flow.scenario, seed), gave=gave)
