"""Every sound with its loudness, and how it is kept in `assets/sounds`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.sounds import answers, sea, wood_and_metal
from tests.sounds.adpcm import BLOCK, wav
from tests.sounds.synthesis import Wave, even
from tests.sounds.theme import theme

FOLDER = Path(__file__).parents[2] / "assets" / "sounds"
LOOPS: dict[str, tuple[Callable[[], Wave], float]] = {
    "wind": (sea.wind, 0.055),
    "gale": (sea.gale, 0.07),
    "water": (sea.water, 0.062),
    "creak": (sea.creak, 0.02),
    "theme": (theme, 0.06),
}
"""What goes round, with its loudness, of 1."""
ONCE: dict[str, tuple[Callable[[], Wave], float]] = {
    "bell": (wood_and_metal.bell, 0.19),
    "order": (answers.order, 0.1),
    "canvas_set": (answers.canvas_set, 0.3),
    "canvas_in": (answers.canvas_in, 0.25),
    "strain": (answers.strain, 0.25),
    "damage": (answers.damage, 0.32),
    "gun": (answers.gun, 0.32),
    "warning": (answers.warning, 0.22),
    "landfall": (answers.landfall, 0.3),
    "foundering": (answers.foundering, 0.3),
}
"""What is heard once, with the height of its highest peak, of 1: in a gale too it stays below 1."""


def samples(name: str) -> NDArray[np.int64]:
    """A sound as it is kept: whole blocks, at its loudness."""
    if name in LOOPS:
        made, loud = LOOPS[name]
        sound = even(made()) * loud
    else:
        made, peak = ONCE[name]
        sound = made()
        sound = np.pad(sound, (0, -len(sound) % BLOCK)) * peak / np.abs(sound).max()
    return np.rint(sound * 32767).astype(np.int64)


def write(folder: Path) -> None:
    """All of them, as files."""
    for name in (*LOOPS, *ONCE):
        (folder / f"{name}.wav").write_bytes(wav(samples(name)))
