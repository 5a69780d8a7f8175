"""Writing: the one gate for every file that is written.

A file is written whole or not at all, over nothing of another kind; several files all or none.
Only orders and events are written otherwise, behind those before them.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copymode

from game.files.durable_folders import sync_folder
from game.files.kinds import MARK, Kind, head_of, kind_of
from game.files.undo import move, replace_all, undo_unfinished
from game.i18n import _

DRAFT, ANY = ".even-keel-{}.new", ".even-keel-*.*"
"""What a file is called that is none yet; and one that is none yet, or no more."""
LONG = 3_600_000_000_000
"""Nanoseconds that nothing takes to be written."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A file to be written. kind: what it will be; private: for its owner's eyes only.

    over: exactly what is there by now, if it was read before; else only the same kind may be.
    """

    path: Path
    data: bytes
    kind: Kind
    over: bytes | None = None
    private: bool = False


def write(path: Path, data: bytes, kind: Kind) -> None:
    write_all([Writing(path, data, kind)])


def write_all(files: Sequence[Writing]) -> None:
    """Write these files, all or none, each whole; on return they are on disk.

    Links are followed, and permissions stay. If the process is killed meanwhile, what was there
    before is there again once `take_back` has looked at the first of them.

    Raises:
        OSError: if one cannot be written, or another kind of file is there; all are as they were.
    """
    places = [file.path.resolve() for file in files]
    for number, file in enumerate(files):
        if places[number] in places[:number]:
            raise _refused(file.path, _("two files cannot be written to one place: name another"))
        undo_unfinished(file.path)
        check_writable(file.path, file.kind, file.over)
    drafts: dict[Path, Path] = {}
    try:
        for file, place in zip(files, places, strict=True):
            if _is_stream(file.path):
                file.path.write_bytes(file.data)
            else:
                drafts[place] = place.with_name(DRAFT.format(os.urandom(6).hex()))
                _stage(file, drafts[place])
        _replace(drafts)
    finally:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)


def replace_cache(path: Path, data: bytes) -> None:
    """Write a file that nobody would miss, whole, in the place of whatever is there.

    Raises:
        OSError: if it cannot be written.
    """
    draft = path.with_name(DRAFT.format(os.urandom(6).hex()))
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def check_writable(path: Path, kind: Kind, over: bytes | None = None) -> None:
    """Say beforehand that a file could not be written, before anybody has worked for it.

    Raises:
        OSError: if there is no such folder, or what is there may not be written over.
    """
    if not path.exists():
        if not path.resolve().parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    if _is_stream(path):
        return
    if over is not None:
        if path.read_bytes() != over:
            raise _refused(path, _("it has been changed meanwhile: try once more"))
        return
    there = head_of(path)
    if there.removeprefix(MARK).strip() and not kind.fits(there):
        raise _refused(path, _conflict(kind_of(there), kind))


def _conflict(there: Kind | None, wanted: Kind) -> str:
    what = _((there or wanted).label)
    if there:
        return _(
            "this is {what}, and it would be lost: name another file, or move this one", what=what
        )
    return _(
        "this is something else than {what}, and it would be lost: "
        "name another file, or move this one",
        what=what,
    )


def _refused(path: Path, why: str) -> OSError:
    return FileExistsError(errno.EEXIST, why, str(path))


def _is_stream(path: Path) -> bool:
    """Whether whatever is written there is gone at once, as in a pipe."""
    return path.exists() and not path.is_file()


def _stage(file: Writing, draft: Path) -> None:
    """Write the whole file under another name.

    Raises:
        OSError: if it cannot be written; it bears the name that people know.
    """
    try:
        draft.touch(0o600 if file.private else 0o666, exist_ok=False)
        _sweep(draft)
        with draft.open("wb") as new:
            new.write(file.data)
            new.flush()
            os.fsync(new.fileno())
        if file.path.exists():
            copymode(file.path, draft)
    except OSError as wrong:
        raise OSError(wrong.errno, wrong.strerror, str(file.path)) from wrong


def _sweep(draft: Path) -> None:
    """Delete what was left long ago by processes that were killed just then."""
    now = draft.stat().st_ctime_ns
    for left in draft.parent.glob(ANY):
        with suppress(FileNotFoundError):  # another one sweeps, too
            if now - left.stat().st_ctime_ns > LONG:
                left.unlink()


def _replace(drafts: Mapping[Path, Path]) -> None:
    if len(drafts) > 1:
        replace_all(drafts)
        return
    for place, draft in drafts.items():
        move(draft, place)
        sync_folder(place.parent)
