"""What sounds are built of: noise that comes from names, curves, and the laying of one on another.

What goes round is built of whole cycles, so that it has no seam.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import shake_128

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float64]

RATE = 22050
"""Samples a second: enough for everything in a sea that is not shrill."""


def time(seconds: float) -> Wave:
    """The seconds at which the samples of a sound of this length stand."""
    return np.arange(round(seconds * RATE)) / RATE


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
