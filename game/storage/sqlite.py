"""The journal of one laptop: a file of SQLite, held by one process alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from game.i18n import _
from game.storage.journal import Charter, JournalBroken, Record, charter_of, charter_text

_TABLES = (
    "CREATE TABLE charter (data TEXT NOT NULL) STRICT",
    "CREATE TABLE event (number INTEGER PRIMARY KEY, at REAL NOT NULL, command TEXT NOT NULL)"
    " STRICT",
)


class SqliteJournal:
    """An open journal; only one session at a time can have it open."""

    is_shared = False

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._guarded():
            self._connection = _connect(path)

    @property
    def name(self) -> str:
        return str(self.path)

    def begin(self, charter: Charter) -> None:
        """Write the first page; the journal must be new."""
        with self._guarded():
            self._connection.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                self._connection.execute(table)
            self._connection.execute("INSERT INTO charter VALUES (?)", (charter_text(charter),))
            self._connection.execute("COMMIT")

    @property
    def charter(self) -> Charter:
        with self._guarded():
            row = self._connection.execute("SELECT data FROM charter").fetchone()
        return charter_of(self.name, row[0] if row else "{}")

    def append(self, records: Sequence[Record], after: int) -> bool:
        if not records:
            return True
        rows = [
            (number, record.at, record.command) for number, record in enumerate(records, after + 1)
        ]
        with self._guarded():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                self._connection.executemany("INSERT INTO event VALUES (?, ?, ?)", rows)
                self._connection.execute("COMMIT")
            except sqlite3.Error as wrong:
                if self._connection.in_transaction:  # a full disk has rolled it back already
                    self._connection.execute("ROLLBACK")
                if isinstance(wrong, sqlite3.IntegrityError):
                    return False
                raise
        return True

    def records(self, after: int = 0) -> Iterator[Record]:
        select = "SELECT at, command FROM event WHERE number > ? ORDER BY number"
        with self._guarded():
            for row in self._connection.execute(select, (after,)):
                yield Record(*row)

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        """What goes wrong here is this journal's."""
        try:
            yield
        except sqlite3.Error as wrong:
            raise JournalBroken(self.name, _reason(wrong)) from wrong


def _connect(path: Path) -> sqlite3.Connection:
    """A file for this process alone; one that cannot be held is let go of at once."""
    if not path.exists():
        path.touch(0o600)  # its companions get the same rights
    connection = sqlite3.connect(path, timeout=0.5, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE").execute("COMMIT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _reason(wrong: Exception) -> str:
    if "locked" in str(wrong):
        return _(
            "this session is being held in another window or terminal\n"
            "go back to it, or hold one of your own with: even-keel host SCENARIO"
        )
    return str(wrong)
