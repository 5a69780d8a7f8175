"""Struck things: a knock in wood and the ship's bell."""

from __future__ import annotations

import numpy as np

from tests.sounds.synthesis import RATE, Wave, add, sum_of, time


def bell() -> Wave:
    """A pair of strokes on the ship's bell, as at the change of a watch."""
    out = np.zeros(round(3.6 * RATE))
    for start, loud in ((0.0, 0.9), (0.55, 1.0)):
        at = round(start * RATE)
        out[at:] += loud * stroke(len(out) - at)
    out[-RATE:] *= np.linspace(1, 0, RATE)
    return out


def stroke(samples: int, pitch: float = 740) -> Wave:
    """One stroke: partials of a small bell, each a pair slightly apart, high ones soon gone."""
    t = np.arange(samples) / RATE
    partials = [
        (0.5, 0.55, 1.5),
        (1.0, 1.0, 1.0),
        (1.19, 0.5, 0.75),
        (1.51, 0.3, 0.5),
        (2.0, 0.55, 0.45),
        (2.62, 0.22, 0.22),
        (3.02, 0.16, 0.15),
        (4.1, 0.08, 0.08),
    ]
    ring = sum_of(
        loud
        * np.exp(-t / rest)
        * (np.sin(2 * np.pi * hertz * t) + 0.5 * np.sin(2.005 * np.pi * hertz * t))
        for hertz, loud, rest in ((pitch * ratio, loud, rest) for ratio, loud, rest in partials)
    )
    return ring * -np.expm1(-t / 0.002)


def knock(out: Wave, at: float, loud: float) -> None:
    """One knock in wood."""
    t = time(0.125)
    tones = [(165, 1.0, 0.018), (290, 0.8, 0.012), (455, 0.4, 0.008), (730, 0.2, 0.005)]
    wood = sum_of(
        loud * np.exp(-t / rest) * np.sin(2 * np.pi * hertz * t) for hertz, loud, rest in tones
    )
    add(out, at, loud * wood)
