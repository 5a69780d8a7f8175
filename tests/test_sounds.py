"""The sounds, as files: where they come from, and that they do no harm to an ear."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from pygame import mixer

from tests.sounds.files import FOLDER, LOOPS, ONCE, write
from tests.sounds.synthesis import RATE

SEA = [name for name in LOOPS if name != "theme"]


@pytest.fixture(autouse=True)
def decoder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SDL itself reads the files, and plays them to nobody."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    mixer.init(RATE, -16, 1, allowedchanges=0)
    yield
    mixer.quit()


@cache
def kept(name: str) -> NDArray[np.float64]:
    """A sound as it is heard, 1 at clipping."""
    return np.frombuffer(mixer.Sound(FOLDER / f"{name}.wav").get_raw(), "<i2") / 32768


def loudest(heard: NDArray[np.float64]) -> float:
    """The loudest fifth of a second, in decibels below the loudest possible."""
    blocks = heard[: len(heard) // (RATE // 5) * (RATE // 5)].reshape(-1, RATE // 5)
    return float(10 * np.log10(np.mean(blocks**2, axis=1).max()))


def test_making_the_sounds_anew_makes_the_same_files(tmp_path: Path) -> None:
    """`python -m tests.sounds` is where every byte comes from."""
    write(tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sum(map(len, made.values())) < 1.2e6


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_goes_round_without_a_click(name: str) -> None:
    """The step over its seam is like the others, and it ends as loud as it begins."""
    loop = kept(name)
    begins, ends = (np.std(part) for part in (loop[: RATE // 4], loop[-RATE // 4 :]))

    assert abs(loop[0] - loop[-1]) <= 2 * np.mean(np.abs(np.diff(loop)))
    assert 0.5 * begins <= ends <= 1.4 * begins


@pytest.mark.parametrize("name", ONCE)
def test_what_is_heard_once_begins_and_ends_in_silence(name: str) -> None:
    """No click before it and none after it."""
    heard = kept(name)

    assert abs(heard[0]) < 2e-3
    assert np.abs(heard[-20:]).max() < 2e-3


@pytest.mark.parametrize("name", [*LOOPS, *ONCE])
def test_a_sound_is_neither_lost_nor_shrill(name: str) -> None:
    """Loud enough for a laptop, quiet enough to talk over; next to nothing above 3 kHz."""
    heard = kept(name)
    power = np.abs(np.fft.rfft(heard)) ** 2
    high = np.fft.rfftfreq(len(heard), 1 / RATE) > 3000

    assert -28 < loudest(heard) < -17
    assert power[high].sum() < 0.02 * power.sum()


def test_nothing_clips_in_the_worst_gale_with_the_loudest_answer() -> None:
    """Five minutes of every loop of the sea at its loudest, and any answer on its highest peak."""
    together = np.abs(sum(np.resize(kept(name), 300 * RATE) for name in SEA)).max()

    assert together + max(np.abs(kept(name)).max() for name in ONCE) < 1


def test_the_bell_strikes_twice_and_fades_to_nothing() -> None:
    """The second stroke is half a second after the first; the end is silent."""
    bell = np.abs(kept("bell"))
    rises = [bell[at : at + RATE // 20].max() for at in (0, RATE // 2 - RATE // 20, 9 * RATE // 16)]

    assert min(rises[0], rises[2]) > 1.5 * rises[1]
    assert bell[-1] < 1e-3
