"""The gate: a file is written whole or not at all, and over nothing of another kind."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from game.files import undo
from game.files.kinds import Kind
from game.files.locking import lock
from game.files.undo import RECORD, undo_unfinished
from game.files.writing import Writing, write, write_all
from game.scenario.loading.files import read_bytes

OLD = {"storm.yaml": b"watches: old\n", "storm.de.yaml": b"texts: old\n", "new.yaml": None}
NEW = {name: f"watches: new {name}\n".encode() for name in OLD}


def listed(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, with what it holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def three(folder: Path) -> list[Writing]:
    """Two files that are there, and one that is not, all to be written anew."""
    for name, data in OLD.items():
        if data:
            (folder / name).write_bytes(data)
    return [
        Writing(folder / name, data, Kind.SCENARIO, over=OLD[name]) for name, data in NEW.items()
    ]


def before() -> dict[str, bytes]:
    """What the folder of `three` holds before."""
    return {name: data for name, data in OLD.items() if data}


def test_a_file_keeps_its_link_and_its_mode(tmp_path: Path) -> None:
    """And leaves nothing else in the folder; a new one is as the system wishes, or private."""
    file, link, own = tmp_path / "a.csv", tmp_path / "link.csv", tmp_path / "door.json"
    file.write_bytes(b"")
    file.chmod(0o640)
    link.symlink_to(file)
    write(link, b"crew,name,line\r\n", Kind.MONDAY)
    write_all([Writing(own, b"{}", Kind.DOOR, private=True)])

    assert file.read_bytes() == b"crew,name,line\r\n"
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert own.stat().st_mode & 0o777 == 0o600
    assert set(listed(tmp_path)) == {"a.csv", "link.csv", "door.json"}


WRONG: dict[str, tuple[Callable[[Path], object], str]] = {
    "of another kind": (lambda at: at.write_bytes(OLD["storm.yaml"] or b""), "this is a scenario"),
    "of somebody else": (lambda at: at.write_bytes(b"a;b\n"), "something else than a session"),
    "a folder": (Path.mkdir, "Is a directory"),
    "in no folder": (lambda at: at.parent.rmdir(), "No such file"),
}


@pytest.mark.parametrize("there", WRONG)
def test_what_is_there_and_not_of_the_kind_stays(tmp_path: Path, there: str) -> None:
    """The message names it as it was written, and says what it is."""
    file = tmp_path / "folder" / "monday.csv"
    file.parent.mkdir()
    make, why = WRONG[there]
    make(file)
    at = file.read_bytes() if file.is_file() else None
    with pytest.raises(OSError, match=why) as refused:
        write(file, b"crew,name,line\r\n", Kind.MONDAY)

    assert refused.value.filename == str(file)
    assert (file.read_bytes() if file.is_file() else None) == at


def test_what_was_changed_after_it_was_read_stays(tmp_path: Path) -> None:
    """An editor has saved it meanwhile."""
    files = three(tmp_path)
    (tmp_path / "storm.de.yaml").write_bytes(b"texts: better\n")
    with pytest.raises(FileExistsError, match="changed meanwhile"):
        write_all(files)

    assert listed(tmp_path) == {**before(), "storm.de.yaml": b"texts: better\n"}


def test_two_files_are_not_written_to_one_place(tmp_path: Path) -> None:
    """`debrief --out a --csv ./a`."""
    both = [Writing(tmp_path / "a", b"", kind) for kind in (Kind.DEBRIEF, Kind.MONDAY)]
    with pytest.raises(FileExistsError, match="to one place"):
        write_all(both)

    assert listed(tmp_path) == {}


def test_what_is_written_into_a_pipe_goes_through(tmp_path: Path) -> None:
    """It is no file that could be replaced."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, b"flowchart TD", Kind.MERMAID)

    assert os.read(reader, 99) == b"flowchart TD"
    os.close(reader)


class Failing:
    """Calls of the disk, one of which fails, counted from 1."""

    def __init__(self, fails: int) -> None:
        self.fails, self.asked = fails, 0

    def calling(self, real: Callable[..., object]) -> Callable[..., object]:
        """The same call, if it is not the one that fails."""

        def call(*given: object, **named: object) -> object:
            self.asked += 1
            if self.asked == self.fails:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given, **named)

        return call


def test_wherever_the_disk_fails_all_files_are_as_they_were(tmp_path: Path) -> None:
    """At each of its calls in turn: of three files none is new, and nothing else is left."""
    folder, fails = tmp_path, 0
    for fails in count(1):
        (folder := tmp_path / f"{fails}").mkdir()
        files, disk = three(folder), Failing(fails)
        with pytest.MonkeyPatch.context() as broken:
            for room, name in ((os, "fsync"), (undo, "move"), (Path, "touch")):
                broken.setattr(room, name, disk.calling(getattr(room, name)))
            try:
                write_all(files)
            except OSError:
                assert listed(folder) == before()
            else:
                break

    assert listed(folder) == NEW
    assert fails > 12


KILLED = """
import os, sys
from pathlib import Path
from game.files import undo
from tests.files.test_writing import three
real, left = undo.move, int(sys.argv[2])
def move(*given):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    real(*given)
undo.move = move
from game.files.writing import write_all
write_all(three(Path(sys.argv[1])))
"""


@pytest.mark.parametrize("moved", [0, 1, 2])
@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_killed_between_two_files_all_are_found_as_they_were(tmp_path: Path, moved: int) -> None:
    """By whoever reads one of them next."""
    child = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), str(moved)], check=False)
    assert child.returncode == -9
    assert listed(tmp_path)["storm.yaml"] == (NEW if moved else OLD)["storm.yaml"]

    assert read_bytes(tmp_path / "storm.yaml") == OLD["storm.yaml"]
    assert {name: data for name, data in listed(tmp_path).items() if name in OLD} == before()
    write_all(three(tmp_path))
    assert read_bytes(tmp_path / "storm.yaml") == NEW["storm.yaml"]


def a_record(folder: Path, *rows: object) -> Path:
    """What a killed process has left, or somebody says that it has."""
    record = folder / RECORD
    record.write_text(json.dumps(rows))
    return record


def test_what_somebody_has_written_since_is_not_taken_back(tmp_path: Path) -> None:
    """Nor files that are not in the record's folder; nor while its writer lives."""
    (tmp_path / "in").mkdir()
    mine, kept, own = tmp_path / "in/a.yaml", tmp_path / "in/a.old", tmp_path / "own"
    for path in (mine, kept, own):
        path.write_bytes(b"mine" if path == mine else b"old")
    record = a_record(mine.parent, ["a.yaml", "a.old", "digest of what was written"])
    held = lock(record)
    assert held
    undo_unfinished(mine)
    assert kept.exists()
    held.release()
    undo_unfinished(mine)
    assert (mine.read_bytes(), kept.exists(), record.exists()) == (b"mine", False, False)

    digest = undo._digest(own)  # noqa: SLF001
    a_record(mine.parent, ["../own", None, digest])
    undo_unfinished(mine)
    assert own.read_bytes() == b"old"
