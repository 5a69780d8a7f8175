"""`python -m tests.sounds`: makes the sounds of the sea anew, the same bytes every time.

What goes round is built of whole cycles, so that it has no seam. Chance comes from names.
"""

from __future__ import annotations

import wave
from collections.abc import Iterator
from hashlib import shake_128
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]

FOLDER = Path(__file__).parent.parent / "assets" / "sounds"
RATE = 16000
"""Samples a second: enough for everything in a sea that is not shrill."""
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


def bell() -> Wave:
    """A pair of strokes on the ship's bell, as at the change of a watch."""
    out = np.zeros(round(3.6 * RATE))
    for start, loud in ((0.0, 0.9), (0.55, 1.0)):
        at = round(start * RATE)
        out[at:] += loud * stroke(len(out) - at)
    out[-RATE:] *= np.linspace(1, 0, RATE)
    return out


def stroke(samples: int) -> Wave:
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
        for hertz, loud, rest in ((740 * ratio, loud, rest) for ratio, loud, rest in partials)
    )
    return ring * -np.expm1(-t / 0.002)


def uniform(name: str, count: int) -> Iterator[float]:
    """Numbers from 0 to 1 that depend on the name alone."""
    words = np.frombuffer(shake_128(name.encode()).digest(2 * count), "<u2")
    return iter((words / 65535).tolist())


def noise(name: str, seconds: int) -> NDArray[np.complex128]:
    """The spectrum of white noise that depends on the name alone."""
    words = np.frombuffer(shake_128(name.encode()).digest(2 * seconds * RATE), "<i2")
    return np.fft.rfft(words / 32768)


def band(name: str, seconds: int, hertz: float, octaves: float) -> Wave:
    """Noise around a pitch, of loudness 1, that goes round without a seam."""
    at = np.fft.rfftfreq(seconds * RATE, 1 / RATE)
    away = np.log2(np.maximum(at, 1) / hertz) / octaves
    return even(np.fft.irfft(noise(name, seconds) * np.exp(-0.5 * away**2)))


def slow(name: str, seconds: int, cycles: int) -> Wave:
    """A curve that wanders around 0, within about 2, and comes back to where it began."""
    spectrum = noise(name, seconds)
    spectrum[0] = 0
    spectrum[cycles + 1 :] = 0
    return even(np.fft.irfft(spectrum))


def air(name: str, seconds: int, gust: Wave, louds: list[float]) -> Wave:
    """Moving air: an octave a figure, from 170 Hz up; a gust lifts the high ones more."""
    return sum_of(
        loud
        * band(f"{name} {octave}", seconds, 170 * 2**octave, 0.55)
        * np.exp((0.15 + 0.07 * octave) * gust)
        for octave, loud in enumerate(louds)
    )


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


def knock(out: Wave, at: float, loud: float) -> None:
    """One knock in wood."""
    t = np.arange(RATE // 8) / RATE
    tones = [(165, 1.0, 0.018), (290, 0.8, 0.012), (455, 0.4, 0.008), (730, 0.2, 0.005)]
    wood = sum_of(
        loud * np.exp(-t / rest) * np.sin(2 * np.pi * hertz * t) for hertz, loud, rest in tones
    )
    add(out, at, loud * wood)


def add(out: Wave, at: float, sound: Wave) -> None:
    """Lay a sound into one that goes round."""
    out[(round(at * RATE) + np.arange(len(sound))) % len(out)] += sound


def even(sound: Wave) -> Wave:
    """The same at loudness 1."""
    return sound / float(np.sqrt(np.mean(sound**2)))


def sum_of(parts: Iterator[Wave]) -> Wave:
    """All of them together."""
    together: Wave = np.sum(list(parts), axis=0)
    return together


SOUNDS = {
    "wind": (wind, 0.055),
    "gale": (gale, 0.07),
    "water": (water, 0.062),
    "creak": (creak, 0.02),
    "bell": (bell, 0.036),
}
"""Each with its loudness, of 1; a gale with the bell stays below clipping."""


def samples(name: str) -> NDArray[np.int16]:
    """A sound as it is kept."""
    made, loud = SOUNDS[name]
    return np.rint(even(made()) * loud * 32767).astype("<i2")


def write(folder: Path) -> None:
    """All of them, as files."""
    for name in SOUNDS:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(name).tobytes())


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    write(FOLDER)
