"""Connections: files that run out, lines that ask for nothing, and a server that breaks off."""

from __future__ import annotations

import asyncio
import errno
import json
import logging
import socket
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.cli.support.room_fault_log import RoomFaultLog
from game.session.commands import Button
from game.storage.journal import JournalBroken
from game.ui.web.accept_loop import AcceptingServer
from game.ui.web.capacity import LOADING, OWN, Capacity
from game.ui.web.connection import FULL
from game.ui.web.protocol import ROOM_FULL
from tests.ui.web.calls import TOKEN, answer, ask, call, closed, join
from tests.ui.web.running_room import Harbour, a_harbour

SECONDS = 10


def small(sockets: int) -> Capacity:
    """What fits where the system lets a process have so many sockets."""
    return Capacity(OWN + sockets)


async def lines(harbour: Harbour, count: int) -> list[asyncio.StreamWriter]:
    """Lines on which nobody says anything, as browsers open them on the off chance."""
    return [(await asyncio.open_connection(*harbour.host.split(":")))[1] for _ in range(count)]


async def rest_of(reader: asyncio.StreamReader) -> bytes:
    """Everything until the line is hung up."""
    return await asyncio.wait_for(reader.read(), SECONDS)


@pytest.mark.parametrize(
    "begun",
    [b"", b"GET / HTTP/1.1\r\nHost: ", b"POST /nowhere HTTP/1.1\r\nContent-Length: 9\r\n\r\n1"],
    ids=["nothing", "half a head", "half a body"],
)
async def test_a_line_on_which_no_request_comes_is_hung_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: bytes
) -> None:
    """However slowly it is said."""
    monkeypatch.setattr("game.ui.web.accept_loop.EXCHANGE", 0.3)
    with a_harbour(tmp_path) as harbour:
        reader, writer = await asyncio.open_connection(*harbour.host.split(":"))
        writer.write(begun)
        with suppress(ConnectionResetError):
            await rest_of(reader)
        writer.close()


async def test_a_crowd_that_loads_the_page_ends_no_room(tmp_path: Path) -> None:
    """Lines wait until there is room, and who has a seat notices nothing."""
    with a_harbour(tmp_path, capacity=small(40)) as harbour:
        async with harbour.phones(2) as phones:
            idle = await lines(harbour, 120)
            status, _ = await asyncio.to_thread(ask, harbour, "GET", "/")
            assert status == 200
            harbour.room.press(Button.NEXT)
            for phone in phones:
                await phone.until(lambda phone=phone: phone.phase[1] == "discussing")  # type: ignore[misc]
            assert [phone.calls for phone in phones] == [1, 1]
            for line in idle:
                line.close()


