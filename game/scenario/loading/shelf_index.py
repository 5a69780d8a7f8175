"""The index of the shelf: what lists show of scenarios that were opened before."""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from game import __version__
from game.files.durable_folders import make_folders
from game.files.writing import replace_cache

LARGEST = 16 * 1024 * 1024
"""No index has more bytes."""
TRANSLATIONS = 12
"""No more are kept of a file."""


class ShelfIndex:
    """Rows by the digest of a scenario's bytes, in a file that may be deleted at any time.

    What other bytes or another version of the game have left in it is not used. Without a path, or
    where it cannot be read or written, nothing is kept.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._used: dict[str, Any] = {}
        self._kept: dict[str, Any] = _read(path) if path else {}

    def row(self, data: bytes, told: str = "") -> Any:
        """What was kept of a file with these bytes, which may be anything; or None.

        told: by which translation.
        """
        rows = self._kept.get(sha256(data).hexdigest())
        return rows.get(told) if isinstance(rows, dict) else None

    def keep(self, data: bytes, row: object, told: str = "") -> None:
        """Keep this of a file with these bytes, beside what it is in other languages.

        What is not kept again until `save` is dropped.
        """
        digest = sha256(data).hexdigest()
        before = self._kept.get(digest)
        rows = before if isinstance(before, dict) and len(before) < TRANSLATIONS else {}
        self._used[digest] = {**rows, told: row}

    def save(self) -> None:
        """Write what was kept, if it is not what was read."""
        if self._path is None or self._used == self._kept:
            return
        text = json.dumps({"version": __version__, "rows": self._used}, ensure_ascii=False)
        with suppress(OSError):  # it spares time, and nothing else
            make_folders(self._path.parent)
            replace_cache(self._path, text.encode())


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            kept = json.loads(file.read(LARGEST))
        rows = kept["rows"] if kept["version"] == __version__ else {}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}
