"""The journal keeps every event that was acknowledged, and says so if it cannot."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from game.session.commands import Button, Join, Vote
from game.session.live_session import resume_live_session
from game.session.session import Phase
from game.storage.journal import JournalBroken
from game.storage.sqlite import SqliteJournal
from game.testing import Clock, a_live_session
from game.voyage.voyage import Refused
from tests.session.drill import Drill

VOTES_UNTIL_KILLED = """
import sys
from pathlib import Path
from game.session.commands import Button, Join, Vote
from game.testing import a_live_session

room = a_live_session(Path(sys.argv[1]))
room.do(*(Join(f"s{n}", "", 0) for n in range(200)))
room.press(Button.NEXT)
room.press(Button.NEXT)
for n in range(200):
    if room.do(Vote(f"s{n}", 1, "steer", 1)) == [None]:
        print(n, flush=True)
"""


def opened_from_now_on(monkeypatch: pytest.MonkeyPatch) -> list[sqlite3.Connection]:
    """Every connection to a file that is opened from now on."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*words: Any, **options: Any) -> sqlite3.Connection:
        opened.append(connect(*words, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    return opened


def is_open(sea: sqlite3.Connection) -> bool:
    """Whether something could be asked for."""
    try:
        sea.execute("SELECT 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def test_killed_in_the_middle_of_a_vote_every_acknowledged_ballot_is_kept(tmp_path: Path) -> None:
    """A kill leaves no time for anything."""
    child = subprocess.Popen(
        [sys.executable, "-c", VOTES_UNTIL_KILLED, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout
    acknowledged = [child.stdout.readline() for _ in range(40)]
    os.kill(child.pid, signal.SIGKILL)
    acknowledged += child.stdout.readlines()
    child.wait()
    child.stdout.close()
    room = resume_live_session(tmp_path / "journal.sqlite", Clock())

    assert room.session.phase is Phase.VOTING
    assert room.session.open
    assert {f"s{line.strip()}" for line in acknowledged} <= set(room.session.open.ballots)


def test_what_cannot_be_written_has_not_happened(tmp_path: Path) -> None:
    """A full disk: the room stands where it stood, and goes on once there is room."""
    room = a_live_session(tmp_path)
    room.journal.close()
    with pytest.raises(JournalBroken) as broken:
        room.do(Join("ann", "", 0))

    assert broken.value.name == str(tmp_path / "journal.sqlite")
    assert not room.session.seats
    assert room.revision == 0
    room.journal = SqliteJournal(tmp_path / "journal.sqlite")
    assert room.do(Join("ann", "", 0)) == [None]
    assert len(list(room.journal.records())) == 1


def test_a_full_disk_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing of what was asked for together has happened."""
    connect = sqlite3.connect

    def small(*words: Any, **options: Any) -> sqlite3.Connection:
        sea: sqlite3.Connection = connect(*words, **options)
        sea.execute("PRAGMA max_page_count = 16")
        return sea

    monkeypatch.setattr(sqlite3, "connect", small)
    room = a_live_session(tmp_path, most=2000)
    with pytest.raises(JournalBroken, match="disk is full"):
        room.do(*(Join(f"seat {number}", "Ann", 0) for number in range(2000)))

    assert not room.session.seats
    assert room.do(Join("ann", "", 0)) == [None]


def test_two_sessions_cannot_hold_one_journal(tmp_path: Path) -> None:
    """A second laptop, or a second click on the icon."""
    room = a_live_session(tmp_path)
    with pytest.raises(JournalBroken) as broken:
        resume_live_session(Path(room.journal.name), Clock())

    assert "another window or terminal" in broken.value.reason


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM charter",
        "DROP TABLE event",
        "UPDATE charter SET data = '{}'",
        "UPDATE charter SET data = json_set(data, '$.journal', 9)",
        "UPDATE charter SET data = json_set(data, '$.text', 'title: 1')",
        "UPDATE event SET command = 'no json'",
        """UPDATE event SET command = '{"vote": 1}'""",
        "UPDATE event SET command = json_set(command, '$.join.crew', 9)",
    ],
    ids=[
        *("no charter", "no events", "empty charter", "newer", "another scenario", "no json"),
        *("no command", "no fit"),
    ],
)
def test_a_damaged_journal_is_told_and_never_guessed(tmp_path: Path, damage: str) -> None:
    """With the place, so that a person can decide what to do."""
    room = a_live_session(tmp_path)
    room.do(Join("ann", "", 1))
    room.journal.close()
    sea = sqlite3.connect(tmp_path / "journal.sqlite")
    with sea:
        sea.execute(damage)
    sea.close()

    with pytest.raises(Exception, match=r"journal\.sqlite|built\.yaml") as told:
        resume_live_session(tmp_path / "journal.sqlite", Clock())
    assert type(told.value).__name__ in {"JournalBroken", "ScenarioBroken"}
    with closing(sqlite3.connect(tmp_path / "journal.sqlite", timeout=0)) as free:
        free.execute("BEGIN EXCLUSIVE")  # the error is still held, the journal no longer


def test_a_file_that_is_no_journal_is_told_and_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its name, too."""
    nothing = tmp_path / "nothing.sqlite"
    with pytest.raises(JournalBroken, match="there is no such journal"):
        resume_live_session(nothing, Clock())
    nothing.write_bytes(b"This is a letter to my aunt." * 99)
    opened = opened_from_now_on(monkeypatch)
    with pytest.raises(JournalBroken):
        resume_live_session(nothing, Clock())

    assert not [sea for sea in opened if is_open(sea)]


def test_a_journal_that_cannot_be_begun_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is one already."""
    a_live_session(tmp_path).journal.close()
    opened = opened_from_now_on(monkeypatch)
    with pytest.raises(JournalBroken, match="already exists"):
        a_live_session(tmp_path)

    assert not [sea for sea in opened if is_open(sea)]


def test_events_of_many_threads_are_one_after_the_other(tmp_path: Path) -> None:
    """The projector's thread and the phones' write at once; both are heard of."""
    room = a_live_session(tmp_path)
    heard: list[int] = []
    room.listen(lambda: heard.append(room.revision))

    def sit(name: str) -> None:
        for number in range(20):
            assert room.do(Join(f"{name}{number}", "", 0)) == [None]

    threads = [Thread(target=sit, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(room.session.seats) == room.revision == 80
    assert len(heard) == 80
    room.journal.close()
    assert resume_live_session(tmp_path / "journal.sqlite", Clock()).session == room.session


def test_many_commands_at_once_are_one_write_and_answered_one_by_one(tmp_path: Path) -> None:
    """So that two hundred votes do not wait for two hundred turns of the disk."""
    drill = Drill(tmp_path)
    drill.join("ann", "bob")
    drill.open_vote()
    answers = drill.room.do(
        Vote("ann", 1, "steer", 1), Vote("eve", 1, "steer", 1), Vote("bob", 1, "reef", 1)
    )

    assert answers == [None, Refused("take a seat first"), None]
    drill.press(Button.REVEAL)
    assert drill.ship.voted == 2
