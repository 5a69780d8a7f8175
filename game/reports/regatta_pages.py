"""The pages of a regatta's debrief: every ship on each of them, and none by name."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.believed_and_true import believed_and_true
from game.debrief.charts.census import RegattaCensusChart
from game.debrief.charts.regatta.costs_and_teaching import CostliestChart, TaughtChart
from game.debrief.charts.regatta.needs_and_orders import RegattaNeededChart, RegattaOrdersChart
from game.debrief.charts.regatta.wakes_and_beliefs import RegattaBelievedChart, RegattaWakesChart
from game.debrief.debrief import share_of
from game.debrief.fleet import ShipVoyage, Trial, needs_of, orders_of, spreads_of
from game.debrief.needs_and_practices import needed_and_given
from game.debrief.pages import DebriefPage, PageId, chart_page
from game.session.session import Page
from game.ship.attention_cost import Kind
from game.simulation.census_result import Census
from game.simulation.rollouts.onward import seas_beside
from game.simulation.single_voyage import Sail, track_of
from game.simulation.track import Track
from game.voyage.flow import Flow

TAUGHT = (Kind.TEACH, Kind.BOTH)


def regatta_pages(
    page: Page, ships: Sequence[ShipVoyage], census: Census, ghosts: tuple[Track, ...]
) -> tuple[DebriefPage, ...]:
    """What stands on a page, of these ships; what orders cost is found out by `costliest_page`."""
    match page:
        case Page.BELIEVED:
            tracks, at_sea = tuple(ship.track for ship in ships), sum(not s.over for s in ships)
            wakes = RegattaWakesChart(tracks, ghosts, at_sea)
            believed = RegattaBelievedChart(tuple(spreads_of(ships)))
            return chart_page(PageId.TRACK, wakes), chart_page(PageId.BELIEVED, believed)
        case Page.NEEDED:
            return (chart_page(PageId.NEEDS, RegattaNeededChart(tuple(needs_of(ships)))),)
        case Page.EVERY_CAPTAIN:
            mixes = tuple((ship.track, ship.course_share, ship.shared_share) for ship in ships)
            return (chart_page(PageId.CAPTAINS, RegattaCensusChart(census, mixes)),)
        case Page.ORDERS:
            return (chart_page(PageId.ORDERS, RegattaOrdersChart(tuple(orders_of(ships)))),)
        case Page.TAUGHT:
            counts = tuple((s.track, sum(kind in TAUGHT for kind in s.kinds)) for s in ships)
            return (chart_page(PageId.TAUGHT, TaughtChart(census, counts)),)
        case _:
            raise ValueError(page)


def costliest_page(
    flow: Flow, seed: int, sailed: Sequence[tuple[Sail, frozenset[int]]]
) -> DebriefPage:
    """Which orders cost most; with each ship the watches in which the mate gave them."""
    chart = CostliestChart(Trial(flow, seas_beside(flow, seed)).costs(sailed))
    return chart_page(PageId.COSTLIEST, chart, notes=[chart.note] if chart.note else [])


def ship_voyage(legs: Sail, by_mate: Sequence[int]) -> ShipVoyage:
    """What charts show of a ship."""
    orders = legs.scenario.watches
    kinds = (orders[leg.sailed.watch].orders[leg.sailed.order].kind for leg in legs.legs)
    return ShipVoyage(
        track_of(legs),
        over=legs.voyage.outcome is not None,
        course_share=share_of(legs, Kind.COURSE),
        shared_share=share_of(legs, *TAUGHT),
        sightings=tuple(believed_and_true(legs)),
        asked=tuple(needed_and_given(legs)),
        kinds=tuple(kinds),
        by_mate=frozenset(by_mate),
    )
