"""The verbs, as people run them: what they say, how they end, what they import."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import main
from game.scenario.loading.shelf import scenarios
from game.testing import a_document, a_loaded_scenario, a_watch, as_text
from tests.verbs import run_here

ROOT = Path(__file__).parents[2]


def run(*words: str, home: Path, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Even Keel with these words and this input, as a pipe runs it."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        env={**os.environ, "EVEN_KEEL_HOME": str(home), "TERM": "xterm"},
    )


def a_file(folder: Path, watches: int = 4) -> str:
    """A scenario file."""
    path = folder / "mine.yaml"
    path.write_text(as_text(a_document(*(a_watch(),) * watches)))
    return str(path)


def test_without_a_screen_it_shows_the_demo(tmp_path: Path) -> None:
    """Three captains, a chart, one closing sentence."""
    done = run(home=tmp_path)

    assert done.returncode == 0
    assert "Watch 1." in done.stdout
    assert "Progress" in done.stdout
    assert "Same ship, same sea" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_the_demo_in_json(tmp_path: Path) -> None:
    """For other programs, and the same each time."""
    done = run("demo", "--seed", "4", "--json", home=tmp_path)
    told = json.loads(done.stdout)

    assert [captain["captain"] for captain in told["captains"]] == [
        "all course",
        "all sails",
        "adaptive",
    ]
    for captain in told["captains"]:
        assert len(captain["log"]) == captain["watches"]
        assert captain["log"][-1]["progress"] == captain["progress"]
    assert run_here("demo", "--seed", "4", "--json", home=tmp_path).stdout == done.stdout


def test_a_plain_voyage_to_its_end_and_its_replay(tmp_path: Path) -> None:
    """Numbers and ids on standard input; the log replays to the same voyage."""
    log = tmp_path / "log.jsonl"
    done = run(
        "play",
        a_file(tmp_path),
        "--plain",
        "--seed",
        "3",
        "--log",
        str(log),
        home=tmp_path,
        typed="1\nreef\nwhy\n9\n1\n2\nq\n",
    )
    again = run("replay", str(log), home=tmp_path)
    told = json.loads(run_here("replay", str(log), "--json", home=tmp_path).stdout)

    assert done.returncode == 0
    assert "'9' is no order of this watch" in done.stdout
    assert "Outcome: adrift, after 4 watches. Seed 3." in done.stdout
    assert "Sails-only: adrift after 4 watches; progress 0, " in done.stdout
    assert again.returncode == 0
    assert "The replay is the same voyage" in again.stdout
    assert [leg["order"] for leg in told["log"]] == ["steer", "reef", "steer", "reef"]


def test_stopping_loses_nothing(tmp_path: Path) -> None:
    """When input ends, `--continue` goes on with the next watch."""
    first = run("play", a_file(tmp_path), "--plain", home=tmp_path, typed="1\n")
    second = run("play", "--plain", "--continue", home=tmp_path, typed="2\n")

    assert "play --continue" in first.stdout
    assert "Watch 2 of 4" in second.stdout.splitlines()[1]


def test_a_changed_log_fails_its_replay(tmp_path: Path) -> None:
    """Exit 1, and what differs."""
    log = tmp_path / "log.jsonl"
    run("play", a_file(tmp_path), "--plain", "--log", str(log), home=tmp_path, typed="1\n")
    lines = log.read_text().splitlines()
    entry = json.loads(lines[1])
    entry["gauges"]["crew"] += 1
    log.write_text(f"{lines[0]}\n{json.dumps(entry)}\n")
    done = run_here("replay", str(log), home=tmp_path)

    assert done.returncode == 1
    assert "not the same voyage: line 2: the log says crew" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["play", "maiden-pasage"], 2, "did you mean 'maiden-passage'?", id="scenario"),
        pytest.param(["check", "gone.yaml"], 2, "gone.yaml: no such file", id="check file"),
        pytest.param(["check", "."], 2, "is a directory", id="a folder"),
        pytest.param(["replay", "gone.jsonl"], 2, "gone.jsonl: no such file", id="log file"),
        pytest.param(["play", "--continue"], 2, "start one with: even-keel play", id="continue"),
        pytest.param(["play", "--plain", "--terminal"], 2, "choose one of", id="two faces"),
        pytest.param(["sail"], 2, "No such command", id="verb"),
        pytest.param(["replay", "mine.yaml"], 1, "not the first line of a logbook", id="no log"),
        pytest.param(["play", "bad.yaml"], 1, "bad.yaml cannot sail yet: 1 error", id="bad file"),
    ],
)
def test_what_cannot_be_done_is_told_with_an_exit_code(
    tmp_path: Path, words: list[str], code: int, says: str
) -> None:
    """Never a traceback."""
    a_file(tmp_path)
    (tmp_path / "bad.yaml").write_text("format: 1\nformat: 1\n")
    (tmp_path / "bad.yaml").write_text("")
    done = run_here(*words, home=tmp_path)

    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_scenarios_are_listed(tmp_path: Path) -> None:
    """With what each teaches; as JSON too."""
    told = json.loads(run_here("scenarios", "--json", home=tmp_path).stdout)
    listed = run("scenarios", home=tmp_path).stdout
    ids = [row["id"] for row in told]

    assert ids == [loaded.scenario.id for loaded in scenarios()]
    assert {"maiden-passage", "two-hands-on-the-wheel"} <= set(ids)
    assert [line for line in listed.splitlines() if line in ids] == ids


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "play --language xx",
            "nothing here is told in 'xx': choose one of en, de, fr\n"
            "or begin to translate a scenario: even-keel translate SCENARIO xx",
        ),
        ("graph drift --format x", "--format is one of mermaid, dot, svg, not 'x'"),
        ("host drift --crews 9", "--crews is at most 6, not 9"),
        ("serve --hours 0", "--hours is at least 1, not 0"),
        ("serve --hours long", "--hours is a number, not 'long'"),
        ("demo --seed x", "--seed is a whole number, not 'x'"),
        ("play --window --plain", "choose one of --window, --terminal and --plain"),
    ],
    ids=["language", "format", "most", "least", "number", "whole", "ours"],
)
def test_a_value_that_no_option_takes_is_one_sentence(
    words: str, said: str, tmp_path: Path
) -> None:
    """It says which value, and what would have been taken."""
    done = run_here(*words.split(), home=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")


@pytest.mark.parametrize(
    ("verb", "way"), [("host", "host --resume"), ("play", "play --continue")], ids=str
)
def test_when_the_fault_is_ours_the_way_on_is_that_of_the_verb(
    verb: str,
    way: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A facilitator before a full room is not sent to a voyage."""

    def breaks(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["even-keel", verb, "drift"])
    monkeypatch.setattr("game.scenario.loading.library.open_file", breaks)
    with pytest.raises(SystemExit):
        main()
    told = capsys.readouterr().err

    assert f"go on with: even-keel {way}, and please send us" in told
    assert "ZeroDivisionError" in (tmp_path / "even-keel-fault.txt").read_text()
    assert "Traceback" not in told


