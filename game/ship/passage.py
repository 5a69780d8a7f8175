"""One watch at sea: the equations of the sailing model, version 2, and nothing else.

They stand here once, for one ship and for arrays of ships, so that play, playtest and debrief
cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic

from game.ship.attention_cost import Attention
from game.ship.numbers import TINY, N, Numbers, cosine
from game.ship.ship import Ship
from game.ship.weather import Weather

MODEL_VERSION = 2
LEG = 12.7
"""Percent of a twelve-watch voyage that a perfect watch makes good."""
PERCENT = 1 / 100
STEERED = 0.85
"""The share of a course error that leading with all its might takes out."""


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
    """A watch that was sailed, with the terms behind its ledger.

    begun: the ship that it was sailed with; ship: as she is after it. heel: 1 is her designed load;
    over: the heel beyond that. speed: 0 to about 1. steered: the course error she was sailed on,
    degrees. made_good: percent of the voyage.
    """

    begun: Ship[N]
    ship: Ship[N]
    hands: Exertion[N]
    toll: Toll[N]
    heel: N
    over: N
    speed: N
    steered: N
    made_good: N


def move_world(ship: Ship[N], shift: N | float, ring_growth: N | float, by: Numbers[N]) -> Ship[N]:
    """The ship as a watch finds her: the world has moved before anyone gives an order.

    shift: as it is; ring_growth: by the written one, see `game.ship.weather`. Both in degrees.
    """
    return replace(
        ship,
        course_error=by.least(ship.course_error + shift, 110.0),
        doubt=ship.doubt + ring_growth,
    )


def pass_watch(
    ship: Ship[N], attention: Attention[N], weather: Weather[N], leg: float, by: Numbers[N]
) -> Passage[N]:
    """Sail one watch. Pure; works alike on one ship (by=ONE) and on arrays of ships (by=many()).

    ship: after `move_world` and the order's own effects. leg: percent of this voyage that a perfect
    watch makes good. Source: the sailing model, version 2, with what its terms share taken once.
    """
    crew, reserve = PERCENT * ship.crew, PERCENT * ship.stability
    hands = exertion_of(ship, attention, crew, by)
    square = weather.wind * weather.wind
    sail = ship.sail + hands.managed * (by.least(1.0, 1 / square) - ship.sail)
    heel = sail * square
    over = by.most(0.0, heel - 1)
    kept = 1 - STEERED * hands.led
    steered = ship.course_error * kept
    driven = by.root(by.least(heel, 1.0)) * by.most(0.3, 1 - 0.35 * over)
    speed = driven * (1 - 0.2 * (1 - hands.balance)) * (0.7 + 0.3 * crew) * (0.6 + 0.4 * reserve)
    progress = by.most(0.0, ship.progress + leg * speed * cosine(steered))
    drift = 4 * speed
    course_error = by.least(steered + drift, 110.0)
    is_fixed = (attention.leading > 0) | attention.fixes
    learnt = by.least(ship.seamanship + ship.learning, 100.0)
    tired = _tired(hands, over, steered, by)
    toll = _toll(hands, weather, over, tired, (crew, reserve))
    after = Ship(
        progress=progress,
        course_error=course_error,
        sail=sail,
        stability=by.clip(ship.stability + toll.mended - toll.worn - toll.strained, 0.0, 100.0),
        crew=by.clip(ship.crew + toll.lifted - toll.tired, 0.0, 100.0),
        seamanship=learnt,
        leading=hands.leading,
        managing=hands.managing,
        learning=40 * attention.teaching * (1 - PERCENT * learnt) + 3 * hands.unasked,
        reckoned=by.where(is_fixed, course_error, by.least(ship.reckoned * kept + drift, 110.0)),
        doubt=by.where(is_fixed, 0.0, ship.doubt * kept),
    )
    made_good = progress - ship.progress
    return Passage(ship, after, hands, toll, heel, over, speed, steered, made_good)


def exertion_of(ship: Ship[N], attention: Attention[N], crew: N, by: Numbers[N]) -> Exertion[N]:
    """What the captain's attention comes to, with habit, balance and the crew's own part.

    crew: its spirit, 0 to 1.
    """
    skill = PERCENT * ship.seamanship
    leading = 0.65 * ship.leading + 0.35 * attention.leading
    managing = 0.65 * ship.managing + 0.35 * attention.managing
    balance = balance_of(leading, managing, by)
    effect = (0.6 + 0.4 * crew) * (0.8 + 0.5 * skill) * (1 + synergy_of(balance))
    unasked = 0.6 * skill * crew
    return Exertion(
        leading,
        managing,
        balance,
        led=by.least(attention.leading * effect + 0.5 * unasked, 1.0),
        managed=by.least(attention.managing * effect + unasked, 1.0),
        unasked=unasked,
    )


def synergy_of(balance: N) -> N:
    """By what share orders work better, or worse, after this balance."""
    return 0.3 * (balance - 0.5)


def balance_of(leading: N, managing: N, by: Numbers[N]) -> N:
    """0 to 1: how evenly leading and managing have been used of late; 0 when neither was."""
    both = leading + managing
    return 4 * leading * managing / by.most(both * both, TINY)


def _toll(
    hands: Exertion[N], weather: Weather[N], over: N, tired: N, shares: tuple[N, N]
) -> Toll[N]:
    """What the watch gives and takes; shares: of crew and stability, 0 to 1, as it began."""
    crew, reserve = shares
    return Toll(
        mended=40 * hands.managed * (1 - reserve),
        worn=5 * (1 + weather.complexity),
        strained=18 * over,
        lifted=14 * hands.led * (1 - crew),
        tired=tired,
    )


def _tired(hands: Exertion[N], over: N, steered: N, by: Numbers[N]) -> N:
    return (
        6 * by.least(over, 2.0)
        + 2.2 / 45 * by.most(0.0, steered - 45)
        + 12 * by.most(0.0, hands.managing - 0.75)
        + 20 * by.most(0.0, hands.leading - 0.75)
    )
