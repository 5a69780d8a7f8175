"""The folders that the game brings along."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def shipped(room: str) -> Path:
    """A folder that the game brings along: beside the code, or inside it when installed."""
    installed = PACKAGE / "shipped" / room
    return installed if installed.is_dir() else PACKAGE.parent / room
