"""The server's store, as its verbs find it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

import typer

from game.findings import EvenKeelError

if TYPE_CHECKING:
    from game.storage.postgres import Store


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
        return f"{self.at}: {self.said}"


def open_store(url: str) -> Store:
    """The store at this address.

    Raises:
        typer.BadParameter: if it is no address of PostgreSQL.
        ServerMissing: if its library is not installed.
    """
    if url.partition("://")[0].lower() not in {"postgresql", "postgres"}:
        raise typer.BadParameter("--store is postgresql://user@host/name")
    try:
        from game.storage.postgres import Store
    except ImportError as wrong:
        raise ServerMissing from wrong
    return Store(url)
