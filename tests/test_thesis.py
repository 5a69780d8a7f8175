"""docs/thesis.md says where each statement is felt: every order is there, and every figure true."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from game.scenario.loading.library import find
from tests.thesis import CLAIM, HOW, ORDER, PAGE, ROW, SHARE, WORTH, renewed, wrong_claims

TEXT = PAGE.read_text(encoding="utf-8")
ROWS = list(ROW.finditer(TEXT))
PROMISED = 40
"""As many statements as the design wants to be felt."""


def test_every_statement_has_its_row() -> None:
    """Numbered as in the article, each judged in one of the words."""
    assert [int(row["number"]) for row in ROWS] == list(range(1, 47))
    assert {row["how"] for row in ROWS} <= {*HOW}


def test_as_many_are_felt_as_the_design_promises_and_none_is_contradicted() -> None:
    """Nor is any absent."""
    count = Counter(row["how"] for row in ROWS)

    assert count["felt"] >= PROMISED
    assert not count["absent"] + count["contradicted"]


def test_what_is_felt_is_shown_by_the_files() -> None:
    """By a figure, or by a key of an order."""
    felt = [row for row in ROWS if row["how"] == "felt"]
    shown = [any(kind.search(row["where"]) for kind in (WORTH, SHARE, CLAIM)) for row in felt]

    assert all(shown)


@pytest.mark.parametrize("place", sorted({*re.findall(ORDER, TEXT)}))
def test_every_order_that_is_named_is_there(place: tuple[str, str, str]) -> None:
    """By its scenario, its watch and its id."""
    scenario, watch, order = place

    assert order in find(scenario).scenario.watches[watch].orders


def test_the_files_say_what_the_page_says_of_them() -> None:
    """What strengthens an order, what opens it, and that a failure teaches."""
    assert list(wrong_claims(TEXT)) == []


def test_the_figures_are_those_of_the_files() -> None:
    """`python -m tests.thesis` writes them anew; explain the change."""
    assert renewed(TEXT) == TEXT
