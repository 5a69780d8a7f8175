"""A captain's own line in the logbook, and the question that a second voyage keeps in view."""

from __future__ import annotations

from pathlib import Path

from game.storage.logbook import read_log
from game.testing import NOON, a_document, a_helm, a_loaded_scenario, a_watch
from game.voyage.helm import begin_voyage_again, resume_voyage
from game.voyage.replay import replay


def test_a_captains_own_line_is_kept_with_the_voyage(tmp_path: Path) -> None:
    """The last one counts, cut to its room; orders are given before and after as ever."""
    helm = a_helm(tmp_path, a_loaded_scenario(a_document(*(a_watch(),) * 4)))
    helm.give("steer")
    helm.keep_note("When the flags are green,\nI ask.")
    helm.keep_note("When " + 200 * "x")
    helm.give("reef")
    again = resume_voyage(helm.path)

    assert again.note == helm.note == read_log(helm.path).note == "When " + 135 * "x"
    assert again.voyage == helm.voyage
    assert not replay(read_log(helm.path)).differs
    again.give("steer")
    assert resume_voyage(helm.path).voyage == again.voyage


def test_the_endings_question_stays_in_view(tmp_path: Path) -> None:
    """Where a voyage is sailed again; one that is not over has asked nothing yet."""
    document = a_document(*(a_watch(),) * 2)
    for ending in document["endings"].values():
        ending["ask"] = "What did you not see?"
    first = a_helm(tmp_path, a_loaded_scenario(document))
    first.give("steer")
    assert not begin_voyage_again(first, 1, tmp_path / "early.jsonl", NOON).word
    first.give("reef")

    again = begin_voyage_again(first, 1, tmp_path / "again.jsonl", NOON)
    assert again.word == "Keep in view: What did you not see?"
