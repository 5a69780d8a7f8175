"""The folders that the game brings along, what stands beside a scenario, and reading."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

from game.files.undo import undo_unfinished

PACKAGE = Path(__file__).parents[2]
SIZE = 1024 * 1024
"""The most bytes that a scenario file may have."""
ENDINGS = (".yaml", ".yml")
"""How the name of a scenario's file ends; of two that differ in it, the first counts."""
TRANSCRIPTS = tuple(f".test{ending}" for ending in ENDINGS)
"""How the name of a file of transcripts ends."""
TRANSLATIONS = "translations"
"""The folder beside a scenario that its translations stand in."""
LANGUAGE = re.compile("[a-z]{2,3}")
"""What a language is called by: de, fr, es …"""
TRANSLATION = re.compile(rf"(?P<of>.+)\.(?P<language>{LANGUAGE.pattern})\.ya?ml")


def bundled_folder(room: str) -> Path:
    """A folder that the game brings along: beside the code, or inside it when installed."""
    installed = PACKAGE / "shipped" / room
    return installed if installed.is_dir() else PACKAGE.parent / room


def is_translation(path: Path) -> bool:
    """Whether a file is one, by its name and its folder."""
    return path.parent.name == TRANSLATIONS and bool(TRANSLATION.fullmatch(path.name))


def scenario_of(path: Path) -> Path:
    """The scenario's file that a translation belongs to."""
    named = TRANSLATION.fullmatch(path.name)
    stem, folder = named["of"] if named else path.stem, path.parent.parent
    near = (file for file in _files_in(folder) if file.suffix in ENDINGS)
    return next((file for file in near if _is_same(file.stem, stem)), folder / f"{stem}.yaml")


def translations_of(scenario: Path) -> list[Path]:
    """The translations beside a scenario's file."""
    return [
        path
        for path in _files_in(scenario.parent / TRANSLATIONS)
        if (named := TRANSLATION.fullmatch(path.name)) and _is_same(named["of"], scenario.stem)
    ]


def language_of(translation: Path) -> str:
    """Which language a translation's file is in, by its name; empty if that does not tell."""
    named = TRANSLATION.fullmatch(translation.name)
    return named["language"] if named else ""


def transcripts_of(scenario: Path) -> Path | None:
    """The transcripts of a scenario's file: beside it, or in a folder `tests` there; or none."""
    names = [f"{scenario.stem}{ending}" for ending in TRANSCRIPTS]
    folders = scenario.parent, scenario.parent / "tests"
    near = (find_by_name(folder / name) for folder in folders for name in names)
    return next((path for path in near if path), None)


def find_by_name(path: Path) -> Path | None:
    """The file at a path, or the one there whose name looks the same; or none.

    Letters with accents are one sign on some disks and two on others.
    """
    if path.is_file():
        return path
    return next((file for file in _files_in(path.parent) if _is_same(file.name, path.name)), None)


def _is_same(one: str, other: str) -> bool:
    return normalize("NFC", one) == normalize("NFC", other)


def _files_in(folder: Path) -> list[Path]:
    """In the order of their names; none in a folder that is not there."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def read_bytes(path: Path) -> bytes:
    """What a file holds, but no more than one byte beyond the most that is allowed.

    Of several files that a killed process was writing, it is what was there before.
    """
    undo_unfinished(path)
    with path.open("rb") as file:
        return file.read(SIZE + 1)
