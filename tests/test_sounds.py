"""The sounds of the sea, as files: where they come from, and that they do no harm to an ear."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.sounds import FOLDER, RATE, write

LOOPS = ["wind", "gale", "water", "creak"]


def kept(name: str) -> NDArray[np.float64]:
    """A sound as it is on disk, 1 at clipping."""
    return np.frombuffer((FOLDER / f"{name}.wav").read_bytes()[44:], "<i2") / 32768


def loudness(heard: NDArray[np.float64]) -> float:
    """In decibels below the loudest possible."""
    return float(10 * np.log10(np.mean(heard**2)))


def test_making_the_sounds_anew_makes_the_same_files(tmp_path: Path) -> None:
    """`python -m tests.sounds` is where every byte comes from."""
    write(tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sum(map(len, made.values())) < 1.5e6


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_goes_round_without_a_click(name: str) -> None:
    """The step over its seam is like the others, and it ends as loud as it begins."""
    loop = kept(name)
    begins, ends = np.std(loop[: RATE // 4]), np.std(loop[-RATE // 4 :])

    assert abs(loop[0] - loop[-1]) <= 2 * np.mean(np.abs(np.diff(loop)))
    assert 0.7 * begins <= ends <= 1.4 * begins


@pytest.mark.parametrize("name", ["wind", "gale", "water", "bell"])
def test_a_sound_is_neither_lost_nor_shrill(name: str) -> None:
    """Loud enough for a laptop, quiet enough to talk over; next to nothing above 3 kHz."""
    heard = kept(name)
    power = np.abs(np.fft.rfft(heard)) ** 2
    high = np.fft.rfftfreq(len(heard), 1 / RATE) > 3000

    assert -30 < loudness(heard) < -20
    assert power[high].sum() < 0.01 * power.sum()


def test_nothing_clips_in_the_worst_gale_with_the_bell() -> None:
    """Five minutes of every loop at its loudest, and the bell on the highest peak of them."""
    together = sum(np.resize(kept(name), 300 * RATE) for name in LOOPS)

    assert np.abs(together).max() + np.abs(kept("bell")).max() < 1


def test_the_bell_strikes_twice_and_fades_to_nothing() -> None:
    """The second stroke is half a second after the first; the end is silent."""
    bell = np.abs(kept("bell"))
    rises = [bell[at : at + RATE // 20].max() for at in (0, RATE // 2 - RATE // 20, 9 * RATE // 16)]

    assert min(rises[0], rises[2]) > 1.5 * rises[1]
    assert bell[-1] < 1e-4
