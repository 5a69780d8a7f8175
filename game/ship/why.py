"""The why-line: one sentence in plain words for what a watch did to the ship, and why."""

from __future__ import annotations

from game.ship.numbers import ONE, cosine
from game.ship.passage import Passage
from game.ship.weather import Weather


def why_line(passage: Passage[float], weather: Weather[float]) -> str:
    """The two things that moved this watch the most, and what moved them; at most 25 words."""
    return f"{_about_the_ship(passage, weather)} {_about_the_way(passage, weather)}"


def _about_the_ship(passage: Passage[float], weather: Weather[float]) -> str:
    heel, wind = passage.heel, weather.wind
    if passage.over > 0.05:
        return f"Heel {heel:.1f}: too much sail for this wind."
    if heel < 0.65 * min(1.0, wind * wind):
        return f"Heel {heel:.1f}: too little sail for this wind."
    kept = passage.toll.mended - passage.toll.worn
    if kept > 3:
        return f"Heel {heel:.1f}: well trimmed, and more was mended than the sea wore out."
    if kept < -3 and weather.complexity >= 0.5:
        return (
            f"Heel {heel:.1f}: she stood up to it, but hard water wore her faster than hands mend."
        )
    if kept < -3:
        return f"Heel {heel:.1f}: an easy wind, but nobody saw to the small repairs."
    return f"Heel {heel:.1f}: sail and wind agree."


def _about_the_way(passage: Passage[float], weather: Weather[float]) -> str:
    off, speed = passage.steered, passage.speed
    if off >= 90:
        return "She sailed away from port."
    wasted = 1 - cosine(ONE.clip(off, 0, 110))
    if wasted > 0.5:
        return f"Most of her way went past port: {off:.0f} degrees off."
    if wasted > 0.2:
        return f"A part of her way was lost: {off:.0f} degrees off."
    if speed >= 0.66:
        return "The course was true, and she made good way."
    return f"The course was true, but she made little way: {_brake(passage, weather)}."


def _brake(passage: Passage[float], weather: Weather[float]) -> str:
    ship = passage.ship
    brakes = {
        "the heel drags her": 1 - ONE.clip(1 - 0.35 * passage.over, 0.3, 1),
        "little wind fills her": max(0.0, 1 - weather.wind) if passage.heel < 1 else 0.0,
        "little sail is set": max(0.0, min(1.0, weather.wind) - passage.heel**0.5),
        "the rudder is heavy, one hand has done all the work": 0.2 * (1 - passage.hands.balance),
        "the crew is low": 0.3 * (1 - ship.crew / 100),
        "the hull is worn": 0.4 * (1 - ship.stability / 100),
    }
    return max(brakes, key=lambda name: brakes[name])
