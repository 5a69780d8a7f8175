"""Labels at line ends: none on another, none outside, none away without need."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from game.debrief.charts.drawing.label_placement import Box, place_labels, points_along

ROOM = Box(0, 0, 800, 500)
EM = 20.0
points = st.tuples(st.floats(0, 800), st.floats(0, 500))
sizes = st.tuples(st.floats(40, 160), st.floats(20, 45))
CORNER = (0.0, 0.0)
CROWDED = [(CORNER, (40.0, 20.0)), (CORNER, (108.0, 28.0)), *2 * [(CORNER, (108.0, 40.0))]]


@example(CROWDED)
@given(st.lists(st.tuples(points, sizes), min_size=1, max_size=4))
def test_labels_never_lie_on_each_other(ends: list[tuple[tuple[float, float], ...]]) -> None:
    """Wherever the lines end, and even if all end in one place."""
    boxes = place_labels([(end, size) for end, size in ends], [], [], ROOM, EM)

    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.within(ROOM) for box in boxes)


def test_a_label_goes_to_the_right_of_its_line() -> None:
    """Close to its end, at its height."""
    (box,) = place_labels([((100, 100), (60, 20))], [], [], ROOM, EM)

    assert 100 < box.left < 100 + EM
    assert (box.bottom, box.top) == (90, 110)


def test_a_label_gives_way_to_lines_and_marks() -> None:
    """A line goes on to the right, a mark stands above: below is left."""
    line = list(points_along([(0, 100), (400, 100)], 5))
    mark = Box(0, 108, 400, 130)
    (box,) = place_labels([((100, 100), (60, 20))], [mark], line, ROOM, EM)

    assert box.top < 100
    assert not any(map(box.holds, line))


def test_a_dotted_line_has_no_gap() -> None:
    """From its first point through each corner to its last."""
    dots = list(points_along([(0, 0), (30, 40), (30, 41)], 10))

    assert dots[0] == (0, 0)
    assert (30, 40) in dots
    assert dots[-1] == (30, 41)
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) <= 14.1 for a, b in pairwise(dots))
