"""What the projector is told of its room: how phones get in, and who writes the papers."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
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

    place = berth.place

    def write() -> str:
        write_papers(berth.room, berth.folder)
        return str(berth.folder)

    with ThreadPoolExecutor(1) as writer:
        yield Lodging(
            invitation=Invitation(place.url, berth.door.code, qr_dots(berth.for_phones))
            if place.phones
            else None,
            host_page=f"{url(LOOPBACK, place.port)}host",
            papers=lambda: writer.submit(write),
        )
