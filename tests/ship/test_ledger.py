"""The ledger: what a watch would have made without each of its terms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.ship.attention_cost import Attention
from game.ship.ledger import Ledger, Pace, Term, ledger_of, pace_needed
from game.ship.numbers import ONE, cosine
from game.ship.passage import LEG, Passage, move_world, pass_watch
from game.ship.ship import Ship, new_ship
from game.ship.weather import Weather

FAIR = Weather(wind=1.0, shift=0.0, complexity=0.0)
IDLE = Attention(0.0, 0.0, 0.0)
SOUND = replace(new_ship(stability=100, crew=100, seamanship=0, course_error=0), learning=0.0)
"""Whole, on course and balanced: nothing holds her back."""


def sailed(
    ship: Ship[float], weather: Weather[float] = FAIR, order: Attention[float] = IDLE
) -> tuple[Passage[float], Ship[float]]:
    """The watch, and the ship as it found her."""
    met = move_world(ship, weather.shift, 9.0, ONE)
    return pass_watch(met, order, weather, LEG, ONE), met


def a_ledger(
    ship: Ship[float], weather: Weather[float] = FAIR, order: Attention[float] = IDLE
) -> Ledger:
    passage, met = sailed(ship, weather, order)
    return ledger_of(passage, weather, met, Pace(LEG, 8.0))


def test_a_perfect_watch_loses_no_way() -> None:
    """A sound ship in the wind she was built for."""
    ledger = a_ledger(SOUND)

    assert ledger.made == pytest.approx(LEG, rel=0.02)
    assert max(map(abs, ledger.way.values())) < 0.2
    assert ledger.stability[Term.WEAR] == -5


@pytest.mark.parametrize(
    ("figures", "sky", "term"),
    [
        pytest.param({}, {"wind": 0.7}, Term.WIND, id="light wind"),
        pytest.param({"sail": 0.4}, {}, Term.CANVAS, id="reefed in a fair wind"),
        pytest.param({}, {"wind": 1.4}, Term.HEEL, id="full sail in a blow"),
        pytest.param({"leading": 1.0, "managing": 0.0}, {}, Term.HABIT, id="all course"),
        pytest.param({"crew": 20.0}, {}, Term.CREW, id="a low crew"),
        pytest.param({"stability": 20.0}, {}, Term.HULL, id="a worn hull"),
        pytest.param({"course_error": 50.0}, {}, Term.COURSE, id="off course"),
        pytest.param({}, {"shift": 40.0}, Term.CURRENT, id="a current"),
    ],
)
def test_what_is_wrong_with_her_is_what_she_loses_by(
    figures: dict[str, float], sky: dict[str, float], term: Term
) -> None:
    """One thing at a time: the ledger finds it, and it is all that she lost."""
    ledger = a_ledger(replace(SOUND, **figures), replace(FAIR, **sky))

    assert min(ledger.way, key=ledger.way.__getitem__) is term
    assert ledger.made - ledger.way[term] == pytest.approx(LEG, rel=0.03)


@given(
    error=st.floats(0, 85),
    crew=st.floats(5, 100),
    stability=st.floats(5, 100),
    sail=st.floats(0.2, 1),
    wind=st.floats(0.6, 1.8),
    shift=st.floats(0, 20),
)
def test_without_current_and_error_she_would_have_sailed_straight(
    error: float, crew: float, stability: float, sail: float, wind: float, shift: float
) -> None:
    """Put right both in the passage itself, and it makes as much more as the ledger says."""
    ship = replace(SOUND, course_error=error, crew=crew, stability=stability, sail=sail)
    ship = replace(ship, progress=30.0)
    sky = Weather(wind, shift, 0.0)
    ledger, (straight, _) = a_ledger(ship, sky), sailed(replace(ship, course_error=0.0), sky)
    run = LEG * straight.speed
    off = sailed(ship, sky)[0].steered

    assert ledger.way[Term.CURRENT] + ledger.way[Term.COURSE] == pytest.approx(
        run * (cosine(off) - 1), abs=1e-9
    )
    assert all(part <= 1e-9 for part in ledger.way.values())


def test_stability_is_worn_strained_and_mended() -> None:
    """What the watch did to it is the sum of its terms."""
    ship, blow = new_ship(stability=60), Weather(1.5, 0.0, 0.7)
    order = Attention(0.0, 1.0, 0.0)
    ledger, (passage, met) = a_ledger(ship, blow, order), sailed(ship, blow, order)
    terms = ledger.stability

    assert sum(terms.values()) == pytest.approx(passage.ship.stability - met.stability)
    assert terms[Term.WEAR] == -8.5
    assert terms[Term.MENDED] > terms[Term.UNASKED] > 0 > terms[Term.HEEL]


def test_what_an_idle_captains_crew_mends_is_its_own_doing() -> None:
    """Nobody ordered it."""
    ledger = a_ledger(new_ship(stability=50, seamanship=80))

    assert ledger.stability[Term.MENDED] == 0
    assert ledger.stability[Term.UNASKED] > 5


def test_an_orders_own_effects_stand_apart() -> None:
    """Gains in the columns, what it cost by gauge; canvas is neither gain nor cost."""
    met = replace(new_ship(), progress=20.0)
    begun = replace(
        met, progress=16.0, stability=86.0, crew=55.0, sail=0.9, course_error=met.course_error + 5
    )
    passage = pass_watch(begun, IDLE, FAIR, LEG, ONE)
    ledger = ledger_of(passage, FAIR, met, Pace(LEG, 8.0))

    assert ledger.costs == {"progress": 4.0, "crew": 5.0, "course_error": 5.0}
    assert ledger.stability[Term.ORDER] == 6
    assert -5 < ledger.way[Term.ORDER] < -4
    assert ledger.made == passage.made_good - 4


@pytest.mark.parametrize(
    ("progress", "watches", "needed"),
    [(0, 10, 10.0), (70, 3, 10.0), (95, 1, 5.0), (100, 2, 0.0), (130, 2, 0.0)],
    ids=str,
)
def test_the_pace_needed_is_what_is_left_by_the_watches_left(
    progress: float, watches: int, needed: float
) -> None:
    """In percent of the voyage; nothing, once she has arrived."""
    assert pace_needed(progress, watches) == needed
