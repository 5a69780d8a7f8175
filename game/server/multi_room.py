"""The web application of many rooms: a code leads to one of them, and a token opens new ones."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256
from math import isfinite

from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket

from game.findings import ScenarioBroken
from game.i18n import _
from game.scenario.loading.files import LANGUAGE
from game.scenario.translation.translation import load_translated
from game.server.room_registry import RoomRegistry
from game.session.commands import GREATEST
from game.session.session import Pace
from game.storage.journal import JOURNAL_VERSION, Charter, JournalBroken
from game.ui.web.auth import HashedRoomAuth, Role, delay_guess, hash_of_key, is_code, is_own
from game.ui.web.connection import AGAIN, GARBLED, LATE, NOT_LET_IN, ClientSocket
from game.ui.web.protocol import TOO_MANY_CODES, WRONG_CODE
from game.ui.web.web_app import (
    PAGES,
    RequestGuard,
    RoomRoutes,
    page_of,
    pages,
    read_body,
    serve_socket,
)

LARGEST = 4 * 2**20
"""No wish for a room has more bytes; a scenario has one million at most, so has a translation."""
MOST_SHIPS, MOST_SEATS = 6, 1000
A_DAY, LONGEST = 86_400.0, 120
"""Seconds, and no room is kept open for more days."""
NOT_NOW = "this cannot be looked up now: try again"


def app_of_many(rooms: RoomRegistry, token: str, public: str) -> ASGIApp:
    """Everything that a worker serves. public: the address that links begin with."""
    entrance, admin = EntranceRoutes(rooms), AdminApi(rooms, token, public)
    routes = [
        Route("/", page_of(PAGES / "phone.html")),
        Route("/r/{code}", entrance.lead),
        Route("/r/{code}/host", page_of(PAGES / "host.html")),
        Route("/r/{code}/host/key", entrance.key_of(Role.HOST), methods=["POST"]),
        Route("/r/{code}/host/link", entrance.link, methods=["POST"]),
        Route("/r/{code}/host/report.zip", entrance.report),
        Route("/r/{code}/wall", page_of(PAGES / "wall.html")),
        Route("/r/{code}/wall/key", entrance.key_of(Role.WALL), methods=["POST"]),
        Route("/rooms", admin.open, methods=["POST"]),
        Route("/rooms/{code}", admin.close, methods=["DELETE"]),
        *pages(),
        WebSocketRoute("/phone", entrance.phone),
        WebSocketRoute("/r/{code}/host/socket", entrance.socket_of(Role.HOST)),
        WebSocketRoute("/r/{code}/wall/socket", entrance.socket_of(Role.WALL)),
    ]

    return RequestGuard(Starlette(routes=routes, lifespan=lambda _: rooms.open()), rooms.hosts)


class EntranceRoutes:
    """Where calls come in, before it is known which room they are for."""

    def __init__(self, rooms: RoomRegistry) -> None:
        self.rooms = rooms

    async def lead(self, request: Request) -> Response:
        """GET /{code}: redirect to /#CODE, whether or not there is such a room."""
        code = str(request.path_params["code"]).upper()
        return RedirectResponse(f"/#{code}" if is_code(code) else "/", status_code=307)

    def key_of(self, role: Role) -> Callable[[Request], Awaitable[Response]]:
        async def key(request: Request) -> Response:
            return await self._key(request, role)

        return key

    def socket_of(self, role: Role) -> Callable[[WebSocket], Awaitable[None]]:
        async def serve(socket: WebSocket) -> None:
            await serve_socket(
                socket, self._is_own(socket), lambda client: self._welcome_with_key(client, role)
            )

        return serve

    async def _key(self, request: Request, role: Role) -> Response:
        return await self._in_room(request, lambda room: room.key(request, role))

    async def link(self, request: Request) -> Response:
        return await self._in_room(request, lambda room: room.link(request))

    async def report(self, request: Request) -> Response:
        return await self._in_room(request, lambda room: room.report(request))

    async def _in_room(
        self, request: Request, answer: Callable[[RoomRoutes], Awaitable[Response]]
    ) -> Response:
        """What the room in the address answers; that there is none is said as of a wrong key."""
        try:
            room = await self._find_named(request)
        except JournalBroken:
            return PlainTextResponse(NOT_NOW, 503)
        if room is None:
            await delay_guess()
            return PlainTextResponse("this is not the key", 403)
        return await answer(room)

    async def phone(self, socket: WebSocket) -> None:
        """A phone calls; the code in what it says first leads it to its room."""
        await serve_socket(socket, self._is_own(socket), self._welcome)

    def _is_own(self, socket: WebSocket) -> bool:
        return is_own(socket.headers, self.rooms.hosts, self.rooms.scheme)

    async def _find_named(self, call: HTTPConnection) -> RoomRoutes | None:
        address = call.client.host if call.client else ""
        return await self._find(address, str(call.path_params["code"]))

    async def _find(self, address: str, typed: str) -> RoomRoutes | None:
        """The room with this code; looking for one that is not there is a guess."""
        code = typed.strip().upper()
        guesses = self.rooms.guesses.of(address)
        if not self.rooms.has(code) and guesses.level < 1:
            return None
        room = await self.rooms.find(code) if is_code(code) else None
        if room is None:
            guesses.take()
        return room

    async def _welcome(self, client: ClientSocket) -> None:
        loop = asyncio.get_running_loop()
        late = loop.call_later(self.rooms.patience, client.close, LATE, "nobody has joined here")
        try:
            room = await self._room_for(client)
        finally:
            late.cancel()
        if room:
            await room.welcome(client)

    async def _welcome_with_key(self, client: ClientSocket, role: Role) -> None:
        try:
            room = await self._find_named(client.socket)
        except JournalBroken:
            client.close(AGAIN, NOT_NOW)
            return
        if room:
            await room.welcome_with_key(client, role)
        else:
            client.close(NOT_LET_IN, f"the {role}'s key is needed")

    async def _room_for(self, client: ClientSocket) -> RoomRoutes | None:
        """The room's routes that a client is for, as soon as it has said a code that is right."""
        async for message in client.messages():
            match message:
                case {"look": {"code": str(code)}} | {"join": {"code": str(code)}}:
                    try:
                        room = await self._find(client.address, code)
                    except JournalBroken:
                        client.close(AGAIN, NOT_NOW)
                        return None
                    if room:
                        client.unread(message)
                        return room
                    spent = self.rooms.guesses.of(client.address).level < 1
                    client.tell(shut=_(TOO_MANY_CODES if spent else WRONG_CODE))
                case {"check": _}:
                    pass
                case _:
                    client.close(GARBLED, "this could not be read")
        return None


