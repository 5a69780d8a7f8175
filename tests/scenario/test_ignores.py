"""Comments that ignore a finding."""

from __future__ import annotations

import pytest

from tests.excerpts import laid_over, sound
from tests.scenario.test_checks import told

LONG = "label: Put all of the fenders out on both of the sides of the ship"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"        {LONG}  # check-ignore A001: she shouts it", id="on its line"),
        pytest.param(f"        # check-ignore A001: she shouts it\n        {LONG}", id="above"),
        pytest.param(
            f"        # check-ignore A001: she shouts it\n\n        # loudly\n        {LONG}",
            id="above, with other comments between",
        ),
    ],
)
def test_a_finding_is_ignored_for_a_reason(lines: str) -> None:
    """On its own line, or on the next one that is not a comment."""
    text = sound().replace("        label: Put the fenders out", lines)

    assert told(text) == []


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        pytest.param("# check-ignore A001", "I002", id="no reason"),
        pytest.param("# check-ignore A001:", "I002", id="an empty reason"),
        pytest.param("# check-ignore F007: alike", "I001", id="another code"),
        pytest.param("# check-ignore A01: long", "I001", id="a code that is none"),
        pytest.param("# check-ignore: long", "I001", id="no code"),
    ],
)
def test_an_ignore_has_a_code_that_is_found_and_a_reason(comment: str, code: str) -> None:
    """Or it is told itself."""
    text = sound().replace("label: Put the fenders out", f"{LONG}  {comment}")

    assert code in [code for code, _ in told(text)]


def test_an_error_is_not_ignored() -> None:
    """A scenario with one cannot sail."""
    text = laid_over("watches:\n  dawn:\n    weather: frog  # check-ignore S003: a joke\n")

    assert told(text) == [("S003", "frog")]


def test_a_text_may_speak_of_ignoring() -> None:
    """What stands in a text is no comment."""
    text = sound().replace(
        "      Wind, and with it sight.",
        "      # check-ignore A001: is what you read.\n      Wind.",
    )

    assert told(text) == []


def test_other_doubts_are_told_beside_a_cut_that_is_meant() -> None:
    """An ignored Y009 no longer makes the file doubtful."""
    text = sound().replace("title: Open water", "title: Open #water  # check-ignore Y009: meant")
    text = text.replace("label: Put the fenders out", LONG)

    assert [code for code, _ in told(text)] == ["A001"]
