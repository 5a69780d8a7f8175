"""The journal: a session on disk in SQLite, every event safe before anyone hears that it counts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, ClassVar

from game.findings import EvenKeelError
from game.session.commands import Event, as_data, from_data

JOURNAL_VERSION = 1
_TABLES = (
    "CREATE TABLE charter (data TEXT NOT NULL) STRICT",
    "CREATE TABLE event (number INTEGER PRIMARY KEY, at REAL NOT NULL, command TEXT NOT NULL)"
    " STRICT",
)


@dataclass(frozen=True, slots=True)
class Charter:
    """What a session is held in. started: seconds since 1970; text: the scenario's own."""

    journal: int
    seed: int
    crews: int
    most: int
    started: float
    file: str
    text: str


@dataclass
class JournalBroken(EvenKeelError):
    """A session's journal that cannot be opened, read or written."""

    path: Path
    reason: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return f"{self.path}: {self.reason}"


class Journal:
    """An open journal; only one session at a time can have it open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._sea = sqlite3.connect(
                path, timeout=0.5, isolation_level=None, check_same_thread=False
            )
            self._sea.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._sea.execute("PRAGMA journal_mode = WAL")
            self._sea.execute("PRAGMA synchronous = FULL")
            self._sea.execute("BEGIN IMMEDIATE").execute("COMMIT")
        except sqlite3.Error as wrong:
            raise JournalBroken(path, _reason(wrong)) from wrong

    def begin(self, charter: Charter) -> None:
        """Write the first page; the journal must be new."""
        text = json.dumps(asdict(charter), ensure_ascii=False)
        try:
            self._sea.execute("BEGIN IMMEDIATE")
            for table in _TABLES:
                self._sea.execute(table)
            self._sea.execute("INSERT INTO charter VALUES (?)", (text,))
            self._sea.execute("COMMIT")
        except sqlite3.Error as wrong:
            raise JournalBroken(self.path, _reason(wrong)) from wrong

    @property
    def charter(self) -> Charter:
        """The first page."""
        try:
            row = self._sea.execute("SELECT data FROM charter").fetchone()
            found = json.loads(row[0]) if row else None
        except (sqlite3.Error, ValueError) as wrong:
            raise JournalBroken(self.path, _reason(wrong)) from wrong
        kinds = Charter.__annotations__
        if not isinstance(found, dict) or set(found) != set(kinds):
            raise JournalBroken(self.path, "this is no session's journal")
        if any(type(found[name]).__name__ != kind for name, kind in kinds.items()):
            raise JournalBroken(self.path, "this is no session's journal")
        if found["journal"] != JOURNAL_VERSION:
            raise JournalBroken(self.path, "it was written by another Even Keel")
        return Charter(**found)

    def append(self, events: Sequence[Event]) -> None:
        """Write events down, all or none; on return they are on disk."""
        if not events:
            return
        rows = [(event.at, _text(as_data(event.command))) for event in events]
        try:
            self._sea.execute("BEGIN IMMEDIATE")
            try:
                self._sea.executemany("INSERT INTO event (at, command) VALUES (?, ?)", rows)
                self._sea.execute("COMMIT")
            except sqlite3.Error:
                self._sea.execute("ROLLBACK")
                raise
        except sqlite3.Error as wrong:
            raise JournalBroken(self.path, _reason(wrong)) from wrong

    def events(self) -> Iterator[Event]:
        """Every event, oldest first."""
        try:
            rows = self._sea.execute("SELECT number, at, command FROM event ORDER BY number")
            for number, at, text in rows:
                yield _event(self.path, number, at, text)
        except (sqlite3.Error, ValueError) as wrong:
            raise JournalBroken(self.path, _reason(wrong)) from wrong

    def close(self) -> None:
        """Let go of the file."""
        self._sea.close()


def as_lines(events: Iterable[Event]) -> str:
    """Events as JSON Lines, for reading and for keeping elsewhere."""
    return "".join(f"{_text({'at': e.at, **as_data(e.command)})}\n" for e in events)


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _event(path: Path, number: int, at: float, text: str) -> Event:
    command = from_data(json.loads(text))
    if command is None:
        raise JournalBroken(path, f"event {number} cannot be read")
    return Event(at, command)


def _reason(wrong: Exception) -> str:
    if "locked" in str(wrong):
        return "another session has this journal open: close it first"
    return str(wrong)
