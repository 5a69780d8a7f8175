"""The papers of a session: logbooks and report, as files in its folder."""

from __future__ import annotations

from pathlib import Path

from game.session.figures import figures_of
from game.session.logbooks import write_logbooks
from game.session.report import as_csv, as_html, as_json, lines_as_csv, report_of
from game.session.room import Room


def write_papers(room: Room, folder: Path, *, names: bool = False) -> list[Path]:
    """Write all papers as the session stands now, in place of earlier ones.

    Raises:
        OSError: if one cannot be written.
    """
    report = report_of(room, names=names)
    texts = {
        "report.html": as_html(report, figures_of(room)),
        "report.json": as_json(report),
        "report.csv": as_csv(report),
        "monday.csv": lines_as_csv(report),
    }
    for name, text in texts.items():
        new = folder / f"{name}.new"
        new.write_text(text, encoding="utf-8-sig" if name.endswith(".csv") else "utf-8", newline="")
        new.replace(folder / name)
    return [*(folder / name for name in texts), *write_logbooks(room, folder)]
