"""The web application: pages, sockets, and what must be true of every request."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from collections.abc import Awaitable, Callable, Collection
from functools import cache
from pathlib import Path

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from game.i18n import _, own_language
from game.reports.html import page_templates
from game.reports.session_files import packed_report
from game.scenario.loading.files import bundled_folder
from game.ui.web.auth import Role, delay_guess, is_expected_host, normalise_host_key
from game.ui.web.connection import FULL, NOT_LET_IN, ClientSocket
from game.ui.web.protocol import ROOM_FULL, MessageProtocol

PAGES = Path(__file__).parent / "pages"
KINDS = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
CUTS = ("Regular", "SemiBold")
A_DAY = 24 * 60 * 60
UNPACKS = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", re.IGNORECASE)
"""Whoever names it unpacks it, unless it weighs nothing."""
IN_SCRIPTS = re.compile(r'(?<![\w.])_\(("(?:[^"\\]|\\.)*")')
"""A sentence in a script, marked as in Python: browsers get it in the language that is spoken."""
Talk = Callable[[ClientSocket], Awaitable[None]]
KEY_SIZE = 100
"""No more bytes are read where a key is expected."""
MOST_WALLS = 40
"""No room has more."""
SPARE = 100
"""So many sockets more than two a seat are answered at all."""


def web_app_of(protocol: MessageProtocol) -> ASGIApp:
    room = RoomRoutes(protocol)
    routes = [
        Route("/", page_of(PAGES / "phone.html")),
        Route("/host", page_of(PAGES / "host.html")),
        Route("/host/key", room.key_of(Role.HOST), methods=["POST"]),
        Route("/host/link", room.link, methods=["POST"]),
        Route("/host/report.zip", room.report),
        Route("/wall", page_of(PAGES / "wall.html")),
        Route("/wall/key", room.key_of(Role.WALL), methods=["POST"]),
        *pages(),
        WebSocketRoute("/phone", room.phone),
        WebSocketRoute("/host/socket", room.socket_of(Role.HOST)),
        WebSocketRoute("/wall/socket", room.socket_of(Role.WALL)),
    ]

    app = Starlette(routes=routes, lifespan=lambda _: protocol.broadcaster.open())
    return RequestGuard(app, protocol.door.hosts)


class RoomRoutes:
    def __init__(self, protocol: MessageProtocol) -> None:
        self.protocol = protocol
        self.broadcaster, self.door = protocol.broadcaster, protocol.door

    def key_of(self, role: Role) -> Callable[[Request], Awaitable[Response]]:
        async def key(request: Request) -> Response:
            return await self.key(request, role)

        return key

    def socket_of(self, role: Role) -> Callable[[WebSocket], Awaitable[None]]:
        async def serve(socket: WebSocket) -> None:
            own = self.door.is_own(socket.headers)
            await serve_socket(socket, own, lambda client: self.welcome_with_key(client, role))

        return serve

    async def key(self, request: Request, role: Role) -> Response:
        """Give a page its cookie for its key."""
        body = await read_body(request, KEY_SIZE)
        if body is None:
            return PlainTextResponse("too long", 413)
        if not self.door.is_own(request.headers):
            return PlainTextResponse("not from here", 403)
        key = body.decode(errors="replace")
        if not self.door.lets_in(role, key):
            await delay_guess()
            return PlainTextResponse("this is not the key", 403)
        answer = Response(status_code=204)
        answer.set_cookie(
            self.door.cookie_of(role),
            normalise_host_key(key),
            max_age=A_DAY,
            path=request.url.path.removesuffix("/key"),
            secure=self.door.scheme == "https",
            httponly=True,
            samesite="strict",
        )
        return answer

    async def link(self, request: Request) -> Response:
        """Tell a host's page its key once more, for a second facilitator's link."""
        key = request.cookies.get(self.door.cookie, "")
        if not self.door.is_own(request.headers) or not self.door.is_key(key):
            await delay_guess()
            return PlainTextResponse("this is not the key", 403)
        return PlainTextResponse(key, headers={"cache-control": "no-store"})

    async def report(self, request: Request) -> Response:
        """Everything that the room takes home, as it stands now, for whoever has the host's key."""
        if not self.door.is_key(request.cookies.get(self.door.cookie, "")):
            await delay_guess()
            return PlainTextResponse("the host's key is needed", 403)
        packed = await asyncio.to_thread(packed_report, self.broadcaster.room)
        name = f"even-keel-{self.door.code}.zip"
        how = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(packed, media_type="application/zip", headers=how)

    async def phone(self, socket: WebSocket) -> None:
        await serve_socket(socket, self.door.is_own(socket.headers), self.welcome)

    async def welcome(self, client: ClientSocket) -> None:
        """Talk with a phone, if there is room for one more."""
        seats, fits = self.broadcaster.room.charter.most, self.broadcaster.capacity.clients
        if self.broadcaster.clients >= min(2 * seats + SPARE, fits):
            self.broadcaster.turn_away()
            client.tell(shut=_(ROOM_FULL))
            client.close(FULL, "the room is full")
        else:
            await self.protocol.with_phone(client)

    async def welcome_with_key(self, client: ClientSocket, role: Role) -> None:
        """Talk with a host page, or a wall, if it has its cookie."""
        if not self.door.lets_in(role, client.socket.cookies.get(self.door.cookie_of(role), "")):
            client.close(NOT_LET_IN, f"the {role}'s key is needed")
        elif role is Role.HOST:
            await self.protocol.with_host(client)
        elif len(self.broadcaster.walls.pages) < MOST_WALLS:
            await self.protocol.with_wall(client)
        else:
            client.close(FULL, "there are too many walls")


