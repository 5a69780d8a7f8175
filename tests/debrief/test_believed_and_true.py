"""Believed and true: what the captain thought, what was so, and what had said so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief.believed_and_true import (
    Clue,
    Sighting,
    believed_and_true,
    tell_widest,
    told_by,
    widest,
)
from game.debrief.charts.believed_and_true import BelievedChart, ConvoyBelievedChart
from game.scenario.loading.library import find
from game.scenario.loading.shelf import scenarios
from game.ship.weather import CURRENT, STRONG
from game.simulation.captains import ADAPTIVE, RANDOM
from game.simulation.single_voyage import Sail, sail_captain
from game.voyage.flow import Flow

SHIPPED = [loaded.scenario.id for loaded in scenarios()]
SEEDS = range(12)
KNOWN = Sighting(1, 12.0, 30.0, 15.0, Clue.NONE, "", fixed=True)
LOST = Sighting(2, 12.0, 64.0, 37.0, Clue.STRONG, "Noor", fixed=False)


def sailed(scenario: str, seed: int = 1) -> Sail:
    """A random captain's voyage."""
    return sail_captain(Flow(find(scenario).scenario), seed, RANDOM)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_sighting_is_what_the_watch_met(scenario: str) -> None:
    """Belief, ring and truth as the order was given; the clue by what is written."""
    voyage = sailed(scenario)
    seen = list(believed_and_true(voyage))

    assert [each.number for each in seen] == list(range(1, len(voyage.legs) + 1))
    for each, leg in zip(seen, voyage.legs, strict=True):
        met, shift = leg.sailed.before, voyage.scenario.watches[leg.sailed.watch].weather.shift
        assert (each.believed, each.true) == (met.reckoned, met.course_error)
        assert each.ring == min(110.0, met.reckoned + met.doubt)
        assert (each.clue is Clue.NONE) == (shift < CURRENT)
        assert (each.clue is Clue.STRONG) == (shift >= STRONG)
        after = leg.sailed.passage.ship  # before what comes back moves her
        assert each.fixed == (after.reckoned == after.course_error)
        assert bool(each.voice) <= bool(each.clue)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_the_truth_lies_in_the_shown_range(scenario: str) -> None:
    """In at least 80 of 100 watches of every scenario, with and without an announced current."""
    flow = Flow(find(scenario).scenario)
    voyages = [sail_captain(flow, seed, who) for seed in SEEDS for who in (RANDOM, ADAPTIVE)]
    seen = [each for voyage in voyages for each in believed_and_true(voyage)]
    for announced in (True, False):
        some = [each for each in seen if bool(each.clue) == announced]
        inside = sum(each.believed - 1e-9 <= each.true <= each.ring + 1e-9 for each in some)

        assert some
        assert inside >= 0.9 * len(some)


@pytest.mark.parametrize(
    ("seen", "says"),
    [
        pytest.param([], "No watch has been sailed yet.", id="nothing sailed"),
        pytest.param([KNOWN], "You always knew where she was, to 3°", id="known"),
        pytest.param(
            [KNOWN, LOST],
            "At worst, in watch 2, she was 37° off port; you believed 12°. The forecast had told "
            "of a strong current. Noor spoke for the course.",
            id="a voice",
        ),
        pytest.param(
            [KNOWN, replace(LOST, voice="", fixed=True)],
            "12°. The forecast had told of a strong current. Your order found it out.",
            id="no voice, but looked",
        ),
        pytest.param([KNOWN, replace(LOST, clue=Clue.NONE)], "Nothing had said so.", id="no clue"),
        pytest.param(
            [replace(LOST, number=1), Sighting(2, 13.0, 70.0, 60.0, Clue.NONE, "", fixed=True)],
            "The forecast of watch 1 had told of a current, and nobody had looked since.",
            id="an earlier clue",
        ),
    ],
)
def test_the_widest_gap_is_told_with_its_clue(seen: list[Sighting], says: str) -> None:
    """And what was known all along is praised."""
    assert says in tell_widest(seen)


def test_a_clue_before_she_was_looked_for_counts_no_more() -> None:
    """Once it was found out where she was, that clue was heeded."""
    heeded = replace(LOST, number=1, fixed=True)
    far = Sighting(2, 10.0, 60.0, 50.0, Clue.NONE, "", fixed=False)

    assert told_by([heeded, far], far) is None
    assert widest([heeded, far]) is far


def test_both_charts_have_the_figures_in_words() -> None:
    """Of one ship, and of each of a convoy."""
    alone = BelievedChart((KNOWN, LOST))
    convoy = ConvoyBelievedChart((("Tern", (KNOWN,)), ("Gull", (KNOWN, LOST))))

    assert "Watch 2: believed 12°, at most 64°; true 37°; you sailed on by guess." in alone.alt
    assert "A strong current was announced; Noor spoke for the course." in alone.alt
    assert convoy.headline.startswith("Gull was furthest")
    assert "12° believed, 37° true" in convoy.headline
    assert all(name in convoy.alt for name in ("Tern", "Gull"))
