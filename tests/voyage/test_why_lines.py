"""The why-lines of whole voyages: what they say is what moved the watch."""

from __future__ import annotations

import pytest

from game.debrief.debrief import as_data, debrief_of
from game.testing import a_voyage
from tests.benchmarks.why_lines import LONGEST, measured, sailed_watches
from tests.transcripts import SCENARIOS


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_why_lines_are_true(scenario: str) -> None:
    """Random and half-skilled captains: the largest term, the pace, the order's own cost."""
    watches, found = measured(sailed_watches(scenario, 12))
    too_long = found.pop(f"longer than {LONGEST} words", 0)

    assert found.pop("largest term not named", 0) <= 0.05 * watches
    assert not found
    assert too_long <= 0.05 * watches


def test_a_debrief_tells_every_watchs_ledger() -> None:
    """As data, for other programs."""
    flow, voyage, _ = a_voyage("CSC")
    watches = as_data(debrief_of(flow, voyage, ""))["watches"]

    assert [set(watch["ledger"]) for watch in watches] == [
        {"way", "stability", "crew", "made", "pace", "costs"}
    ] * 3
    assert watches[0]["ledger"]["pace"]["needed"] > 0
