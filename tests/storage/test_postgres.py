"""A journal that several processes write in: nobody writes over anybody, and all see the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from time import monotonic

import pytest

from game.session.commands import Button, Join, Press, TimedCommand, Vote, record_of
from game.session.live_session import LiveSession, shared_live_session
from game.session.session import Phase
from game.storage.journal import JOURNAL_VERSION, Charter, Journal, JournalBroken
from game.storage.postgres import Kept, Store
from game.storage.sqlite import SqliteJournal
from game.testing import Clock, a_loaded_scenario
from game.voyage.voyage import Refused
from tests.database import Database, a_database, needs_database

SHELF = a_loaded_scenario()
CHARTER = Charter(JOURNAL_VERSION, 1, 1, 200, Clock().time, SHELF.file, SHELF.text)
ANN, BOB = (record_of(TimedCommand(1.0, Join(name, "", 0))) for name in ("ann", "bob"))


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """One for all tests here; each has a room of its own."""
    with a_database() as database:
        yield database


@pytest.fixture
def store(database: Database) -> Iterator[Store]:
    """A store that is connected."""
    store = Store(database.url)
    store.open()
    yield store
    store.close()


@pytest.fixture
def code(store: Store, request: pytest.FixtureRequest) -> str:
    """A room's that is open."""
    code = str(request.node.name)
    assert store.add(Kept(code, "seal", CHARTER))
    return code


def held(store: Store, code: str) -> LiveSession:
    """A room as one process has it."""
    return shared_live_session(CHARTER, store.journal(code), Clock())


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=needs_database)])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    """Each kind of journal there is, new."""
    if request.param == "postgres":
        store: Store = request.getfixturevalue("store")
        return store.journal(request.getfixturevalue("code"))
    journal = SqliteJournal(tmp_path / "journal.sqlite")
    journal.begin(CHARTER)
    return journal


def test_what_is_appended_is_read_in_its_order(journal: Journal) -> None:
    """From the beginning, or behind so many."""
    assert journal.append([ANN], 0)
    assert journal.append([BOB, ANN], 1)
    assert journal.append([], 3)

    assert list(journal.records()) == [ANN, BOB, ANN]
    assert list(journal.records(2)) == [ANN]
    assert list(journal.records(3)) == []


def test_whoever_comes_second_is_told_and_writes_nothing(journal: Journal) -> None:
    """Not even the part that would have fitted."""
    assert journal.append([ANN], 0)

    assert not journal.append([BOB], 0)
    assert not journal.append([BOB, BOB], 0)
    assert list(journal.records()) == [ANN]


