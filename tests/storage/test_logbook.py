"""The logbook keeps every order that was shown as taken, whatever happens to it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from game.findings import LogbookDamaged, VoyageInUse
from game.storage.logbook import read_log
from game.testing import NOON, ORDERS, a_document, a_helm, a_loaded_scenario, a_watch
from game.voyage.helm import (
    NothingToContinue,
    begin_voyage,
    begin_voyage_again,
    continue_newest,
    log_path,
    resume_voyage,
)
from game.voyage.replay import replay

MAIN = Path(__file__).parent.parent.parent / "main.py"


def a_sailed_log(folder: Path, orders: str = "CSC") -> Path:
    """A logbook with these orders in it."""
    helm = a_helm(folder, a_loaded_scenario(a_document(*(a_watch(),) * 4)))
    for letter in orders:
        helm.give(ORDERS[letter])
    return helm.path


def test_truncated_at_every_byte_it_goes_on_with_every_whole_order(tmp_path: Path) -> None:
    """A power cut may fall anywhere; what was whole on disk is sailed again."""
    data = a_sailed_log(tmp_path).read_bytes()
    ends = [i for i, byte in enumerate(data) if byte == ord("\n")]
    torn = tmp_path / "torn.jsonl"
    for length in range(ends[0], len(data) + 1):
        torn.write_bytes(data[:length])
        helm = resume_voyage(torn)

        whole = sum(length >= end for end in ends) - 1
        assert len(helm.voyage.gave) == whole
        assert bool(helm.word) == (length not in {*ends, *(end + 1 for end in ends)})

        helm.give("steer")
        assert resume_voyage(torn).voyage == helm.voyage


def test_reading_a_logbook_writes_nothing_in_it(tmp_path: Path) -> None:
    """Another game may be in the midst of a line: what is torn goes with the next order."""
    path = a_sailed_log(tmp_path)
    torn = path.read_bytes()[:-9]
    path.write_bytes(torn)
    helm = resume_voyage(path)
    assert path.read_bytes() == torn

    helm.give("steer")
    assert path.read_bytes().startswith(torn[: torn.rfind(b"\n") + 1])
    assert len(resume_voyage(path).voyage.gave) == 3


def test_no_order_goes_behind_one_that_another_game_has_given(tmp_path: Path) -> None:
    """Also where a file system knows no locks: the logbook can still be sailed on."""
    path = a_sailed_log(tmp_path, "C")
    ours, theirs = resume_voyage(path), resume_voyage(path)
    theirs.give("reef")
    with pytest.raises(VoyageInUse) as refused:
        ours.give("steer")

    assert refused.value.path == path
    assert resume_voyage(path).voyage == theirs.voyage
    assert ours.voyage.gave == ("steer",)


def test_the_newest_voyage_is_the_one_that_was_sailed_last(tmp_path: Path) -> None:
    """Whatever its name, and though the clock went a day ahead meanwhile and was set back."""
    for name in ("20260101", "20260202"):
        helm = a_helm(tmp_path)
        helm.path.rename(tmp_path / f"{name}.jsonl")
    newer, older = tmp_path / "20260202.jsonl", tmp_path / "20260101.jsonl"
    ahead = newer.stat().st_mtime + 86_400
    os.utime(newer, (ahead, ahead))
    assert continue_newest(tmp_path).path == newer

    resume_voyage(older).give("steer")
    assert continue_newest(tmp_path).path == older
    assert a_helm(tmp_path).path == continue_newest(tmp_path).path


def test_a_log_cut_inside_its_first_line_held_no_order(tmp_path: Path) -> None:
    """It is named, and passed over when continuing."""
    path = a_sailed_log(tmp_path)
    older = path.rename(tmp_path / "20260101-older.jsonl")
    header = older.read_bytes().split(b"\n")[0]
    (tmp_path / "20260202-newer.jsonl").write_bytes(header[:-1])

    helm = continue_newest(tmp_path)

    assert helm.path == older
    assert "Passed over" in helm.word
    with pytest.raises(LogbookDamaged) as damaged:
        read_log(tmp_path / "20260202-newer.jsonl")
    assert damaged.value.line == 1
    assert "lines before it" not in damaged.value.message()


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        pytest.param(lambda lines: ["nonsense", *lines[1:]], 1, id="header"),
        pytest.param(lambda lines: [lines[0].replace("Built", "Burnt"), *lines[1:]], 1, id="text"),
        pytest.param(lambda lines: [lines[0].replace('"model":2', '"model":9')], 1, id="model"),
        pytest.param(lambda lines: [lines[0].replace("[]", "[7]")], 1, id="earlier orders"),
        pytest.param(lambda lines: [lines[0].replace("[]", '["fly"]')], 1, id="an earlier order"),
        pytest.param(lambda lines: [lines[0], lines[1][:-9], *lines[2:]], 2, id="middle line"),
        pytest.param(lambda lines: [lines[0], *lines[2:]], 2, id="a line is missing"),
        pytest.param(lambda lines: [*lines, lines[-1]], 5, id="a line too many"),
        pytest.param(
            lambda lines: [lines[0], lines[1].replace("steer", "stear"), *lines[2:]], 2, id="order"
        ),
        pytest.param(
            lambda lines: [lines[0], lines[1].replace('"crew":', '"crow":'), *lines[2:]],
            2,
            id="gauge",
        ),
    ],
)
def test_any_other_damage_is_named_with_its_line(tmp_path: Path, spoil: object, line: int) -> None:
    """And never silently mended."""
    path = a_sailed_log(tmp_path)
    assert callable(spoil)
    path.write_text("\n".join(spoil(path.read_text().splitlines())) + "\n")

    with pytest.raises(LogbookDamaged) as damaged:
        replay(read_log(path))
    assert damaged.value.line == line


def test_a_voyage_of_the_first_sailing_model_is_refused_with_a_reason(tmp_path: Path) -> None:
    """It was never released, and what to do is to sail anew."""
    path = a_sailed_log(tmp_path)
    path.write_text(path.read_text().replace('"model":2', '"model":1'))

    with pytest.raises(LogbookDamaged) as damaged:
        read_log(path)
    assert "version 1" in damaged.value.reason
    assert "never released" in damaged.value.reason
    assert "sail this voyage anew" in damaged.value.message()


def test_a_changed_figure_is_a_different_voyage(tmp_path: Path) -> None:
    """The replay says which figure, and where."""
    path = a_sailed_log(tmp_path)
    lines = path.read_text().splitlines()
    entry = json.loads(lines[2])
    entry["gauges"]["crew"] += 1
    path.write_text("\n".join([*lines[:2], json.dumps(entry), lines[3]]) + "\n")

    assert replay(read_log(path)).differs.startswith("line 3: the log says crew")


def test_it_replays_after_its_scenario_file_has_changed(tmp_path: Path) -> None:
    """The text is in the log."""
    file = tmp_path / "mine.yaml"
    loaded = a_loaded_scenario()
    file.write_text(loaded.text)
    path = a_sailed_log(tmp_path)
    file.write_text("gone")

    assert not replay(read_log(path)).differs


def test_finished_voyages_are_not_continued(tmp_path: Path) -> None:
    """And an empty folder has nothing either."""
    with pytest.raises(NothingToContinue):
        continue_newest(tmp_path)
    a_sailed_log(tmp_path, "CSCS")
    with pytest.raises(NothingToContinue):
        continue_newest(tmp_path)


def test_a_voyage_goes_on_again_from_one_of_its_watches(tmp_path: Path) -> None:
    """In the same weather and a logbook of its own, which remembers the first one."""
    first = a_helm(tmp_path, a_loaded_scenario(a_document(*(a_watch(),) * 4)))
    for letter in "CSCS":
        first.give(ORDERS[letter])
    before = first.path.read_bytes()

    again = begin_voyage_again(first, 3, tmp_path / "again.jsonl", NOON)
    assert again.voyage.gave == first.voyage.gave[:2]
    assert again.past == first.past[:2]
    assert again.watch == first.past[2][0]

    again.give("drill")
    assert first.path.read_bytes() == before
    assert resume_voyage(again.path).voyage == again.voyage
    assert resume_voyage(again.path).earlier == again.earlier == first.voyage


def test_a_log_that_knows_of_no_earlier_voyage_is_read(tmp_path: Path) -> None:
    """As they were before one could go back."""
    path = a_sailed_log(tmp_path)
    path.write_text(path.read_text().replace(',"earlier":[]', ""))

    assert resume_voyage(path).earlier is None


def test_two_voyages_begun_in_one_second_have_two_logs(tmp_path: Path) -> None:
    """No voyage overwrites another."""
    one = log_path(tmp_path, "fog", 1, NOON)
    begin_voyage(a_loaded_scenario(), 1, one, NOON)

    assert log_path(tmp_path, "fog", 1, NOON) != one


@pytest.mark.skipif(os.name != "posix", reason="file size limits")
def test_an_order_cut_short_by_a_full_disk_can_be_given_again(tmp_path: Path) -> None:
    """No torn line stays between the orders."""
    import resource

    helm = a_helm(tmp_path)
    helm.give("steer")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (helm.path.stat().st_size + 10, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            helm.give("reef")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    helm.give("reef")

    assert resume_voyage(helm.path).voyage == helm.voyage


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_process_loses_no_order(tmp_path: Path) -> None:
    """Killed as soon as an order is shown as taken, at each order in turn."""
    file = tmp_path / "mine.yaml"
    file.write_text(a_loaded_scenario(a_document(*(a_watch(),) * 4)).text)
    play = [sys.executable, str(MAIN), "play", "--plain"]
    environment = {**os.environ, "EVEN_KEEL_HOME": str(tmp_path)}
    for taken in range(1, 4):
        more = [str(file)] if taken == 1 else ["--continue"]
        process = subprocess.Popen(
            [*play, *more],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            text=True,
        )
        assert process.stdin
        assert process.stdout
        process.stdin.write("1\n")
        process.stdin.flush()
        while not process.stdout.readline().startswith("You order"):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdin.close()
        process.stdout.close()

        assert len(continue_newest(tmp_path / "voyages").voyage.gave) == taken


def test_ctrl_c_ends_with_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    """Interrupted at the question."""
    process = subprocess.Popen(
        [sys.executable, str(MAIN), "play", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "EVEN_KEEL_HOME": str(tmp_path)},
    )
    assert process.stdout
    seen = b""
    while b"Which voyage?" not in seen:
        seen += os.read(process.stdout.fileno(), 4096)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate()

    assert process.returncode == 130
    assert b"play --continue" in complaint
    assert b"Traceback" not in complaint
