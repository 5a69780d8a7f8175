"""What a balance of both kinds has given is told in one figure."""

from __future__ import annotations

import pytest

from game.debrief.debrief import debrief_of
from game.debrief.pages import PageId, debrief_pages
from game.debrief.synergy import mean_synergy, synergy_text
from game.simulation.single_voyage import retrace
from game.testing import a_voyage


def synergy(orders: str) -> float:
    flow, voyage, _ = a_voyage(orders)
    return mean_synergy(retrace(flow, voyage))


def test_turns_make_orders_work_better_and_one_kind_worse() -> None:
    """Within what the model's effect can be, 15 % either way."""
    assert 0.1 < synergy("CSCS") < 0.15
    assert -0.15 < synergy("CCCCCC") < synergy("CSCS")


def test_teaching_is_no_part_of_it() -> None:
    """It is given the same whatever was done lately."""
    assert synergy("") == synergy("T") == 0
    assert synergy("CST") == synergy("CS")


@pytest.mark.parametrize(
    ("share", "told"),
    [(0.12, "worked 12 % better"), (0.011, "worked 1 % better"), (0.009, ""), (-0.1, "")],
    ids=str,
)
def test_only_a_gain_is_told(share: float, told: str) -> None:
    """And how much it could have been."""
    said = synergy_text(share)

    assert told in said
    assert bool(said) is bool(told)


def test_the_page_of_practices_opens_with_it() -> None:
    """A sentence above what was practised."""
    flow, voyage, _ = a_voyage("CSCS")
    debrief = debrief_of(flow, voyage, "")
    page = next(page for page in debrief_pages(debrief) if page.id is PageId.PRACTISED)

    assert page.lead == synergy_text(debrief.synergy)
    assert page.lead.startswith("Because you had done both kinds lately, your orders worked 1")