class AdminApi:
    """Where rooms are opened and closed, by whoever has the token."""

    def __init__(self, rooms: RoomRegistry, token: str, public: str) -> None:
        self.rooms, self.public = rooms, public
        self._token = sha256(token.encode()).digest()

    async def open(self, request: Request) -> Response:
        """A new room: its code, its links and its key, which nobody can be told again."""
        if refused := await self._refusal(request):
            return refused
        body = await read_body(request, LARGEST)
        if body is None:
            return PlainTextResponse("too long", 413)
        return await asyncio.to_thread(self._open_room, body)

    async def close(self, request: Request) -> Response:
        """Close a room; whoever is in it is told."""
        if refused := await self._refusal(request):
            return refused
        code = str(request.path_params["code"]).upper()
        try:
            found = is_code(code) and await asyncio.to_thread(self.rooms.store.shut, code)
        except JournalBroken:
            return PlainTextResponse(NOT_NOW, 503)
        return Response(status_code=204 if found else 404)

    async def _refusal(self, request: Request) -> Response | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        is_it = secrets.compare_digest(sha256(token.strip().encode()).digest(), self._token)
        if scheme.lower() == "bearer" and is_it:
            return None
        await delay_guess()
        return PlainTextResponse("the token is needed", 401)

    def _open_room(self, body: bytes) -> Response:
        wanted = _read_charter(body, self.rooms.clock())
        if wanted is None:
            return PlainTextResponse("this could not be read", 400)
        try:
            loaded = load_translated(wanted.file, wanted.text, wanted.language, wanted.translation)
            code, key = self.rooms.add(
                replace(wanted, text=loaded.text, translation=loaded.translation)
            )
        except ScenarioBroken as broken:
            return PlainTextResponse(str(broken), 422)
        except JournalBroken:
            return PlainTextResponse(NOT_NOW, 503)
        wall = HashedRoomAuth(code, hash_of_key(key), set())
        opened = {
            "code": code,
            "key": key,
            "phones": f"{self.public}r/{code}",
            "host": f"{self.public}r/{code}/host#{key}",
            "wall": f"{self.public}r/{code}/wall#{wall.wall_key}",
        }
        return JSONResponse(opened, 201)


def _read_charter(body: bytes, now: float) -> Charter | None:
    """What room is wanted, to the letter; None if nobody can tell.

    Who says no language has the room told in the server's.
    """
    try:
        data = json.loads(body)
        file, text = data["file"], data["text"]
        language, translation = data.get("language", ""), data.get("translation", "")
        (text + language + translation).encode()  # half a character cannot be written down
        seed, crews, seats = data["seed"], data["crews"], data["seats"]
        pace = Pace(data["pace"]).value if data.get("pace") else ""
        until = min(float(data.get("until", 0.0)), now + LONGEST * A_DAY)
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError, OverflowError):
        return None
    if type(file) is not str or any(type(one) is not int for one in (seed or 0, crews, seats)):
        return None
    fits = (
        isfinite(until)
        and 0 <= (seed or 0) < GREATEST
        and 1 <= crews <= MOST_SHIPS
        and 1 <= seats <= MOST_SEATS
    )
    if not fits or not (LANGUAGE.fullmatch(language) or not (language or translation)):
        return None
    seed = secrets.randbelow(1_000_000) if seed is None else seed
    return Charter(
        JOURNAL_VERSION, seed, crews, seats, now, file, text, language, translation, pace, until
    )
