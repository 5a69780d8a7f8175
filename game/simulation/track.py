"""The line a voyage leaves on the chart, and its progress and stability along the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.ship.numbers import cosine
from game.ship.passage import Passage
from game.ship.ship import Outcome


@dataclass(frozen=True, slots=True)
class TrackPoint:
    """A place on the chart, in percent of the voyage: toward port, and aside of the straight line.

    The voyage begins at (0, 0); port lies at (100, 0).
    """

    toward: float
    aside: float


PORT = TrackPoint(100.0, 0.0)


@dataclass(frozen=True, slots=True)
class Track:
    """A wake: progress and stability (0 to 100) at the start and after each watch.

    chart: where she stood then; see `places`. An arrival ends at PORT; a foundered voyage has its
    wreck at the last place.
    """

    captain: str
    outcome: Outcome
    progress: tuple[float, ...]
    stability: tuple[float, ...]
    chart: tuple[TrackPoint, ...]


def track_points(
    start: float, sailed: Iterable[tuple[Passage[float], float]], leg: float
) -> Iterator[TrackPoint]:
    """The wake on the chart, from each watch's passage and the progress after it.

    The model knows a course error and miles made good, but no chart; this is a picture of it, and
    the same for the same voyage. Toward port is the progress gauge itself, so that the chart
    cannot say anything else. Aside adds up what each watch sailed across the bearing, leg x speed x
    sin(course steered), all to one side, because the error has none. It is drawn on lines
    that meet in port, as meridians do: the nearer she is, the less the same bearing puts her aside.
    So every arrival ends in port, a small error is nearly a straight line, and from 90 degrees on
    the wake turns back and away.
    """
    across = 0.0
    yield TrackPoint(start, 0.0)
    for passage, progress in sailed:
        across += leg * passage.speed * cosine(90 - passage.steered)
        yield TrackPoint(progress, across * (100 - progress) / 100)