@needs_database
def test_two_processes_that_write_at_once_agree_on_one_order(store: Store, code: str) -> None:
    """Every command is done once, and both see the same session."""
    one, two = held(store, code), held(store, code)
    answers: list[Refused | None] = []

    def sit(room: LiveSession, name: str) -> None:
        for number in range(25):
            answers.extend(room.do(Join(f"{name}{number}", "", 0)))

    threads = [Thread(target=sit, args=(one, "a")), Thread(target=sit, args=(two, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    one.catch_up()
    two.catch_up()

    assert answers == [None] * 50
    assert one.session == two.session
    assert one.revision == two.revision == len(one.session.seats) == 50
    assert held(store, code).session == one.session


@needs_database
def test_nobody_is_refused_for_what_is_no_longer_so(store: Store, code: str) -> None:
    """A process that has not yet heard that the vote is open looks before it says no."""
    one, two = held(store, code), held(store, code)
    one.do(Join("ann", "", 0))
    one.press(Button.NEXT)
    one.press(Button.NEXT)

    assert two.revision == 0
    assert two.do(Vote("ann", 1, "steer", 1)) == [None]
    assert two.do(Vote("eve", 1, "steer", 1)) == [Refused("take a seat first")]
    assert two.session.phase is Phase.VOTING


@needs_database
def test_a_move_that_two_host_pages_make_at_once_is_made_once(store: Store, code: str) -> None:
    """Each on another process."""
    one, two = held(store, code), held(store, code)
    assert one.do(Press(Button.NEXT, 0)) == [None]
    assert two.do(Press(Button.NEXT, 0)) == [None]

    assert two.session.step == 1
    assert two.session.phase is Phase.DISCUSSING


@needs_database
def test_what_others_did_is_told_once(store: Store, code: str) -> None:
    """So that a seat's other windows can be shown it."""
    one, two = held(store, code), held(store, code)
    heard: list[int] = []
    two.listen(lambda: heard.append(two.revision))
    one.do(Join("ann", "", 0), Join("bob", "", 0))
    two.catch_up()
    two.catch_up()

    assert heard == [2]
    assert two.session.seats == one.session.seats


@needs_database
def test_a_closed_room_takes_nothing_more_and_can_still_be_read(store: Store, code: str) -> None:
    """For the papers; its code leads nowhere any more."""
    room = held(store, code)
    room.do(Join("ann", "", 0))
    assert store.shut(code)

    with pytest.raises(JournalBroken, match="it is closed"):
        room.do(Join("bob", "", 0))
    assert not store.shut(code)
    assert store.find(code) is None
    kept = store.find(code, closed=True)
    assert kept
    assert kept.charter == CHARTER
    assert list(held(store, code).session.seats) == ["ann"]


@needs_database
def test_a_code_is_given_once(store: Store, code: str) -> None:
    """Even if two draw the same."""
    assert not store.add(Kept(code, "another seal", CHARTER))
    kept = store.find(code)
    assert kept
    assert kept.seal == "seal"


@needs_database
def test_old_rooms_are_closed_and_then_forgotten(store: Store, code: str) -> None:
    """Old: nothing has happened in it for so many hours; names and lines do not stay for ever."""
    old = Charter(JOURNAL_VERSION, 1, 1, 9, 0.0, SHELF.file, SHELF.text)
    for name in ("still", "busy"):
        store.add(Kept(f"{name}-{code}", "seal", old))
    store.add(Kept(f"kept-{code}", "seal", replace(old, until=4e9)))
    with store.connection() as connection:
        connection.execute("UPDATE even_keel.room SET opened = now() - interval '13 hours'")
        (now,) = connection.execute("SELECT extract(epoch FROM now())::float8").fetchone() or (0.0,)
    store.journal(f"busy-{code}").append(
        [record_of(TimedCommand(now - 3600, Join("ann", "", 0)))], 0
    )
    store.sweep(hours=12, days=30)

    assert store.find(f"still-{code}") is None
    assert store.find(f"busy-{code}")
    assert store.find(f"kept-{code}")
    with store.connection() as connection:
        connection.execute("UPDATE even_keel.room SET closed = closed - interval '31 days'")
    store.sweep(hours=12, days=30)
    assert store.find(f"still-{code}", closed=True) is None


@needs_database
def test_each_worker_says_who_is_with_it_and_hears_who_is_elsewhere(
    store: Store, code: str
) -> None:
    """And how far the journal is, in case nobody told; closed rooms are not among them."""
    store.journal(code).append([ANN, BOB], 0)
    store.exchange("one", {code: ["ann"]})
    news = store.exchange("two", {code: ["bob"], "nowhere": []})

    assert set(news) == {code}
    assert news[code].revision == 2
    assert news[code].elsewhere == {"ann"}
    assert store.exchange("one", {code: []})[code].elsewhere == {"bob"}
    store.shut(code)
    assert store.exchange("one", {code: []}) == {}


@needs_database
async def test_a_listener_hears_what_is_committed(store: Store, code: str) -> None:
    """The room and how far it is, nothing else."""
    heard: asyncio.Queue[tuple[str, int]] = asyncio.Queue()
    listening = asyncio.create_task(store.listen(lambda *told: heard.put_nowait(told)))
    room = held(store, code)
    async with asyncio.timeout(20):
        while heard.empty():  # it may not be listening yet
            await asyncio.to_thread(room.do, Join(f"s{room.revision}", "", 0))
            await asyncio.sleep(0.05)
        first = await heard.get()
    listening.cancel()

    assert first[0] == code
    assert 1 <= first[1] <= room.revision


@needs_database
def test_a_database_that_was_away_is_used_again(
    database: Database, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be written has not happened; then all goes on without a restart."""
    monkeypatch.setattr("game.storage.postgres.PATIENCE", 1.0)
    with closing(Store(database.url)) as store:
        store.open()
        room = held(store, code)
        room.do(Join("ann", "", 0))
        database.stop()
        with pytest.raises(JournalBroken):
            room.do(Join("bob", "", 0))
        assert list(room.session.seats) == ["ann"]
        database.start()

        until = monotonic() + 60
        while not _is_done(room, Join("bob", "", 0)):
            assert monotonic() < until
        assert list(held(store, code).session.seats) == ["ann", "bob"]


def _is_done(room: LiveSession, command: Join) -> bool:
    """Whether it could be written; whoever asked asks again."""
    with suppress(JournalBroken):
        return room.do(command) == [None]
    return False


@needs_database
def test_a_commit_whose_answer_was_lost_is_not_done_twice(store: Store, code: str) -> None:
    """It was written, nobody was told, and whoever asked asks again."""
    room = held(store, code)
    store.journal(code).append([record_of(TimedCommand(room.now(), Join("ann", "", 0)))], 0)

    assert room.do(Join("ann", "", 0)) == [None]
    assert room.revision == 1


def test_a_store_that_does_not_answer_is_a_sentence() -> None:
    """Without the password."""
    store = Store("postgresql://keel:secret@127.0.0.1:1/none")
    with pytest.raises(JournalBroken, match="the store: connection failed") as broken:
        store.open()

    assert "secret" not in str(broken.value)
