"""The verbs for group sessions, as a facilitator runs them on an evening."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from game.cli import main
from game.cli.support.rehearsal_host import HostDidNotOpen, HostProcess
from game.cli.support.session_folder import DOOR, JOURNAL
from game.rehearsal.measurements import VoteMeasurements, vote_measurements
from game.rehearsal.rehearsal import Rehearsal
from game.storage.logbook import read_log
from game.ui.web.address import EVERYWHERE
from tests.cli.test_cli import ROOT, a_file, run

DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
HOST = ("--no-window", "--port", "0", "--seed", "7")


def ended(monkeypatch: pytest.MonkeyPatch, home: Path, *words: str) -> int:
    """Even Keel with these words in this process, and the code that it ends with."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(home))
    monkeypatch.chdir(home)
    monkeypatch.setattr("sys.argv", ["even-keel", *words])
    with pytest.raises(SystemExit) as end:
        main()
    assert isinstance(end.value.code, int)
    return end.value.code


def hosted(home: Path, *words: str, until: str = "Ctrl-C") -> tuple[str, Path]:
    """Host a session until it has said this, end it by Ctrl-C; what it said, and its folder."""
    child = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "host", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={
            **{name: value for name, value in os.environ.items() if name not in DISPLAYS},
            "EVEN_KEEL_HOME": str(home),
        },
    )
    assert child.stdout
    said = ""
    for line in child.stdout:
        said += line
        if line.startswith(until):
            break
    child.send_signal(signal.SIGINT)
    said += child.communicate(timeout=60)[0]
    assert child.returncode == 0, said
    return said, max((home / "sessions").iterdir())


def test_a_session_is_hosted_ended_and_gone_on_with(tmp_path: Path) -> None:
    """By hands: nobody but this machine can call; the papers lie in its folder."""
    said, folder = hosted(tmp_path, "maiden-passage", "--crews", "2", *HOST)
    door = json.loads((folder / DOOR).read_text())

    assert "Maiden Passage, 2 ships, seed 7" in said
    assert f"http://127.0.0.1:{door['port']}/host#{door['key']}" in said
    assert "Phones:" not in said
    assert {path.name for path in folder.iterdir()} == {
        *(DOOR, JOURNAL, "report.html", "report.json", "report.csv", "monday.csv"),
        *("albatross.jsonl", "bittern.jsonl"),
    }
    assert (folder / DOOR).stat().st_mode & 0o077 == 0
    assert read_log(folder / "bittern.jsonl").header.seed == 7

    again, same = hosted(tmp_path, "--resume", "--no-window")
    assert same == folder
    assert f":{door['port']}/host#{door['key']}" in again


def test_phones_on_this_machine_alone_are_still_phones_when_it_goes_on(tmp_path: Path) -> None:
    """Behind a tunnel, or for a trial: it is not taken for a session by hands."""
    words = ("maiden-passage", "--phones", "--bind", "127.0.0.1")
    said, folder = hosted(tmp_path, *words, *HOST)
    again, _ = hosted(tmp_path, "--resume", "--no-window")
    door = json.loads((folder / DOOR).read_text())
    phones = f"Phones:  http://127.0.0.1:{door['port']}/   code {door['code']}"

    assert phones in said
    assert phones in again


def test_an_earlier_session_is_gone_on_with_by_its_folder(tmp_path: Path) -> None:
    """Its scenario's name is none, and leads to the newest."""
    _, first = hosted(tmp_path, "maiden-passage", *HOST)
    _, second = hosted(tmp_path, "maiden-passage", *HOST)
    said, _ = hosted(tmp_path, str(first), "--resume", "--no-window")
    same, _ = hosted(tmp_path, "maiden-passage", "--resume", "--no-window")
    lost = run("host", str(tmp_path), "--resume", "--no-window", home=tmp_path)

    assert f"Kept in: {first}\n" in said
    assert f'host --resume "{first}" --no-window goes on' in said
    assert f"Kept in: {second}\n" in same
    assert lost.returncode == 2
    assert "no session is kept in" in lost.stderr


def test_phones_are_served_where_the_facilitator_says(tmp_path: Path) -> None:
    """With the code to type; the key is not part of what phones are told."""
    said, folder = hosted(
        tmp_path,
        "maiden-passage",
        "--phones",
        "--bind",
        EVERYWHERE,
        *HOST,
    )
    door = json.loads((folder / DOOR).read_text())
    (phones,) = (line for line in said.splitlines() if line.startswith("Phones:"))

    assert phones.endswith(f":{door['port']}/   code {door['code']}")
    assert EVERYWHERE not in phones
    assert door["key"] not in phones


def test_without_a_display_the_room_goes_on_without_a_window(tmp_path: Path) -> None:
    """The pages are there; why the window is not is said, and that is all."""
    words = ("maiden-passage", "--port", "0", "--seed", "7")
    said, folder = hosted(tmp_path, *words, until="No window")

    assert "No window here: no display server is running." in said
    assert "even-keel host --resume goes on" in said
    assert (folder / "report.html").exists()


