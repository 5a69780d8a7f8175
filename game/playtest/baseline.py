"""The baseline: an earlier report, and what has changed since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.findings import EvenKeelError
from game.playtest.report import Report

Earlier = Mapping[str, Any]
"""One scenario's report, as it was written with --json."""
KEYS = ("scenario", "captains", "endings", "findings")


@dataclass
class BaselineWrong(EvenKeelError):
    """A file that no playtest has written."""

    path: Path
    exit_code = 2

    def message(self) -> str:
        """The sentence a person reads."""
        return f"{self.path} is no report of a playtest\nwrite one with: playtest … --json FILE"


@dataclass(frozen=True, slots=True)
class Change:
    """A share that differs; surely: the two intervals do not touch."""

    what: str
    before: float
    now: float
    surely: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What has changed since a baseline. broken, mended: findings, as code and message."""

    changes: tuple[Change, ...]
    broken: tuple[str, ...]
    mended: tuple[str, ...]


def read_baseline(path: Path) -> dict[str, Earlier]:
    """Earlier reports, by the scenario's id.

    Raises:
        BaselineWrong: if the file is none.
        OSError: if it cannot be read.
    """
    try:
        reports = json.loads(path.read_bytes())["scenarios"]
        return {report["scenario"]: {key: report[key] for key in KEYS} for report in reports}
    except (ValueError, KeyError, TypeError, RecursionError) as wrong:
        raise BaselineWrong(path) from wrong


def difference(report: Report, earlier: Earlier) -> Difference:
    """What a report says otherwise than an earlier one."""
    # A finding's figures change with every edit: what it is about tells whether it is the same.
    now = {(shown.finding.code, shown.finding.hint): shown.finding for shown in report.findings}
    then = {(found["code"], found["hint"]): found for found in earlier["findings"]}
    return Difference(
        tuple(_changes(report, earlier)),
        tuple(f"{found.code} {found.message}" for key, found in now.items() if key not in then),
        tuple(
            f"{found['code']} {found['message']}" for key, found in then.items() if key not in now
        ),
    )


def _changes(report: Report, earlier: Earlier) -> Iterator[Change]:
    captains = {row["captain"]: row["arrived"] for row in earlier["captains"]}
    endings = {row["ending"]: row["told"] for row in earlier["endings"]}
    for row in report.captains:
        yield from _change(f"{row.captain} arrives", row.arrived, captains.get(row.captain))
    for ending in report.endings:
        yield from _change(f"ends with {ending.ending}", ending.told, endings.get(ending.ending))


def _change(what: str, now: Any, before: Mapping[str, float] | None) -> Iterator[Change]:
    if before and before["share"] != now.share:
        surely = now.low > before["high"] or now.high < before["low"]
        yield Change(what, before["share"], now.share, surely)
