"""Sentences that are hard to follow are pointed at, and others are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.authoring.english import has_verb, is_rare
from game.scenario.authoring.plain_language import Lapse, plain_language_of, points_back
from game.testing import a_document, a_watch, an_order, as_text
from tests.verbs import run_here


@pytest.mark.parametrize(
    "sentence",
    [
        "The stay parts at noon.",
        "She has no chart.",
        "It's the mate.",
        "Reef the topsails.",
        "Thank her, in front of everyone.",
        "Seven stars agree.",
        "Nobody died.",
        "The helmsman winks at you.",
        "He reads for a long time.",
        "We went aft, and nobody spoke.",
        "The corks ought to lie in a line.",
        "You can't see the bow from here.",
        "Gulls circle over the wake.",
    ],
)
def test_a_whole_sentence_has_a_verb(sentence: str) -> None:
    """An auxiliary, a past, an order, or what somebody does."""
    assert has_verb(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Silence.",
        "A calm.",
        "Flat sea, blue sky.",
        "Two planks, six ropes, one good knot.",
        "An hour at the buckets, a minute with the book.",
        "Then a yard, and the sea after it.",
        "Fog, after it.",
        "222 days.",
        "No wind, and the sails in the mud.",
    ],
)
def test_what_leaves_out_its_verb_is_found(sentence: str) -> None:
    """However well it sounds."""
    assert not has_verb(sentence)


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("They start at each new noise.", True),
        ("It runs off with your biscuit tin.", True),
        ("“That arrow was drawn in a dry year.”", True),
        ("It is noon.", False),
        ("It's late.", False),
        ("She leans.", False),
        ("The helmsman is tired, and he says so.", False),
    ],
    ids=lambda given: f"{given}"[:20],
)
def test_an_opening_pronoun_points_back(sentence: str, points: bool) -> None:
    """Unless it is the ship, or nothing in particular."""
    assert points_back(sentence) is points


@pytest.mark.parametrize("word", ["porridge", "inkwell", "Sextant", "mizzen"])
def test_rare_words_are_rare(word: str) -> None:
    """In any form, and unless somebody explains them."""
    assert is_rare(word)
    assert not is_rare(word, {word.lower()})


@pytest.mark.parametrize(
    "word", ["the", "Ships", "carries", "stopped", "isn't", "captain's", "I", "eighty", "knocked"]
)
def test_common_words_are_not(word: str) -> None:
    """With all their forms."""
    assert not is_rare(word)


def test_the_lines_are_those_of_the_file() -> None:
    """Of a sentence within a text, too; notes, labels and names need no verb."""
    watch = a_watch(steer=an_order("course", label="Straight on", result="It creaks. A mizzen."))
    watch["situation"] = "The wind is fair.\n\nThey sleep on deck, and some of them " + "very " * 9
    watch["situation"] += "soundly.\n\nNo wind."
    watch["notes"] = "Silence."
    text = as_text(a_document(watch, summary="It is a sea."))
    lines, plain = text.splitlines(), plain_language_of(text, "en")
    found = {lapse: [one.line for one in plain.hard if one.lapse is lapse] for lapse in Lapse}

    assert "No wind." in lines[found[Lapse.VERBLESS][0] - 1]
    assert plain.count(Lapse.VERBLESS) == len(found[Lapse.VERBLESS]) >= 2
    assert "They sleep" in lines[found[Lapse.POINTING][0] - 1]
    assert any("mizzen" in lines[line - 1] for line in found[Lapse.RARE])
    assert all("Silence" not in one.sentence for one in plain.hard)


def test_other_languages_are_told_of_long_sentences() -> None:
    """What the rules know of English does not carry over."""
    watch = a_watch()
    watch["situation"] = "Stille. Und " + "sehr " * 20 + "lange."
    plain = plain_language_of(as_text(a_document(watch, language="de")), "de")

    assert {one.lapse for one in plain.hard} == {Lapse.LONG}


def test_stats_counts_them_and_lists_them_when_asked(tmp_path: Path) -> None:
    """With the line of each, so that an author finds it."""
    counted = run_here("stats", "drift", home=tmp_path).stdout
    listed = run_here("stats", "drift", "--hard", home=tmp_path).stdout

    assert "sentences without a verb" in counted
    assert "without a verb\n    Flat sea, blue sky." in listed
    assert "rare: tarred" in listed
