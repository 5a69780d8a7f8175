"""A session's report and logbooks, as files in its folder."""

from __future__ import annotations

from pathlib import Path

from game.files.kinds import Kind
from game.files.writing import Writing, write_all
from game.reports.session_charts import figures_of
from game.reports.session_logbooks import logbook_of
from game.reports.session_report import as_csv, as_html, as_json, lines_as_csv, report_of
from game.session.live_session import LiveSession

TABLE = "utf-8-sig"
"""By its mark spreadsheets know that a table is UTF-8."""


def write_papers(room: LiveSession, folder: Path, *, names: bool = False) -> list[Path]:
    """Write all papers as the session stands now, in place of earlier ones, all or none.

    Raises:
        OSError: if one cannot be written.
    """
    papers = papers_of(room, folder, names=names)
    write_all(papers)
    return [paper.path for paper in papers]


def papers_of(room: LiveSession, folder: Path, *, names: bool = False) -> list[Writing]:
    """What the papers of a session are, as it stands now."""
    report = report_of(room, names=names)
    page = as_html(report, figures_of(room)).encode()
    papers = [
        Writing(folder / "report.html", page, Kind.SESSION),
        Writing(folder / "report.json", as_json(report).encode(), Kind.SESSION_DATA),
        Writing(folder / "report.csv", as_csv(report).encode(TABLE), Kind.SESSION_TABLE),
        Writing(folder / "monday.csv", lines_as_csv(report).encode(TABLE), Kind.MONDAY),
    ]
    for crew in room.session.crews:
        path = folder / f"{crew.name.lower()}.jsonl"
        papers.append(Writing(path, logbook_of(room, crew), Kind.LOGBOOK))
    return papers
