"""Kinds: every file that a verb makes is known again, and no verb writes over another's."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.cli import main
from game.files.kinds import Kind, kind_of
from game.files.writing import check_writable
from game.scenario.loading.files import bundled_folder
from game.testing import a_document, a_helm, a_loaded_scenario, a_watch

LOG, STORM = "voyage.jsonl", "storm.yaml"
VERBS = {
    Kind.DEBRIEF: ("debrief", LOG, "--out"),
    Kind.DEBRIEF_TABLE: ("debrief", LOG, "--csv"),
    Kind.DEBRIEF_DATA: ("debrief", LOG, "--json"),
    Kind.FILM: ("debrief", LOG, "--film"),
    Kind.PLAYTEST: ("playtest", STORM, "--voyages", "9", "--jobs", "1", "--json"),
    Kind.MERMAID: ("graph", STORM, "--out"),
    Kind.DOT: ("graph", STORM, "--format", "dot", "--out"),
    Kind.SVG: ("graph", STORM, "--format", "svg", "--out"),
    Kind.GUIDE: ("guide", STORM, "--out"),
    Kind.SCHEMA: ("schema", "--out"),
}
"""What makes a file of each kind, but for its name."""


def even_keel(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    """Run a verb; how it ended."""
    monkeypatch.setattr(sys, "argv", ["even-keel", *words])
    with pytest.raises(SystemExit) as end:
        main()
    return end.value.code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a logbook lies, and a scenario."""
    helm = a_helm(tmp_path, a_loaded_scenario(a_document(a_watch(), a_watch())))
    helm.give("steer")
    (tmp_path / STORM).write_text(helm.loaded.text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", VERBS, ids=lambda kind: kind.name.lower())
def test_a_verb_writes_over_its_own_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: Kind
) -> None:
    """Not over a scenario, a logbook or a stranger's notes, and it says so at once."""
    monkeypatch.setattr("game.ui.window.film_gif.FRAMES", 3)
    for _again in range(2):
        assert even_keel(monkeypatch, *VERBS[kind], "made") in {0, 1}
        assert kind_of((folder / "made").read_bytes()) is kind
    (folder / "notes").write_text("milk\n")
    for name in (LOG, STORM, "notes"):
        there = (folder / name).read_bytes()
        assert even_keel(monkeypatch, *VERBS[kind], name) == 2
        assert f"{name}: this is " in capsys.readouterr().err
        assert (folder / name).read_bytes() == there

    for other in set(Kind) - {kind}:
        with pytest.raises(FileExistsError, match="it would be lost"):
            check_writable(folder / "made", other)


@pytest.mark.parametrize(
    ("kind", "files"),
    [
        pytest.param(Kind.SCENARIO, "*.yaml", id="scenarios"),
        pytest.param(Kind.TRANSLATION, "translations/*.yaml", id="translations"),
        pytest.param(Kind.TRANSCRIPTS, "tests/*.yaml", id="transcripts"),
    ],
)
def test_what_authors_write_is_known_too(kind: Kind, files: str) -> None:
    """So that a message can say what would be lost."""
    found = list(bundled_folder("scenarios").glob(files))

    assert found
    assert [kind_of(path.read_bytes()) for path in found] == [kind] * len(found)
