"""Labels: where names go beside the ends of lines, so that none lies on another or on a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations
from math import hypot, inf
from operator import itemgetter

Point = tuple[float, float]

SLIDES = (0.0, 0.3, -0.3, 0.6, -0.6, 1.0, -1.0)
"""How far a label above or below its line's end may slide aside, in halves of its width."""
RINGS = (0.0, 0.4, 0.8, 1.4, 2.0, 2.8, 3.6, 5.0)
"""How much further away than at its nearest a label may be, in text heights."""
NEAREST, GAP = 0.6, 0.25
"""From a line's end to its label, and around a label, in text heights."""
TOUCHES, CROSSES, FAR = 1000.0, 30.0, 10.0
"""What it costs to lie on another label, on a point of a line, a text height further away."""
PREFERENCES = {"right": 0.0, "above": 2.0, "below": 3.0, "left": 4.0}
"""What each side costs: names are looked for to the right of a line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, pixels; from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes lie on each other."""
        aside = self.right <= other.left or other.right <= self.left
        return not (aside or self.top <= other.bottom or other.top <= self.bottom)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the box."""
        return self.left < point[0] < self.right and self.bottom < point[1] < self.top

    def within(self, other: Box) -> bool:
        """Whether all of this box lies in the other."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top

    def nearest(self, point: Point) -> Point:
        """The place in the box that is nearest to a point."""
        x, y = point
        return max(self.left, min(self.right, x)), max(self.bottom, min(self.top, y))


def place(
    ends: Sequence[tuple[Point, Point]],
    taken: Sequence[Box],
    lines: Sequence[Point],
    room: Box,
    em: float,
) -> list[Box]:
    """A box for each label, given where its line ends and how wide and high the label is.

    Labels are placed one after the other, in whichever turn comes out best; they are few.

    taken: boxes to stay clear of. lines: points that had better not be covered. em: text height.
    """
    arounds = []
    for end, size in ends:
        around = sorted(_around(end, size, em), key=itemgetter(0))
        arounds.append([each for each in around if each[1].within(room)] or around)
    tried = []
    for turn in permutations(range(len(ends))):
        placed: dict[int, Box] = {}
        total = 0.0
        for number in turn:
            clear = [*taken, *placed.values()]
            cost, placed[number] = _best(arounds[number], clear, lines, GAP * em)
            total += cost
        tried.append((total, [placed[number] for number in range(len(ends))]))
    return min(tried, key=itemgetter(0))[1]


def _best(
    places: Sequence[tuple[float, Box]], clear: Sequence[Box], lines: Sequence[Point], gap: float
) -> tuple[float, Box]:
    """The cheapest of some places, which stand in order of their own cost; and its cost."""
    best, least = places[0][1], inf
    for own, box in places:
        if own >= least:
            break
        cost = own + _cost(box, clear, lines, gap)
        if cost < least:
            best, least = box, cost
    return least, best


def _around(end: Point, size: Point, em: float) -> Iterator[tuple[float, Box]]:
    """Where a label could go, and what each place costs for itself."""
    wide, high = size[0] / 2, size[1] / 2
    for ring in RINGS:
        reach = em * (NEAREST + ring)
        for slide in SLIDES:
            above_or_below = (("above", reach + high), ("below", -reach - high))
            right_or_left = (("right", reach + wide), ("left", -reach - wide))
            sides = [(side, slide * wide, up) for side, up in above_or_below]
            sides += [(side, across, slide * high) for side, across in right_or_left]
            for side, across, up in sides:
                x, y = end[0] + across, end[1] + up
                cost = FAR * ring + PREFERENCES[side] + abs(slide)
                yield cost, Box(x - wide, y - high, x + wide, y + high)


def _cost(box: Box, clear: Iterable[Box], lines: Iterable[Point], gap: float) -> float:
    wider = Box(box.left - gap, box.bottom - gap, box.right + gap, box.top + gap)
    touched = sum(wider.meets(other) for other in clear)
    return TOUCHES * touched + CROSSES * sum(map(wider.holds, lines))


def dotted(points: Sequence[Point], every: float) -> Iterator[Point]:
    """A line as points no further apart than this."""
    yield from points[:1]
    for (x, y), (to_x, to_y) in pairwise(points):
        steps = max(1, int(hypot(to_x - x, to_y - y) / every))
        for step in range(1, steps + 1):
            share = step / steps
            yield x + share * (to_x - x), y + share * (to_y - y)
