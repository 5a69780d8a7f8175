"""The why-line: one sentence in plain words for what a watch did to the ship, and why."""

from __future__ import annotations

from game.i18n import N_, _
from game.ship.numbers import ONE, cosine
from game.ship.passage import Passage
from game.ship.weather import CURRENT, Weather

LITTLE_SAIL = N_("little sail is set")


def why_line(passage: Passage[float], weather: Weather[float]) -> str:
    """The two things that moved this watch the most, and what moved them; at most 25 words."""
    return f"{_about_the_ship(passage, weather)} {_about_the_way(passage, weather)}"


def _about_the_ship(passage: Passage[float], weather: Weather[float]) -> str:
    heel = passage.heel
    if passage.over > 0.05:
        return _("Heel {heel:.1f}: too much sail for this wind.", heel=heel)
    if _has_too_little_sail(passage, weather):
        return _("Heel {heel:.1f}: too little sail for this wind.", heel=heel)
    kept = passage.toll.mended - passage.toll.worn
    if kept > 3:
        return _(
            "Heel {heel:.1f}: well trimmed, and more was mended than the sea wore out.", heel=heel
        )
    if kept < -3 and weather.complexity >= 0.5:
        return _(
            "Heel {heel:.1f}: she stood, but so much at once wears faster than hands mend.",
            heel=heel,
        )
    if kept < -3:
        return _("Heel {heel:.1f}: an easy wind, but nobody saw to the small repairs.", heel=heel)
    return _("Heel {heel:.1f}: sail and wind agree.", heel=heel)


def _about_the_way(passage: Passage[float], weather: Weather[float]) -> str:
    off, speed = passage.steered, passage.speed
    if off >= 90:
        return _("She sailed away from port.")
    wasted = 1 - cosine(ONE.clip(off, 0, 110))
    if wasted > 0.08 and weather.shift >= CURRENT:
        return _about_the_current(passage, weather)
    if wasted > 0.5:
        return _("Most of her way went past port.")
    if wasted > 0.08:
        return _("A part of her way was lost: her bow was not on port.")
    if speed >= 0.66:
        return _("The course was true, and she made good way.")
    brake = _brake(passage, weather)
    if brake == LITTLE_SAIL and _has_too_little_sail(passage, weather):
        return _("The course was true, but she made little way.")
    return _("The course was true, but she made little way: {brake}.", brake=_(brake))


def _about_the_current(passage: Passage[float], weather: Weather[float]) -> str:
    """How far it set her is told only if someone has looked."""
    if passage.ship.doubt:
        return _("A current had set you off before you gave an order.")
    return _(
        "The current had set you {shift:.0f}° off before you gave an order.", shift=weather.shift
    )


def _has_too_little_sail(passage: Passage[float], weather: Weather[float]) -> bool:
    return passage.heel < 0.65 * min(1.0, weather.wind**2)


def _brake(passage: Passage[float], weather: Weather[float]) -> str:
    ship = passage.ship
    brakes = {
        N_("the heel drags her"): 1 - ONE.clip(1 - 0.35 * passage.over, 0.3, 1),
        N_("little wind fills her"): max(0.0, 1 - weather.wind) if passage.heel < 1 else 0.0,
        LITTLE_SAIL: max(0.0, min(1.0, weather.wind) - passage.heel**0.5),
        N_("the rudder is heavy, one hand has done all the work"): 0.2
        * (1 - passage.hands.balance),
        N_("the crew is low"): 0.3 * (1 - ship.crew / 100),
        N_("the hull is worn"): 0.4 * (1 - ship.stability / 100),
    }
    return max(brakes, key=lambda name: brakes[name])
