"""Recency: which file was written last, in whatever zone, and though the clock was set back."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

COARSEST = 2_000_000_000
"""Nanoseconds: no file system counts in longer steps."""


def written_at(path: Path) -> int:
    """When a file was written last, in nanoseconds since 1970; 0 if nothing has been."""
    try:
        found = path.stat()
    except OSError:
        return 0
    return found.st_mtime_ns if found.st_size else 0


def newest_first(paths: Iterable[Path]) -> list[Path]:
    """The file that was written last comes first; of two at once, the one whose name sorts last."""
    return sorted(paths, key=lambda path: (written_at(path), path.name), reverse=True)


def mark_newest(path: Path, others: Iterable[Path]) -> None:
    """Have a file that was just written be newer than others."""
    mark_newer(path, max((written_at(other) for other in others if other != path), default=0))


def mark_newer(path: Path, latest: int) -> None:
    """Have a file that was just written be newer than that, though the clock was set back."""
    if written_at(path) <= latest:
        with suppress(OSError):  # what was written is safe, whatever its date
            os.utime(path, ns=(latest + COARSEST, latest + COARSEST))
