"""What the projector is told of its room: how phones get in, and who writes the papers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.cli.berth import Berth
    from game.faces.window.room.hall import Lodging


@contextmanager
def lodging_of(berth: Berth) -> Iterator[Lodging]:
    """A room's lodging; its papers are written beside the window, which never waits for a disk."""
    from game.faces.phones.address import LOOPBACK, url
    from game.faces.phones.qr import qr_dots
    from game.faces.window.room.hall import Lodging
    from game.faces.window.room.seen import Invitation
    from game.session.papers import write_papers

    def write() -> str:
        write_papers(berth.room, berth.folder)
        return str(berth.folder)

    @lru_cache(maxsize=1)
    def drawn(url: str, link: str) -> Invitation:
        return Invitation(url, berth.door.code, qr_dots(link))

    def invitation() -> Invitation | None:
        return drawn(berth.place.url, berth.for_phones) if berth.place.phones else None

    with ThreadPoolExecutor(1) as writer:
        yield Lodging(
            invitation=invitation,
            host_page=f"{url(LOOPBACK, berth.place.port)}host",
            papers=lambda: writer.submit(write),
            trouble=lambda: berth.server.trouble,
        )
