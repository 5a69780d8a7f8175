"""The time-lapse: where every ship was at any moment, and when the sun rose on it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from game.debrief.time_lapse import SAILING, TimeLapse
from game.ship.ship import Outcome
from game.simulation.track import PORT, Track, TrackPoint
from game.voyage.sea import PLAIN

SUNK = Track(
    "all sails", Outcome.FOUNDERED, (0, 10), (80, 0), (TrackPoint(0, 0), TrackPoint(10, 30))
)
HOME = Track(
    "you",
    Outcome.ARRIVED,
    (0, 60, 100),
    (80, 60, 70),
    (TrackPoint(0, 0), TrackPoint(60, 8), PORT),
)
LAPSE = TimeLapse((HOME, SUNK), at_sea=frozenset(), scene=PLAIN)


def test_each_ship_is_where_its_track_says_after_each_watch() -> None:
    """And in between, half way between."""
    yours = [LAPSE.ships_at(SAILING * watch / 2)[0] for watch in (0, 0.5, 1, 2)]

    assert [ship.wake[-1].toward for ship in yours] == [0, 30, 60, 100]
    assert [ship.stability for ship in yours] == [0.8, 0.7, 0.6, 0.7]
    assert [len(ship.wake) for ship in yours] == [2, 2, 3, 3]


def test_a_voyage_that_is_over_stays_over_where_it_ended() -> None:
    """While the others sail on; at the end everyone's is."""
    yours, sunk = LAPSE.ships_at(SAILING * 0.75)
    assert (yours.ended, sunk.ended) == (None, Outcome.FOUNDERED)
    assert (sunk.wake[-1], sunk.since) == (TrackPoint(10, 30), 0.5)

    assert [ship.ended for ship in LAPSE.ships_at(1)] == [Outcome.ARRIVED, Outcome.FOUNDERED]


def test_a_voyage_that_is_not_over_has_no_end() -> None:
    """Nor has it one in a time-lapse."""
    yours, sunk = replace(LAPSE, at_sea=frozenset({"you"})).ships_at(1)

    assert (yours.ended, sunk.ended) == (None, Outcome.FOUNDERED)


def test_the_hours_pass_as_the_watches_do() -> None:
    """Four for each, from six in the morning on; while the end stands, none."""
    assert [LAPSE.hour_at(SAILING * watch / 2) for watch in (0, 1, 2)] == [6, 10, 14]
    assert LAPSE.hour_at(1) == 14


def test_nothing_jumps() -> None:
    """Between any two of 200 frames no ship makes more than a twentieth of the way."""
    made = [LAPSE.ships_at(n / 200)[0].wake[-1].toward for n in range(201)]

    assert max(after - before for before, after in pairwise(made)) < 5
