"""Each crew's voyage of a session, as a solo captain's logbook."""

from __future__ import annotations

from datetime import UTC, datetime

from game.session.live_session import LiveSession
from game.session.session import Crew
from game.simulation.single_voyage import retrace
from game.storage.logbook import first_line, order_line


def logbook_of(room: LiveSession, crew: Crew) -> bytes:
    """What stands in the logbook of a crew."""
    started = datetime.fromtimestamp(room.charter.started, UTC)
    sailed = retrace(room.flow, crew.voyage)
    lines = [
        order_line(stood.at, leg.sailed.order, leg.voyage.ship)
        for stood, leg in zip(sailed.stood, sailed.legs, strict=False)
    ]
    return first_line(room.loaded, crew.voyage.seed, started) + b"".join(lines)
