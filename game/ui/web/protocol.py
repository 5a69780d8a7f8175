"""The messages: what a phone and a host page may say, and what they are answered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from hashlib import sha256
from time import monotonic
from typing import Any

from game.i18n import N_, _
from game.session import commands
from game.session.seats import idle_seats
from game.ui.web.address import LOOPBACK
from game.ui.web.auth import RoomAuth
from game.ui.web.broadcast import Broadcaster
from game.ui.web.connection import FLOODING, GARBLED, LATE, ClientSocket
from game.ui.web.rate_limit import TokenBucket, TokenBuckets
from game.voyage.voyage import Refused

PATIENCE = 10.0
"""Seconds until a socket without a seat is closed."""
TOKEN = re.compile("[0-9a-f]{32}")
FLOOD = 50
"""So many messages too many, and the socket is closed."""
AT_ONCE, PER_SECOND = 30, 2
"""So many seats an address takes at once, or a third of the room, and how many a second after that:
whole rooms sit behind one address, and so may somebody who wants all seats.
"""
HOST_MAY = (
    *(commands.Press, commands.Decide, commands.MoreTime, commands.Again, commands.Count),
    *(commands.Assign, commands.LetGo, commands.Delegate, commands.Turn),
    commands.Call,
)
ROOM_FULL = N_("the room is full: watch the screen")
WRONG_CODE = N_("that is not this room's code: look at the screen")
TOO_MANY_SEATS = N_("many come in from here at once: try again in a moment")
TOO_MANY_CODES = N_("too many wrong codes from here: wait a moment")


def new_guess_limits(holds: int = 20) -> TokenBuckets:
    """How often an address may guess a code: so many times, and then every other second."""
    return TokenBuckets(holds, rate=0.5, clock=monotonic)


class MessageProtocol:
    def __init__(
        self,
        broadcaster: Broadcaster,
        door: RoomAuth,
        patience: float = PATIENCE,
        guesses: TokenBuckets | None = None,
    ) -> None:
        self.broadcaster, self.door, self.patience = broadcaster, door, patience
        self.broadcaster.walls.key = door.wall_key
        self._guesses = guesses or new_guess_limits()
        most = broadcaster.room.charter.most
        self._new_seats = TokenBuckets(max(AT_ONCE, most / 3), rate=PER_SECOND, clock=monotonic)
        self._seats = TokenBuckets(holds=10, rate=5, clock=monotonic)

    async def with_phone(self, client: ClientSocket) -> None:
        """Until it hangs up; without a seat it is not listened to for long."""
        bucket = TokenBucket(10, 5, monotonic)

        def close_unseated() -> None:
            if not client.seat:
                client.close(LATE, "nobody has joined here")

        late = asyncio.get_running_loop().call_later(self.patience, close_unseated)
        self.broadcaster.arrive(client)
        try:
            await self._listen(
                client,
                lambda: self._seats.of(client.seat) if client.seat else bucket,
                self._answer_phone,
            )
        finally:
            late.cancel()
            self.broadcaster.leave(client)

    async def with_host(self, client: ClientSocket) -> None:
        bucket = TokenBucket(40, 20, monotonic)
        self.broadcaster.hosts.add(client)
        self.broadcaster.show_host(client)
        try:
            await self._listen(client, lambda: bucket, self._answer_host)
        finally:
            self.broadcaster.leave(client)

    async def with_wall(self, client: ClientSocket) -> None:
        bucket = TokenBucket(20, 5, monotonic)
        self.broadcaster.hang(client)
        try:
            await self._listen(client, lambda: bucket, self._answer_wall)
        finally:
            self.broadcaster.leave(client)

    async def _listen(
        self,
        client: ClientSocket,
        bucket: Callable[[], TokenBucket],
        answer: Callable[[ClientSocket, dict[str, Any]], Awaitable[bool]],
    ) -> None:
        too_many = 0
        async for message in client.messages():
            if not bucket().take():
                too_many += 1
                if too_many > FLOOD:
                    client.close(FLOODING, "too many messages")
            elif not await answer(client, message):
                client.close(GARBLED, "this could not be read")

    async def _answer_phone(self, client: ClientSocket, message: dict[str, Any]) -> bool:
        """Do what a phone asks for; False if it is nothing that a phone may ask for."""
        match message:
            case {"look": {"code": str(code)}}:
                self._look(client, code)
            case {"join": dict(join)} if not client.seat:
                return await self._join(client, join)
            case {"join": _}:
                self.broadcaster.show(client)
            case {"debrief": _} if client.seat:
                await self.broadcaster.show_debrief(client, "debrief")
            case {"decisions": _} if client.seat:
                await self.broadcaster.show_debrief(client, "decisions")
            case {"check": _} if client.seat:
                self.broadcaster.show(client)
            case {"check": _}:
                pass
            case {"id": int(id), **told} if client.seat and len(told) == 1:
                return await self._record(client, id, told)
            case _:
                return False
        return True

    async def _answer_host(self, client: ClientSocket, message: dict[str, Any]) -> bool:
        """Do what a host page asks for; False if it is nothing that a host page may ask for."""
        match message:
            case {"do": data, "id": int(id)}:
                command = commands.from_data(data)
                if not isinstance(command, HOST_MAY):
                    return False
                answer = await self.broadcaster.do(command)
                client.tell(id=id, refused=answer.reason if answer else "")
                self.broadcaster.show_host(client)
            case {"idle": _, "id": int(id)}:
                client.tell(id=id, refused=await self._let_idle_go())
                self.broadcaster.show_host(client)
            case {"choose": str(address), "id": int(id)} if self.broadcaster.addresses:
                client.tell(id=id, refused=self.broadcaster.addresses.choose(address))
                self.broadcaster.show_host(client)
            case {"preview": bool(wanted)}:
                self.broadcaster.walls.preview(client, wanted=wanted)
                self.broadcaster.show_host(client)
            case {"chart": dict(wanted)}:
                await self.broadcaster.walls.show_chart(client, wanted)
            case {"check": _}:
                self.broadcaster.show_host(client)
            case _:
                return False
        return True

    async def _answer_wall(self, client: ClientSocket, message: dict[str, Any]) -> bool:
        """Show a wall what it asks to see; False if it wants to do anything."""
        match message:
            case {"check": _}:
                self.broadcaster.walls.show(client)
            case {"chart": dict(wanted)}:
                await self.broadcaster.walls.show_chart(client, wanted)
            case _:
                return False
        return True

    async def _let_idle_go(self) -> str:
        """Wait no longer for all who are away; why not, if so."""
        here = self.broadcaster.phones.keys() | self.broadcaster.elsewhere
        idle = idle_seats(self.broadcaster.room.session, here)
        answers = await asyncio.gather(
            *(self.broadcaster.do(commands.LetGo(seat.id)) for seat in idle)
        )
        return next((answer.reason for answer in answers if answer), "")

    def _look(self, client: ClientSocket, code: str) -> None:
        if wrong := self._wrong_code(client, code):
            client.tell(shut=wrong)
            return
        room = self.broadcaster.room
        scenario, crews = room.loaded.scenario, room.session.crews
        ships = [] if room.session.pace else [crew.name for crew in crews]
        client.tell(lobby={"title": scenario.title, "summary": scenario.summary, "crews": ships})

    async def _join(self, client: ClientSocket, join: dict[str, Any]) -> bool:
        """Give a phone its seat: the one it had, or with the room's code a new one."""
        rest = dict(join)
        code, token = rest.pop("code", None), rest.pop("token", None)
        if not isinstance(code, str) or not isinstance(token, str) or not TOKEN.fullmatch(token):
            return False
        seat = sha256(token.encode()).hexdigest()[:24]
        command = commands.from_data({"join": {**rest, "seat": seat}})
        if not isinstance(command, commands.Join):
            return False
        known = self.broadcaster.room.session.seats.get(seat)
        if known is None or known.gone:
            refused = self._wrong_code(client, code) or self._no_room(client)
            answer = Refused(refused) if refused else await self.broadcaster.do(command)
            if answer:
                client.tell(shut=answer.reason)
                return True
        self.broadcaster.seat(client, seat)
        self.broadcaster.show(client)
        return True

    async def _record(self, client: ClientSocket, id: int, told: dict[str, Any]) -> bool:
        """Have a seat's own command written down, whichever seat the message names."""
        [(name, values)] = told.items()
        if not isinstance(values, dict):
            return False
        command = commands.from_data({name: {**values, "seat": client.seat}})
        if not isinstance(command, commands.Told):
            return False
        await self.broadcaster.ask(client, id, command)
        return True

    def _wrong_code(self, client: ClientSocket, code: str) -> str:
        """Why this code does not open the door; guessing gets slower and slower.

        Where somebody of the room is, its code is no secret: a neighbour's guesses keep nobody out.
        """
        guesses, is_right = self._guesses.of(client.address), self.door.opens(code)
        if is_right and (guesses.level >= 1 or self.broadcaster.is_aboard_from(client.address)):
            return ""
        if guesses.level < 1:
            return _(TOO_MANY_CODES)
        guesses.take()
        return _(WRONG_CODE)

    def _no_room(self, client: ClientSocket) -> str:
        """Why nobody new can be seated: no more fit, or one device takes all seats."""
        if self.broadcaster.is_full:
            self.broadcaster.turn_away()
            return _(ROOM_FULL)
        is_own = client.address == LOOPBACK
        return "" if is_own or self._new_seats.of(client.address).take() else _(TOO_MANY_SEATS)
