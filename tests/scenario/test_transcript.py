"""Transcripts are read as strictly as scenarios: every mistake once, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.findings import ScenarioBroken
from game.scenario.loading.files import transcripts_of
from game.scenario.transcripts.transcript import open_transcripts
from game.testing import a_document, a_watch, as_text

SOUND = """\
format: 1
scenario: built.yaml
voyages:
  over_the_bar:
    seed: 7
    orders: [steer, reef]
    at:
      watch_2: [crew is above 10, gave steer]
    outcome: adrift
    ending: ends_adrift
    holds: [not visited watch_3]
"""


def written(folder: Path, text: str) -> Path:
    """A file of transcripts beside a scenario of three watches."""
    (folder / "built.yaml").write_text(as_text(a_document(*(a_watch(),) * 3)))
    path = folder / "built.test.yaml"
    path.write_text(text)
    return path


def test_a_sound_file_is_read_with_its_places(tmp_path: Path) -> None:
    """Orders, conditions and ends know their line and column."""
    transcripts = open_transcripts(written(tmp_path, SOUND))
    (voyage,) = transcripts.voyages
    ((watch, conditions),) = voyage.at

    assert (voyage.name, voyage.seed) == ("over_the_bar", 7)
    assert [(order.what, order.at.column) for order in voyage.orders] == [
        ("steer", 14),
        ("reef", 21),
    ]
    assert (watch.what, watch.at.line, watch.at.column) == ("watch_2", 8, 7)
    assert [condition.at.column for condition in conditions] == [17, 35]
    assert voyage.outcome is not None
    assert voyage.ending is not None
    assert (voyage.outcome.at.line, voyage.ending.what) == (9, "ends_adrift")
    assert [condition.at.line for condition in voyage.holds] == [11]


@pytest.mark.parametrize(
    ("right", "wrong", "code", "line", "column"),
    [
        pytest.param("seed: 7", "seed: 7\n    seed: 8", "Y003", 6, 5, id="twice"),
        pytest.param("seed: 7", "seeds: 7", "S001", 5, 5, id="an unknown key"),
        pytest.param("    seed: 7\n", "", "S002", 4, 3, id="no seed"),
        pytest.param("seed: 7", "seed: -7", "S003", 5, 11, id="a seed below 0"),
        pytest.param(
            "outcome: adrift", "outcome: drifting", "S003", 9, 14, id="an outcome that is none"
        ),
        pytest.param("[steer, reef]", "[]", "S003", 6, 13, id="no orders"),
        pytest.param("format: 1", "format: 2", "S005", 1, 9, id="another format"),
        pytest.param("built.yaml", "gone.yaml", "R001", 2, 11, id="no scenario"),
        pytest.param("ends_adrift", "ends_adriff", "R001", 10, 13, id="an unknown ending"),
        pytest.param("is above", "is over", "R004", 8, 25, id="a phrase that is none"),
        pytest.param("crew is", "crow is", "R002", 8, 17, id="an unknown gauge"),
        pytest.param("steer, reef", "steer, reff", "R006", 6, 21, id="an unknown order"),
        pytest.param("watch_2:", "watch_9:", "R006", 8, 7, id="an unknown watch"),
        pytest.param("visited watch_3", "visited watch_9", "R006", 11, 25, id="a visited watch"),
    ],
)
def test_a_mistake_is_told_once_at_its_place(
    tmp_path: Path, right: str, wrong: str, code: str, line: int, column: int
) -> None:
    """With the codes that `check` uses."""
    assert right in SOUND
    with pytest.raises(ScenarioBroken) as broken:
        open_transcripts(written(tmp_path, SOUND.replace(right, wrong)))

    found = [(f.code, f.at.line, f.at.column) for f in broken.value.findings]
    assert found == [(code, line, column)]


def test_independent_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    """A wrong shape hides no wrong name."""
    text = SOUND.replace("seed: 7", "seeds: 7").replace("steer, reef", "steer, reff")
    with pytest.raises(ScenarioBroken) as broken:
        open_transcripts(written(tmp_path, text))

    assert [found.code for found in broken.value.findings] == ["S001", "R006"]


def test_a_scenario_with_errors_is_told_as_itself(tmp_path: Path) -> None:
    """Its own findings, in its own file."""
    path = written(tmp_path, SOUND)
    (tmp_path / "built.yaml").write_text("format: 1\nformat: 1\n")
    with pytest.raises(ScenarioBroken) as broken:
        open_transcripts(path)

    assert broken.value.file == str(tmp_path / "built.yaml")


def test_transcripts_stand_beside_a_scenario_or_in_tests(tmp_path: Path) -> None:
    """NAME.test.yaml for NAME.yaml."""
    scenario = tmp_path / "built.yaml"
    assert transcripts_of(scenario) is None

    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "built.test.yaml").touch()
    assert transcripts_of(scenario) == tmp_path / "tests" / "built.test.yaml"

    (tmp_path / "built.test.yaml").touch()
    assert transcripts_of(scenario) == tmp_path / "built.test.yaml"
