"""Labels: where names go beside the ends of lines, so that none lies on another or on a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from math import dist, hypot, inf
from operator import attrgetter, itemgetter

Point = tuple[float, float]

SLIDES = (0.0, 0.3, -0.3, 0.6, -0.6, 1.0, -1.0)
"""How far a label above or below its line's end may slide aside, in halves of its width."""
RINGS = (0.0, 0.4, 0.8, 1.4, 2.0, 2.8, 3.6, 5.0, 6.4, 8.4)
"""How much further away than at its nearest a label may be, in text heights."""
NEAREST, GAP = 0.6, 0.25
"""From a line's end to its label, and around a label, in text heights."""
TOUCHES, COVERS, CROSSES, FAR = 1000.0, 30.0, 15.0, 10.0
"""What it costs to lie on another label, to cover a point of a line, to cross one with a thread, to
be a text height further away.
"""
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
        return self.left < point[0] < self.right and self.bottom < point[1] < self.top

    def within(self, other: Box) -> bool:
        across = other.left <= self.left and self.right <= other.right
        return across and other.bottom <= self.bottom and self.top <= other.top

    def wider(self, by: float) -> Box:
        """The box with so much around it."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def nearest(self, point: Point) -> Point:
        """The place in the box that is nearest to a point."""
        x, y = point
        return max(self.left, min(self.right, x)), max(self.bottom, min(self.top, y))


class _Spot:
    """Where a label could go. own: what that costs for itself, whatever else is drawn."""

    def __init__(self, own: float, box: Box, end: Point, lines: Sequence[Point], em: float) -> None:
        self.own, self.box = own, box
        self._end, self._lines, self._em = end, lines, em

    @cached_property
    def wider(self) -> Box:
        """The label with the gap around it."""
        return self.box.wider(GAP * self._em)

    @cached_property
    def cost(self) -> float:
        """What it costs among the lines, too: those that the label or its thread would cross."""
        covered = sum(map(self.wider.holds, self._lines))
        thread = points_along((self._end, self.box.nearest(self._end)), 0.4 * self._em)
        apart = (dot for dot in thread if dist(dot, self._end) > self._em)
        crossed = sum(self._crosses(dot) for dot in apart)
        return self.own + COVERS * covered + CROSSES * crossed

    def _crosses(self, dot: Point) -> bool:
        return any(map(Box(*dot, *dot).wider(0.3 * self._em).holds, self._lines))


def place_labels(
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
    choices = []
    for end, size in ends:
        around = [_Spot(own, box, end, lines, em) for own, box in _around(end, size, em)]
        around.sort(key=attrgetter("own"))
        choices.append([spot for spot in around if spot.box.within(room)] or around)
    tried = []
    for turn in permutations(range(len(ends))):
        placed: dict[int, Box] = {}
        total = 0.0
        for number in turn:
            cost, placed[number] = _best(choices[number], [*taken, *placed.values()])
            total += cost
        tried.append((total, [placed[number] for number in range(len(ends))]))
    return min(tried, key=itemgetter(0))[1]


def _best(spots: Sequence[_Spot], clear: Sequence[Box]) -> tuple[float, Box]:
    """The cheapest of some places, which stand in order of their own cost; and its cost."""
    best, least = spots[0].box, inf
    for spot in spots:
        if spot.own >= least:
            break
        touched = sum(map(spot.wider.meets, clear))
        if TOUCHES * touched >= least:
            continue
        cost = spot.cost + TOUCHES * touched
        if cost < least:
            best, least = spot.box, cost
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


def points_along(points: Sequence[Point], every: float) -> Iterator[Point]:
    """A line as points no further apart than this."""
    yield from points[:1]
    for (x, y), (to_x, to_y) in pairwise(points):
        steps = max(1, int(hypot(to_x - x, to_y - y) / every))
        for step in range(1, steps + 1):
            share = step / steps
            yield x + share * (to_x - x), y + share * (to_y - y)
