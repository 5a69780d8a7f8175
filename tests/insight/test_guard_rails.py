"""Every shipped scenario teaches what it should: measured over seeded voyages per captain."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from game.insight.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS
from game.insight.playtest import Tally, playtest
from game.insight.sailing import sail, track_of, wakes
from game.scenario.catalogue import find
from game.ship.ship import Outcome
from game.testing import a_shelf
from game.voyage.flow import Flow
from tests.transcripts import SCENARIOS

VOYAGES = 400
EASY = {"maiden-passage"}
"""Tutorials, in which a random captain may arrive up to 80 % of the time."""


@cache
def tallies(scenario: str) -> dict[str, Tally]:
    """What became of every captain."""
    return playtest(find(scenario).scenario, range(VOYAGES))


@pytest.fixture(params=SCENARIOS)
def played(request: pytest.FixtureRequest) -> tuple[str, dict[str, Tally]]:
    """A shipped scenario and its tallies."""
    return request.param, tallies(request.param)


Played = tuple[str, dict[str, Tally]]


def test_all_course_founders(played: Played) -> None:
    """At most 2 % arrive, and most founder."""
    tally = played[1]["all course"]

    assert tally.share(Outcome.ARRIVED) <= 0.02
    assert tally.share(Outcome.FOUNDERED) > 0.5


def test_all_sails_drifts(played: Played) -> None:
    """At most 2 % arrive, and most are adrift."""
    tally = played[1]["all sails"]

    assert tally.share(Outcome.ARRIVED) <= 0.02
    assert tally.share(Outcome.ADRIFT) > 0.5


def test_reading_the_gauges_pays(played: Played) -> None:
    """The adaptive captain arrives, more often than by chance and by taking turns."""
    scenario, captains = played
    adaptive, random = captains["adaptive"], captains["random"]
    by_chance = random.share(Outcome.ARRIVED)

    assert adaptive.share(Outcome.ARRIVED) >= 0.75
    assert 0.15 <= by_chance <= (0.8 if scenario in EASY else 0.5)
    assert adaptive.share(Outcome.ARRIVED) >= min(0.98, by_chance + 0.25)
    assert adaptive.share(Outcome.ARRIVED) >= captains["alternate"].share(Outcome.ARRIVED)


def test_neither_course_nor_sails_alone_is_the_answer(played: Played) -> None:
    """Random captains arrive most with a quarter to three quarters of course orders."""
    leaning = played[1]["random"].leaning
    enough = {lean: seen for lean, seen in leaning.items() if seen[1] >= VOYAGES / 20}
    best = max(enough, key=lambda lean: enough[lean][0] / enough[lean][1])

    assert 2 <= best <= 7


def test_every_ending_is_reached(played: Played) -> None:
    """In at least 1 % of all captains' voyages together."""
    scenario, captains = played
    reached: Counter[str] = Counter()
    for tally in captains.values():
        reached.update(tally.endings)
    total = VOYAGES * len(captains)

    for ending in find(scenario).scenario.endings:
        assert reached[ending.id] >= 0.01 * total, ending.id


def test_no_order_is_taken_by_nearly_all_who_arrive(played: Played) -> None:
    """At most 90 % of the random captains who arrived gave it."""
    random = played[1]["random"]
    arrived = random.outcomes[Outcome.ARRIVED]

    assert max(random.taken.values()) <= 0.9 * arrived


def test_the_ghosts_sail_the_same_weather(played: Played) -> None:
    """Your wake and two ghosts; the same again each time."""
    scenario = find(played[0]).scenario
    flow = Flow(scenario)
    voyage = sail(flow, 5, ADAPTIVE).voyage
    tracks = wakes(flow, voyage)

    assert [track.captain for track in tracks] == ["you", ALL_COURSE.name, ALL_SAILS.name]
    assert tracks == wakes(flow, voyage)
    assert tracks[0].progress == track_of(sail(flow, 5, ADAPTIVE)).progress


def test_captains_differ_in_a_plain_sea() -> None:
    """Even without a story."""
    flow = Flow(a_shelf().scenario)
    gave = {captain.name: sail(flow, 1, captain).voyage.gave for captain in (ALL_COURSE, ALL_SAILS)}

    assert set(gave["all course"]) == {"steer"}
    assert set(gave["all sails"]) == {"reef"}
