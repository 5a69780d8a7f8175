"""The why-line: what moved the watch, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ship.attention_cost import Effort, Kind, attention_of
from game.ship.numbers import ONE
from game.ship.passage import LEG, Passage, pass_watch
from game.ship.ship import new_ship
from game.ship.weather import Weather
from game.ship.why import why_line


def why(sail: float) -> str:
    """After a course order in fair wind, with so much sail set."""
    ship = replace(new_ship(), sail=sail)
    order = attention_of(Kind.COURSE, Effort.FULL, ship.seamanship)
    wind = Weather(wind=1.0, shift=0.0, complexity=0.0)
    return why_line(pass_watch(ship, order, wind, LEG, ONE), wind)


def a_passage(mended: float = 0.0, balance: float = 1.0, **figures: float) -> Passage[float]:
    """A watch on which nothing weighed, but for these figures of passage and ship.

    She made little way on her course, at her designed heel.
    """
    ship = replace(new_ship(), stability=100.0, crew=100.0)
    sailed = pass_watch(ship, attention_of(Kind.BOTH, Effort.FULL, 60.0), FAIR, LEG, ONE)
    gauges = {name: figures.pop(name) for name in ("stability", "crew") if name in figures}
    return replace(
        sailed,
        ship=replace(ship, **gauges),
        hands=replace(sailed.hands, balance=balance),
        toll=replace(sailed.toll, mended=5 + mended, worn=5.0),
        **{"heel": 1.0, "over": 0.0, "steered": 0.0, "speed": 0.5, **figures},
    )


FAIR = Weather(wind=1.0, shift=0.0, complexity=0.0)
LIGHT = replace(FAIR, wind=0.5)
GALE = replace(FAIR, wind=1.7)
BUSY = replace(FAIR, complexity=0.5)


def test_too_little_sail_is_said_once() -> None:
    """The sentence about the ship has said already what kept her."""
    assert why(sail=0.3) == (
        "Heel 0.4: too little sail for this wind. The course was true, but she made little way."
    )


@pytest.mark.parametrize(
    ("passage", "weather", "said"),
    [
        (a_passage(over=0.06), FAIR, "too much sail for this wind"),
        (a_passage(over=0.05), FAIR, "sail and wind agree"),
        (a_passage(heel=0.64), FAIR, "too little sail for this wind"),
        (a_passage(heel=0.66), FAIR, "sail and wind agree"),
        (a_passage(heel=0.64), GALE, "too little sail for this wind"),
        (a_passage(heel=0.66), GALE, "sail and wind agree"),
        (a_passage(heel=0.16), LIGHT, "too little sail for this wind"),
        (a_passage(heel=0.17), LIGHT, "sail and wind agree"),
        (a_passage(mended=3.1), FAIR, "well trimmed, and more was mended than the sea wore out"),
        (a_passage(mended=2.9), FAIR, "sail and wind agree"),
        (a_passage(mended=-2.9), BUSY, "sail and wind agree"),
        (a_passage(mended=-3.1), BUSY, "she stood, but so much at once wears faster than hands m"),
        (a_passage(mended=-3.1), FAIR, "an easy wind, but nobody saw to the small repairs"),
    ],
    ids=lambda given: given[:9] if isinstance(given, str) else "",
)
def test_what_the_watch_did_to_the_ship(
    passage: Passage[float], weather: Weather[float], said: str
) -> None:
    """Sail first, then what was mended and what the sea wore out."""
    assert why_line(passage, weather).startswith(f"Heel {passage.heel:.1f}: {said}")


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"steered": 90.0}, "She sailed away from port."),
        ({"steered": 89.0}, "Most of her way went past port."),
        ({"steered": 61.0}, "Most of her way went past port."),
        ({"steered": 59.0}, "A part of her way was lost: her bow was not on port."),
        ({"steered": 24.0}, "A part of her way was lost: her bow was not on port."),
        ({"steered": 22.0, "speed": 0.66}, "The course was true, and she made good way."),
        ({"steered": 22.0, "speed": 0.65, "crew": 0.0}, "she made little way: the crew is low."),
    ],
    ids=lambda given: f"{given}"[:20],
)
def test_what_became_of_her_way(figures: dict[str, float], said: str) -> None:
    """The course first, then the speed."""
    assert why_line(a_passage(**figures), FAIR).endswith(said)


@pytest.mark.parametrize(
    ("figures", "wind", "brake"),
    [
        ({"over": 0.5, "balance": 0.2}, 1.0, "the heel drags her"),
        ({"over": 0.5, "balance": 0.1}, 1.0, "the rudder is heavy, one hand has done all the work"),
        ({"heel": 0.64, "balance": 0.1}, 0.8, "little wind fills her"),
        ({"heel": 0.64, "balance": 0.0, "crew": 32.0}, 0.8, "the crew is low"),
        ({"heel": 1.0, "crew": 99.0}, 0.8, "the crew is low"),
        ({"heel": 0.7, "crew": 47.0}, 1.0, "little sail is set"),
        ({"heel": 0.7, "crew": 45.0}, 1.0, "the crew is low"),
        (
            {"balance": 0.0, "crew": 34.0},
            1.0,
            "the rudder is heavy, one hand has done all the work",
        ),
        ({"balance": 0.0, "stability": 49.0}, 1.0, "the hull is worn"),
        ({"crew": 20.0, "stability": 41.0}, 1.0, "the crew is low"),
        ({"crew": 20.0, "stability": 39.0}, 1.0, "the hull is worn"),
    ],
    ids=lambda given: f"{given}"[:40],
)
def test_the_strongest_brake_is_named(figures: dict[str, float], wind: float, brake: str) -> None:
    """Each against the one that comes close."""
    told = why_line(a_passage(**figures), replace(FAIR, wind=wind))

    assert told.endswith(f"she made little way: {brake}.")
