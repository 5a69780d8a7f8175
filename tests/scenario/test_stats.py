"""Figures of a text, counted by hand once."""

from __future__ import annotations

import pytest

from game.scenario.authoring.stats import count_syllables, reading_grade, stats_of
from game.testing import a_document, a_loaded_scenario, a_watch, an_order


def test_words_and_minutes_follow_their_formulas() -> None:
    """Three watches of 10 words read and 4 answered, and 2 words of an ending."""
    watch = a_watch(
        "steady",
        steer=an_order("course", label="Go on and on", result="One two three four."),
        reef=an_order("sails", label="Stop", result="Five six seven eight."),
    )
    watch["situation"] = "A grey calm sea, everywhere."
    stats = stats_of(a_loaded_scenario(a_document(watch, watch, watch)).scenario)

    assert stats.longest == 3
    assert stats.voyage_words == 3 * (10 + 4) + 2
    assert stats.words == 3 * (10 + 8) + 5 * 2
    assert stats.minutes_solo == round(44 / 200 + 3 * 45 / 60)
    assert stats.minutes_group == round(44 / 140 + 3 * 120 / 60)


def test_choices_are_counted() -> None:
    """By kind, by condition, by chance, by what comes back, by where ways part."""
    outcomes = [
        {"chance": 50, "result": "Yes."},
        {"chance": 50, "result": "No.", "goto": "harbour"},
    ]
    later = [{"after": 1, "text": "It is back."}]
    first = a_watch(
        "fog",
        steer=an_order("course", outcomes=outcomes, later=later),
        reef=an_order("sails", goto="watch_3", when=["crew is at least 40"]),
    )
    stats = stats_of(a_loaded_scenario(a_document(first, a_watch(), a_watch())).scenario)

    assert (stats.orders, stats.kinds["course"], stats.kinds["teach"]) == (10, 3, 2)
    assert (stats.conditional, stats.by_chance, stats.later) == (1, 1, 1)
    assert (stats.branches, stats.watches, stats.endings) == (1, 3, 5)


def test_the_grade_is_flesch_and_kincaids() -> None:
    """Two sentences with figures that can be looked up; and none for other languages."""
    german = a_loaded_scenario(a_document(language="de")).scenario

    assert reading_grade(["The cat sat on the mat."]) == pytest.approx(-1.4, abs=0.06)
    assert reading_grade(
        ["This sentence, taken as a reading passage, is being used as a test."]
    ) == (pytest.approx(0.39 * 13 + 11.8 * 18 / 13 - 15.59, abs=0.06))
    assert stats_of(german).grade is None


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("ship", 1), ("rope", 1), ("ropes", 1), ("leaned", 1), ("table", 2), ("watches", 2)),
        *(("captain", 2), ("voyage", 2), ("harbour", 2), ("wanted", 2), ("stability", 4)),
        *(("navigator", 4), ("eight", 1), ("the", 1), ("going", 2)),
    ],
)
def test_syllables_of_common_words(word: str, count: int) -> None:
    """About right is enough, but these are exact."""
    assert count_syllables(word) == count
