"""The folders that the game brings along, what stands beside a scenario, and reading."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from game.files.undo import undo_unfinished
from game.scenario.chest.names import LARGEST, SUFFIX

if TYPE_CHECKING:
    from game.scenario.chest.reading import Chest

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
    near = (file for file in files_in(folder) if file.suffix in ENDINGS)
    return next((file for file in near if _is_same(file.stem, stem)), folder / f"{stem}.yaml")


def translations_of(scenario: Path) -> list[Path]:
    """The translations beside a scenario's file."""
    return [
        path
        for path in files_in(scenario.parent / TRANSLATIONS)
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
    return next((file for file in files_in(path.parent) if _is_same(file.name, path.name)), None)


def _is_same(one: str, other: str) -> bool:
    return normalize("NFC", one) == normalize("NFC", other)


def files_in(folder: Path) -> list[Path]:
    """In the order of their names; none in a folder that is not there.

    A chest is read as the folder that was packed, and the names in it as those in a folder.
    """
    if chest := chest_above(folder / "any"):
        folders = {chest / name: (chest / name).parent for name in open_chest(chest).files}
        return sorted(path for path, above in folders.items() if above == folder)
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def read_bytes(path: Path, most: int = SIZE) -> bytes:
    """What a file holds, but no more than one byte beyond the most that is allowed.

    Of several files that a killed process was writing, it is what was there before.

    Raises:
        OSError: if it cannot be read.
        ChestRefused: if it is in a chest that may not be opened.
    """
    if chest := chest_above(path):
        name = path.relative_to(chest).as_posix()
        if name not in (files := open_chest(chest).files):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return files[name]
    undo_unfinished(path)
    with path.open("rb") as file:
        return file.read(most + 1)


def chest_above(path: Path) -> Path | None:
    """The chest that a file is in, if it is in one."""
    if SUFFIX not in str(path):
        return None
    return next((one for one in path.parents if one.suffix == SUFFIX and one.is_file()), None)


def open_chest(path: Path) -> Chest:
    """The chest in a file; raises as `read_bytes`."""
    from game.scenario.chest.reading import read_chest  # which needs what loose files do not

    return read_chest(str(path), read_bytes(path, LARGEST))


def scenario_in(path: Path) -> Path:
    """The scenario's own file: of a chest the one that is in it, else the file itself."""
    return path / open_chest(path).scenario if path.suffix == SUFFIX and path.is_file() else path
