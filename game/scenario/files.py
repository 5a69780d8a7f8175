"""Files: the folders that the game brings along, what stands beside a scenario, and reading."""

from __future__ import annotations

import re
from pathlib import Path

from game.files.undo import take_back

PACKAGE = Path(__file__).parent.parent
SIZE = 1024 * 1024
"""The most bytes that a scenario file may have."""
TRANSCRIPTS = ".test.yaml"
"""How the name of a file of transcripts ends."""
TRANSLATIONS = "translations"
"""The folder beside a scenario that its translations stand in."""
TRANSLATION = re.compile(r"(?P<of>.+)\.(?P<language>[a-z]{2,3})\.yaml")


def shipped(room: str) -> Path:
    """A folder that the game brings along: beside the code, or inside it when installed."""
    installed = PACKAGE / "shipped" / room
    return installed if installed.is_dir() else PACKAGE.parent / room


def is_translation(path: Path) -> bool:
    """Whether a file is one, by its name and its folder."""
    return path.parent.name == TRANSLATIONS and bool(TRANSLATION.fullmatch(path.name))


def scenario_of(path: Path) -> Path:
    """The scenario's file that a translation belongs to."""
    named = TRANSLATION.fullmatch(path.name)
    return path.parent.parent / f"{named['of'] if named else path.stem}.yaml"


def translations_of(scenario: Path) -> list[Path]:
    """The translations beside a scenario's file."""
    return sorted(
        path
        for path in (scenario.parent / TRANSLATIONS).glob(f"{scenario.stem}.*.yaml")
        if is_translation(path) and scenario_of(path).name == scenario.name
    )


def read_bytes(path: Path) -> bytes:
    """What a file holds, but no more than one byte beyond the most that is allowed.

    Of several files that a killed process was writing, it is what was there before.
    """
    take_back(path)
    with path.open("rb") as file:
        return file.read(SIZE + 1)
