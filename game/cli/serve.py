"""Verbs for many rooms: serve, rooms, papers."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import typer

from game.cli.edge import say
from game.cli.options import Named, Seed
from game.cli.speaking import In, insist, speak, tell
from game.findings import EvenKeelError
from game.tongue import spoken

if TYPE_CHECKING:
    from game.session.postgres import Store

PORT = 8470
SHORTEST = 16
"""No token that opens rooms has fewer characters."""
A_MINUTE = 60.0
Token = Annotated[
    str, typer.Option(envvar="EVEN_KEEL_TOKEN", help="Opens rooms; better in the environment.")
]
StoreUrl = Annotated[
    str, typer.Option("--store", envvar="EVEN_KEEL_STORE", help="postgresql://user@host/name")
]


@dataclass
class ServerMissing(EvenKeelError):
    """What many rooms need is not installed."""

    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return (
            "many rooms need the driver of their database: pip install 'even-keel[server]'\n"
            "one room on this machine needs nothing more: even-keel host"
        )


@dataclass
class ServerSilent(EvenKeelError):
    """A server that did not do what it was asked for."""

    at: str
    said: str
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return f"{self.at}: {self.said}"


def serve(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    store: StoreUrl = "",
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes.")] = 2,
    bind: Annotated[str, typer.Option(help="The address to be called at.")] = "",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 is any that is free.")] = PORT,
    url: Annotated[str, typer.Option(help="What people type, if it leads here.")] = "",
    token: Token = "",
    hours: Annotated[float, typer.Option(min=1, help="A room that still is closes.")] = 12,
    days: Annotated[float, typer.Option(min=1, help="A closed room is forgotten.")] = 30,
    language: In = None,
) -> None:
    """Serve many rooms, on several processes, from one PostgreSQL."""
    from game.cli.berth import Place, names_of, seconds

    if not store:
        raise typer.BadParameter("many rooms need --store postgresql://...; for one room: host")
    if token and len(token) < SHORTEST:
        raise typer.BadParameter(f"a token has at least {SHORTEST} characters")
    named = _name_in(url)
    speak(insist(language))
    kept = _store(store)
    from game.faces.phones.address import hold, own_address
    from game.faces.phones.workers import Plan, Workers

    address = bind or own_address()
    holder = hold(address, port)
    place = Place(address, holder.getsockname()[1])
    kept.open()
    public = f"{url.rstrip('/')}/" if url else place.url
    own = token or secrets.token_urlsafe(24)
    plan = Plan(store, own, address, place.port, names_of(place) | named, public, seconds, spoken())
    crew = Workers(plan, workers)
    _say_where(public, workers, "" if token else own)
    try:
        crew.watch(lambda: _sweep(kept, hours, days), A_MINUTE)
    except KeyboardInterrupt:
        say("\nEvery room is kept: serve goes on where they stand")
    finally:
        crew.stop()
        kept.close()


def rooms(  # noqa: PLR0913, PLR0917 - a verb has as many options as people need
    scenario: Named = "",
    at: Annotated[str, typer.Option(help="The server's address.")] = f"http://127.0.0.1:{PORT}/",
    number: Annotated[int, typer.Option(min=1, max=500, help="So many rooms.")] = 1,
    crews: Annotated[int, typer.Option(min=1, max=6, help="Ships in each.")] = 1,
    seats: Annotated[int, typer.Option(min=1, max=1000, help="Phones in each.")] = 300,
    seed: Seed = None,
    close: Annotated[str, typer.Option(help="Close the room with this code instead.")] = "",
    token: Token = "",
    language: In = None,
) -> None:
    """Open rooms on a server: a line each, with code, address for phones, and yours."""
    if close:
        _ask(at, "DELETE", f"rooms/{close}", token)
        say(f"{close} is closed")
    elif scenario:
        wish = _wish(scenario, language) | {"seed": seed, "crews": crews, "seats": seats}
        for _ in range(number):
            say(_room_in(at, _ask(at, "POST", "rooms", token, json.dumps(wish))))
    else:
        raise typer.BadParameter("name a scenario, or a room with --close")


def _wish(scenario: str, language: str | None) -> dict[str, Any]:
    """A scenario for a room, in this language; without one, in the server's."""
    from game.scenario.catalogue import find

    speak(language)
    shelf = tell(find(scenario)) if language else find(scenario)
    insist(language, shelf)
    return {
        "file": Path(shelf.file).name,
        "text": shelf.text,
        "language": shelf.scenario.language if language else "",
        "translation": shelf.translation,
    }


