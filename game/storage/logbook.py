"""The logbook: a voyage on disk as JSON Lines, one line an order, each safe before the next.

The first line carries the scenario's own text, so that a log replays after its file has changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.recency import mark_newest
from game.files.writing import Writing, write_all
from game.findings import LogbookDamaged, VoyageInUse
from game.i18n import _
from game.scenario.model.loaded import LoadedScenario
from game.ship.gauges import GAUGE_RANGES
from game.ship.passage import MODEL_VERSION
from game.ship.ship import Ship

LOGBOOK_VERSION = 1
NOTE = 140
"""A captain's line is no longer, letters."""
LOGBOOKS = "*.jsonl"
"""What logbooks are called."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a voyage was sailed in; model: the version of the sailing model.

    earlier: the orders of a whole voyage in the same weather that this one goes back into, if any.
    language, translation: of the file by which it was told in another language, if it was.
    """

    logbook: int
    model: int
    scenario: str
    version: str
    digest: str
    seed: int
    started: str
    text: str
    earlier: Sequence[str] = ()
    language: str = ""
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One order and the gauges after it; line: where it stands in the file, from 1."""

    line: int
    watch: str
    order: str
    gauges: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Log:
    """A logbook as read. end: after so many bytes. torn: the end of the last line is missing, and
    it was left out. note: the captain's own line, or empty; the last one counts.
    """

    path: Path
    header: Header
    entries: tuple[Entry, ...]
    end: int
    torn: bool
    note: str = ""


def gauges(ship: Ship[float]) -> dict[str, float]:
    return {name: getattr(ship, name) for name in GAUGE_RANGES}


def first_line(
    loaded: LoadedScenario, seed: int, started: datetime, earlier: Sequence[str] = ()
) -> bytes:
    """How a logbook begins. earlier: as in Header."""
    header = Header(
        logbook=LOGBOOK_VERSION,
        model=MODEL_VERSION,
        scenario=loaded.scenario.id,
        version=loaded.scenario.version,
        digest=digest_of(loaded.text),
        seed=seed,
        started=started.isoformat(timespec="seconds"),
        text=loaded.text,
        earlier=earlier,
        language=loaded.told_in,
        translation=loaded.translation,
    )
    return _line(asdict(header))


def order_line(watch: str, order: str, ship: Ship[float]) -> bytes:
    return _line({"watch": watch, "order": order, "gauges": gauges(ship)})


def note_line(note: str) -> bytes:
    """A captain's own line, cut to what there is room for."""
    return _line({"note": " ".join(note.split())[:NOTE]})


def begin(path: Path, line: bytes) -> None:
    """Write a new logbook with its first line; the file must not exist yet.

    Raises:
        OSError: if it cannot be written; then there is none.
    """
    make_folders(path.parent)
    write_all([Writing(path, line, Kind.LOGBOOK, over=b"")])
    mark_newest(path, path.parent.glob(LOGBOOKS))


def append(path: Path, end: int, line: bytes) -> int:
    """Write one order behind the first so many bytes; on return it is on disk. Where it ends.

    Raises:
        VoyageInUse: if somebody else has written orders there since.
        OSError: if it cannot be written; then no part of it stays, so that it can be tried again.
    """
    with path.open("rb+", buffering=0) as file:
        file.seek(end - 1)
        last, behind = file.read(1), file.read()
        if b"\n" in behind:
            raise VoyageInUse(path)
        file.truncate(end)  # behind it is what a power cut has left of a line
        file.seek(end)
        whole = line if last == b"\n" else b"\n" + line
        try:
            _put(file.fileno(), whole)
        except OSError:
            file.truncate(end)
            raise
    mark_newest(path, path.parent.glob(LOGBOOKS))
    return end + len(whole)


def read_log(path: Path) -> Log:
    """A logbook from disk; a torn last line is left out.

    Raises:
        LogbookDamaged: at the first line that cannot be trusted, but for a torn last one.
        OSError: if it cannot be read.
    """
    data = path.read_bytes()
    *whole, last = data.split(b"\n")
    torn = bool(last) and _object(last) is None
    if last and not torn:
        whole.append(last)
    if not whole:
        raise LogbookDamaged(path, 1, _("it ends before its first line does; no order was in it"))
    header = _header(path, whole[0])
    lines = whole[1:]
    notes = [_note(line) for line in lines]
    entries = tuple(
        _entry(path, number, line)
        for number, (line, note) in enumerate(zip(lines, notes, strict=True), 2)
        if note is None
    )
    note = next((note for note in reversed(notes) if note is not None), "")
    return Log(path, header, entries, len(data) - torn * len(last), torn, note)


def _line(record: Mapping[str, Any]) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _put(descriptor: int, line: bytes) -> None:
    while line:
        line = line[os.write(descriptor, line) :]
    os.fsync(descriptor)


def digest_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None


def _header(path: Path, line: bytes) -> Header:
    record = {"earlier": [], "language": "", "translation": "", **(_object(line) or {})}
    kinds = {**Header.__annotations__, "earlier": "list"}
    if (
        set(record) != set(kinds)
        or any(type(record[name]).__name__ != kind for name, kind in kinds.items())
        or not all(isinstance(order, str) for order in record["earlier"])
    ):
        raise LogbookDamaged(path, 1, _("this is not the first line of a logbook"))
    header = Header(**record)
    if header.model == 1:
        reason = _(
            "it was sailed by the sailing model's version 1, in which the sea moved only after an "
            "order; that version was never released, so sail this voyage anew"
        )
        raise LogbookDamaged(path, 1, reason)
    if header.logbook != LOGBOOK_VERSION or header.model != MODEL_VERSION:
        reason = _(
            "it was written by another Even Keel (logbook {logbook}, model {model})",
            logbook=header.logbook,
            model=header.model,
        )
        raise LogbookDamaged(path, 1, reason)
    if digest_of(header.text) != header.digest:
        raise LogbookDamaged(path, 1, _("the scenario in it has been changed"))
    return header


def _note(line: bytes) -> str | None:
    """The captain's own line, if that is what stands there."""
    record = _object(line)
    if record is None or set(record) != {"note"} or not isinstance(record["note"], str):
        return None
    return record["note"]


def _entry(path: Path, number: int, line: bytes) -> Entry:
    record = _object(line)
    if record is None or set(record) != {"watch", "order", "gauges"}:
        raise LogbookDamaged(path, number, _("this is no order"))
    values = record["gauges"]
    named = isinstance(values, dict) and set(values) == set(GAUGE_RANGES)
    if not named or not all(type(value) in (int, float) for value in values.values()):
        raise LogbookDamaged(path, number, _("its gauges cannot be read"))
    if not isinstance(record["watch"], str) or not isinstance(record["order"], str):
        raise LogbookDamaged(path, number, _("this is no order"))
    return Entry(number, record["watch"], record["order"], values)
