"""Logbooks of a session: each crew's voyage as a solo captain would have written it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from game.insight.sailing import retrace
from game.session.room import Room
from game.voyage.logbook import append, begin


def write_logbooks(room: Room, folder: Path) -> list[Path]:
    """Write every crew's logbook into the folder, in place of an earlier one.

    Raises:
        OSError: if one cannot be written.
    """
    started = datetime.fromtimestamp(room.charter.started, UTC)
    paths = []
    for crew in room.session.crews:
        path = folder / f"{crew.name.lower()}.jsonl"
        new = path.with_suffix(".new")
        new.unlink(missing_ok=True)
        begin(new, room.shelf, crew.voyage.seed, started)
        sailed = retrace(room.flow, crew.voyage)
        for stood, leg in zip(sailed.stood, sailed.legs, strict=False):
            append(new, stood.at, leg.sailed.order, leg.voyage.ship)
        new.replace(path)
        paths.append(path)
    return paths
