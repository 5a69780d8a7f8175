"""IMA ADPCM, a quarter of the bytes of plain samples: written here, read by SDL everywhere.

Every block tells where it starts, so all of them are written side by side.
"""

from __future__ import annotations

import struct

import numpy as np
from numpy.typing import NDArray

from tests.sounds.synthesis import RATE

BLOCK = 441
"""Samples a block: fifty blocks are a second."""
FORMAT = 0x11
STEPS = np.array(
    (
        *(7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60),
        *(66, 73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371),
        *(408, 449, 494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707),
        *(1878, 2066, 2272, 2499, 2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132),
        *(7845, 8630, 9493, 10442, 11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623),
        *(27086, 29794, 32767),
    )
)
"""How large a step can be, from the standard."""
NEXT = np.array((-1, -1, -1, -1, 2, 4, 6, 8))
"""How far to move in that table after a step of so many quarters."""


def wav(samples: NDArray[np.int64]) -> bytes:
    """A whole file; samples: 16 bits each, a whole number of blocks."""
    align = 4 + (BLOCK - 1) // 2
    rate = RATE * align // BLOCK
    about = struct.pack("<HHIIHHHH", FORMAT, 1, RATE, rate, align, 4, 2, BLOCK)
    chunks = (
        (b"fmt ", about),
        (b"fact", struct.pack("<I", len(samples))),
        (b"data", _blocks(samples)),
    )
    body = b"".join(name + struct.pack("<I", len(data)) + data for name, data in chunks)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WAVE" + body


def _blocks(samples: NDArray[np.int64]) -> bytes:
    """Twice: the second time, each block begins with the step that the one before it ended with."""
    blocks = samples.reshape(-1, BLOCK)
    _, ends = _steps(blocks, np.full(len(blocks), len(STEPS) // 2))
    begins = np.roll(ends, 1)
    nibbles, _ = _steps(blocks, begins)
    out = np.zeros((len(blocks), 4 + (BLOCK - 1) // 2), np.uint8)
    out[:, :2] = blocks[:, :1].astype("<i2").view(np.uint8)
    out[:, 2] = begins
    out[:, 4:] = nibbles[:, ::2] | nibbles[:, 1::2] << 4
    return out.tobytes()


def _steps(
    blocks: NDArray[np.int64], at: NDArray[np.int64]
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Each sample as a sign and quarters of a step, and where in the table the blocks end."""
    nibbles = np.zeros((len(blocks), BLOCK - 1), np.uint8)
    heard = blocks[:, 0]
    for number in range(1, BLOCK):
        step, off = STEPS[at], blocks[:, number] - heard
        quarters = np.minimum(4 * np.abs(off) // step, 7)
        moved = step >> 3
        for bit, part in ((4, step), (2, step >> 1), (1, step >> 2)):
            moved = moved + np.where(quarters & bit, part, 0)
        heard = np.clip(heard + np.where(off < 0, -moved, moved), -32768, 32767)
        at = np.clip(at + NEXT[quarters], 0, len(STEPS) - 1)
        nibbles[:, number - 1] = quarters | np.where(off < 0, 8, 0)
    return nibbles, at
