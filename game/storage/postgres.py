"""The store of many rooms: PostgreSQL, which several processes write in and listen to at once.

This is the only module that knows its driver.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg import Cursor
from psycopg.conninfo import make_conninfo
from psycopg.errors import UniqueViolation
from psycopg_pool import ConnectionPool

from game.storage import postgres_sql
from game.storage.journal import Charter, JournalBroken, Record, charter_of, charter_text

LOG = logging.getLogger("even_keel.store")
CONNECTIONS = 6
"""So many connections write at once, of one process; another one listens."""
PATIENCE = 5.0
"""Seconds that a connection is waited for."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A room as the store has it. seal: what tells its key, which the store does not know."""

    code: str
    seal: str
    charter: Charter


@dataclass(frozen=True, slots=True)
class News:
    """An open room. revision: how many events there are; elsewhere: seats that others connect."""

    revision: int
    elsewhere: frozenset[str]


class PostgresJournal:
    is_shared = True

    def __init__(self, store: Store, code: str) -> None:
        self._store, self.code = store, code

    @property
    def name(self) -> str:
        return f"room {self.code}"

    def append(self, records: Sequence[Record], after: int) -> bool:
        if not records:
            return True
        values = {
            "room": self.code,
            "after": after,
            "at": [record.at for record in records],
            "commands": [record.command for record in records],
        }
        with self._store.connection(self.name) as connection:
            try:
                written = connection.execute(postgres_sql.APPEND, values).fetchone()
            except UniqueViolation:
                return False
        if written is None:
            raise JournalBroken(self.name, "it is closed")
        return True

    def records(self, after: int = 0) -> Iterator[Record]:
        for row in self._store.execute(postgres_sql.RECORDS, (self.code, after), self.name):
            yield Record(*row)

    def close(self) -> None:
        """The store is closed by whoever opened it."""


class Store:
    def __init__(self, url: str) -> None:
        self._where = _with_options(url)
        self._pool: ConnectionPool[psycopg.Connection[Any]] = ConnectionPool(
            self._where,
            kwargs={"autocommit": True},
            min_size=1,
            max_size=CONNECTIONS,
            timeout=PATIENCE,
            check=ConnectionPool.check_connection,  # after an outage none fails that is dead
            open=False,
        )

    def open(self) -> None:
        """Connect, and make the tables if they are not there.

        Raises:
            JournalBroken: if that cannot be done.
        """
        try:  # once by hand: the pool would only say that it has waited
            psycopg.connect(self._where).close()
        except psycopg.Error as wrong:
            raise JournalBroken("the store", _reason(wrong)) from wrong
        self._pool.open()
        try:
            with self.connection() as connection, connection.transaction():
                connection.execute(postgres_sql.TABLES)
        except JournalBroken:
            self._pool.close()
            raise

    def close(self) -> None:
        self._pool.close()

    @contextmanager
    def connection(self, name: str = "the store") -> Iterator[psycopg.Connection[Any]]:
        """A connection; what goes wrong on it is the journal's with this name."""
        try:
            with self._pool.connection() as connection:
                yield connection
        except psycopg.Error as wrong:
            raise JournalBroken(name, _reason(wrong)) from wrong

    def execute(self, sql: LiteralString, values: Any, name: str = "the store") -> Cursor[Any]:
        """What came of a statement; all its rows have come."""
        with self.connection(name) as connection:
            return connection.execute(sql, values)

    def add(self, kept: Kept) -> bool:
        """Open a room; False if its code is taken."""
        values = (kept.code, kept.seal, charter_text(kept.charter))
        return bool(self.execute(postgres_sql.ADD, values).rowcount)

    def find(self, code: str, *, closed: bool = False) -> Kept | None:
        """The room with this code, if it is open, or perhaps closed."""
        row = self.execute(postgres_sql.FIND, (code, closed)).fetchone()
        return Kept(code, row[0], charter_of(f"room {code}", row[1])) if row else None

    def journal(self, code: str) -> PostgresJournal:
        return PostgresJournal(self, code)

    def shut(self, code: str) -> bool:
        """Close a room; False if it is not open."""
        return bool(self.execute(postgres_sql.SHUT, (code,)).rowcount)

    def sweep(self, hours: float, days: float) -> None:
        """Close rooms in which nothing happened for hours; forget those closed for days."""
        self.execute(postgres_sql.CLOSE_OLD, {"idle": hours})
        self.execute(postgres_sql.FORGET, (days,))
        self.execute(postgres_sql.FORGET_WORKERS, ())

    def exchange(self, worker: str, here: Mapping[str, Sequence[str]]) -> dict[str, News]:
        """Say which seats a worker has connected, by room; hear how those rooms stand.

        A room that is closed is not among them any more.
        """
        seats = [" ".join(connected) for connected in here.values()]
        values = {"worker": worker, "rooms": list(here), "seats": seats}
        self.execute(postgres_sql.ABOARD, values)
        rows = self.execute(postgres_sql.NEWS, values)
        return {code: News(revision, frozenset(seats)) for code, revision, seats in rows}

    async def listen(self, notify: Callable[[str, int], None]) -> None:
        """Tell of every event that is committed from now on, until this is cancelled.

        A lost connection is made again; what was said meanwhile, `exchange` tells.
        """
        while True:
            try:
                await self._listen(notify)
            except psycopg.Error as wrong:
                LOG.warning("the line to the store was lost: %s", _reason(wrong))
            await asyncio.sleep(1)

    async def _listen(self, notify: Callable[[str, int], None]) -> None:
        connection = await psycopg.AsyncConnection.connect(self._where, autocommit=True)
        async with connection:
            await connection.execute("LISTEN even_keel")
            async for notice in connection.notifies():
                code, _, revision = notice.payload.partition(" ")
                if revision.isdecimal():
                    notify(code, int(revision))


def _with_options(url: str) -> str:
    """An address with what a room needs of each connection to it.

    What was committed is on the disk, whatever the database does otherwise; and a connection that
    died without a word is noticed within seconds.
    """
    try:
        return make_conninfo(
            url,
            options="-c synchronous_commit=on -c statement_timeout=10s",
            connect_timeout=5,
            keepalives_idle=5,
            keepalives_interval=2,
            keepalives_count=3,
        )
    except psycopg.Error as wrong:
        raise JournalBroken("the store", _reason(wrong)) from wrong


def _reason(wrong: Exception) -> str:
    return " ".join(str(wrong).split())
