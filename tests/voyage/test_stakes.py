"""Stakes: what an order is likely to move and how much, and that they never say which way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.loading.shelf import scenarios
from game.scenario.model.scenario import Effects, Order
from game.ship.gauges import GAUGES
from game.ship.ship import Ship, new_ship
from game.ship.weather import Weather
from game.testing import a_document, a_loaded_scenario, a_watch, an_order
from game.voyage.stakes import Stake, stakes_in_dots, stakes_in_words, stakes_of
from game.voyage.step import refusal
from game.voyage.view import offered_orders
from game.voyage.voyage import new_voyage

FAIR = Weather(1.0, 0.0, 0.5)
SHIP = new_ship(stability=60, crew=60, course_error=30)
WRITTEN = [
    (order, watch.weather)
    for loaded in scenarios()
    for watch in loaded.scenario.watches.values()
    for order in watch.orders.values()
]


def turned(order: Order, signs: list[float]) -> Order:
    """The order with some of its effects, now and later, the other way round."""

    def other(effects: Effects) -> Effects:
        pairs = zip(effects.items(), signs, strict=False)
        return {gauge: change * sign for (gauge, change), sign in pairs}

    return replace(
        order,
        chances=tuple(replace(one, effects=other(one.effects)) for one in order.chances),
        later=tuple(replace(one, effects=other(one.effects)) for one in order.later),
    )


def dots(order: Order, ship: Ship[float] = SHIP, weather: Weather[float] = FAIR) -> dict[str, int]:
    return {stake.gauge: stake.dots for stake in stakes_of(order, ship, weather)}


def an_order_with(kind: str = "teach", **changes: object) -> Order:
    """The one order of a scenario, as it is read."""
    watches = a_watch(it=an_order(kind, **changes)), a_watch(), a_watch(), a_watch()
    scenario = a_loaded_scenario(a_document(*watches)).scenario
    return scenario.watches["watch_1"].orders["it"]


@given(
    written=st.sampled_from(WRITTEN),
    signs=st.lists(st.sampled_from([1.0, -1.0]), min_size=len(GAUGES), max_size=len(GAUGES)),
    gauges=st.tuples(*[st.floats(1, 100)] * 3),
)
def test_stakes_never_tell_which_way(
    written: tuple[Order, Weather[float]], signs: list[float], gauges: tuple[float, ...]
) -> None:
    """Any effect of any shipped order turned round, on any ship, leaves every dot as it was."""
    order, weather = written
    ship = new_ship(*gauges)

    assert dots(turned(order, signs), ship, weather) == dots(order, ship, weather)


@given(written=st.sampled_from(WRITTEN), error=st.floats(0, 110))
def test_stakes_do_not_betray_where_she_really_is(
    written: tuple[Order, Weather[float]], error: float
) -> None:
    """Only what the captain believes of the course comes into them."""
    order, weather = written

    assert dots(order, replace(SHIP, course_error=error), weather) == dots(order, SHIP, weather)


def test_each_kind_of_order_moves_its_own_gauges() -> None:
    """Leading moves course and crew, managing the ship, teaching what the crew can do."""
    windy = replace(FAIR, wind=1.5)

    assert set(dots(an_order_with("course"))) == {"course_error", "crew"}
    assert {"sail", "stability"} <= set(dots(an_order_with("sails"), weather=windy))
    assert set(dots(an_order_with("teach"))) == {"seamanship"}


def test_half_a_watch_moves_less() -> None:
    """The same order, with half the effort."""
    whole, half = an_order_with("course"), an_order_with("course", effort="half")

    assert dots(half)["course_error"] < dots(whole)["course_error"]


def test_what_is_less_likely_or_comes_later_counts_less() -> None:
    """Eight points of progress: for sure, at one to three, and in three watches."""
    sure = an_order_with(effects={"progress": 8})
    chancy = an_order_with(
        outcomes=[
            {"chance": 25, "result": "It works.", "effects": {"progress": 8}},
            {"chance": 75, "result": "It does not."},
        ]
    )
    late = an_order_with(later=[{"after": 3, "text": "It is back.", "effects": {"progress": 8}}])

    assert dots(sure)["progress"] == 2
    assert dots(chancy)["progress"] == dots(late)["progress"] == 1


def test_stakes_are_told_for_the_eye_and_for_the_ear() -> None:
    """The same, with dots and with words; and where there is nothing to tell."""
    stakes = (Stake("crew", 3), Stake("stability", 2), Stake("course_error", 1))

    dotted = "Likely to move: crew\xa0●●●, stability\xa0●●○, course error\xa0●○○"
    assert stakes_in_dots(stakes) == dotted
    said = "Likely to move: crew a great deal, stability a lot, course error a little"
    assert stakes_in_words(stakes) == said
    assert stakes_in_dots(()) == "Likely to move: nothing much"


@pytest.mark.parametrize("number", range(2), ids=["open", "locked"])
def test_only_an_order_that_can_be_given_has_stakes(number: int) -> None:
    """A lock says why, and no more."""
    locked = an_order("sails", when=["crew is above 90"], locked="The hands are tired.")
    watch = a_watch(open=an_order("course"), locked=locked)
    scenario = a_loaded_scenario(a_document(watch, a_watch(), a_watch(), a_watch())).scenario
    voyage = new_voyage(scenario, 1)
    order = offered_orders(scenario, voyage)[number]

    assert bool(order.stakes) is not bool(order.locked)
    assert bool(refusal(scenario, voyage, order.id)) is bool(order.locked)
