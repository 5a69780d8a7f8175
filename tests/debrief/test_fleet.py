"""A regatta afterwards: what its ships believed, met, ordered and lost; the mate left out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from game.debrief.charts.drawing.chart_style import DARK, ChartStyle
from game.debrief.charts.drawing.rendering import picture
from game.debrief.fleet import Trial, needs_of, orders_of, spreads_of
from game.debrief.needs_and_practices import KINDS
from game.reports.regatta_pages import ship_voyage
from game.reports.room_pages import RoomVoyages, drawn_for_walls, pages_of, voyage_in
from game.scenario.loading.library import find
from game.session.session import REGATTA_PAGES, TALK, Page
from game.ship.attention_cost import Kind
from game.simulation.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS
from game.simulation.rollouts.onward import seas_beside
from game.simulation.single_voyage import Sail, retrace, sail_captain
from game.voyage.flow import Flow

SEED = 7
LOOK = ChartStyle(800, 320, 18.0, DARK)


@pytest.fixture(scope="module")
def flow() -> Flow:
    return Flow(find("drift").scenario)


@pytest.fixture(scope="module")
def sails(flow: Flow) -> list[Sail]:
    """Three ships: one that did all, one of course orders, one of sails orders."""
    return [sail_captain(flow, SEED, each) for each in (ADAPTIVE, ALL_COURSE, ALL_SAILS)]


def room_of(sails: Sequence[Sail], mate: tuple[int, ...] = ()) -> RoomVoyages:
    """These ships as a room's; mate: the watches in which he gave the last ship's orders."""
    ships = tuple((f"Ship-{n:03}", each.voyage.gave) for n, each in enumerate(sails, 1))
    return RoomVoyages(SEED, ships, True, (*[()] * (len(sails) - 1), mate))


def test_every_page_says_something_and_draws(flow: Flow, sails: list[Sail]) -> None:
    """In the design's order; all its numbers are in words, and no ship is named."""
    charted = [page for page in REGATTA_PAGES if page not in {*TALK, Page.TOGETHER}]
    pages = [each for page in charted for each in pages_of(flow, room_of(sails), page)]

    assert list(charted)[:2] == [Page.BELIEVED, Page.NEEDED]
    assert len(pages) == len(charted) + 1  # the wakes stand before what was believed
    for page in pages:
        [chart] = page.charts
        assert page.lead
        assert chart.alt
        assert "Ship-" not in page.lead + chart.alt
        drawn = picture(chart, LOOK)
        assert len({drawn.rgba[at : at + 3] for at in range(0, len(drawn.rgba), 404)}) > 3


def test_what_a_wall_is_sent_brings_no_styles_along(flow: Flow, sails: list[Sail]) -> None:
    """Browsers refuse those of a page that may not have any."""
    sent = drawn_for_walls(flow, room_of(sails), (Page.NEEDED, 0), LOOK, "en")

    assert sent
    assert " style=" not in sent["charts"][0]["svg"]
    assert "<style" not in sent["charts"][0]["svg"]
    assert drawn_for_walls(flow, room_of(sails), (Page.NEEDED, 1), LOOK, "en") is None


def test_the_room_splits_and_the_sea_asks(sails: list[Sail]) -> None:
    """Each watch counts each captain once, and no more met a need than it pressed."""
    ships = [ship_voyage(each, ()) for each in sails]
    orders, needs = list(orders_of(ships)), list(needs_of(ships))

    assert orders[0].ships == len(sails)
    assert orders[0].given[Kind.SAILS] >= 1 <= orders[0].given[Kind.COURSE]
    assert all(
        0 <= each.met[kind] <= each.pressed[kind] <= each.ships for each in needs for kind in KINDS
    )
    assert any(each.missed(kind) for each in needs for kind in KINDS)


def test_what_the_mate_ordered_is_nobodys(sails: list[Sail]) -> None:
    ships = [ship_voyage(each, (1, 2)) for each in sails]

    assert [each.ships for each in orders_of(ships)][:3] == [0, 0, len(sails)]
    assert next(needs_of(ships)).ships == 0


def test_the_truth_of_a_room_lies_in_its_spread(sails: list[Sail]) -> None:
    for each in spreads_of([ship_voyage(sail, ()) for sail in sails]):
        assert each.low <= each.true <= each.high


def test_the_costliest_orders_are_those_that_lose_most_landfalls(
    flow: Flow, sails: list[Sail]
) -> None:
    """Two equal ships lose twice what one does; of the mate's orders none is told."""
    course = retrace(flow, voyage_in(flow, SEED, sails[1].voyage.gave))
    trial = Trial(flow, seas_beside(flow, SEED))
    nobody = frozenset[int]()
    once, twice = (trial.costs([(course, nobody)] * count) for count in (1, 2))

    assert once.orders[0].cost > 0.05
    assert twice.orders[0].total == pytest.approx(2 * once.orders[0].total)
    assert list(once.orders) == sorted(once.orders, key=lambda each: -each.total)
    assert not trial.costs([(course, frozenset(range(1, 20)))]).orders
