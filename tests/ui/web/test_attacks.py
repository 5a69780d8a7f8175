"""Attacks: what somebody in the room, or on its Wi-Fi, might try on the sockets."""

from __future__ import annotations

import asyncio
import json
import logging
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from game.cli.support.room_fault_log import RoomFaultLog
from game.cli.support.session_folder import Address, HostedSession
from game.session.commands import Button, Press, as_data
from game.ui.web.connection import FLOODING, GARBLED, LATE, NOT_LET_IN
from game.ui.web.protocol import TOO_MANY_CODES, WRONG_CODE
from tests.ui.web.calls import SECONDS, TOKEN, answer, ask, call, closed, join
from tests.ui.web.running_room import Harbour, a_harbour


async def test_codes_cannot_be_guessed(tmp_path: Path) -> None:
    """After twenty wrong ones an address is no longer listened to, not even with the right one."""
    elsewhere = "127.0.0.2"  # where nobody of the room is
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1) as (seated,):
            said = []
            for _ in range(4):
                async with call(harbour, calls_from=elsewhere) as socket:
                    wrong = join(harbour, "QQQQQ")
                    said += [(await answer(socket, join=wrong))["shut"] for _ in range(8)]
            async with call(harbour, calls_from=elsewhere) as socket:
                said.append((await answer(socket, join=join(harbour)))["shut"])
            assert said.count(WRONG_CODE) <= 24
            assert said[-2:] == [TOO_MANY_CODES] * 2
            assert len(harbour.room.session.seats) == 1

            seated.hang_up()  # who has a seat needs no code
            await asyncio.wait_for(seated.until(lambda: seated.joins == 2), SECONDS)


async def test_a_neighbours_wrong_codes_keep_nobody_out(tmp_path: Path) -> None:
    """Behind one address sits a whole room; where somebody is in already, the code is no secret."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1):
            for _ in range(4):
                async with call(harbour) as socket:
                    for _ in range(8):
                        await answer(socket, join=join(harbour, "QQQQQ"))
            async with call(harbour) as honest:
                assert "deck" in await answer(honest, join=join(harbour))


async def test_one_device_cannot_take_all_seats(tmp_path: Path) -> None:
    """It gets a third of them, and then waits; a neighbour comes in at once; the door closes."""
    with a_harbour(tmp_path, most=120, pace="own") as harbour:
        taken = [await _first_word(harbour, number, "127.0.0.2") for number in range(60)]
        assert 40 <= taken.count("deck") < 50
        assert await _first_word(harbour, 98, "127.0.0.3") == "deck"
        async with harbour.page() as page:
            await page.do(Press(Button.DOOR, page.view["step"]))
            assert page.view["is_shut"]
            assert (
                await _first_word(harbour, 99, "127.0.0.3")
                == "the door is closed: ask at the front"
            )
            assert (
                await _first_word(harbour, 98, "127.0.0.3") == "deck"
            )  # who has a seat comes back
            assert await page.release_idle() == ""
        assert all(seat.gone for seat in harbour.room.session.seats.values())


async def _first_word(harbour: Harbour, number: int, address: str) -> str:
    """What a device hears that takes one seat more: its deck, or why not."""
    async with call(harbour, calls_from=address) as socket:
        said = await answer(socket, join=join(harbour, token=f"{number:032x}"))
        return "deck" if "deck" in said else str(said["shut"])


async def test_the_right_code_may_be_typed_carelessly(tmp_path: Path) -> None:
    """Small letters and blanks do not matter."""
    with a_harbour(tmp_path) as harbour:
        small = harbour.door.code.lower()
        for number, code in enumerate((f"{small} ", f" {small}", small)):
            async with call(harbour) as socket:
                new = join(harbour, code, f"{number:032x}")
                assert "deck" in await answer(socket, join=new), code


async def test_a_phone_cannot_do_what_the_host_does(tmp_path: Path) -> None:
    """Neither by its own socket, nor with its token as a cookie, nor in another's name."""
    with a_harbour(tmp_path) as harbour:
        press = as_data(Press(Button.NEXT, 0))
        for message in ({"do": press, "id": 1}, press, {"vote": press, "do": press}):
            async with call(harbour) as socket:
                await answer(socket, join=join(harbour))
                await socket.send(json.dumps(message))
                assert await closed(socket) == GARBLED

        for cookie in ("", TOKEN, "0" * 26):
            headers = {"Cookie": f"{harbour.door.cookie}={cookie}"}
            async with call(harbour, "/host/socket", **headers) as socket:
                assert await closed(socket) == NOT_LET_IN

        assert harbour.room.session.step == 0


