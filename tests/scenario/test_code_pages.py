"""The pages are the tests: each bad example is told with its own code, each good one with none."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.findings import Finding
from game.playtest.report import playtest
from game.scenario.loading.check_file import check_file
from game.scenario.loading.finding_docs import UnknownCode, page
from game.scenario.loading.library import open_bytes
from tests.codes import CHECKED, INDEX, PROVED, WORDING, example, index, wording
from tests.excerpts import laid_over, sound

ROOT = Path(__file__).parent.parent.parent


def test_nothing_is_wrong_with_the_sound_scenario() -> None:
    """All examples are laid over it."""
    assert check_file("sound.yaml", sound().encode()).findings == ()


@pytest.mark.parametrize("code", CHECKED)
def test_a_bad_example_is_told_with_its_code_alone(code: str) -> None:
    """Once, and as grave as its page says: lower case, without a full stop, then the way out."""
    found = example(page(code).bad, code)[1]

    assert [(finding.code, finding.severity) for finding in found] == [(code, page(code).severity)]
    assert found[0].message[:1] in "'+-" or found[0].message[0].islower()
    assert not found[0].message.endswith(".")
    assert found[0].hint


@pytest.mark.parametrize("code", CHECKED)
def test_nothing_is_wrong_with_a_good_example(code: str) -> None:
    """It shows the way out."""
    assert example(page(code).good, code)[1] == ()


def proved(code: str, excerpt: str) -> list[Finding]:
    """What a playtest says of an example; `check` says nothing."""
    path = ROOT / PROVED[code]
    text = laid_over(excerpt, path.read_text(encoding="utf-8"))
    assert check_file("f.yaml", text.encode()).findings == ()
    report = playtest(open_bytes("f.yaml", text.encode()), 4000, figures=False)
    return [shown.finding for shown in report.findings]


@pytest.mark.parametrize("code", PROVED)
def test_a_bad_example_of_the_playtest_is_told_with_its_code_alone(code: str) -> None:
    """Once, and as grave as its page says."""
    found = proved(code, page(code).bad)

    assert [(finding.code, finding.severity) for finding in found] == [(code, page(code).severity)]


@pytest.mark.parametrize("code", PROVED)
def test_the_playtest_finds_nothing_in_a_good_example(code: str) -> None:
    """It shows the way out."""
    assert proved(code, page(code).good) == []


def test_the_wording_is_the_golden_one() -> None:
    """Message, line, caret and way out of every code; explain a change in its commit."""
    assert wording() == WORDING.read_text(encoding="utf-8")


def test_the_index_lists_the_pages() -> None:
    """docs/codes/README.md is written by tests/codes.py."""
    assert index() == INDEX.read_text(encoding="utf-8")


def test_a_code_that_is_none_has_no_page() -> None:
    """It says which is meant."""
    with pytest.raises(UnknownCode, match="did you mean 'F007'"):
        page("F07")
