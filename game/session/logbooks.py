"""Logbooks of a session: each crew's voyage as a solo captain would have written it."""

from __future__ import annotations

from datetime import UTC, datetime

from game.insight.sailing import retrace
from game.session.room import Room
from game.session.session import Crew
from game.voyage.logbook import first_line, order_line


def logbook_of(room: Room, crew: Crew) -> bytes:
    """What stands in the logbook of a crew."""
    started = datetime.fromtimestamp(room.charter.started, UTC)
    sailed = retrace(room.flow, crew.voyage)
    lines = [
        order_line(stood.at, leg.sailed.order, leg.voyage.ship)
        for stood, leg in zip(sailed.stood, sailed.legs, strict=False)
    ]
    return first_line(room.shelf, crew.voyage.seed, started) + b"".join(lines)