async def test_a_phone_votes_for_its_own_seat_whatever_it_says(tmp_path: Path) -> None:
    """The seat is the socket's; one that is named in a message is not read."""
    with a_harbour(tmp_path) as harbour:
        async with harbour.phones(1):
            (victim,) = harbour.room.session.seats
            harbour.room.press(Button.NEXT)
            harbour.room.press(Button.NEXT)
            async with call(harbour) as socket:
                await answer(socket, join=join(harbour))
                vote = {"decision": 1, "order": "steer", "client": 7, "seat": victim}
                told = await answer(socket, vote=vote, id=1)
                assert (told["id"], told["refused"], told["you"]["vote"]) == (1, "", "steer")
                assert harbour.room.session.open
                assert victim not in harbour.room.session.open.ballots


async def test_the_host_may_not_vote_or_join(tmp_path: Path) -> None:
    """A host page is no ballot box."""
    with a_harbour(tmp_path) as harbour:
        for name in ("vote", "join", "say"):
            async with call(harbour, "/host/socket", Cookie=harbour.cookie) as socket:
                fields = {"seat": "x", "name": "", "crew": 0}
                await socket.send(json.dumps({"do": {name: fields}, "id": 1}))
                assert await closed(socket) == GARBLED


async def test_a_foreign_page_cannot_open_a_socket(tmp_path: Path) -> None:
    """Even with the host's cookie, which the browser would send along."""
    with a_harbour(tmp_path) as harbour:
        own = harbour.host
        for origin in (
            *("http://evil.example", f"https://{own}", "null"),
            *(f"http://{own}.evil.example", f"http://evil@{own}"),
        ):
            for path in ("/phone", "/host/socket"):
                with pytest.raises(InvalidStatus) as refused:
                    async with call(harbour, path, origin, Cookie=harbour.cookie):
                        pass
                assert refused.value.response.status_code == 403, (origin, path)


