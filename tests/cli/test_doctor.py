"""The doctor: what it looks at on a machine, and the way out that it tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.cli.support.health_checks import CheckResult, Grade
from game.cli.support.machine_checks import (
    Folder,
    check_assets,
    check_folder,
    check_libraries,
    check_port,
    check_screen_reader,
    check_terminal,
    check_window,
)
from game.testing import a_helm
from tests.cli.test_cli import run

A_FOLDER = Folder("files", "here", "3 voyages", wrong="", free=2**30)


def test_the_doctor_tells_what_is_there_and_where_files_are(tmp_path: Path) -> None:
    a_helm(tmp_path / "voyages")
    done = run("doctor", "--json", home=tmp_path)
    told = {result["name"]: result for result in json.loads(done.stdout)}

    assert done.returncode == 0, done.stdout + done.stderr
    assert told["files"]["message"].startswith(f"{tmp_path}: 1 voyage,")
    assert told["libraries"]["grade"] == told["assets"]["grade"] == "fine"
    assert {"window", "sound", "terminal", "reading", "cache", "port", "phones"} <= told.keys()


def test_a_folder_that_cannot_be_used_is_bad_and_told(tmp_path: Path) -> None:
    """In German, too."""
    (tmp_path / "cache").write_text("no folder")
    done = run("doctor", "--language", "de", home=tmp_path)

    assert done.returncode == 1
    assert "bad   cache" in done.stdout
    assert "EVEN_KEEL_HOME" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("result", "grade"),
    [
        pytest.param(check_libraries([]), Grade.FINE, id="libraries"),
        pytest.param(check_libraries(["numpy"]), Grade.BAD, id="one missing"),
        pytest.param(check_window([(1920, 1080)]), Grade.FINE, id="window"),
        pytest.param(check_window([(800, 480)]), Grade.MIND, id="small window"),
        pytest.param(check_window([]), Grade.MIND, id="no display"),
        pytest.param(check_assets(["fonts"]), Grade.BAD, id="no fonts"),
        pytest.param(check_folder(A_FOLDER), Grade.FINE, id="folder"),
        pytest.param(check_folder(Folder("files", "x", "", "denied", 0)), Grade.BAD, id="denied"),
        pytest.param(check_folder(Folder("files", "x", "", "", 2**20)), Grade.BAD, id="full"),
        pytest.param(check_port(8470, ""), Grade.FINE, id="port"),
        pytest.param(check_port(8470, "in use"), Grade.MIND, id="port taken"),
        pytest.param(check_terminal("utf-8", 80, 24), Grade.FINE, id="terminal"),
        pytest.param(check_terminal("cp437", 80, 24), Grade.MIND, id="old encoding"),
        pytest.param(check_terminal("utf-8", 20, 24), Grade.MIND, id="narrow"),
        pytest.param(check_screen_reader(True, False), Grade.FINE, id="screen reader"),
        pytest.param(check_screen_reader(False, True), Grade.MIND, id="none"),
    ],
)
def test_what_is_wrong_is_graded_and_has_a_way_out(result: CheckResult, grade: Grade) -> None:
    assert result.grade is grade
    assert result.advice or grade is Grade.FINE
