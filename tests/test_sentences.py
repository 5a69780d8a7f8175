"""The sentences of a debrief say what is so, in words that fit it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.faces.sentences import (
    counted_told,
    missed_told,
    odds_told,
    practices_told,
    track_told,
    wake_told,
    yours_told,
)
from game.insight.captains import ADAPTIVE, ALL_COURSE, ALL_SAILS, CONTRARY, Captain
from game.insight.census import Limit, Method
from game.insight.debrief import Debrief, debrief_of
from game.insight.sailing import sail
from game.scenario.catalogue import find
from game.ship.attention import Kind
from game.ship.ship import Outcome
from game.testing import a_document, a_shelf, a_voyage, a_watch
from game.voyage.flow import Flow

FLOW = Flow(find("two-hands-on-the-wheel").scenario)


def a_debrief(captain: Captain) -> Debrief:
    """The debrief of this captain's voyage."""
    return debrief_of(FLOW, sail(FLOW, 5, captain).voyage, "digest")


def test_your_ship_and_her_ghosts() -> None:
    """In port she is at no percentage; elsewhere she is."""
    told = track_told(a_debrief(ADAPTIVE))

    assert told.startswith("Your ship made port after 9 watches. In the same weather, ")
    assert "with course orders alone she foundered, all hands safe, at 49 %;" in told
    assert "with sails orders alone she was adrift at 28 %; with both she made port." in told


def test_nobody_is_adrift_at_100_percent() -> None:
    """However near it was."""
    near = replace(a_debrief(CONTRARY).tracks[0], progress=(0.0, 99.9))

    assert near.outcome is Outcome.ADRIFT
    assert "progress 99 %" in wake_told(near)


def test_missed_needs_are_named_with_their_watches() -> None:
    """And so is their absence."""
    told = missed_told(a_debrief(CONTRARY))

    assert told == (
        "In 9 of 10 watches you left a pressing need unanswered: "
        "course in watches 2, 3, 4, 5, 6, 7, 8, 9 and 10."
    )
    assert missed_told(a_debrief(ADAPTIVE)) == "No pressing need went unanswered."


def test_one_missed_watch_is_no_plural() -> None:
    """Watch, not watches."""
    debrief = a_debrief(CONTRARY)

    assert "course in watch 2." in missed_told(replace(debrief, asked=debrief.asked[:2]))


def test_the_order_that_cost_most() -> None:
    """By the odds before and after it."""
    debrief = a_debrief(CONTRARY)
    costs = [
        before.tally.arrived - after.tally.arrived
        for before, after in zip(debrief.odds, debrief.odds[1:], strict=False)
    ]
    number = debrief.costliest
    before, after = (round(100 * o.tally.arrived) for o in debrief.odds[number - 1 : number + 1])

    assert costs[number - 1] == max(costs) > 0.01
    assert odds_told(debrief) == (
        f"Your order in watch {number} cost most: from {before} % to {after} % odds of port."
    )


def test_without_a_choice_no_order_cost_anything() -> None:
    """All voyages ended alike."""
    flow, voyage, _ = a_voyage("SS", shelf=a_shelf(a_document(a_watch(), a_watch())))
    debrief = debrief_of(flow, voyage, "digest")

    assert debrief.costliest == 0
    assert (
        odds_told(debrief)
        == "No order of yours made it noticeably less likely that you would arrive."
    )


@pytest.mark.parametrize(
    ("captain", "share"), [(ALL_COURSE, 100), (ALL_SAILS, 0)], ids=["course", "sails"]
)
def test_your_place_among_all_captains(captain: Captain, share: int) -> None:
    """Nobody arrives by one kind of order alone."""
    assert yours_told(a_debrief(captain)) == (
        f"You gave {share} % course orders; of all who did, 0 % arrived."
    )


def test_a_sample_says_that_it_is_one_and_why() -> None:
    """A count says that it is none."""
    debrief = a_debrief(ALL_SAILS)
    sample = replace(debrief.census, method=Method.SAMPLED, limit=Limit.VOYAGES)

    assert counted_told(debrief) == "Every voyage was counted; nothing is estimated."
    assert "because there are too many" in counted_told(replace(debrief, census=sample))


def test_practices_used_and_never_used_are_told_apart() -> None:
    """By kind, with how often."""
    debrief = a_debrief(ALL_SAILS)

    assert practices_told(debrief, Kind.COURSE, used=True) == ""
    assert "vision" in practices_told(debrief, Kind.COURSE, used=False)
    assert "mitigates 2 times" in practices_told(debrief, Kind.SAILS, used=True)
