"""Kills and rivals: processes that are killed while they write, and that want the same file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from game.cli.support.rehearsal_host import HostProcess
from game.scenario.loading.files import read_bytes
from game.storage.logbook import LOGBOOKS
from game.voyage.helm import resume_voyage
from tests.cli.test_cli import ROOT, run
from tests.faults.full import Counts

OWN = "drift\n1\n2\n"
"""What is typed by whoever is offered a voyage of their own; else it is two orders."""
FILES = 5
GENERATIONS = """
import sys
from itertools import count
from pathlib import Path
from game.files.kinds import Kind
from game.files.writing import Writing, write_all
folder = Path(sys.argv[1])
for number in count():
    data = b"watches: %d\\n" % number * 900
    names = (folder / f"{name}.yaml" for name in range(5))
    write_all([Writing(path, data, Kind.SCENARIO) for path in names])
    print(number, flush=True)
"""


def several_files(kills: int = 150) -> Counts:
    """Killed ever later: all files are of one generation, and of none before what was told."""
    lost = midway = 0
    with TemporaryDirectory() as folder:
        for number in range(kills):
            child = subprocess.Popen(
                [sys.executable, "-c", GENERATIONS, folder], stdout=subprocess.PIPE, text=True
            )
            assert child.stdout
            child.stdout.readline()
            sleep(0.0007 * number)
            child.kill()
            told = child.stdout.read().split()
            child.wait()
            child.stdout.close()
            midway += (Path(folder) / ".even-keel-unfinished").exists()
            found = {read_bytes(Path(folder) / f"{name}.yaml") for name in range(FILES)}
            at = int(next(iter(found)).split()[1])
            lost += len(found) != 1 or at < int((told or ["0"])[-1])
    return kills, midway, lost


def games(times: int = 4) -> Counts:
    """Two go on with one voyage at once; every order that was taken is in a logbook."""
    refused = lost = 0
    for _ in range(times):
        with TemporaryDirectory() as folder:
            home = Path(folder)
            run("play", "maiden-passage", "--plain", "--seed", "1", home=home, typed="q\n")
            words = [sys.executable, str(ROOT / "main.py"), "play", "--plain", "--continue"]
            with _at(home, words) as first, _at(home, words) as second:
                said = [
                    child.communicate(typed)[0]
                    for child, typed in ((second, "drift\n1\n2\n"), (first, "1\n1\n"))
                ]
            refused += sum("being sailed in another" in told for told in said)
            taken = sum(told.count("You order: ") for told in said)
            kept = sum(
                len(resume_voyage(path).voyage.gave) for path in home.glob(f"voyages/{LOGBOOKS}")
            )
            lost += taken - kept
    return 2 * times, refused, lost


@contextmanager
def _at(home: Path, words: list[str]) -> Iterator[subprocess.Popen[str]]:
    child = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "EVEN_KEEL_HOME": str(home)},
    )
    assert child.stdout
    with child:
        yield child


def hosts(times: int = 3) -> Counts:
    """A second one on a session that is held; after a kill it is had again."""
    refused = lost = 0
    for _ in range(times):
        with TemporaryDirectory() as folder:
            host = HostProcess(Path(folder), ["maiden-passage", "--port", "0"])
            host.start()
            try:
                again = run("host", "--resume", "--no-window", home=Path(folder))
                refused += "being held in another window" in again.stderr
            finally:
                host.stop()
            lost += run("session", home=Path(folder)).returncode
    return times, refused, lost
