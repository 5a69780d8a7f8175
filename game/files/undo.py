"""Undo: several files take the place of others, all or none, even if the process is killed.

What is replaced is kept beside it under another name until all are; a record says what to put
back. It is locked by whoever writes, so that only a record that a dead process has left is used.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from errno import EWOULDBLOCK
from hashlib import sha256
from os import strerror
from pathlib import Path
from shutil import copy2

from game.files.durable_folders import sync_folder
from game.files.locking import Lock, lock

RECORD = ".even-keel-unfinished"


@dataclass(frozen=True, slots=True)
class Step:
    """A file that is replaced. kept: what was there, if anything; digest: of what comes there."""

    place: Path
    kept: Path | None
    digest: str

    def undo(self) -> None:
        """Put back what was there; what somebody has written since stays."""
        if self.place.is_file() and _digest(self.place) == self.digest:
            if self.kept is None:
                self.place.unlink()
            elif self.kept.exists():
                self.kept.replace(self.place)
        self.forget()

    def forget(self) -> None:
        """What was there is wanted no more."""
        if self.kept:
            self.kept.unlink(missing_ok=True)


def replace_all(drafts: Mapping[Path, Path]) -> None:
    """Have each draft take its place, all or none; drafts: by their places.

    Raises:
        OSError: if one cannot; then everything is as it was.
    """
    steps: list[Step] = []
    try:
        for place, draft in drafts.items():
            steps.append(Step(place, _keep(place, draft.with_suffix(".old")), _digest(draft)))
        record = _record(steps)
    except OSError:
        for step in steps:
            step.forget()
        raise
    try:
        for place, draft in drafts.items():
            move(draft, place)
        for folder in {place.parent for place in drafts}:
            sync_folder(folder)
        _end(record)
    except BaseException:
        for step in steps:
            step.undo()
        _end(record)
        raise
    for step in steps:
        step.forget()


def undo_unfinished(file: Path) -> None:
    """Undo what a killed process has begun around this file, in its folder or the one above.

    Raises:
        OSError: if it cannot be undone.
    """
    for folder in file.resolve().parents[:2]:
        with suppress(FileNotFoundError, NotADirectoryError):
            if record := lock(folder / RECORD):
                for step in _read(folder):
                    step.undo()
                _end(record)


def move(draft: Path, place: Path) -> None:
    """Have a draft take its place.

    Raises:
        OSError: if it cannot; it bears the name that people know.
    """
    try:
        draft.replace(place)
    except OSError as wrong:
        raise OSError(wrong.errno, wrong.strerror, str(place)) from wrong


def _keep(place: Path, kept: Path) -> Path | None:
    """What is there, under another name; without a copy where the file system can do so."""
    if not place.exists():
        return None
    try:
        os.link(place, kept)
    except OSError:
        copy2(place, kept)
        with kept.open("rb+") as file:
            os.fsync(file.fileno())
    return kept


def _record(steps: Sequence[Step]) -> Lock | None:
    """Write down how to undo these; None if they lie in folders that nobody would look into."""
    folder = steps[0].place.parent
    paths = [path for step in steps for path in (step.place, step.kept) if path]
    if not all(path.is_relative_to(folder) for path in paths):
        return None
    rows = [[*(_name(path, folder) for path in (s.place, s.kept)), s.digest] for s in steps]
    with (folder / RECORD).open("xb") as file:
        held = lock(folder / RECORD)
        if held is None:
            raise BlockingIOError(EWOULDBLOCK, strerror(EWOULDBLOCK), str(folder / RECORD))
        try:
            file.write(json.dumps(rows).encode())
            file.flush()
            os.fsync(file.fileno())
            sync_folder(folder)
        except OSError:
            held.remove()
            raise
    return held


def _name(path: Path | None, folder: Path) -> str | None:
    return path.relative_to(folder).as_posix() if path else None


def _end(record: Lock | None) -> None:
    """From now on nothing is to be undone."""
    if record:
        record.remove()
        sync_folder(record.path.parent)


def _read(folder: Path) -> list[Step]:
    """The steps of a record; none of one that was not finished, or that leads out of its folder."""
    with suppress(ValueError, TypeError, OSError):
        rows = json.loads((folder / RECORD).read_bytes())
        steps = [
            Step(folder / place, folder / kept if kept else None, digest)
            for place, kept, digest in rows
        ]
        paths = [path for step in steps for path in (step.place, step.kept) if path]
        if all(path.resolve() == path and path.is_relative_to(folder) for path in paths):
            return steps
    return []


def _digest(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()
