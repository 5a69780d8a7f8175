"""One watch at sea: the equations of the sailing model, version 1, and nothing else.

They stand here once, for one ship and for arrays of ships, so that play, playtest and debrief
cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic

from game.ship.attention_cost import Attention
from game.ship.numbers import N, Numbers, cosine
from game.ship.ship import Ship
from game.ship.weather import Weather

MODEL_VERSION = 1
LEG = 12.7
"""Percent of a twelve-watch voyage that a perfect watch makes good."""
RING = 15.0
"""How far the ring of uncertainty grows a watch, degrees."""


@dataclass(frozen=True, slots=True)
class Exertion(Generic[N]):
    """What all hands did in a watch; every figure 0 to 1.

    leading, managing: the habits after it. balance: 1 when both were used of late.
    led, managed: what the orders and the crew together achieved; unasked: the crew's own part.
    """

    leading: N
    managing: N
    balance: N
    led: N
    managed: N
    unasked: N


@dataclass(frozen=True, slots=True)
class Toll(Generic[N]):
    """What a watch gave and took, points.

    mended, worn, strained: what sails orders gave to stability, and what the weather and
    over-heeling took. lifted, tired: the crew's gain and loss.
    """

    mended: N
    worn: N
    strained: N
    lifted: N
    tired: N


@dataclass(frozen=True, slots=True)
class Passage(Generic[N]):
    """A watch that was sailed, with the terms behind its why-line.

    ship: as she is after it. heel: 1 is her designed load; over: the heel beyond that. speed: 0 to
    about 1. steered: the course error she was sailed on, degrees. made_good: percent of the voyage.
    """

    ship: Ship[N]
    hands: Exertion[N]
    toll: Toll[N]
    heel: N
    over: N
    speed: N
    steered: N
    made_good: N


def pass_watch(
    ship: Ship[N], attention: Attention[N], weather: Weather[N], leg: float, by: Numbers[N]
) -> Passage[N]:
    """Sail one watch. Pure; works alike on one ship (by=ONE) and on arrays of ships (by=many()).

    leg: percent of this voyage that a perfect watch makes good. Source: the sailing model,
    version 1, one line here for one line there.
    """
    hands = exertion_of(ship, attention, by)
    wind = weather.wind
    sail = ship.sail + hands.managed * (by.least(1.0, 1 / (wind * wind)) - ship.sail)
    heel = sail * wind * wind
    over = by.most(0.0, heel - 1)
    steered = ship.course_error * (1 - 0.85 * hands.led)
    driven = by.where(heel <= 1, by.root(heel), by.most(0.3, 1 - 0.35 * over))
    speed = driven * (1 - 0.2 * (1 - hands.balance)) * (0.7 + 0.3 * ship.crew / 100)
    speed = speed * (0.6 + 0.4 * ship.stability / 100)
    progress = by.most(0.0, ship.progress + leg * speed * cosine(steered))
    fixed = attention.leading > 0
    reckoned = by.where(fixed, steered, ship.reckoned * (1 - 0.85 * hands.led))
    learnt = by.clip(ship.seamanship + ship.learning, 0, 100)
    toll = _toll(ship, hands, weather, over, steered, by)
    after = Ship(
        progress=progress,
        course_error=by.clip(steered + 6 * speed + weather.shift, 0, 110),
        sail=sail,
        stability=by.clip(ship.stability + toll.mended - toll.worn - toll.strained, 0, 100),
        crew=by.clip(ship.crew + toll.lifted - toll.tired, 0, 100),
        seamanship=learnt,
        leading=hands.leading,
        managing=hands.managing,
        learning=40 * attention.teaching * (1 - learnt / 100) + 3 * hands.unasked,
        reckoned=by.clip(reckoned + 6 * speed, 0, 110),
        doubt=by.where(fixed, 0.0, ship.doubt) + RING,
    )
    return Passage(after, hands, toll, heel, over, speed, steered, progress - ship.progress)


def exertion_of(ship: Ship[N], attention: Attention[N], by: Numbers[N]) -> Exertion[N]:
    """What the captain's attention comes to, with habit, balance and the crew's own part."""
    crew, skill = ship.crew, ship.seamanship
    leading = 0.65 * ship.leading + 0.35 * attention.leading
    managing = 0.65 * ship.managing + 0.35 * attention.managing
    balance = balance_of(leading, managing, by)
    effect = (0.6 + 0.4 * crew / 100) * (0.8 + 0.5 * skill / 100) * (1 + 0.3 * (balance - 0.5))
    unasked = 0.6 * (skill / 100) * (crew / 100)
    return Exertion(
        leading,
        managing,
        balance,
        led=by.clip(attention.leading * effect + 0.5 * unasked, 0, 1),
        managed=by.clip(attention.managing * effect + unasked, 0, 1),
        unasked=unasked,
    )


def balance_of(leading: N, managing: N, by: Numbers[N]) -> N:
    """0 to 1: how evenly leading and managing have been used of late; 0 when neither was."""
    both = leading + managing
    none = both <= 0
    divisor = by.where(none, 1.0, both)
    return by.where(none, 0.0, 4 * leading * managing / (divisor * divisor))


def _toll(
    ship: Ship[N], hands: Exertion[N], weather: Weather[N], over: N, steered: N, by: Numbers[N]
) -> Toll[N]:
    return Toll(
        mended=40 * hands.managed * (1 - ship.stability / 100),
        worn=5 * (1 + weather.complexity),
        strained=16 * over,
        lifted=14 * hands.led * (1 - ship.crew / 100),
        tired=(
            6 * by.least(over, 2.0)
            + 3 * by.most(0.0, steered - 45) / 45
            + 12 * by.most(0.0, hands.managing - 0.75)
            + 20 * by.most(0.0, hands.leading - 0.75)
        ),
    )
