"""The why-line: what moved the watch, and nothing said twice."""

from __future__ import annotations

from dataclasses import replace

from game.ship.attention import Effort, Kind, attention_of
from game.ship.numbers import ONE
from game.ship.passage import LEG, pass_watch
from game.ship.ship import new_ship
from game.ship.weather import Weather
from game.ship.why import why_line


def why(sail: float) -> str:
    """After a course order in fair wind, with so much sail set."""
    ship = replace(new_ship(), sail=sail)
    order = attention_of(Kind.COURSE, Effort.FULL, ship.seamanship)
    wind = Weather(wind=1.0, shift=0.0, complexity=0.0)
    return why_line(pass_watch(ship, order, wind, LEG, ONE), wind)


def test_too_little_sail_is_said_once() -> None:
    """The sentence about the ship has said already what kept her."""
    assert why(sail=0.3) == (
        "Heel 0.4: too little sail for this wind. The course was true, but she made little way."
    )
