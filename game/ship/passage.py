"""One watch at sea: the equations of the sailing model, version 1, and nothing else.

They stand here once, for one ship and for arrays of ships, so that play, playtest and debrief
cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from game.ship.attention import Attention
from game.ship.numbers import N, Numbers, cosine
from game.ship.ship import Ship
from game.ship.weather import Weather

MODEL_VERSION = 1
LEG = 12.7
"""Percent of a twelve-watch voyage that a perfect watch makes good."""
RING = 6.0
"""How far the ring of uncertainty grows a watch, degrees."""


@dataclass(frozen=True, slots=True)
class Passage(Generic[N]):
    """A watch that was sailed, with the terms behind its why-line.

    ship: as she is after it. heel: 1 is her designed load; over: the heel beyond that.
    speed: 0 to about 1. balance: 0 to 1, 1 when leading and managing were both used of late.
    led, managed: what the orders and the crew together achieved, 0 to 1; unasked: the crew's own
    part. steered: the course error she was sailed on, degrees. made_good: percent of the voyage.
    mended, worn, strained: what sails orders gave to stability, and what the weather and
    over-heeling took, points. lifted, tired: the crew's gain and loss, points.
    """

    ship: Ship[N]
    heel: N
    over: N
    speed: N
    balance: N
    led: N
    managed: N
    unasked: N
    steered: N
    made_good: N
    mended: N
    worn: N
    strained: N
    lifted: N
    tired: N


def balance_of(leading: N, managing: N, by: Numbers[N]) -> N:
    """0 to 1: how evenly leading and managing have been used of late; 0 when neither was."""
    both = leading + managing
    none = both <= 0
    divisor = by.where(none, 1.0, both)
    return by.where(none, 0.0, 4 * leading * managing / (divisor * divisor))


def pass_watch(
    ship: Ship[N], attention: Attention[N], weather: Weather[N], leg: float, by: Numbers[N]
) -> Passage[N]:
    """Sail one watch. Pure; works alike on one ship (by=ONE) and on arrays of ships (by=many()).

    leg: percent of this voyage that a perfect watch makes good. Source: the sailing model,
    version 1, one line here for one line there.
    """
    stability, crew, skill = ship.stability, ship.crew, ship.seamanship
    wind, complexity = weather.wind, weather.complexity

    leading = 0.65 * ship.leading + 0.35 * attention.leading
    managing = 0.65 * ship.managing + 0.35 * attention.managing
    balance = balance_of(leading, managing, by)
    effect = (0.6 + 0.4 * crew / 100) * (0.8 + 0.5 * skill / 100) * (1 + 0.3 * (balance - 0.5))
    unasked = 0.6 * (skill / 100) * (crew / 100)
    led = by.clip(attention.leading * effect + 0.5 * unasked, 0, 1)
    managed = by.clip(attention.managing * effect + unasked, 0, 1)

    sail = ship.sail + managed * (by.least(1.0, 1 / (wind * wind)) - ship.sail)
    heel = sail * wind * wind
    over = by.most(0.0, heel - 1)
    steered = ship.course_error * (1 - 0.85 * led)
    driven = by.where(heel <= 1, by.root(heel), by.most(0.3, 1 - 0.35 * over))
    speed = driven * (1 - 0.2 * (1 - balance)) * (0.7 + 0.3 * crew / 100)
    speed = speed * (0.6 + 0.4 * stability / 100)
    progress = by.most(0.0, ship.progress + leg * speed * cosine(steered))

    fixed = attention.leading > 0
    reckoned = by.where(fixed, steered, ship.reckoned * (1 - 0.85 * led))
    mended = 40 * managed * (1 - stability / 100)
    worn, strained = 5 * (1 + complexity), 16 * over
    lifted = 14 * led * (1 - crew / 100)
    tired = (
        6 * by.least(over, 2.0)
        + 3 * by.most(0.0, steered - 45) / 45
        + 12 * by.most(0.0, managing - 0.75)
        + 20 * by.most(0.0, leading - 0.75)
    )
    learnt = by.clip(skill + ship.learning, 0, 100)
    after = Ship(
        progress=progress,
        course_error=by.clip(steered + 6 * speed + weather.shift, 0, 110),
        sail=sail,
        stability=by.clip(stability + mended - worn - strained, 0, 100),
        crew=by.clip(crew + lifted - tired, 0, 100),
        seamanship=learnt,
        leading=leading,
        managing=managing,
        learning=40 * attention.teaching * (1 - learnt / 100) + 3 * unasked,
        reckoned=by.clip(reckoned + 6 * speed, 0, 110),
        doubt=by.where(fixed, 0.0, ship.doubt) + RING,
    )
    return Passage(
        ship=after,
        heel=heel,
        over=over,
        speed=speed,
        balance=balance,
        led=led,
        managed=managed,
        unasked=unasked,
        steered=steered,
        made_good=progress - ship.progress,
        mended=mended,
        worn=worn,
        strained=strained,
        lifted=lifted,
        tired=tired,
    )