def papers(
    code: Annotated[str, typer.Argument(metavar="CODE", help="The room's.")],
    out: Annotated[Path, typer.Option(help="The folder for them.")],
    store: StoreUrl = "",
    names: Annotated[bool, typer.Option("--names", help="Who wrote which line.")] = False,
    language: In = None,
) -> None:
    """Write the report and the logbooks of a room that was served, open or closed."""
    from game.cli.berth import seconds
    from game.session.papers import write_papers
    from game.session.room import taken_room

    speak(language)
    kept = _store(store)
    kept.open()
    try:
        found = kept.find(code.upper(), closed=True)
        if found is None:
            raise ServerSilent("the store", f"there is no room {code}")
        room = taken_room(found.charter, kept.journal(found.code), seconds, language or "")
    finally:
        kept.close()
    insist(language, room.shelf)
    out.mkdir(parents=True, exist_ok=True)
    for path in write_papers(room, out, names=names):
        say(str(path))


def _name_in(url: str) -> set[str]:
    """What browsers ask for when they mean this address, if there is one."""
    from urllib.parse import urlsplit

    try:
        return {urlsplit(url).netloc.lower()} if url else set()
    except ValueError as wrong:
        raise typer.BadParameter(f"--url is https://host/, not '{url}'") from wrong


def _store(url: str) -> Store:
    if url.partition("://")[0].lower() not in {"postgresql", "postgres"}:
        raise typer.BadParameter("--store is postgresql://user@host/name")
    try:
        from game.session.postgres import Store
    except ImportError as wrong:
        raise ServerMissing from wrong
    return Store(url)


def _sweep(store: Store, hours: float, days: float) -> None:
    """Close what is over; if the store does not answer now, it will in a minute."""
    from game.session.journal import JournalBroken

    try:
        store.sweep(hours, days)
    except JournalBroken as broken:
        say(str(broken))


def _say_where(public: str, workers: int, token: str) -> None:
    say(f"Rooms:   {public}   {workers} worker{'s' * (workers > 1)}")
    if token:
        say(f"Token:   {token}   (opens rooms; set EVEN_KEEL_TOKEN to keep one)")
    say(f"Open one with: even-keel rooms SCENARIO --at {public}")
    say("Ctrl-C ends it; every room is kept.")


def _room_in(at: str, said: str) -> str:
    """The line about a room that a server has opened."""
    try:
        told = json.loads(said)
        return f"{told['code']}  {told['phones']}  {told['host']}"
    except (ValueError, KeyError, TypeError) as wrong:
        raise ServerSilent(at, "something else than Even Keel answers there") from wrong


def _ask(at: str, method: str, path: str, token: str, body: str = "") -> str:
    """What a server answers to whoever has its token."""
    import http.client
    from urllib.parse import urlsplit

    line: Any = None
    try:
        where = urlsplit(at)
        is_safe = where.scheme == "https"
        kind = http.client.HTTPSConnection if is_safe else http.client.HTTPConnection
        line = kind(where.netloc, timeout=30)
        line.request(
            method,
            f"{where.path.rstrip('/')}/{path}",
            body.encode() or None,
            {"Authorization": f"Bearer {token}"},
        )
        reply = line.getresponse()
        said: str = reply.read().decode(errors="replace")
    except (OSError, http.client.HTTPException) as wrong:
        raise ServerSilent(at, f"it does not answer: {wrong}") from wrong
    except ValueError as wrong:  # no such address or token can be written down in a request
        raise ServerSilent(at, f"it cannot be asked: {wrong}") from wrong
    finally:
        if line:
            line.close()
    if reply.status >= 300:
        raise ServerSilent(at, said or f"it says {reply.status}")
    return said
