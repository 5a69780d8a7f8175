"""A session's report, and each crew's voyage as a solo captain's logbook; files in its folder."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from game.files.kinds import Kind
from game.files.writing import Writing, write_all
from game.i18n import _, saying_instead
from game.number_format import listed
from game.reports.session_pages import session_pages
from game.reports.session_report import as_csv, as_html, as_json, lines_as_csv, report_of
from game.session.live_session import LiveSession
from game.session.session import Crew
from game.simulation.single_voyage import retrace
from game.storage.logbook import first_line, note_line, order_line

TABLE = "utf-8-sig"
"""By its mark spreadsheets know that a table is UTF-8."""


def write_session_report(room: LiveSession, folder: Path, *, names: bool = False) -> list[Path]:
    """Write all files as the session stands now, in place of earlier ones, all or none.

    Raises:
        OSError: if one cannot be written.
    """
    with saying_instead(room.words):
        files = session_report_files(room, folder, names=names)
    write_all(files)
    return [file.path for file in files]


def session_report_files(room: LiveSession, folder: Path, *, names: bool = False) -> list[Writing]:
    """The files of a session as it stands now."""
    report = report_of(room, names=names)
    page = as_html(report, session_pages(room)).encode()
    files = [
        Writing(folder / "report.html", page, Kind.SESSION, private=True),
        Writing(folder / "report.json", as_json(report).encode(), Kind.SESSION_DATA, private=True),
        Writing(
            folder / "report.csv", as_csv(report).encode(TABLE), Kind.SESSION_TABLE, private=True
        ),
        Writing(
            folder / "monday.csv", lines_as_csv(report).encode(TABLE), Kind.MONDAY, private=True
        ),
    ]
    for crew in room.session.crews:
        path = folder / f"{crew.name.lower()}.jsonl"
        files.append(Writing(path, crew_logbook_bytes(room, crew), Kind.LOGBOOK, private=True))
    return files


def packed_report(room: LiveSession) -> bytes:
    """The same files in one archive."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for file in session_report_files(room, Path()):
            archive.writestr(file.path.name, file.data)
    return packed.getvalue()


def crew_logbook_bytes(room: LiveSession, crew: Crew) -> bytes:
    """What stands in the logbook of a crew."""
    started = datetime.fromtimestamp(room.charter.started, UTC)
    sailed = retrace(room.flow, crew.voyage)
    lines = [
        order_line(stood.at, leg.sailed.order, leg.voyage.ship)
        for stood, leg in zip(sailed.stood, sailed.legs, strict=False)
    ]
    whole = first_line(room.loaded, crew.voyage.seed, started) + b"".join(lines)
    return whole + note_line(_mates(crew)) if crew.by_mate else whole


def _mates(crew: Crew) -> str:
    watches = listed([str(number) for number in crew.by_mate])
    return _("The mate gave the orders of these watches: {watches}.", watches=watches)
