"""Nobody sees or steers another's ship, and an order that is sent again sails one watch."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection

from game.session.commands import Button, MoreTime
from game.session.projector_view import seconds_left
from game.ui.web.connection import GARBLED
from tests.ui.web.calls import SECONDS, TOKEN, answer, call, closed, join
from tests.ui.web.running_room import Harbour, a_harbour
from tests.ui.web.test_regatta import a_short_passage

OTHER = TOKEN[::-1]


@pytest.fixture
def harbour(tmp_path: Path) -> Iterator[Harbour]:
    """A regatta under way at the facilitator's pace, as soon as somebody is aboard."""
    with a_harbour(tmp_path, 1, a_short_passage(), pace="watch") as harbour:
        yield harbour


def order(watch: int = 1, id: int = 7, **more: Any) -> dict[str, Any]:
    """An order as a phone sends it."""
    return {"order": {"watch": watch, "order": "steer", **more}, "id": id}


def gave(harbour: Harbour) -> list[tuple[str, ...]]:
    """The orders given on each ship."""
    return [crew.voyage.gave for crew in harbour.room.session.crews]


async def heard(socket: ClientConnection, key: str, **message: Any) -> Any:
    """What comes under this key after a message; views in between are read."""
    said = await answer(socket, **message)
    while key not in said:
        said = json.loads(await asyncio.wait_for(socket.recv(), SECONDS))
    return said[key]


async def test_an_order_that_is_repeated_is_answered_again_and_counted_once(
    harbour: Harbour,
) -> None:
    async with call(harbour) as socket:
        await heard(socket, "deck", join=join(harbour))
        harbour.room.press(Button.NEXT)
        refused = [await heard(socket, "refused", **order()) for _ in range(2)]

    assert refused == ["", ""]
    assert gave(harbour) == [("steer",)]


@pytest.mark.parametrize(
    "more", [{"seat": "another"}, {"crew": 1}, {"client": 1}], ids=["seat", "crew", "client"]
)
async def test_no_order_can_name_another_ship(harbour: Harbour, more: dict[str, Any]) -> None:
    """A seat in the message is overwritten by the socket's own; anything else is garbled."""
    async with call(harbour) as victim, call(harbour) as attacker:
        await heard(victim, "deck", join=join(harbour))
        await heard(attacker, "deck", join=join(harbour, token=OTHER))
        harbour.room.press(Button.NEXT)
        await attacker.send(json.dumps(order(**more)))
        if "seat" in more:
            await heard(attacker, "refused", **order())
        else:
            assert await closed(attacker) == GARBLED

    assert gave(harbour)[0] == ()


async def test_whoever_asks_for_a_ship_that_is_taken_gets_another(harbour: Harbour) -> None:
    async with call(harbour) as victim, call(harbour) as attacker:
        await heard(victim, "deck", join=join(harbour))
        deck = await heard(attacker, "deck", join=join(harbour, token=OTHER) | {"crew": 1})

    assert deck["emblem"]["number"] == 2


async def test_what_one_orders_is_sent_to_no_other_phone(harbour: Harbour) -> None:
    async with call(harbour) as ann, call(harbour) as bob:
        await heard(ann, "deck", join=join(harbour, name="Ann"))
        await heard(bob, "deck", join=join(harbour, token=OTHER))
        harbour.room.press(Button.NEXT)
        assert await heard(ann, "refused", **order()) == ""
        deck = await heard(bob, "deck", check={})

    assert deck["result"] is None
    assert "Ann" not in json.dumps(deck)


async def test_no_debrief_is_told_before_the_room_has_its_own(harbour: Harbour) -> None:
    async with call(harbour) as socket:
        await heard(socket, "deck", join=join(harbour))
        harbour.room.press(Button.NEXT)
        await heard(socket, "refused", **order())
        assert await heard(socket, "debrief", debrief={}) == []
        harbour.room.press(Button.DEBRIEF)
        pages = await heard(socket, "debrief", debrief={})

    assert len(pages) > 3


async def test_when_the_timer_has_run_out_the_mate_gives_missing_orders(harbour: Harbour) -> None:
    room = harbour.room
    async with call(harbour) as socket:
        await heard(socket, "deck", join=join(harbour))
        room.press(Button.NEXT)
        room.do(MoreTime(0, room.session.step))
        while not room.session.crews[0].by_mate:
            await heard(socket, "deck", check={})

    assert len(gave(harbour)[0]) == 1


@pytest.mark.parametrize("seconds", [86_400.0, -86_400.0], ids=["forward", "back"])
async def test_a_clock_that_is_a_day_off_takes_nobodys_time(
    harbour: Harbour, seconds: float
) -> None:
    """The timer goes on from where it was, and orders count."""
    room = harbour.room
    async with call(harbour) as socket:
        await heard(socket, "deck", join=join(harbour))
        room.press(Button.NEXT)
        room.do(MoreTime(30, room.session.step))
        steps = room.session.step
        harbour.clock.wait(seconds)
        while seconds > 0 and room.session.step == steps:
            await asyncio.wait_for(socket.recv(), SECONDS)
        left = seconds_left(room.session, room.now())
        assert await heard(socket, "refused", **order()) == ""

    assert left is not None
    assert 29 <= left <= 31
    assert not room.session.crews[0].by_mate


async def test_who_has_a_ship_advises_nobody_and_answers_for_no_other_seat(
    harbour: Harbour,
) -> None:
    """Whatever a message says of its seat, it is of the one that it comes from; twice is once."""
    async with call(harbour) as ann, call(harbour) as bob:
        await heard(ann, "deck", join=join(harbour))
        await heard(bob, "deck", join=join(harbour, token=OTHER))
        [hers, his] = list(harbour.room.session.seats)
        for id, count in enumerate((2, 3), 20):
            await heard(bob, "refused", guess={"count": count, "seat": hers}, id=id)
        harbour.room.press(Button.NEXT)
        advice = {"watch": 1, "order": "steer", "seat": hers}
        refused = await heard(bob, "refused", advise=advice, id=30)
        garbled = {"again": {"watch": 1, "step": 1}, "id": 31}
        await bob.send(json.dumps(garbled))
        code = await closed(bob)

    seats = harbour.room.session.seats
    assert [seats[hers].guess, seats[his].guess] == [None, 2]
    assert refused == "this watch is not open"
    assert code == GARBLED
    assert gave(harbour) == [(), ()]