async def test_where_files_run_out_calls_wait_until_there_are_some(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """One line tells it, not two thousand a second; and the server goes on."""
    monkeypatch.setattr("game.ui.web.accept_loop.REST", 0.01)
    loop, out = type(asyncio.get_running_loop()), [0]
    takes = loop.sock_accept

    async def take(self: Any, listener: socket.socket) -> Any:
        out[0] += 1
        if 1 < out[0] < 20:
            raise OSError(errno.EMFILE, "too many open files")
        return await takes(self, listener)

    monkeypatch.setattr(loop, "sock_accept", take)
    with caplog.at_level(logging.ERROR), a_harbour(tmp_path) as harbour:
        async with harbour.phones(2):
            assert out[0] >= 20
    told = [record.getMessage() for record in caplog.records if "files" in record.getMessage()]

    assert len(told) == 1


async def test_a_server_that_breaks_off_starts_again_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same address, code and seats; phones come back by themselves."""
    monkeypatch.setattr("game.ui.web.server_thread.REST", 0.1)
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(3) as phones:
            breaks = [True]
            ticks = AcceptingServer.on_tick

            async def tick(self: AcceptingServer, counter: int) -> bool:
                if breaks and breaks.pop():
                    raise RuntimeError
                return await ticks(self, counter)

            monkeypatch.setattr(AcceptingServer, "on_tick", tick)
            for phone in phones:
                await asyncio.wait_for(phone.until(lambda phone=phone: phone.calls >= 2), SECONDS)  # type: ignore[misc]
                await asyncio.wait_for(phone.until(lambda phone=phone: phone.seated >= 2), SECONDS)  # type: ignore[misc]

            assert len(harbour.room.session.seats) == 3
            assert harbour.server.trouble == ""


def test_a_server_that_gives_no_sign_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do about it."""
    with a_harbour(tmp_path) as harbour:
        assert harbour.server.trouble == ""
        monkeypatch.setattr("game.ui.web.server_thread.SILENCE", -1.0)
        assert "host --resume" in harbour.server.trouble
    monkeypatch.undo()
    assert "host --resume" in harbour.server.trouble


async def test_who_finds_no_room_is_told_and_who_has_a_seat_comes_back(tmp_path: Path) -> None:
    """The system lets in so many phones, and twice as many lines."""
    with a_harbour(tmp_path, capacity=small(LOADING + 4)) as harbour:
        async with harbour.phones(2) as (first, _):
            async with call(harbour) as late:
                told = await answer(late, join=join(harbour, token=TOKEN[::-1]))
                assert told == {"shut": ROOM_FULL}
                first.hang_up()
                await asyncio.wait_for(first.until(lambda: first.seated >= 2), SECONDS)
                async with call(harbour), call(harbour) as latest:
                    assert await closed(latest) == FULL
            assert harbour.server.broadcaster.turned_away == 2


def test_a_fault_is_noted_in_a_file_that_was_open_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To open it there may be no file left, and to raise would end the loop that noted it."""
    faults = RoomFaultLog(tmp_path / "faults.txt")
    monkeypatch.setattr("builtins.open", lambda *_, **__: 1 / 0)
    logging.getLogger("room").error("out of files")
    monkeypatch.undo()
    handler = logging.getLogger().handlers[-1]
    monkeypatch.setattr(handler, "flush", lambda: 1 / 0)
    logging.getLogger("room").error("and nothing ends")
    monkeypatch.undo()
    faults.close()

    assert "out of files" in (tmp_path / "faults.txt").read_text()


def test_a_file_without_faults_is_not_kept(tmp_path: Path) -> None:
    """And where none can be opened the room is held all the same."""
    RoomFaultLog(tmp_path / "faults.txt").close()
    RoomFaultLog(tmp_path / "no folder" / "faults.txt").close()

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("files", "phones"), [(256, 80), (1024, 464), (64, 1), (20_000, 1000)], ids=str
)
def test_so_many_phones_fit(files: int, phones: int) -> None:
    """All of them may come back at once while their old lines still stand."""
    fits = Capacity(files)

    assert fits.phones == phones
    assert fits.sockets + OWN == max(files, OWN + 1)


async def test_a_full_disk_is_told_and_forgotten_as_soon_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks meanwhile is refused; on the wall and the host page it stands why."""
    with a_harbour(tmp_path) as harbour:

        def full(*_: object) -> bool:
            raise JournalBroken("journal.sqlite", "database or disk is full")

        async with harbour.phones(1), call(harbour) as socket:
            monkeypatch.setattr(harbour.room.journal, "append", full)
            told = await answer(socket, join=join(harbour))
            assert told == {"shut": "this could not be written down: try again"}
            assert "database or disk is full" in harbour.server.trouble
            monkeypatch.undo()
            assert "deck" in await answer(socket, join=join(harbour))

        assert harbour.server.trouble == ""
        assert len(harbour.room.session.seats) == 2


class Second:
    """Another address of this machine, at which the room can be called, too, once it is chosen."""

    missing = ""

    def __init__(self, harbour: Harbour) -> None:
        self.harbour, self.host = harbour, harbour.host.replace("127.0.0.1", "127.0.0.2")

    def look(self) -> bool:
        """Nothing is new."""
        return False

    def describe(self) -> dict[str, Any]:
        """Nothing that these tests read."""
        return {}

    def choose(self, address: str) -> str:
        """Listen there, and answer to its name."""
        self.harbour.server.listen(address)
        self.harbour.door.hosts.add(self.host)
        return ""


async def test_a_room_is_called_at_one_more_address_while_it_goes_on(tmp_path: Path) -> None:
    """Chosen on the host page, twice if need be; whoever came in before stays."""
    with a_harbour(tmp_path) as harbour:
        second = harbour.server.broadcaster.addresses = Second(harbour)
        async with (
            harbour.phones(1) as (phone,),
            call(harbour, "/host/socket", Cookie=harbour.cookie) as page,
        ):
            for number in (1, 2):
                said = await answer(page, choose="127.0.0.2", id=number)
                while "id" not in said:
                    said = json.loads(await asyncio.wait_for(page.recv(), SECONDS))
                assert said == {"id": number, "refused": ""}
            moved = replace(harbour, host=second.host)
            status, _ = await asyncio.to_thread(ask, moved, "GET", "/")
            assert status == 200
            assert phone.calls == 1
