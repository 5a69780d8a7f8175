"""The theme of title and endings: a tune in 6/8 for concertina and strings that goes round."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tests.sounds.instruments import concertina, in_a_room, plucked
from tests.sounds.synthesis import RATE, Wave, add, uniform

EIGHTH = 0.3
"""Seconds: a bar of six lilts in 1.8."""
MELODY = """
    D4 2  F#4 1  A4 2  B4 1 |  A4 3  F#4 2  E4 1  |  D4 2  E4 1  F#4 2  G4 1  |  E4 5  A4 1
    D5 2  B4 1  A4 2  F#4 1 |  G4 2  A4 1  B4 3   |  A4 2  F#4 1  E4 2  C#4 1 |  D4 5  A4 1
    B4 2  C#5 1  D5 2  B4 1 |  A4 3  F#4 2  A4 1  |  G4 2  A4 1  B4 2  G4 1   |  E4 5  A4 1
    B4 2  C#5 1  D5 2  E5 1 |  F#5 3  D5 2  B4 1  |  A4 2  F#4 1  E4 2  C#4 1 |  D4 5  A3 1
"""
"""Notes with their eighths."""
CHORDS = ["D", "D", "Bm", "A", "D", "G", "A", "D", "Bm", "D", "G", "A", "Bm", "G", "A", "D"]
"""One for each bar."""
STRINGS = {
    "D": ("D3", "A3", "D4", "F#4"),
    "G": ("G2", "D3", "B3", "D4"),
    "A": ("A2", "E3", "A3", "C#4"),
    "Bm": ("B2", "F#3", "B3", "D4"),
}
"""How a chord is plucked, from its lowest string."""
PICKED = (0, 2, 3, 1, 3, 2)
"""Which string each eighth of a bar plucks."""


def theme() -> Wave:
    """First the strings lead and the concertina follows; in the second half it sings."""
    bars, hand = len(CHORDS), uniform("hand", 2 * 6 * len(CHORDS))
    out = np.zeros(round(bars * 6 * EIGHTH * RATE))
    for bar, chord in enumerate(CHORDS):
        _accompany(out, bar, STRINGS[chord], hand)
    at, written = 0, MELODY.replace("|", " ").split()
    for note, length in zip(written[::2], written[1::2], strict=True):
        second, seconds = at * EIGHTH, int(length) * EIGHTH
        is_sung = at >= 3 * bars
        loud = 0.5 if is_sung else 0.2
        add(out, second, loud * concertina(note, seconds + 0.05))
        add(out, second, (0.5 if is_sung else 1.0) * plucked(note, min(1.6, seconds + 0.9)))
        at += int(length)
    return in_a_room(out, "theme", 0.32)


def _accompany(out: Wave, bar: int, strings: tuple[str, ...], hand: Iterator[float]) -> None:
    """A bar of broken chord, the beats a little louder, over a low drone of the concertina.

    hand: from 0 to 1, by how much it is late, and how hard it plucks: no hand is a machine.
    """
    for eighth, string in enumerate(PICKED):
        second = (6 * bar + eighth) * EIGHTH + 0.014 * next(hand)
        loud = (0.75, 0.3, 0.34, 0.5, 0.3, 0.34)[eighth] * (0.8 + 0.4 * next(hand))
        add(out, second, loud * plucked(strings[string], 2.2, rest=1.5))
    for note in strings[1:3]:
        add(out, 6 * bar * EIGHTH, 0.05 * concertina(note, 6 * EIGHTH + 0.06))
