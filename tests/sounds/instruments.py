"""Two instruments and a room: a plucked string, a concertina, and what a cabin gives back."""

from __future__ import annotations

from functools import cache

import numpy as np

from tests.sounds.synthesis import RATE, Wave, even, noise, sum_of, time

NOTES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}


def hertz(note: str) -> float:
    """The pitch of a note by its name: A4 is 440, F#4 a semitone above F4."""
    steps = NOTES[note[0]] + note.count("#") + 12 * int(note[-1])
    return float(440 * 2 ** ((steps - NOTES["A"] - 48) / 12))


@cache  # a tune plucks the same few notes again and again
def plucked(note: str, seconds: float, rest: float = 1.1) -> Wave:
    """A gut string plucked a third along, damped at the end; rest: how long it rings."""
    t, pitch = time(seconds), hertz(note)
    partials = range(1, min(14, int(6000 / pitch)) + 1)
    ring = sum_of(
        abs(np.sin(np.pi * k / 3.3))
        / k**1.5
        * np.exp(-t * (0.6 + 0.55 * k) / rest)
        * np.sin(2 * np.pi * pitch * k * np.sqrt(1 + 0.0001 * k * k) * t)
        for k in partials
    )
    return ring * -np.expm1(-t / 0.002) * np.minimum(1, (seconds - t) / 0.08)


def concertina(note: str, seconds: float) -> Wave:
    """Two reeds slightly apart, on bellows that press a little after each beginning."""
    t, pitch = time(seconds), hertz(note)
    reeds = ((1, 1.0), (2, 0.5), (3, 0.42), (4, 0.2), (5, 0.15), (6, 0.08), (7, 0.05))
    tone = sum_of(
        loud * np.sin(2 * np.pi * pitch * k * apart * t + k)
        for k, loud in reeds
        if pitch * k < 5500
        for apart in (0.9988, 1.0012)
    )
    press = -np.expm1(-t / 0.05) * (0.8 + 0.2 * np.exp(-(((t - 0.25) / 0.2) ** 2)))
    return tone * press * np.minimum(1, (seconds - t) / 0.09)


def in_a_room(dry: Wave, name: str, share: float = 0.3) -> Wave:
    """The sound with its echo in a small cabin, going round; share: of the echo in loudness."""
    t = np.arange(len(dry)) / RATE
    spectrum = noise(name, -(-len(dry) // RATE))
    hiss = np.fft.irfft(spectrum)[: len(dry)] * np.exp(-t / 0.22)
    at = np.fft.rfftfreq(len(dry), 1 / RATE)
    softened = np.fft.rfft(hiss) * (at / (at + 150)) / (1 + (at / 1800) ** 2)
    wet = np.fft.irfft(np.fft.rfft(dry) * softened, len(dry))
    return even(dry) + share * even(wet)
