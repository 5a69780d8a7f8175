"""The sounds that go round: wind, gale, water and timber."""

from __future__ import annotations

import numpy as np

from tests.sounds.synthesis import RATE, Wave, add, air, band, slow, sum_of, uniform
from tests.sounds.wood_and_metal import knock

SWELLS = ((0.6, 1.0), (4.2, 0.65), (8.5, 0.85))
"""When each of three swells comes in twelve seconds, and how high."""


def wind() -> Wave:
    """Fair wind over the deck: low air, with a little more of the high in each gust."""
    gust = slow("gust", 11, 3) + 0.3 * slow("flutter", 11, 30)
    return air("wind", 11, gust, [1.0, 0.9, 0.5, 0.2, 0.06])


def gale() -> Wave:
    """A gale on top of it: it roars, comes in squalls, and moans a little in the rigging."""
    squall = slow("squall", 10, 3) + 0.4 * slow("shake", 10, 40)
    pitch = 2 * np.pi * np.cumsum(310 + 40 * squall) / RATE
    moan = slow("moan", 10, 60) * np.cos(pitch) + slow("answer", 10, 60) * np.sin(pitch)
    return air("gale", 10, squall, [0.9, 1.0, 0.8, 0.4, 0.14]) + 0.4 * moan * np.exp(0.3 * squall)


def water() -> Wave:
    """Three swells pass along the hull: a deep push, a wash that runs out, and drops."""
    deep = band("deep", 12, 150, 0.7) * (0.6 + swell(delay=0.0, rise=1.3))
    wash = band("wash", 12, 520, 0.8) * (0.25 + swell(delay=0.2, rise=1.1))
    foam = band("foam", 12, 1700, 0.9) * (0.15 + swell(delay=0.4, rise=0.9))
    return 0.6 * deep + 0.9 * wash + 0.3 * foam + 0.5 * drops()


def creak() -> Wave:
    """Timber under load: three slow slips of a plank, each a train of knocks in wood."""
    out = np.zeros(7 * RATE)
    chance = uniform("creak", 400)
    for start, seconds, first, last in ((0.4, 1.1, 19, 34), (2.9, 0.7, 30, 22), (4.7, 1.3, 16, 38)):
        share = 0.0
        while share < 1:
            jitter, loud = 0.7 + 0.6 * next(chance), 0.5 + 0.5 * next(chance)
            knock(out, start + share * seconds, loud * np.sin(np.pi * share) ** 2)
            share += jitter / (first + (last - first) * share) / seconds
    return out


def swell(delay: float, rise: float) -> Wave:
    """How loud a sound is as the swells pass: gently up, and slowly away."""
    t = np.arange(12 * RATE) / RATE
    passed = [((t - start - delay) % 12 / rise, loud) for start, loud in SWELLS]
    return sum_of(loud * (x * np.exp(1 - x)) ** 1.6 for x, loud in passed)


def drops() -> Wave:
    """Drops that fall behind each swell: short notes that rise a little."""
    out = np.zeros(12 * RATE)
    chance = uniform("drops", 400)
    t = np.arange(RATE // 5) / RATE
    for start, loud in SWELLS:
        for _ in range(26):
            at = start + 0.8 + 2.4 * next(chance)
            hertz, length = 380 + 620 * next(chance) ** 2, 0.012 + 0.02 * next(chance)
            turns = hertz * t * (1 + 0.12 * t / length)
            note = np.exp(-t / length) * np.sin(2 * np.pi * turns) * -np.expm1(-t / 0.002)
            add(out, at, loud * next(chance) ** 2 * note)
    return out
