"""Locks: a file that one process uses is not used by another; a lock ends with its process."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

HELD = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""How systems say that somebody else has a lock."""

if sys.platform == "win32":
    import msvcrt

    BEYOND = 2**30
    """Windows locks bytes, and nobody may read them: this one is behind the end of every file."""

    def _take(descriptor: int) -> None:
        os.lseek(descriptor, BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A file's lock, until it is let go; whoever is killed lets go of all."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path, self._descriptor = path, descriptor

    def release(self) -> None:
        """Let go of it, if that has not been done."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def remove(self) -> None:
        if os.name != "posix":  # what is open cannot be deleted there
            self.release()
        self.path.unlink(missing_ok=True)
        self.release()


def lock(path: Path) -> Lock | None:
    """The lock of a file; None if somebody else has it, perhaps in this very process.

    Where a file system knows no locks, it is had all the same.

    Raises:
        OSError: if there is no such file, or it cannot be read.
    """
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _take(descriptor)
    except OSError as wrong:
        if wrong.errno in HELD:
            os.close(descriptor)
            return None
    if _is_still(path, descriptor):
        return Lock(path, descriptor)
    os.close(descriptor)
    return None


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether a file was not deleted or replaced before its lock was had."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