class RequestGuard:
    """Around everything: the Host that was asked for, and the headers of every answer."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if scope["type"] == "http" and not is_expected_host(headers, self.hosts):
            await PlainTextResponse("no such room here", 400)(scope, receive, send)
            return
        host = headers.get("host", "")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = MutableHeaders(scope=message)
                said.update(_headers(host))
                said.setdefault("cache-control", "no-cache")
            await send(message)

        await self.app(scope, receive, guarded)


async def serve_socket(socket: WebSocket, is_own: bool, talk: Talk) -> None:
    """Talk with whoever calls from one of our own pages: one task listens, one sends."""
    if not is_own:
        await socket.close()
        return
    await socket.accept()
    client = ClientSocket(socket)
    sending = asyncio.create_task(client.send())
    try:
        await talk(client)
    finally:
        client.close(1000, "")
        await sending


async def read_body(request: Request, most: int) -> bytes | None:
    """What was sent with a request; None if it has more than so many bytes."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > most:
            return None
    return body


def _headers(host: str) -> dict[str, str]:
    """What every answer says to the browser; to old ones 'self' does not mean sockets too."""
    rules = (
        "default-src 'self'",
        f"connect-src 'self' ws://{host} wss://{host}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
    return {
        "content-security-policy": "; ".join(rules),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
    }


def pages() -> list[Route]:
    """What the pages are made of: their own files, and the window's fonts and art."""
    files = [file for file in PAGES.rglob("*.*") if file.suffix in KINDS and file.suffix != ".html"]
    fonts = [
        bundled_folder("assets") / "fonts" / f"AtkinsonHyperlegibleNext-{cut}.ttf" for cut in CUTS
    ]
    return [
        *(Route(f"/pages/{file.relative_to(PAGES).as_posix()}", page_of(file)) for file in files),
        *(Route(f"/fonts/{font.name}", page_of(font, f"max-age={A_DAY}")) for font in fonts),
        Route("/art/{name:path}", _art),
    ]


async def _art(request: Request) -> Response:
    """A picture of the window's."""
    file = art_files().get(str(request.path_params["name"]))
    return await file(request) if file else PlainTextResponse("no such picture", 404)


@cache
def art_files() -> dict[str, Callable[[Request], Awaitable[Response]]]:
    """All of them by their paths; nothing else can be had by any path."""
    art = bundled_folder("assets") / "art"
    return {
        file.relative_to(art).as_posix(): page_of(file, f"max-age={A_DAY}")
        for file in art.rglob("*.svg")
    }


def page_of(file: Path, cache: str = "no-cache") -> Callable[[Request], Awaitable[Response]]:
    """A file that is read, worded and packed once, as the room opens; nothing else can be had."""
    plain, kind = translate_page(file), KINDS[file.suffix]
    packed = gzip.compress(plain)

    async def page(request: Request) -> Response:
        how = {"cache-control": cache, "vary": "accept-encoding"}
        if not UNPACKS.search(",".join(request.headers.getlist("accept-encoding"))):
            return Response(plain, media_type=kind, headers=how)
        return Response(packed, media_type=kind, headers={**how, "content-encoding": "gzip"})

    return page


def translate_page(file: Path) -> bytes:
    if file.suffix == ".js":
        return IN_SCRIPTS.sub(_literal, file.read_text(encoding="utf-8")).encode()
    if file.suffix == ".html":
        page = page_templates(file.parent).get_template(file.name)
        return page.render(language=own_language(), root="/").encode()
    return file.read_bytes()


def _literal(marked: re.Match[str]) -> str:
    """The same call, with its sentence in the language that is spoken."""
    text = json.loads(marked[1])
    translated = _(text)
    return marked[0] if translated == text else f"_({json.dumps(translated, ensure_ascii=False)}"