def test_the_papers_are_written_again_from_the_journal(tmp_path: Path) -> None:
    """After a crash, or for another copy with names."""
    _, folder = hosted(tmp_path, "maiden-passage", *HOST)
    (folder / "report.html").unlink()
    done = run("session", home=tmp_path)

    assert done.returncode == 0
    assert str(folder / "report.html") in done.stdout.splitlines()
    assert (folder / "report.html").exists()
    assert run("session", str(tmp_path), home=tmp_path).returncode == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--no-window"], "name a scenario"),
        (["--resume", "--no-window"], "no session is kept in"),
        (["maiden-passage", "--bind", "127.0.0.1", "--no-window"], "--bind is for --phones"),
        (["nowhere", "--no-window"], "no scenario is called 'nowhere'"),
        (["maiden-passage", "--crews", "7", "--no-window"], "--crews is at most 6, not 7"),
        (
            ["maiden-passage", "--phones", "--bind", "192.0.2.77", "--no-window"],
            "192.0.2.77:8470 cannot be used",
        ),
        (["maiden-passage", "--phones", "--bind", "é" * 99, "--no-window"], "that is no address"),
    ],
    ids=[
        *("nothing", "no session", "hands", "unknown", "seven crews"),
        *("another's address", "no address"),
    ],
)
def test_a_mistake_is_a_sentence_and_leaves_nothing_behind(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    """Exit code 2, no traceback, no folder."""
    assert ended(monkeypatch, tmp_path, "host", *words) == 2

    told = capsys.readouterr().err
    assert said in told
    assert "Traceback" not in told
    assert not (tmp_path / "sessions").exists()


def test_a_session_that_is_open_cannot_be_opened_twice(tmp_path: Path) -> None:
    """Neither on the same port nor with the same journal."""
    host = HostProcess(tmp_path, ["maiden-passage", "--port", "0"])
    host.start()
    try:
        again = run("host", "--resume", "--no-window", home=tmp_path)
        papers = run("session", home=tmp_path)
    finally:
        host.stop()

    assert again.returncode == papers.returncode == 2
    assert "this session is being held in another window" in again.stderr
    assert "this session is being held in another window" in papers.stderr


def test_a_host_that_cannot_open_says_why(tmp_path: Path) -> None:
    """A rehearsal does not wait for it."""
    host = HostProcess(tmp_path, ["nowhere"])
    with pytest.raises(HostDidNotOpen) as closed:
        host.start()

    assert "no scenario is called 'nowhere'" in closed.value.said


def rehearsed(monkeypatch: pytest.MonkeyPatch, folder: Path, *words: str) -> int:
    """A rehearsal by six bots in this process, and the code that it ends with."""
    file = a_file(folder, watches=2)
    return ended(monkeypatch, folder, "rehearse", file, "--bots", "6", *words)


def test_a_small_rehearsal_ends_with_a_table_and_a_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an author's own file; nothing of it stays in the player's folder.

    Without a bad network, which bots wait for: `tests/ui/web/test_load.py` has that.
    """
    monkeypatch.setattr("game.rehearsal.rehearsal.FAULT_KINDS", ())
    monkeypatch.setattr("game.rehearsal.measurements.Row.misses", [])  # how busy others are
    assert rehearsed(monkeypatch, tmp_path, "--crews", "2", "--waves", "2") == 0
    said = capsys.readouterr().out

    assert "6 bots, 2 ships" in said
    assert "     0 lost" in said
    assert said.rstrip().endswith("ready for people")
    assert not (tmp_path / "sessions").exists()


def test_a_small_regatta_is_rehearsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A voyage with fewer watches than there are faults: what is left out has no figures."""
    monkeypatch.setattr("game.rehearsal.regatta_rehearsal.FAULT_KINDS", ())
    monkeypatch.setattr("game.rehearsal.regatta_rehearsal.LATEST", 2.1)
    monkeypatch.setattr("game.rehearsal.measurements.Row.misses", [])
    assert rehearsed(monkeypatch, tmp_path, "--regatta", "--pace", "own", "--waves", "2") == 0
    said = capsys.readouterr().out

    assert "6 bots, a ship each" in said
    assert "     0 lost" in said


def test_a_rehearsal_that_was_not_good_enough_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And ends with a code that a script can see."""

    async def play(_: Rehearsal) -> VoteMeasurements:
        return replace(vote_measurements(6), memory=[0], lost=1)

    monkeypatch.setattr(Rehearsal, "play", play)
    monkeypatch.setattr(
        "game.cli.support.rehearsal_host.running_host", lambda *_: nullcontext(Mock())
    )

    assert rehearsed(monkeypatch, tmp_path) == 1
    assert "not good enough: 1 votes lost, 0 counted twice" in capsys.readouterr().out
