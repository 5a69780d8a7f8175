"""Talk: what a phone and a host page may say, and what they are answered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from time import monotonic
from typing import Any

from game.faces.phones.bucket import Bucket, Buckets
from game.faces.phones.caller import FLOODING, GARBLED, LATE, Caller
from game.faces.phones.door import Door
from game.faces.phones.hub import Hub
from game.session.commands import (
    Assign,
    Count,
    Decide,
    Delegate,
    Join,
    LetGo,
    MoreTime,
    Press,
    Refused,
    Say,
    Vote,
    from_data,
)
from game.tongue import N_, _

PATIENCE = 10.0
"""Seconds until a socket without a seat is closed."""
TOKEN = re.compile("[0-9a-f]{32}")
FLOOD = 50
"""So many messages too many, and the socket is closed."""
HOST_MAY = (Press, Decide, MoreTime, Count, Assign, LetGo, Delegate)
ROOM_FULL = N_("the room is full: watch the screen")
WRONG_CODE = N_("that is not this room's code: look at the screen")
TOO_MANY_CODES = N_("too many wrong codes from here: wait a moment")


def new_guesses(holds: int = 20) -> Buckets:
    """How often an address may guess a code: so many times, and then every other second."""
    return Buckets(holds, rate=0.5, clock=monotonic)


class Talk:
    """How one room talks with its callers."""

    def __init__(
        self, hub: Hub, door: Door, patience: float = PATIENCE, guesses: Buckets | None = None
    ) -> None:
        self.hub, self.door, self.patience = hub, door, patience
        self._guesses = guesses or new_guesses()
        self._seats = Buckets(holds=10, rate=5, clock=monotonic)

    async def with_phone(self, caller: Caller) -> None:
        """Until it hangs up; without a seat it is not listened to for long."""
        late = asyncio.get_running_loop().call_later(self.patience, self._is_late, caller)
        bucket = Bucket(10, 5, monotonic)
        self.hub.arrive(caller)
        try:
            await self._listen(caller, lambda: self._bucket(caller, bucket), self._heard)
        finally:
            late.cancel()
            self.hub.leave(caller)

    async def with_host(self, caller: Caller) -> None:
        """Until it hangs up."""
        bucket = Bucket(40, 20, monotonic)
        self.hub.hosts.add(caller)
        self.hub.show_host(caller)
        try:
            await self._listen(caller, lambda: bucket, self._heard_host)
        finally:
            self.hub.leave(caller)

    async def _listen(
        self,
        caller: Caller,
        bucket: Callable[[], Bucket],
        hear: Callable[[Caller, dict[str, Any]], Awaitable[bool]],
    ) -> None:
        too_many = 0
        async for message in caller.messages():
            if not bucket().take():
                too_many += 1
                if too_many > FLOOD:
                    caller.close(FLOODING, "too many messages")
            elif not await hear(caller, message):
                caller.close(GARBLED, "this could not be read")

    async def _heard(self, caller: Caller, message: dict[str, Any]) -> bool:
        """Do what a phone asks for; False if it is nothing that a phone may ask for."""
        match message:
            case {"look": {"code": str(code)}}:
                self._look(caller, code)
            case {"join": dict(join)} if not caller.seat:
                return await self._join(caller, join)
            case {"join": _}:
                self.hub.show(caller)
            case {"vote": dict(vote), "id": int(id)} if caller.seat:
                return await self._record(caller, id, {"vote": {**vote, "seat": caller.seat}})
            case {"say": dict(line), "id": int(id)} if caller.seat:
                return await self._record(caller, id, {"say": {**line, "seat": caller.seat}})
            case {"check": _} if caller.seat:
                self.hub.show(caller)
            case {"check": _}:
                pass
            case _:
                return False
        return True

    async def _heard_host(self, caller: Caller, message: dict[str, Any]) -> bool:
        """Do what a host page asks for; False if it is nothing that a host page may ask for."""
        match message:
            case {"do": data, "id": int(id)}:
                command = from_data(data)
                if not isinstance(command, HOST_MAY):
                    return False
                answer = await self.hub.do(command)
                caller.tell(id=id, refused=answer.reason if answer else "")
                self.hub.show_host(caller)
            case {"choose": str(address), "id": int(id)} if self.hub.addresses:
                caller.tell(id=id, refused=self.hub.addresses.choose(address))
                self.hub.show_host(caller)
            case {"check": _}:
                self.hub.show_host(caller)
            case _:
                return False
        return True

    def _look(self, caller: Caller, code: str) -> None:
        """Show who has the code what there is to join."""
        if wrong := self._wrong_code(caller, code):
            caller.tell(shut=wrong)
            return
        room = self.hub.room
        scenario, crews = room.shelf.scenario, [crew.name for crew in room.session.crews]
        caller.tell(lobby={"title": scenario.title, "summary": scenario.summary, "crews": crews})

    async def _join(self, caller: Caller, join: dict[str, Any]) -> bool:
        """Give a phone its seat: the one it had, or with the room's code a new one."""
        rest = dict(join)
        code, token = rest.pop("code", None), rest.pop("token", None)
        if not isinstance(code, str) or not isinstance(token, str) or not TOKEN.fullmatch(token):
            return False
        seat = sha256(token.encode()).hexdigest()[:24]
        command = from_data({"join": {**rest, "seat": seat}})
        if not isinstance(command, Join):
            return False
        known = self.hub.room.session.seats.get(seat)
        if known is None or known.gone:
            refused = self._wrong_code(caller, code) or self._no_room()
            answer = Refused(refused) if refused else await self.hub.do(command)
            if answer:
                caller.tell(shut=answer.reason)
                return True
        self.hub.seat(caller, seat)
        self.hub.show(caller)
        return True

    async def _record(self, caller: Caller, id: int, data: dict[str, Any]) -> bool:
        """Have a vote or a line written down, and answer after that."""
        command = from_data(data)
        if not isinstance(command, Vote | Say):
            return False
        await self.hub.ask(caller, id, command)
        return True

    def _wrong_code(self, caller: Caller, code: str) -> str:
        """Why this code does not open the door; guessing gets slower and slower."""
        guesses = self._guesses.of(caller.address)
        if guesses.level < 1:
            return _(TOO_MANY_CODES)
        if self.door.opens(code):
            return ""
        guesses.take()
        return _(WRONG_CODE)

    def _no_room(self) -> str:
        """Why nobody new can be seated, where the system lets no more in."""
        if not self.hub.is_full:
            return ""
        self.hub.turn_away()
        return _(ROOM_FULL)

    def _bucket(self, caller: Caller, unseated: Bucket) -> Bucket:
        return self._seats.of(caller.seat) if caller.seat else unseated

    def _is_late(self, caller: Caller) -> None:
        if not caller.seat:
            caller.close(LATE, "nobody has joined here")
