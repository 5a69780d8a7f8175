"""What the projector needs of the outside: how phones get in, and who writes the report."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache

from game.cli.support.session_folder import HostedSession
from game.reports.session_files import write_session_report
from game.ui.web.address import LOOPBACK, url
from game.ui.web.qr import qr_dots
from game.ui.window.projector.controller import RoomServices
from game.ui.window.projector.state import Invitation


@contextmanager
def room_services_of(hosted: HostedSession) -> Iterator[RoomServices]:
    """A room's services; the export is written beside the window, which never waits for a disk."""

    def export() -> str:
        write_session_report(hosted.room, hosted.folder)
        return str(hosted.folder)

    @lru_cache(maxsize=1)
    def drawn(url: str, link: str) -> Invitation:
        return Invitation(url, hosted.door.code, qr_dots(link))

    def invitation() -> Invitation | None:
        return drawn(hosted.place.url, hosted.for_phones) if hosted.place.phones else None

    with ThreadPoolExecutor(1) as writer:
        yield RoomServices(
            invitation=invitation,
            host_page=f"{url(LOOPBACK, hosted.place.port)}host",
            export=lambda: writer.submit(export),
            trouble=lambda: hosted.server.trouble,
        )
