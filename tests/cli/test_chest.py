"""A designer's chest reaches a colleague: looked into, then sailed in its own words and faces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.scenario.chest.names import SUFFIX
from game.scenario.chest.writing import written_chest
from tests.cli.test_cli import run
from tests.scenario.chest.builders import FACE, a_chest, a_scenario
from tests.verbs import run_here

WORDS = {"stability": "Order", "watch": "Shift", "course": "Direction"}
VOICES = {"ada": {"name": "Ada", "speaks_for": "course", "portrait": "art/ada.svg"}}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Where somebody writes: a scenario with own words, a face, and a German title."""
    home = tmp_path / "desk"
    (home / "art").mkdir(parents=True)
    (home / "art" / "ada.svg").write_bytes(FACE)
    (home / "ward.yaml").write_text(a_scenario(words=WORDS, voices=VOICES))
    assert run_here("translate", "ward.yaml", "de", home=home).returncode == 0
    told = home / "translations" / "ward.de.yaml"
    lines = told.read_text().splitlines()
    at = lines.index("  words.stability:")
    empty = next(n for n, line in enumerate(lines) if n > at and line.strip() == 'text: ""')
    lines[empty] = "    text: Ordnung"
    told.write_text("\n".join(lines) + "\n")
    return home


@pytest.fixture
def colleague(tmp_path: Path) -> Path:
    (tmp_path / "colleague").mkdir()
    return tmp_path / "colleague"


def added(desk: Path, colleague: Path) -> Path:
    """The chest, packed there and added here."""
    packed = run_here("pack", "ward.yaml", home=desk)
    assert packed.returncode == 0, packed.stderr
    got = run_here("add", "--yes", str(desk / "ward.keel"), home=colleague)
    assert got.returncode == 0, got.stderr
    return desk / "ward.keel"


def test_a_colleague_sails_it_in_its_own_words_and_in_german(desk: Path, colleague: Path) -> None:
    """Translated words count, and what is not translated is told as it was written."""
    added(desk, colleague)
    own = run_here("play", "ward", "--plain", home=colleague, typed="q\n").stdout
    german = run_here(
        "play", "ward", "--plain", "--language", "de", home=colleague, typed="q\n"
    ).stdout

    assert "Shift 1 of " in own
    assert "Order " in own
    assert "Stability" not in own
    assert "Ordnung " in german


def test_what_was_sailed_speaks_its_language_when_the_chest_is_gone(
    desk: Path, colleague: Path
) -> None:
    """A logbook carries the texts and the words; a new version in its place changes none of it."""
    added(desk, colleague)
    german = ("--plain", "--language", "de")
    run("play", "ward", *german, home=colleague, typed="1\nq\n")
    gone = run_here("remove", "ward", home=colleague)
    (log,) = (colleague / "voyages").glob("*.jsonl")
    again = run_here("play", "--continue", *german, home=colleague, typed="q\n").stdout
    replayed = run_here("replay", str(log), "--language", "de", home=colleague)

    assert gone.returncode == 0
    assert "ward" not in run_here("scenarios", home=colleague).stdout
    assert "Ordnung" in again
    assert (replayed.returncode, "Shift 1: " in replayed.stdout) == (0, True)


def test_before_it_is_added_a_reader_sees_what_it_is(desk: Path, colleague: Path) -> None:
    """Without a yes nothing is written; with one, an older version gives way."""
    run_here("pack", "ward.yaml", home=desk)
    seen = run_here("add", str(desk / "ward.keel"), home=colleague)
    nothing = list(colleague.rglob("*.keel"))
    added(desk, colleague)
    newer = (desk / "ward.yaml").read_text().replace("1.0.0", "1.1.0")
    (desk / "ward.yaml").write_text(newer)
    added(desk, colleague)
    older = written_chest("ward.yaml", {"ward.yaml": a_scenario().encode()}, {})
    (desk / "old.keel").write_bytes(older)
    back = run_here("add", str(desk / "old.keel"), home=colleague).stdout

    assert seen.returncode == 1
    assert "by           Klinik" in seen.stdout
    assert "certificate  true" in seen.stdout
    assert nothing == []
    assert [path.name for path in colleague.rglob("*.keel")] == ["ward.keel"]
    assert "version 1.1.0, which is NEWER" in back
    assert "it has no certificate" in back


