"""The file of what breaks while a room is held: open from the start, and never in the way."""

from __future__ import annotations

import logging
from pathlib import Path


class RoomFaultLog:
    """Where faults are noted as long as this is open; where it cannot be, they are not."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handler: logging.Handler = logging.NullHandler()
        try:
            if not path.exists():
                path.touch(0o600)
            self._handler = _Quiet(path, encoding="utf-8")
        except OSError:  # a full disk is no reason not to hold the room
            return
        self._handler.setLevel(logging.ERROR)
        self._handler.setFormatter(logging.Formatter("%(asctime)s %(name)s: %(message)s"))
        logging.getLogger().addHandler(self._handler)

    def close(self) -> None:
        """Let go of it; a file without faults is not kept."""
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
        try:
            if not self.path.stat().st_size:
                self.path.unlink()
        except OSError:  # it is not there, or others hold it
            return


class _Quiet(logging.FileHandler):
    """It is open from now on: to open it later, there may be no file left, and to raise for want of
    one would end the loop in which the fault happened.
    """

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Say nothing: the screen is the room's."""
