"""Attacks on many rooms: their codes, their keys, the token that opens them, and what is told."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from game.testing import a_loaded_scenario
from game.ui.web.address import LOOPBACK
from game.ui.web.connection import GARBLED, NOT_LET_IN
from game.ui.web.protocol import TOO_MANY_CODES, WRONG_CODE
from tests.database import needs_database
from tests.ui.web.calls import SECONDS, answer, closed
from tests.ui.web.calls import TOKEN as SEAT
from tests.ui.web.service import TOKEN, Service, Worker, a_worker

pytestmark = needs_database
SHELF = a_loaded_scenario()
WISH = {"file": "fog.yaml", "text": SHELF.text, "seed": 1, "crews": 1, "seats": 9}
ELSEWHERE = "127.0.0.2"
"""Another address of this machine: what is guessed from there is held against nobody else."""
OWN = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def service() -> Iterator[Worker]:
    """One worker for all tests here."""
    with a_worker() as worker:
        yield worker


@asynccontextmanager
async def call(
    service: Service, path: str = "/phone", origin: str = "", calls_from: str = "", **headers: str
) -> AsyncIterator[ClientConnection]:
    """A socket, as whoever wants to can open one."""
    async with connect(
        f"ws://{service.host}{path}",
        origin=origin or f"http://{service.host}",  # type: ignore[arg-type] # a NewType of theirs
        additional_headers=headers,
        proxy=None,
        local_addr=(calls_from or LOOPBACK, 0),
    ) as socket:
        yield socket


def join(code: str) -> dict[str, Any]:
    """What joins a room."""
    return {"code": code, "token": SEAT, "name": "", "crew": 0}


def wished(service: Service, **changes: Any) -> tuple[int, str]:
    """A room that somebody with the token wants, and what the answer is."""
    return service.ask("POST", "/rooms", json.dumps({**WISH, **changes}), **OWN)


async def test_a_key_opens_its_own_room_alone(service: Service) -> None:
    """As a cookie of the other, or shown at its door."""
    one, two = service.open(), service.open()
    path, own = f"/r/{two.code}/host", f"http://{service.host}"
    for cookie in (one.cookie, f"{two.cookie.partition('=')[0]}={one.key}", ""):
        async with call(service, f"{path}/socket", Cookie=cookie) as socket:
            assert await closed(socket) == NOT_LET_IN

    assert service.ask("POST", f"{path}/key", one.key, Origin=own)[0] == 403
    assert service.ask("POST", f"{path}/key", two.key, Origin="http://evil.example")[0] == 403
    assert service.ask("POST", f"{path}/key", two.key, Origin=own)[0] == 204
    async with call(service, f"{path}/socket", Cookie=two.cookie) as socket:
        assert "view" in json.loads(await asyncio.wait_for(socket.recv(), SECONDS))


async def test_a_seal_from_the_store_opens_nothing(service: Service) -> None:
    """Whoever reads the database has no key."""
    projector = service.open()
    kept = service.store.find(projector.code)
    assert kept
    assert projector.key not in repr(kept)
    cookie = f"{projector.cookie.partition('=')[0]}={kept.seal}"
    async with call(service, f"/r/{projector.code}/host/socket", Cookie=cookie) as socket:
        assert await closed(socket) == NOT_LET_IN


async def test_a_phone_in_one_room_is_nobody_in_another(service: Service) -> None:
    """Its seat is its room's, and so is what it may do."""
    one, two = service.open(), service.open()
    async with call(service) as socket:
        assert "deck" in await answer(socket, join=join(one.code))
        await socket.send(json.dumps({"look": {"code": two.code}}))
        assert json.loads(await socket.recv()) == {"shut": WRONG_CODE}
        press = {"press": {"hand": "next", "step": 0}}
        await socket.send(json.dumps({"do": press, "id": 1}))
        assert await closed(socket) == GARBLED

    assert len(service.room(one).session.seats) == 1
    assert not service.room(two).session.seats
    assert service.room(one).session.step == 0


@pytest.mark.parametrize("path", ["/phone", "/r/CDFGH/host/socket"])
async def test_a_foreign_page_cannot_open_a_socket(service: Service, path: str) -> None:
    """Whichever room it is for."""
    for origin in ("http://evil.example", f"https://{service.host}", "null"):
        with pytest.raises(InvalidStatus) as refused:
            async with call(service, path, origin):
                pass
        assert refused.value.response.status_code == 403


def test_rooms_are_not_called_by_a_foreign_name(service: Service) -> None:
    """Not even with the token."""
    for method, path in (("GET", "/"), ("POST", "/rooms"), ("GET", "/r/CDFGH/host")):
        assert service.ask(method, path, **OWN, Host="evil.example")[0] == 400


