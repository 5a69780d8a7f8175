"""Files: the folders that the game brings along, and reading no more than is allowed."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent
SIZE = 1024 * 1024
"""The most bytes that a scenario file may have."""
TRANSCRIPTS = ".test.yaml"
"""How the name of a file of transcripts ends."""


def shipped(room: str) -> Path:
    """A folder that the game brings along: beside the code, or inside it when installed."""
    installed = PACKAGE / "shipped" / room
    return installed if installed.is_dir() else PACKAGE.parent / room


def read_bytes(path: Path) -> bytes:
    """What a file holds, but no more than one byte beyond the most that is allowed."""
    with path.open("rb") as file:
        return file.read(SIZE + 1)
