"""Trials: a voyage that goes as written says nothing, and one that does not says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.findings import Finding
from game.scenario.loading.files import bundled_folder
from game.scenario.transcripts.transcript import open_transcripts
from game.testing import a_document, a_watch, an_order, as_text
from game.voyage.transcript_runner import FAIL, run_transcripts
from tests.transcripts import SCENARIOS

HEAD = "format: 1\nscenario: built.yaml\nvoyages:\n  one:\n    seed: 7\n"


def trial(folder: Path, *lines: str) -> list[Finding]:
    """What comes of one voyage on a scenario of three watches."""
    locked = an_order("both", when=["crew is at least 99"], locked="Too tired.")
    second = a_watch("fog", share=locked, steer=an_order("course"), reef=an_order("sails"))
    document = a_document(a_watch(), second, a_watch())
    (folder / "built.yaml").write_text(as_text(document))
    path = folder / "built.test.yaml"
    path.write_text(HEAD + "".join(f"    {line}\n" for line in lines))
    return run_transcripts(open_transcripts(path))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_shipped_scenarios_go_as_their_transcripts_say(scenario: str) -> None:
    """Each has a file of at least three voyages, ending in three different ways or more."""
    path = bundled_folder("scenarios") / "tests" / f"{scenario}.test.yaml"
    transcripts = open_transcripts(path)

    assert transcripts.scenario.id == scenario
    assert len(transcripts.voyages) >= 3
    assert run_transcripts(transcripts) == []


def test_what_holds_is_not_told(tmp_path: Path) -> None:
    """Every kind of expectation, all true."""
    findings = trial(
        tmp_path,
        "orders: [steer, reef, drill]",
        "at: {watch_1: [crew is at most 60], watch_3: [gave reef, visited watch_2]}",
        "outcome: adrift",
        "ending: ends_adrift",
        "holds: [gave drill, progress is above 5]",
    )

    assert findings == []


@pytest.mark.parametrize(
    ("lines", "line", "message", "hint"),
    [
        pytest.param(
            ["orders: [steer, share]"],
            *(6, "'share' is locked in watch_2: Too tired.", "open there: steer, reef"),
            id="a locked order",
        ),
        pytest.param(
            ["orders: [steer, drill]"],
            *(6, "'drill' is no order of watch_2", "open there: steer, reef"),
            id="an order of another watch",
        ),
        pytest.param(
            ["orders: [steer, reef, steer, reef]"],
            *(6, "'reef' comes after the voyage is over", "adrift in watch 3: delete this order"),
            id="an order too many",
        ),
        pytest.param(
            ["orders: [steer]", "at: {watch_3: [crew is above 1]}"],
            *(7, "the voyage never comes to 'watch_3'", "it goes by watch_1, watch_2"),
            id="a watch not reached",
        ),
        pytest.param(
            ["orders: [steer]", "at: {watch_1: [crew is above 60]}"],
            *(7, "'crew is above 60' does not hold as watch_1 begins", "crew is 60.0"),
            id="a gauge as a watch begins",
        ),
        pytest.param(
            ["orders: [steer]", "holds: [not gave steer]"],
            *(7, "'not gave steer' does not hold after the last order", "here it is: gave steer"),
            id="an order given after all",
        ),
        pytest.param(
            ["orders: [steer]", "holds: [not crew is above 1]"],
            *(7, "'not crew is above 1' does not hold after the last order", "crew is 6"),
            id="the opposite of a gauge",
        ),
        pytest.param(
            ["orders: [steer]", "holds: [visited watch_3]"],
            *(7, "'visited watch_3' does not", "here it is: not visited watch_3"),
            id="a watch not visited",
        ),
        pytest.param(
            ["orders: [steer]", "outcome: arrived"],
            *(7, "the outcome is not 'arrived'", "after 1 order the voyage stands at watch_2"),
            id="a voyage not over",
        ),
        pytest.param(
            ["orders: [steer, steer, steer]", "ending: ends_mutiny"],
            *(7, "the ending is not 'ends_mutiny'", "adrift with ends_adrift, in watch 3"),
            id="another ending",
        ),
    ],
)
def test_what_does_not_hold_is_told_at_its_place(
    tmp_path: Path, lines: list[str], line: int, message: str, hint: str
) -> None:
    """The line, what was expected, and what is the case instead."""
    (finding,) = trial(tmp_path, *lines)

    assert finding.code == FAIL
    assert finding.at.line == line
    assert finding.message.startswith(message)
    assert finding.hint.find(hint) >= 0


def test_what_held_before_a_refused_order_is_tried_too(tmp_path: Path) -> None:
    """One mistake does not hide an earlier one; what lies beyond is not asked for."""
    findings = trial(
        tmp_path,
        "orders: [steer, drill, steer]",
        "at: {watch_2: [crew is below 1], watch_3: [crew is below 1]}",
        "outcome: adrift",
    )

    assert [finding.at.line for finding in findings] == [7, 6]
