"""The passage reproduces the golden voyages and censuses, on one ship and on arrays alike."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ship.attention_cost import Attention, Effort, Kind, attention_of
from game.ship.gauges import GAUGE_RANGES
from game.ship.numbers import ONE, cosine, many
from game.ship.passage import LEG, move_world, pass_watch
from game.ship.ship import Outcome, Ship, end_of_ring, new_ship, outcome_of
from game.ship.weather import PRESETS, Weather, ring_growth

GOLDEN = json.loads((Path(__file__).parent.parent / "golden" / "passage.json").read_text())
KINDS = {
    "L": Kind.COURSE,
    "M": Kind.SAILS,
    "D": Kind.TEACH,
    "B": Kind.BOTH,
    "F": Kind.SAILS,
    "l": Kind.COURSE,
    "m": Kind.SAILS,
}
WEATHERS = {
    name: [Weather(**{figure: float(watch[figure]) for figure in watch}) for watch in watches]
    for name, watches in GOLDEN["weather"].items()
}


@pytest.mark.parametrize(
    "voyage", GOLDEN["voyages"], ids=lambda voyage: f"{voyage['weather']}-{voyage['orders']}"
)
def test_a_golden_voyage_is_sailed_watch_by_watch(voyage: dict[str, Any]) -> None:
    """Every figure within 1e-3, the outcome and its watch exactly."""
    ship = new_ship()
    outcome = Outcome.ADRIFT
    log = []
    for letter, weather in zip(voyage["orders"], WEATHERS[voyage["weather"]], strict=True):
        effort = Effort.HALF if letter.islower() else Effort.FULL
        attention = attention_of(KINDS[letter], effort, ship.seamanship, fix=letter == "F")
        met = move_world(ship, weather.shift, ring_growth(weather.shift, ONE), ONE)
        passage = pass_watch(met, attention, weather, LEG, ONE)
        ship = passage.ship
        log.append((met, passage))
        if ended := outcome_of(ship):
            outcome = ended
            break

    assert outcome == voyage["outcome"]
    assert len(log) == voyage["watches"] == len(voyage["log"])
    for (met, passage), golden in zip(log, voyage["log"], strict=True):
        mine = {name: getattr(passage.ship, name) for name in GAUGE_RANGES}
        mine |= {"reckoned": met.reckoned, "ring": met.doubt, "met": met.course_error}
        mine |= {"steered": passage.steered}
        mine |= {"heel": passage.heel, "speed": passage.speed, "balance": passage.hands.balance}
        for name, figure in mine.items():
            assert figure == pytest.approx(golden[name], abs=1e-3), (golden["watch"], name)


@pytest.mark.parametrize("name", list(WEATHERS))
def test_the_census_of_4096_captains_is_exact(name: str) -> None:
    """Outcomes of all course/sails captains, by number of course orders, on arrays."""
    given_orders = np.array(list(product((0.0, 1.0), repeat=12)))
    outcomes = np.full(len(given_orders), "adrift", dtype="<U9")
    sailing = np.ones(len(given_orders), dtype=bool)
    ship: Ship[Any] = new_ship()
    for watch, weather in enumerate(WEATHERS[name]):
        leading = given_orders[:, watch]
        attention = Attention(leading, 1 - leading, 0 * leading)
        met = move_world(ship, weather.shift, 0.0, many())
        ship = pass_watch(met, attention, weather, LEG, many()).ship
        for outcome, ended in (
            ("foundered", ship.stability <= 0),
            ("mutiny", ship.crew <= 0),
            ("arrived", ship.progress >= 100),
        ):
            outcomes[sailing & ended] = outcome
            sailing &= ~ended
    by_course = {
        str(n): dict(zip(*np.unique(of, return_counts=True), strict=True))
        for n in range(13)
        for of in [outcomes[given_orders.sum(axis=1) == n]]
    }

    assert by_course == GOLDEN["census"][name]["by_course_orders"]


@given(
    st.lists(st.sampled_from([*KINDS.values()]), min_size=1, max_size=14),
    st.lists(
        st.builds(Weather, st.floats(0.5, 2.5), st.floats(0, 60), st.floats(0, 1.5)),
        min_size=14,
        max_size=14,
    ),
)
def test_one_ship_and_arrays_agree_to_the_bit_and_stay_in_range(
    kinds: list[Kind], weathers: list[Weather[float]]
) -> None:
    """The same floats come out of both, in any weather and for any orders."""
    ship = new_ship()
    ships: Ship[Any] = Ship(**{name: np.full(3, getattr(ship, name)) for name in ship.__slots__})
    for kind, weather in zip(kinds, weathers, strict=False):
        attention = attention_of(kind, Effort.FULL, ship.seamanship)
        many_attentions: Attention[Any] = Attention(
            *(np.full(3, getattr(attention, part)) for part in attention.__slots__)
        )
        growth = ring_growth(weather.shift, ONE)
        ship = move_world(ship, weather.shift, growth, ONE)
        ship = pass_watch(ship, attention, weather, LEG, ONE).ship
        ships = move_world(ships, weather.shift, growth, many())
        ships = pass_watch(ships, many_attentions, weather, LEG, many()).ship

        for name in ship.__slots__:
            assert getattr(ships, name).tolist() == [getattr(ship, name)] * 3, name
        if ship.progress >= 100:
            return  # she has arrived, a little past the mark; `step` moors her at it
        for name, (low, high) in GAUGE_RANGES.items():
            assert low <= getattr(ship, name) <= high


@given(st.floats(-110, 110))
def test_the_cosine_is_the_cosine(degrees: float) -> None:
    """Far closer than any gauge is read."""
    assert cosine(degrees) == pytest.approx(math.cos(math.radians(degrees)), abs=1e-12)


@pytest.mark.parametrize(
    ("attention", "is_fixed"),
    [
        pytest.param(attention_of(Kind.COURSE, Effort.HALF, 30), True, id="half a course order"),
        pytest.param(attention_of(Kind.BOTH, Effort.FULL, 30), True, id="a little of each"),
        pytest.param(attention_of(Kind.SAILS, Effort.FULL, 30), False, id="sails"),
        pytest.param(attention_of(Kind.SAILS, Effort.FULL, 30, fix=True), True, id="sails, a look"),
        pytest.param(attention_of(Kind.TEACH, Effort.FULL, 30, fix=True), True, id="teach, a look"),
    ],
)
def test_a_fix_tells_where_she_is(attention: Attention[float], is_fixed: bool) -> None:
    """What is believed becomes the truth, and the ring closes; else it only grows."""
    met = move_world(new_ship(), 34.0, 52.0, ONE)
    passage = pass_watch(met, attention, PRESETS["steady"], LEG, ONE)
    after = passage.ship

    assert (met.course_error, met.reckoned, met.doubt) == (49, 15, 52)
    assert (after.reckoned == after.course_error) is is_fixed
    assert (after.doubt == 0) is is_fixed
    if not is_fixed:
        assert after.reckoned < after.course_error < end_of_ring(after, ONE)


@pytest.mark.parametrize(
    ("shift", "growth"), [(0, 9), (8.9, 9), (9, 30), (27.9, 30), (28, 52), (46, 52)], ids=str
)
def test_the_ring_grows_by_what_is_announced(shift: float, growth: float) -> None:
    """A little in any watch, more if a current is told of, most if it is a strong one."""
    assert ring_growth(shift, ONE) == growth
    assert ring_growth(np.array([shift]), many()).tolist() == [growth]


@pytest.mark.parametrize(
    ("kind", "effort", "seamanship", "shares"),
    [
        pytest.param(Kind.COURSE, Effort.FULL, 30, (1, 0, 0), id="course"),
        pytest.param(Kind.SAILS, Effort.HALF, 30, (0, 0.5, 0), id="half sails"),
        pytest.param(Kind.TEACH, Effort.FULL, 30, (0, 0, 1), id="teach"),
        pytest.param(Kind.BOTH, Effort.FULL, 64.9, (0.38, 0.38, 0), id="both costs a quarter"),
        pytest.param(Kind.BOTH, Effort.FULL, 65, (0.42, 0.42, 0), id="it costs the skilled less"),
        pytest.param(Kind.BOTH, Effort.HALF, 65, (0.21, 0.21, 0), id="half both"),
    ],
)
def test_attention_of_an_order(
    kind: Kind, effort: Effort, seamanship: float, shares: tuple[float, float, float]
) -> None:
    """Each kind spends its own share of the captain."""
    attention = attention_of(kind, effort, seamanship)

    assert (attention.leading, attention.managing, attention.teaching) == shares


@pytest.mark.parametrize(
    ("heel", "tired"), [(1.0, 0), (2.5, 9), (3.0, 12), (3.5, 12), (6.0, 12)], ids=str
)
def test_over_heeling_tires_a_crew_no_more_than_at_three_times_her_load(
    heel: float, tired: float
) -> None:
    """Nothing else tires these: one has led and trimmed alike, and she is on her course."""
    ship = replace(new_ship(), seamanship=0.0, sail=heel)  # nobody unasked shortens sail
    wind = Weather(wind=1.0, shift=0.0, complexity=0.0)
    passage = pass_watch(ship, Attention(1.0, 0.0, 0.0), wind, LEG, ONE)

    assert passage.heel == heel
    assert passage.toll.tired == pytest.approx(tired)


@pytest.mark.parametrize(
    ("stability", "crew", "progress", "outcome"),
    [
        pytest.param(0, 0, 100, Outcome.FOUNDERED, id="under water nobody mutinies or arrives"),
        pytest.param(1, 0, 100, Outcome.MUTINY, id="a crew that mutinies in sight of port"),
        pytest.param(1, 1, 100, Outcome.ARRIVED, id="in port at the end of their strength"),
        pytest.param(1, 1, 99, None, id="still at sea"),
    ],
)
def test_where_two_ends_meet_the_worse_one_counts(
    stability: float, crew: float, progress: float, outcome: Outcome | None
) -> None:
    """First whether she floats, then whether they obey, then whether she is there."""
    ship = replace(new_ship(), stability=stability, crew=crew, progress=progress)

    assert outcome_of(ship) is outcome
