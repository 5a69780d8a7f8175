"""Attacks by what is sent: frames that nobody can read, and bytes that are no frames at all."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from game.ui.web.connection import GARBLED
from tests.ui.web.calls import answer, ask, call, closed, join
from tests.ui.web.running_room import a_harbour


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ('{"do": "' + "x" * 2100 + '", "id": 1}', 1009),
        ("not json", GARBLED),
        ('{"do": {"press": {"hand": "next", "step": 0}}}', GARBLED),
        ('{"do": {"press": {"hand": "mutiny", "step": 0}}, "id": 1}', GARBLED),
        ('{"do": {"press": {"hand": "next", "step": -1}}, "id": 1}', GARBLED),
        ('{"do": {"press": {"hand": "next", "step": 0, "more": 1}}, "id": 1}', GARBLED),
        ('{"do": {"press": {}, "decide": {}}, "id": 1}', GARBLED),
        ('{"do": {"press": {"hand": "next", "step": 0}}, "id": "1"}', GARBLED),
        (b"\x00\xff\x00", GARBLED),
    ],
    ids=[
        *("too large", "no json", "no id", "no hand", "below zero", "too much", "two at once"),
        *("an id in words", "binary"),
    ],
)
async def test_a_host_page_that_nobody_can_read_is_hung_up_on(
    tmp_path: Path, frame: str | bytes, code: int
) -> None:
    """The key is no licence: what it sends is read as strictly as a phone's."""
    with a_harbour(tmp_path) as harbour:
        async with call(harbour, "/host/socket", Cookie=harbour.cookie) as socket:
            await socket.recv()
            await socket.send(frame)
            assert await closed(socket) == code

        assert harbour.room.session.step == 0


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ('{"vote": "' + "x" * 2100 + '"}', 1009),
        ("not json", GARBLED),
        ("[1, 2]", GARBLED),
        ("", GARBLED),
        ("[" * 1900, GARBLED),
        ('{"join": {"code": 1}}', GARBLED),
        ('{"nothing": {}}', GARBLED),
        (b"\x00\xff\x00", GARBLED),
        ('{"join": {"code": "X", "token": "short", "name": "", "crew": 0}}', GARBLED),
        ('{"vote": {"decision": 1, "order": "steer", "client": 1}, "id": 1}', GARBLED),
        ('{"vote": ' + "9" * 1500 + "}", GARBLED),
    ],
    ids=[
        *("too large", "no json", "a list", "empty", "deep", "no code", "unknown", "binary"),
        *("token", "no seat", "a huge number"),
    ],
)
async def test_frames_that_nobody_can_read_end_the_call(
    tmp_path: Path, frame: str | bytes, code: int
) -> None:
    """And nothing else: the room goes on, and the next caller is answered."""
    with a_harbour(tmp_path) as harbour:
        async with call(harbour) as socket:
            await socket.send(frame)
            assert await closed(socket) == code

        async with call(harbour) as socket:
            assert "deck" in await answer(socket, join=join(harbour))


async def test_bytes_that_are_no_websocket_harm_nobody(tmp_path: Path) -> None:
    """Random noise on the port, and half a handshake."""
    with a_harbour(tmp_path) as harbour:
        for noise in (b"\x16\x03\x01\x02\x00" * 50, b"GET / HTTP/1.1\r\nHost: ", b"\r\n" * 500):
            _, writer = await asyncio.open_connection(*harbour.host.split(":"))
            writer.write(noise)
            writer.close()

        assert ask(harbour, "GET", "/")[0] == 200
