"""Whatever nobody has met is told, with the reason."""

from __future__ import annotations

from typing import Any

import pytest

from game.playtest.coverage import Why
from game.playtest.report import playtest
from game.testing import a_document, a_loaded_scenario, a_watch, an_order


def missed(document: dict[str, Any]) -> dict[tuple[str | int, ...], Why]:
    """What nobody has met, and why."""
    report = playtest(a_loaded_scenario(document), 30)
    return {found.path: found.why for found in report.coverage.missed}


@pytest.fixture
def three() -> dict[str, Any]:
    """Three watches in fair weather, two orders in each."""
    return a_document(
        *(a_watch("calm", steer=an_order("course"), reef=an_order("sails")) for _ in range(3))
    )


def test_all_of_a_plain_scenario_is_met(three: dict[str, Any]) -> None:
    """Nothing is missed."""
    assert missed(three) == {}


def test_a_watch_to_which_no_order_leads_is_an_orphan(three: dict[str, Any]) -> None:
    """And with it all that is in it."""
    for order in three["watches"]["watch_1"]["orders"].values():
        order["goto"] = "watch_3"

    assert missed(three) == {
        ("watches", "watch_2"): Why.ORPHAN,
        ("watches", "watch_2", "orders", "steer"): Why.ORPHAN,
        ("watches", "watch_2", "orders", "reef"): Why.ORPHAN,
    }


def test_an_order_that_can_never_be_given_is_locked(three: dict[str, Any]) -> None:
    """Its watch was reached."""
    three["watches"]["watch_2"]["orders"]["reef"] |= {"when": ["crew is below 0"], "locked": "No."}

    assert missed(three) == {("watches", "watch_2", "orders", "reef"): Why.LOCKED}


def test_what_was_only_never_met_lies_beyond_limits(three: dict[str, Any]) -> None:
    """An outcome that comes about once in a hundred thousand voyages."""
    order = three["watches"]["watch_2"]["orders"]["reef"]
    order["outcomes"] = [{"chance": 99.999, "result": "A"}, {"chance": 0.001, "result": "B"}]
    del order["result"]

    assert missed(three) == {
        ("watches", "watch_2", "orders", "reef", "outcomes", 1): Why.BEYOND,
    }


def test_consequences_that_read_alike_are_told_apart_by_their_orders(three: dict[str, Any]) -> None:
    """Each has its own line in the report."""
    later = [{"after": 1, "text": "It is back.", "effects": {"crew": -1}}]
    for order in three["watches"]["watch_1"]["orders"].values():
        order["later"] = later
    report = playtest(a_loaded_scenario(three), 30)

    assert report.coverage.missed == ()
    assert [(one.order, one.came.share) for one in report.later] == [("steer", 1.0), ("reef", 1.0)]
