"""The verb serve: many rooms, on several processes, from one PostgreSQL."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from game.cli.host.options import PORT
from game.cli.io import print_out
from game.cli.language import In, apply_language
from game.cli.scenario_language import require_language
from game.cli.support.open_store import StoreUrl, Token, open_store
from game.cli.support.session_folder import Address, host_names_of, seconds
from game.i18n import spoken
from game.storage.journal import JournalBroken
from game.ui.web.address import own_address, reserve_port

if TYPE_CHECKING:
    from game.storage.postgres import Store

SHORTEST = 16
"""No token that opens rooms has fewer characters."""


A_MINUTE = 60.0


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
    if not store:
        raise typer.BadParameter("many rooms need --store postgresql://...; for one room: host")
    _check_token(token)
    named = _name_in(url)
    require_language(language)
    apply_language(language)
    kept = open_store(store)
    from game.server.workers import Workers, WorkerSettings  # now that its driver is there

    address = bind or own_address()
    holder = reserve_port(address, port)
    place = Address(address, holder.getsockname()[1])
    kept.open()
    public = f"{url.rstrip('/')}/" if url else place.url
    own, names = token or secrets.token_urlsafe(24), host_names_of(place) | named
    plan = WorkerSettings(store, own, address, place.port, names, public, seconds, spoken())
    _say_where(public, workers, "" if token else own)
    crew = Workers(plan, workers)
    try:
        crew.watch(lambda: _sweep(kept, hours, days), A_MINUTE)
    except KeyboardInterrupt:
        print_out("\nEvery room is kept: serve goes on where they stand")
    finally:
        crew.stop()
        kept.close()


def _check_token(token: str) -> None:
    if token and len(token) < SHORTEST:
        raise typer.BadParameter(f"a token has at least {SHORTEST} characters")


def _name_in(url: str) -> set[str]:
    """What browsers ask for when they mean this address, if there is one."""
    try:
        return {urlsplit(url).netloc.lower()} if url else set()
    except ValueError as wrong:
        raise typer.BadParameter(f"--url is https://host/, not '{url}'") from wrong


def _sweep(store: Store, hours: float, days: float) -> None:
    """Close what is over; if the store does not answer now, it will in a minute."""
    try:
        store.sweep(hours, days)
    except JournalBroken as broken:
        print_out(str(broken))


def _say_where(public: str, workers: int, token: str) -> None:
    print_out(f"Rooms:   {public}   {workers} worker{'s' * (workers > 1)}")
    if token:
        print_out(f"Token:   {token}   (opens rooms; set EVEN_KEEL_TOKEN to keep one)")
    print_out(f"Open one with: even-keel rooms SCENARIO --at {public}")
    print_out("Ctrl-C ends it; every room is kept.")