def test_a_full_disk_is_told_and_the_order_not_taken(tmp_path: Path) -> None:
    """The home is a file, so no logbook can be begun."""
    (tmp_path / "voyages").write_text("in the way")
    done = run("play", a_file(tmp_path), "--plain", home=tmp_path, typed="1\n")

    assert done.returncode == 2
    assert "voyages" in done.stderr
    assert "You order" not in done.stdout


def test_a_built_shelf_is_what_a_file_would_be() -> None:
    """The builders of game/testing.py go through the same loader."""
    assert a_loaded_scenario().scenario.id == "built-for-a-test"


def test_watch_tells_each_saving_of_a_file(tmp_path: Path) -> None:
    """As text: the findings, the watch, and what may become of it; until Ctrl-C."""
    file = tmp_path / "mine.yaml"
    shutil.copy(ROOT / "scenarios" / "maiden-passage.yaml", file)
    words = [sys.executable, "main.py", "watch", str(file), "--terminal", "--at", "wet_socks"]
    env = {**os.environ, "EVEN_KEEL_HOME": str(tmp_path)}
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=env) as watching:
        told = iter(watching.stdout or ())
        heard = list(up_to(told, "From here"))
        file.write_text(file.read_text("utf-8").replace("kind: course", "kynd: course", 1), "utf-8")
        wrong = list(up_to(told, "1 error"))
        watching.send_signal(signal.SIGINT)

    assert any("Blue sky, and wet socks" in line for line in heard)
    assert any("did you mean 'kind'?" in line for line in wrong)
    assert watching.returncode == 130


def up_to(lines: Iterator[str], last: str) -> Iterator[str]:
    """The lines up to one with these words, that one too."""
    for line in lines:
        yield line
        if last in line:
            return