def test_a_certificate_that_is_not_true_is_told(tmp_path: Path) -> None:
    """Found again here, whatever it says."""
    files = {"ward.yaml": a_scenario().encode()}
    for claim in ({"digest": "0"}, {"model": 9}):
        data = written_chest("ward.yaml", files, claim)
        (tmp_path / "ward.keel").write_bytes(data)
        said = run_here("add", "ward.keel", home=tmp_path).stdout
        assert "its certificate" in said
        assert "certificate  true" not in said


def test_a_shipped_id_is_refused_and_so_is_that_of_a_loose_file(tmp_path: Path) -> None:
    """Nobody finds another voyage under a name that they know."""
    shelf = tmp_path / "scenarios"
    shelf.mkdir()
    (shelf / "own.yaml").write_text(a_scenario())
    (tmp_path / "drift.keel").write_bytes(a_chest({"ward.yaml": a_scenario("drift").encode()}))
    (tmp_path / "ward.keel").write_bytes(a_chest())
    shipped = run_here("add", "--yes", "drift.keel", home=tmp_path)
    loose = run_here("add", "--yes", "ward.keel", home=tmp_path)

    assert (shipped.returncode, "brings a scenario 'drift'" in shipped.stderr) == (2, True)
    assert (loose.returncode, "own.yaml has the id 'ward'" in loose.stderr) == (2, True)
    assert list(shelf.glob(f"*{SUFFIX}")) == []


def test_what_is_broken_on_the_shelf_is_told_and_hinders_nothing(tmp_path: Path) -> None:
    """With its first finding; also a chest that somebody has damaged, and an id that is taken."""
    shelf = tmp_path / "scenarios"
    shelf.mkdir()
    (shelf / "broken.yaml").write_text(
        a_scenario("broken").replace('"format": 1', '"format": "one"')
    )
    (shelf / "damaged.keel").write_bytes(a_chest()[:-30])
    (shelf / "drift.yaml").write_text(a_scenario("drift"))
    (shelf / "good.yaml").write_text(a_scenario("good"))
    for _again in range(2):  # the second time by the index
        shown = run_here("library", "--json", home=tmp_path)
        found = json.loads(shown.stdout)
        told = "\n".join(found["broken"])

        assert [one["id"] for one in found["scenarios"] if one["file"]] == ["good"]
        assert "broken.yaml:" in told
        assert "S003" in told
        assert "damaged.keel is refused" in told
        assert "drift.yaml: drift.yaml has the id 'drift' already" in told


@pytest.mark.parametrize(
    ("missing", "told"),
    [("author", "author: your name"), ("license", "license: CC-BY-4.0")],
)
def test_nothing_is_packed_that_does_not_say_whose_it_is(
    tmp_path: Path, missing: str, told: str
) -> None:
    """And what others may do with it."""
    (tmp_path / "ward.yaml").write_text(a_scenario(leaving=missing))
    said = run_here("pack", "ward.yaml", home=tmp_path)

    assert (said.returncode, told in said.stderr) == (2, True)


def test_a_shipped_scenario_is_copied_to_be_changed(tmp_path: Path) -> None:
    """With its translations and its tests, all of which hold under the new name."""
    done = run_here("new", "our-passage", "--from", "maiden-passage", home=tmp_path)
    checked = run_here("check", "our-passage.yaml", home=tmp_path)
    tested = run_here("test", "our-passage.yaml", home=tmp_path)

    assert (done.returncode, checked.returncode, tested.returncode) == (0, 0, 0)
    assert "translations/our-passage.de.yaml: fine" in checked.stdout
    assert "copied from maiden-passage" in (tmp_path / "our-passage.yaml").read_text()


def test_a_chest_is_sailed_and_hosted_where_it_lies(desk: Path) -> None:
    """Without being added; nobody writes in one."""
    run_here("pack", ".", "--out", "w.keel", home=desk)
    played = run_here("play", "w.keel", "--plain", home=desk, typed="q\n")
    written = run_here("translate", "w.keel", "fr", home=desk)

    assert "Shift 1 of " in played.stdout
    assert (written.returncode, "new NAME --from ward" in written.stderr) == (2, True)
