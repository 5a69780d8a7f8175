"""The next voyage is about what this one lacked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.debrief.debrief import Debrief
from game.debrief.next_voyage import next_voyage
from game.scenario.loading.shelf import scenarios, shelf_entry
from game.ship.attention_cost import Kind
from tests.debrief.test_pages import a_debrief

SHELF = [shelf_entry(loaded) for loaded in scenarios()]


def given(*kinds: Kind, gap: float = 0.0) -> Debrief:
    """A debrief of these orders; gap: how far off she was, by guess."""
    debrief = a_debrief()
    watch, seen = debrief.watches[0], debrief.sightings[0]
    shared = sum(kind in (Kind.TEACH, Kind.BOTH) for kind in kinds) / len(kinds)
    return replace(
        debrief,
        scenario="maiden-passage",
        watches=tuple(replace(watch, kind=kind) for kind in kinds),
        shared_share=shared,
        sightings=(replace(seen, believed=5.0, true=5.0 + gap, fixed=False),),
    )


LED, TRIMMED, TAUGHT, BOTH = Kind.COURSE, Kind.SAILS, Kind.TEACH, Kind.BOTH


@pytest.mark.parametrize(
    ("debrief", "next_one", "why"),
    [
        pytest.param(
            given(*[TRIMMED] * 5), "two-hands-on-the-wheel", "You led in 0 of 5", id="never led"
        ),
        pytest.param(
            given(*[LED] * 5), "two-hands-on-the-wheel", "You managed in 0 of 5", id="no sails"
        ),
        pytest.param(
            given(LED, TRIMMED, gap=25.0),
            "drift",
            "by guess, 25° from where you believed",
            id="blind",
        ),
        pytest.param(given(LED, TRIMMED), "the-cadets", "You taught nobody", id="never taught"),
        pytest.param(given(LED, TRIMMED, BOTH), "the-cadets", "no watch to teaching", id="shared"),
        pytest.param(
            given(LED, TRIMMED, TAUGHT), "the-mates-watch", "You have met this sea", id="nothing"
        ),
    ],
)
def test_what_was_lacking_comes_next(debrief: Debrief, next_one: str, why: str) -> None:
    """With the sentence that says why."""
    found = next_voyage(debrief, SHELF)

    assert found
    assert found[0].id == next_one
    assert why in found[1]


def test_no_voyage_is_offered_to_follow_itself() -> None:
    """And where nothing else lies on the shelf, none is."""
    blind = replace(given(LED, TRIMMED, gap=25.0), scenario="drift")
    found = next_voyage(blind, SHELF)

    assert found
    assert found[0].id == "the-long-convoy"
    assert next_voyage(blind, [entry for entry in SHELF if entry.id == "drift"]) is None