async def test_a_name_that_is_bound_to_this_machine_by_a_trick_is_not_answered(
    tmp_path: Path,
) -> None:
    """DNS rebinding: the browser thinks that it talks with evil.example."""
    with a_harbour(tmp_path) as harbour:
        for path in ("/", "/host", "/pages/phone.js"):
            assert ask(harbour, "GET", path, Host="evil.example")[0] == 400
        status, _ = ask(
            harbour, "POST", "/host/key", harbour.door.key, Host="evil.example", Origin="http://x"
        )
        assert status == 400
        reader, writer = await asyncio.open_connection(*harbour.host.split(":"))
        writer.write(
            b"GET /phone HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n"
            b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        head = await asyncio.wait_for(reader.readline(), SECONDS)
        writer.close()

    assert b"403" in head


async def test_a_flooding_seat_is_slowed_down_and_then_hung_up_on(tmp_path: Path) -> None:
    """Ten at once and five a second; coming back does not fill the bucket."""
    with a_harbour(tmp_path) as harbour:
        harbour.room.press(Button.NEXT)
        harbour.room.press(Button.NEXT)
        async with call(harbour) as socket:
            await answer(socket, join=join(harbour))
            for client in range(100):
                vote = {"decision": 1, "order": ("steer", "reef")[client % 2], "client": client}
                await socket.send(json.dumps({"vote": vote, "id": client}))
            assert await closed(socket) == FLOODING
        votes = sum(
            "vote" in json.loads(record.command) for record in harbour.room.journal.records()
        )
        assert votes <= 15

        async with call(harbour) as socket:
            await answer(socket, join=join(harbour))
            for client in range(100, 200):
                vote = {"decision": 1, "order": "steer", "client": client}
                await socket.send(json.dumps({"vote": vote, "id": client}))
            assert await closed(socket) == FLOODING


async def test_the_hosts_key_is_in_no_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """However much is logged: of opening the page, of a wrong key, of a fault of ours."""
    caplog.set_level(logging.DEBUG)
    with a_harbour(tmp_path) as harbour:
        key, own = harbour.door.key, f"http://{harbour.host}"
        assert ask(harbour, "POST", "/host/key", key, Origin=own)[0] == 204
        assert ask(harbour, "POST", "/host/key", key[1:], Origin=own)[0] == 403
        assert ask(harbour, "GET", f"/host?key={key}")[0] == 200
        async with harbour.phones(1) as (phone,), harbour.page() as page:
            harbour.server.broadcaster.room = None  # type: ignore[assignment] # a fault of ours
            await phone.send({"check": {}})
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(page.press(Button.NEXT), 0.5)
            harbour.server.broadcaster.room = harbour.room

    ours = [record for record in caplog.records if record.name != "websockets.client"]
    told = "".join(f"{record.getMessage()}{record.exc_text}" for record in ours)
    assert key not in told
    assert "Exception in ASGI application" in told
    assert key not in repr(harbour.door)


def test_the_qr_code_has_the_rooms_code_alone(tmp_path: Path) -> None:
    """The host's key is for the terminal."""
    with a_harbour(tmp_path) as harbour:
        place = Address("10.0.0.7", 8470)
        faults = RoomFaultLog(tmp_path / "faults.txt")
        hosted = HostedSession(tmp_path, place, harbour.room, harbour.door, harbour.server, faults)
        faults.close()

        assert hosted.for_phones == f"http://10.0.0.7:8470/#{harbour.door.code}"
        assert harbour.door.key not in hosted.for_phones


async def test_a_socket_that_does_not_join_is_closed(tmp_path: Path) -> None:
    """Empty chairs cost something, too."""
    with a_harbour(tmp_path, patience=0.2) as harbour:
        async with call(harbour) as socket:
            await answer(socket, look={"code": harbour.door.code})
            assert await closed(socket) == LATE


async def test_above_the_cap_the_answer_is_polite(tmp_path: Path) -> None:
    """And nobody who sits loses the seat."""
    with a_harbour(tmp_path, most=2) as harbour:
        async with harbour.phones(2) as phones:
            third = harbour.phone(3)
            third.start()
            await third.until(lambda: bool(third.shut))
            await third.stop()

            assert third.shut == "the room is full: watch the screen"
            assert all(phone.is_connected for phone in phones)


async def test_empty_sockets_above_the_cap_are_turned_away(tmp_path: Path) -> None:
    """Two a seat and a hundred to spare: one NAT may be the whole room."""
    with a_harbour(tmp_path, most=1) as harbour:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(_hold(harbour)) for _ in range(103)]
        held = [task.result() for task in tasks]
        async with call(harbour) as socket:
            heard = json.loads(await asyncio.wait_for(socket.recv(), SECONDS))
        for client in held:
            await client.close()

        assert heard == {"shut": "the room is full: watch the screen"}


async def _hold(harbour: Harbour) -> ClientConnection:
    return await connect(
        f"ws://{harbour.host}/phone",
        origin=f"http://{harbour.host}",  # type: ignore[arg-type] # a NewType of theirs
        proxy=None,
    )


async def test_two_rooms_on_one_laptop_know_nothing_of_each_other(tmp_path: Path) -> None:
    """Another code, another key, another cookie, other seats."""
    with a_harbour(tmp_path / "a") as one, a_harbour(tmp_path / "b") as two:
        async with one.phones(1) as (phone,):
            async with call(two) as socket:
                stolen = {"code": one.door.code, "token": phone.token, "name": "", "crew": 0}
                assert "shut" in await answer(socket, join=stolen)
            both = f"{one.cookie}; {two.door.cookie}={one.door.key}"
            async with call(two, "/host/socket", Cookie=both) as socket:
                assert await closed(socket) == NOT_LET_IN
            async with two.page() as page:
                await page.press(Button.NEXT)

        assert not two.room.session.seats
        assert one.room.session.step == 0
        assert ask(two, "POST", "/host/key", two.door.key, Origin=f"http://{one.host}")[0] == 403
