"""What is heard once: how ship, sea and shore answer an order."""

from __future__ import annotations

import numpy as np

from tests.sounds.instruments import concertina, hertz, in_a_room, plucked
from tests.sounds.synthesis import RATE, Wave, add, band, even, slow, time, uniform
from tests.sounds.wood_and_metal import knock, stroke


def order() -> Wave:
    """The bosun's pipe, softly: a low note that slips up and holds."""
    t = time(0.9)
    slip = 1 / (1 + np.exp((0.3 - t) / 0.02))
    pitch = 1180 + 420 * slip + 7 * np.sin(2 * np.pi * 23 * t)
    breath = 0.05 * band("breath", 1, 1500, 0.4)[: len(t)]
    blown = np.sin(2 * np.pi * np.cumsum(pitch) / RATE) + breath
    return blown * _between(t, 0.0, 0.02, 0.72, 0.12) * (0.65 + 0.35 * slip)


def canvas_set() -> Wave:
    """A sail shaken out: it flaps faster and faster, and fills with a thump."""
    out = _flaps("set", 1.8, [0.05, 0.25, 0.42, 0.56, 0.68, 0.78], 0.7)
    t = time(0.9)
    thump = np.sin(2 * np.pi * (62 * t - 14 * t * t)) * np.exp(-t / 0.11)
    full = 0.5 * band("full", 1, 420, 0.7)[: len(t)] * np.exp(-t / 0.16)
    add(out, 0.88, 1.6 * (thump + full) * -np.expm1(-t / 0.008))
    return out


def canvas_in() -> Wave:
    """A sail taken in: it flaps slower and slower while its ropes run through the blocks."""
    out = _flaps("in", 1.8, [0.02, 0.13, 0.25, 0.4, 0.58, 0.8, 1.06, 1.36], 0.9)
    for number in range(46):
        knock(out, 0.1 + 1.2 * (number / 46) ** 1.2, 0.16 * (1 - number / 60))
    return out


def strain() -> Wave:
    """Timber that carries more than it should: one long groan of it."""
    out, chance, at = np.zeros(2 * RATE), uniform("strain", 400), 0.05
    while at < 1.55:
        knock(out, at, (0.5 + 0.5 * next(chance)) * np.sin(np.pi * at / 1.6) ** 1.5)
        at += (0.75 + 0.5 * next(chance)) / (24 + 40 * np.sin(np.pi * at / 1.7) ** 2)
    t = time(1.6)
    turns = np.cumsum(92 + 26 * np.sin(np.pi * t / 1.6)) / RATE
    groan = np.sin(2 * np.pi * turns) + 0.6 * np.sin(4 * np.pi * turns)
    add(
        out,
        0.0,
        0.2 * groan * np.sin(np.pi * t / 1.6) ** 2 * (1 + 0.5 * slow("groan", 2, 60)[: len(t)]),
    )
    return out


def damage() -> Wave:
    """Something breaks: a crack, what it does to the hull, and splinters that fall."""
    out, t = np.zeros(round(1.6 * RATE)), time(0.5)
    crack = band("crack", 1, 1100, 1.1)[: len(t)] * np.exp(-t / 0.022)
    hull = 1.1 * np.sin(2 * np.pi * 74 * t) * np.exp(-t / 0.12)
    add(out, 0.0, (crack + hull) * -np.expm1(-t / 0.0006))
    add(out, 0.09, 0.45 * crack)
    chance = uniform("splinters", 80)
    for _ in range(16):
        at = 0.16 + 1.0 * next(chance) ** 1.6
        knock(out, at, 0.55 * next(chance) * (1.2 - at))
    return out


