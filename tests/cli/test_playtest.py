"""The verb that proves a scenario, as people run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.scenario.loading.library import find
from game.testing import a_document, a_watch, as_text
from tests.cli.test_cli import run
from tests.transcripts import SCENARIOS
from tests.verbs import run_here


@pytest.fixture
def easy(tmp_path: Path) -> str:
    """A scenario in which anything goes."""
    file = tmp_path / "easy.yaml"
    file.write_text(as_text(a_document(*[a_watch("calm")] * 4, voyage={"distance": 20})))
    return str(file)


def test_the_verdict_comes_first_with_line_orders_and_seed(easy: str, tmp_path: Path) -> None:
    """And the exit code is 1 when a guard-rail is broken."""
    done = run("playtest", easy, "--voyages", "50", home=tmp_path)
    first, _, caret, shown, *_ = done.stdout.splitlines()

    assert done.returncode == 1
    assert first.startswith(f"{easy}:12:2: L002 all course arrives in 100.0% of voyages")
    assert "^^^" in caret
    assert shown.startswith("    shown by all course, seed 1: steer, steer")


def test_a_shipped_scenario_passes_in_eighty_columns(tmp_path: Path) -> None:
    """Every part of the report is there."""
    done = run_here("playtest", "two-hands-on-the-wheel", "--voyages", "300", home=tmp_path)

    assert done.returncode == 0
    assert done.stdout.startswith("two-hands-on-the-wheel: all guard-rails and checks hold")
    assert max(map(len, done.stdout.splitlines())) <= 80
    for part in (
        "captain     arrived  95 % sure",
        "random captains: arrived, of 100 with each mix",
        "ending, how often, and the shortest way there",
        "'can_end: two_hands'  holds (shown)",
        "met: 11 of 11 watches",
        "choices that matter most",
        "random captains' gauges, 5 to 95 %",
        "who arrives is decided by the captain",
        "drive_her, 2 watches later: comes back",
        "figures that move random captains most",
        "minutes 13 alone",
    ):
        assert part in done.stdout


def test_the_report_is_the_same_whatever_the_jobs(tmp_path: Path) -> None:
    """Byte for byte, in words and in JSON."""
    words = ("playtest", "maiden-passage", "--voyages", "2600", "--json")
    one = run_here(*words, "one.json", "--jobs", "1", home=tmp_path)
    two = run(*words, "two.json", "--jobs", "2", home=tmp_path)

    assert one.returncode == two.returncode == 0, two.stderr
    assert one.stdout == two.stdout
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_a_baseline_shows_what_changed(easy: str, tmp_path: Path) -> None:
    """Nothing against itself; against a longer way, who arrives, and what is mended."""
    words = ("playtest", easy, "--voyages", "50")
    run_here(*words, "--json", "before.json", home=tmp_path)
    same = run_here(*words, "--against", "before.json", home=tmp_path)
    longer = a_document(*[a_watch("calm")] * 4, voyage={"distance": 100})
    Path(easy).write_text(as_text(longer))
    other = run_here(*words, "--against", "before.json", home=tmp_path)

    assert "nothing has changed since the baseline" in same.stdout
    assert "  adaptive arrives  100.0% -> 0.0%" in other.stdout
    assert "  mended: L002 all course arrives in 100.0% of voyages" in other.stdout


@pytest.mark.parametrize("text", ["", "[]", '{"scenarios": [{}]}', "[" * 9_000], ids=len)
def test_what_is_no_baseline_is_said_to_be_none(text: str, easy: str, tmp_path: Path) -> None:
    """Whatever is in the file."""
    (tmp_path / "old.json").write_text(text)
    done = run_here("playtest", easy, "--voyages", "20", "--against", "old.json", home=tmp_path)

    assert done.returncode == 2
    assert done.stderr.startswith("old.json is no report of a playtest")


def test_all_means_every_shipped_scenario(tmp_path: Path) -> None:
    """In one report; and neither one nor all is a mistake in the command."""
    done = run_here("playtest", "--all", "--voyages", "20", "--json", "all.json", home=tmp_path)
    told = json.loads((tmp_path / "all.json").read_text())["scenarios"]

    assert sorted(one["scenario"] for one in told) == SCENARIOS
    assert done.returncode == any(one["failed"] for one in told)
    assert run_here("playtest", home=tmp_path).returncode == 2


def test_a_figure_is_told_with_its_line(tmp_path: Path) -> None:
    """The distance moves arrival more than anything else."""
    run_here("playtest", "maiden-passage", "--voyages", "20", "--json", "x.json", home=tmp_path)
    (told,) = json.loads((tmp_path / "x.json").read_text())["scenarios"]
    first = told["figures"][0]

    assert len(told["figures"]) == 10
    assert first["name"] == "voyage.distance"
    assert "distance" in find("maiden-passage").text.splitlines()[first["line"] - 1]
    assert first["less"] > first["more"]
