"""The words that a watch explains."""

from __future__ import annotations

from game.testing import a_document, a_loaded_scenario, a_voyage, a_watch, an_order, follow
from game.voyage.view import watch_view


def test_a_word_is_explained_once() -> None:
    """At its first use in a voyage."""
    watches = [{**a_watch(), "situation": "The barometer falls."} for _ in range(2)]
    flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(a_document(*watches)))
    _, later, _ = follow(flow, voyage, ["steer"])

    assert "barometer" in watch_view(flow.scenario, voyage).words
    assert watch_view(flow.scenario, later).words == {}


def test_a_watch_explains_three_words_and_the_next_the_rest() -> None:
    """Nobody learns five words at once; kinds of order come first."""
    orders = {"tell": an_order("course"), "show": an_order("teach")}
    told = {**a_watch(**orders), "situation": "Reef the canvas, bosun, and watch the heel."}
    flow, voyage, _ = a_voyage("", loaded=a_loaded_scenario(a_document(told, told, told)))
    words = []
    for _watch in range(3):
        words.append([*watch_view(flow.scenario, voyage).words])
        _, voyage, _ = follow(flow, voyage, ["tell"])

    assert words == [["teach", "heel", "reef"], ["canvas", "bosun", "watch"], []]