def gun() -> Wave:
    """A gun over the water, and the sky that rolls it on."""
    t = time(2.6)
    boom = np.sin(2 * np.pi * np.cumsum(38 + 60 * np.exp(-t / 0.06)) / RATE) * np.exp(-t / 0.28)
    blast = band("blast", 3, 240, 1.1)[: len(t)] * np.exp(-t / 0.12)
    roll = band("roll", 3, 110, 0.8)[: len(t)] * (1 + 0.5 * slow("rolling", 3, 14)[: len(t)])
    far = roll * np.exp(-t / 0.7) * -np.expm1(-t / 0.15)
    return _ends((1.2 * boom + 0.8 * blast + 0.3 * far) * -np.expm1(-t / 0.002), 0.5)


def warning() -> Wave:
    """The bell struck three times, fast and high: somebody has something to say."""
    out = np.zeros(round(2.4 * RATE))
    for number in range(3):
        at = round(0.24 * number * RATE)
        out[at:] += stroke(len(out) - at, 988)
    return _ends(out, 1.2)


def landfall() -> Wave:
    """Bells ashore, one over the other, and a chord that opens to them."""
    out = np.zeros(round(5.2 * RATE))
    peal = ("F#5", "E5", "D5", "A4", "E5", "F#5", "D5", "A4", "D5")
    for number, note in enumerate(peal):
        at = round(0.34 * number * RATE)
        out[at:] += 0.5 * stroke(len(out) - at, hertz(note))
    for start, note in ((0.3, "D4"), (0.65, "F#4"), (1.0, "A4"), (1.35, "D5")):
        t = time(3.9 - start)
        add(out, start, 0.2 * concertina(note, 3.9 - start) * np.minimum(1, t / 0.5))
    for number, note in enumerate(("D3", "A3", "D4", "F#4", "A4", "D5")):
        add(out, 2.72 + 0.06 * number, 0.7 * plucked(note, 2.2, rest=1.5))
    return _ends(in_a_room(out, "landfall", 0.25), 1.2)


def foundering() -> Wave:
    """The hull goes: timber gives way, a low chord sinks, and air comes up."""
    out = np.zeros(round(5.2 * RATE))
    for start, loud in ((0.0, 1.0), (0.9, 0.7), (1.9, 0.5)):
        add(out, start, loud * strain()[: round(1.6 * RATE)])
    t = time(5.0)
    for note, loud in (("D3", 1.0), ("F3", 0.7), ("A2", 0.8)):
        turns = np.cumsum(hertz(note) * (1 - 0.035 * np.clip(t - 1, 0, 4))) / RATE
        tone = np.sin(2 * np.pi * turns) + 0.35 * np.sin(4 * np.pi * turns)
        add(out, 0.0, 0.22 * loud * tone * _between(t, 0.0, 1.2, 3.4, 1.5))
    chance = uniform("bubbles", 400)
    for _ in range(60):
        at, pitch = 1.6 + 2.9 * next(chance) ** 0.8, 150 + 320 * next(chance)
        s = time(0.07)
        bubble = np.sin(2 * np.pi * pitch * s * (1 + 3 * s)) * np.sin(np.pi * s / 0.07) ** 2
        add(out, at, 0.16 * next(chance) * bubble)
    return _ends(in_a_room(out, "foundering", 0.3), 1.0)


def _flaps(name: str, seconds: float, starts: list[float], loud: float) -> Wave:
    """Canvas that beats at these moments."""
    out, t = np.zeros(round(seconds * RATE)), time(0.3)
    cloth = band(f"cloth {name}", 2, 620, 0.75)
    for number, start in enumerate(starts):
        part = cloth[number * 2000 :][: len(t)]
        add(out, start, loud * part * (t / 0.02) * np.exp(1 - t / 0.02) * np.exp(-t / 0.12))
    return out


def _between(t: Wave, start: float, rise: float, end: float, fall: float) -> Wave:
    """0 before the start and after the end, 1 between them."""
    return np.clip((t - start) / rise, 0, 1) * np.clip((end + fall - t) / fall, 0, 1)


def _ends(sound: Wave, seconds: float) -> Wave:
    """The same, faded to nothing over its last seconds."""
    out, many = even(sound), round(seconds * RATE)
    out[-many:] *= np.linspace(1, 0, many) ** 2
    return out