@pytest.mark.parametrize(
    "frame",
    [
        "no json",
        "[]",
        '{"vote": {"decision": 1, "order": "steer", "client": 1}}',
        '{"join": {"code": 1}}',
        '{"do": {"press": {"hand": "next", "step": 0}}, "id": 1}',
        b"\x00",
    ],
    ids=["no json", "list", "no seat", "no code", "host's", "binary"],
)
async def test_what_nobody_can_read_ends_the_call_before_there_is_a_room(
    service: Service, frame: str | bytes
) -> None:
    """The first words choose the room; there is no other way in."""
    async with call(service) as socket:
        await socket.send(frame)
        assert await closed(socket) == GARBLED


@pytest.mark.parametrize("code", ["\x00" * 5, "' OR 1=1", "CDFG", "ÄÖÜßé", "%", "C" * 1000])
async def test_a_code_that_is_none_is_a_wrong_code(service: Service, code: str) -> None:
    """The database is not even asked."""
    async with call(service) as socket:
        heard = await answer(socket, look={"code": code})

    assert heard["shut"] in {WRONG_CODE, TOO_MANY_CODES}


@pytest.mark.parametrize("token", ["", "wrong", f"{TOKEN} ", TOKEN[:-1], "\u00e9"])
def test_rooms_are_opened_with_the_token_alone(service: Service, token: str) -> None:
    """Whole; blanks around it do not matter, and it is no cookie and no part of an address."""
    words = json.dumps(WISH)
    status, _ = service.ask("POST", "/rooms", words, Authorization=f"Bearer {token}")
    assert status == (201 if token.strip() == TOKEN else 401)
    if not token:
        for headers in ({}, {"Cookie": f"token={TOKEN}"}, {"Authorization": f"Basic {TOKEN}"}):
            assert service.ask("POST", f"/rooms?token={TOKEN}", words, **headers)[0] == 401
            assert service.ask("DELETE", "/rooms/CDFGH", **headers)[0] == 401


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"crews": 0}, 400),
        ({"crews": 7}, 400),
        ({"crews": True}, 400),
        ({"seats": 1001}, 400),
        ({"seats": "9"}, 400),
        ({"seed": -1}, 400),
        ({"seed": 0.5}, 400),
        ({"file": None}, 400),
        ({"text": 7}, 400),
        ({"text": "\ud800"}, 400),
        ({"text": "title: 1"}, 422),
        ({"text": "a: &a [*a]"}, 422),
        ({"text": "/etc/passwd"}, 422),
        ({"text": "x" * (2**20 + 1)}, 422),
        ({"text": "x" * 2**22}, 413),
    ],
)
def test_a_room_that_cannot_be_is_refused(
    service: Service, changes: dict[str, Any], status: int
) -> None:
    """To the letter; a scenario comes as text and is never looked for on the server's disk."""
    assert wished(service, **changes)[0] == status


def test_no_get_opens_closes_or_tells_anything(service: Service) -> None:
    """Link previewers follow every link; an address tells nobody whether there is a room."""
    projector = service.open()
    for path in (f"/rooms/{projector.code}", "/rooms", f"/r/{projector.code}/host/key"):
        assert service.ask("GET", path, **OWN)[0] == 405
    there, nowhere = (service.ask("GET", f"/r/{code}/host") for code in (projector.code, "CDFGH"))

    assert there == nowhere
    assert service.ask("GET", f"/r/{projector.code}")[0] == 307
    assert service.store.find(projector.code)


@pytest.mark.parametrize("path", ["/r/../pages/../many.py", "/pages/..%2fmany.py", "/r/..%2f/host"])
def test_no_path_leads_out_of_the_pages(service: Service, path: str) -> None:
    """Codes are no names of files."""
    assert "import" not in service.ask("GET", path)[1].replace("This page needs", "")


async def test_wrong_codes_are_counted_over_all_rooms(service: Service) -> None:
    """Who sits comes back from the same address without a code being guessed; others wait."""
    projector = service.open()
    async with call(service, calls_from=ELSEWHERE) as socket:
        assert "deck" in await answer(socket, join=join(projector.code))
    said = []
    for _ in range(16):
        async with call(service, calls_from=ELSEWHERE) as socket:
            said += [(await answer(socket, look={"code": "QQQQQ"}))["shut"] for _ in range(6)]
    async with call(service, calls_from=ELSEWHERE) as socket:
        another = {**join(projector.code), "token": "f" * 32}
        assert await answer(socket, join=another) == {"shut": TOO_MANY_CODES}
    async with call(service, calls_from=ELSEWHERE) as socket:
        assert "deck" in await answer(socket, join=join(projector.code))

    assert said.count(WRONG_CODE) <= 80
    assert said[-1] == TOO_MANY_CODES


async def test_a_worker_lets_go_of_a_room_in_which_nobody_is(
    service: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that old rooms cost nothing; whoever calls finds it as it was."""
    projector = service.open()
    async with projector.phones(1):
        assert service.rooms.has(projector.code)
    monkeypatch.setattr("game.server.room_registry.LONELY", 0.0)
    async with asyncio.timeout(20):
        while service.rooms.has(projector.code):
            await asyncio.sleep(0.1)
    monkeypatch.undo()

    async with projector.phones(1) as (phone,):
        assert phone.view
        assert phone.view["you"]["name"] == "Bot 0"
    assert len(service.room(projector).session.seats) == 1
