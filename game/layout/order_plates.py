"""Order plates: all orders of a watch on one page, below the sea, as large as they have room."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from operator import itemgetter

from game.layout.stage import LEADING, SIDE, Box, Stage

CUT, SIZE, SMALLEST = "Next-SemiBold", 5.5, 3.6
"""Of an order's letters; the smallest that they may become where all would not fit."""
STEP, MOST = 0.1, 3
"""By how much letters are made smaller, and how many lines of a label are left where it is cut."""
ABOVE, AIR = 0.7, 0.5
"""Between a plate's edge and its words, and between two plates."""
WINDOWS, TEXTS = ((1280, 720), (1280, 800), (1024, 768)), (1.0, 1.25, 1.5)
"""Pixels of one window of each shape, and the sizes of text, that all orders must have room in."""
ENDLESS = 1_000
"""No page holds a label of so many letters."""
TAG = 32.0
"""What number, sign and kind before the words take at most, with the plate's edge."""


@dataclass(frozen=True, slots=True)
class OrderPlates:
    """size: of the letters, hundredths of the window's height. labels: each in its lines.

    areas: of the plates. fits: whether they have room without cutting words.
    """

    size: float
    labels: tuple[tuple[str, ...], ...]
    areas: tuple[Box, ...]
    fits: bool


def order_plates(
    labels: Sequence[str], stage: Stage, text: float = 1.0, tag: float = TAG
) -> OrderPlates:
    """The orders' plates below each other; text: how much larger the reader wants letters.

    tag: how far from a plate's left edge its words begin.
    """
    sizes = _sizes(text)
    tried = (_laid(labels, stage, size, tag) for size in sizes)
    fitting = next((laid for laid in tried if laid.fits), None)
    return fitting or _shortened(labels, stage, sizes[-1], tag)


@cache
def _sizes(text: float) -> tuple[float, ...]:
    """The sizes that are tried, from the largest on."""
    sizes = [SIZE * text]
    while sizes[-1] - STEP >= SMALLEST:
        sizes.append(sizes[-1] - STEP)
    return tuple(sizes)


def letters_too_many(labels: Sequence[str]) -> tuple[int, tuple[int, int], float] | None:
    """By how many letters a watch's orders miss one page at worst: in which window, size of text.

    Letters are taken from the longest labels; None where all have room everywhere.
    """
    offered = [label[:ENDLESS] for label in labels]
    missed = []
    for window, text in product(WINDOWS, TEXTS):
        stage = Stage(window)
        if not _fit(offered, stage, text):
            most = _longest_that_fits(offered, stage, text)
            missed.append((sum(max(0, len(label) - most) for label in labels), window, text))
    return max(missed, key=itemgetter(0), default=None)


def _longest_that_fits(labels: Sequence[str], stage: Stage, text: float) -> int:
    """How many letters a label may have at most, so that all have room."""
    return bisect_left(
        range(1, ENDLESS),
        True,
        key=lambda most: not _fit([label[:most] for label in labels], stage, text),
    )


def _fit(labels: Sequence[str], stage: Stage, text: float) -> bool:
    """Whether orders have room at any size: nearly always so if they have it at the smallest."""
    smallest = _laid(labels, stage, _sizes(text)[-1], TAG)
    return smallest.fits or order_plates(labels, stage, text).fits


def _laid(
    labels: Sequence[str], stage: Stage, size: float, tag: float, most: int = 0
) -> OrderPlates:
    """most: lines of a label, the others are left out; 0: all."""
    room = stage.below
    column = stage.column(room.width - tag - SIDE, CUT, size)
    lines = tuple(_cut(column.lines(label) or ("",), most) for label in labels)
    areas, top = [], room.top
    for each in lines:
        height = len(each) * LEADING * size + 2 * ABOVE
        areas.append(Box(room.left, top, room.width, height))
        top += height + AIR
    return OrderPlates(size, lines, tuple(areas), top - AIR <= room.bottom)


def _shortened(labels: Sequence[str], stage: Stage, size: float, tag: float) -> OrderPlates:
    """With as many lines of each label as have room; one at least."""
    tried = [
        replace(_laid(labels, stage, size, tag, most), fits=False) for most in range(MOST, 0, -1)
    ]
    return next((laid for laid in tried if laid.areas[-1].bottom <= stage.below.bottom), tried[-1])


def _cut(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    if not most or len(lines) <= most:
        return lines
    return (*lines[: most - 1], f"{lines[most - 1][:-2]} …")
