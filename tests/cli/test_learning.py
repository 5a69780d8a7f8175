"""The verbs for learning from voyages, as people run them."""

from __future__ import annotations

import json
import sys
from io import StringIO
from pathlib import Path

import pytest

from game.cli import io
from game.cli.play.census import census
from game.debrief.debrief import as_data, whole_debrief_of
from game.scenario.loading.library import find
from game.simulation.captains import CONTRARY
from game.simulation.single_voyage import sail_captain
from game.testing import NOON, a_helm
from game.voyage.flow import Flow
from game.voyage.helm import Helm, begin_voyage_again
from tests.cli.test_cli import run
from tests.verbs import run_here


def a_log(folder: Path, scenario: str = "maiden-passage", watches: int = 40) -> Helm:
    """The logbook of a voyage that went as badly as it could, or of its first watches."""
    loaded = find(scenario)
    helm = a_helm(folder, loaded, seed=5)
    for order in sail_captain(Flow(loaded.scenario), 5, CONTRARY).voyage.gave[:watches]:
        helm.give(order)
    return helm


def test_a_census_in_json(tmp_path: Path) -> None:
    """As other programs read it; rows add up, and a seed is told."""
    words = ("census", "two-hands-on-the-wheel", "--seed", "3", "--json")
    told = json.loads(run_here(*words, home=tmp_path).stdout)

    assert {"scenario", "seed", "method", "limit", "voyages", "outcomes", "by_course_share"} < set(
        told
    )
    assert (told["scenario"], told["seed"]) == ("two-hands-on-the-wheel", 3)
    assert (told["method"], told["limit"]) == ("exhaustive", "")
    assert sum(told["outcomes"].values()) == told["voyages"] == 8734
    assert sum(row["voyages"] for row in told["by_course_share"]) == told["voyages"]
    assert 0 < told["seconds"] < 60


def test_a_census_in_words(tmp_path: Path) -> None:
    """A sentence, the outcomes, and the hump in plain characters."""
    done = run("census", "maiden-passage", home=tmp_path)

    assert done.returncode == 0
    assert "Maiden Passage, weather as written, chances weighed." in done.stdout
    assert "or without any. Best were 38 % course" in " ".join(done.stdout.split())
    assert "made port" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_debrief_in_words(tmp_path: Path) -> None:
    """The five screens of it, and the question last."""
    helm = a_log(tmp_path)
    done = run("debrief", str(helm.path), home=tmp_path)

    assert done.returncode == 0
    heads = ("1. Believed and true", "3. Every captain", "4. Decision and luck")
    for said in (*heads, "Missed:", helm.end.ask):
        assert said in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_a_debrief_in_json_is_the_debrief(tmp_path: Path) -> None:
    """Every number, to the last digit."""
    helm = a_log(tmp_path)
    file = tmp_path / "debrief.json"
    done = run_here("debrief", str(helm.path), "--json", str(file), home=tmp_path)
    told = json.loads(file.read_text())
    digest = json.loads(helm.path.read_text().splitlines()[0])["digest"]
    debrief = whole_debrief_of(helm.flow, helm.voyage, digest)

    assert (done.returncode, done.stdout) == (0, "")
    assert told == json.loads(json.dumps(as_data(debrief)))


def test_a_debrief_as_files(tmp_path: Path) -> None:
    """A page, rows, data, all in one run; the logbook itself is never written over."""
    log = a_log(tmp_path).path
    before = log.read_bytes()
    names = ("report.html", "rows.csv", "data.json")
    page, rows, data = files = [tmp_path / name for name in names]
    words = ("--out", str(page), "--csv", str(rows), "--json", str(data))
    done = run_here("debrief", str(log), *words, home=tmp_path)
    refused = run_here("debrief", str(log), "--csv", str(log), home=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    assert all(file.stat().st_size > 1000 for file in files)
    assert "What will you do on Monday" in page.read_text(encoding="utf-8")
    assert len(rows.read_text(encoding="utf-8").splitlines()) == len(before.splitlines())
    assert refused.returncode == 2
    assert "this is a logbook, and it would be lost: name another file" in refused.stderr
    assert log.read_bytes() == before


def test_a_voyage_sailed_again_is_told_beside_the_earlier_one(tmp_path: Path) -> None:
    """From its own logbook alone."""
    first = a_log(tmp_path)
    again = begin_voyage_again(first, 2, tmp_path / "again.jsonl", NOON)
    first.path.unlink()
    done = run_here("debrief", str(again.path), home=tmp_path)

    assert done.returncode == 0
    assert f"You earlier: foundered in watch {len(first.past)}" in done.stdout


@pytest.mark.parametrize("watches", [0, 3], ids=["none", "three"])
def test_a_voyage_under_way_can_be_looked_at(tmp_path: Path, watches: int) -> None:
    """Even before its first order."""
    done = run_here("debrief", str(a_log(tmp_path, watches=watches).path), home=tmp_path)

    assert done.returncode == 0
    assert "not over; she is taken as adrift" in done.stdout


def test_the_debrief_of_a_changed_log_says_so(tmp_path: Path) -> None:
    """Exit 1; what is told is what the orders come to."""
    log = a_log(tmp_path).path
    log.write_text(log.read_text().replace('"crew":', '"crew":1', 1))
    done = run_here("debrief", str(log), home=tmp_path)

    assert done.returncode == 1
    assert "not the voyage that the log tells: line 2" in done.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(["census", "maiden-pasage"], "did you mean 'maiden-passage'?", id="scenario"),
        pytest.param(["census"], "Missing argument 'SCENARIO'", id="none"),
        pytest.param(["debrief", "gone.jsonl"], "gone.jsonl: no such file", id="log"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path: Path, words: list[str], says: str) -> None:
    """Exit 2, and the way out."""
    done = run_here(*words, home=tmp_path)

    assert done.returncode == 2
    assert says in done.stderr


class Screen(StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        """A person looks at it."""
        return True


def test_a_bar_is_shown_once_the_work_takes_over_half_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not sooner, and it comes to its end."""
    now, screen = iter((0.0, 0.4, 0.6, 0.7)), Screen()
    monkeypatch.setattr(io, "seconds_passed", lambda: next(now))
    monkeypatch.setattr(sys, "stderr", screen)
    with io.progress("Sailing every voyage") as tell:
        tell(0.1)
        assert screen.getvalue() == ""
        tell(0.5)
        tell(1.0)

    assert "Sailing every voyage" in screen.getvalue()
    assert "100%" in screen.getvalue()


def test_a_census_that_takes_too_long_samples(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the clock of the command line."""
    hours = iter(range(0, 10**9, 3600))
    monkeypatch.setattr("game.cli.support.timed_census.seconds_passed", lambda: float(next(hours)))
    census("maiden-passage", seed=1)

    assert "the limit of seconds was met" in capsys.readouterr().out
