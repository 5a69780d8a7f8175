"""The library: loading a scenario from its bytes, its file, its chest or its id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from game.findings import ScenarioBroken, UnknownScenario
from game.scenario.analysis.references_index import names_of
from game.scenario.checks.ids import SCENARIO_ID
from game.scenario.chest.names import SUFFIX
from game.scenario.format.build import build
from game.scenario.format.document import Document
from game.scenario.format.validation import CheckedFile
from game.scenario.loading.check_file import check_errors, check_file
from game.scenario.loading.files import (
    ENDINGS,
    TRANSCRIPTS,
    bundled_folder,
    chest_above,
    read_bytes,
    scenario_in,
)
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario


@lru_cache(maxsize=32)  # replays, rooms and previews open the same text again and again
def load(file: str, data: bytes) -> Scenario:
    """The scenario in these bytes; `file` is the name that positions carry.

    Raises:
        ScenarioBroken: if they have errors, with everything that is found.
    """
    scenario = build_checked(check_errors(file, data))
    if scenario is None:
        raise ScenarioBroken(file, check_file(file, data).findings, _text_of(data))
    return scenario


def build_checked(checked: CheckedFile[Document]) -> Scenario | None:
    """The scenario in a file that was checked; None where it has errors."""
    if not checked.source or not checked.document:
        return None
    return build(checked.document, names_of(checked.source))


def open_bytes(file: str, data: bytes) -> LoadedScenario:
    """The same with its text.

    Raises:
        ScenarioBroken: if they have errors.
    """
    return LoadedScenario(load(file, data), _text_of(data), file)


def open_file(path: Path) -> LoadedScenario:
    """The scenario in a file, or in a chest.

    Raises:
        ScenarioBroken: if the file has errors.
        ChestRefused: if the chest may not be opened.
        OSError: if it cannot be read.
    """
    file = scenario_in(path)
    return open_bytes(str(file), read_bytes(file))


def find(name: str, own: Path | None = None) -> LoadedScenario:
    """The scenario with this id, or in this file. own: the folder of the reader's own, if any.

    Raises:
        UnknownScenario: if it is neither.
        ScenarioBroken, ChestRefused: if it cannot be opened.
    """
    shipped = {path.stem: path for path in shipped_files()}
    path = shipped.get(name) or (find_own(name, own) if own else None) or Path(name)
    if not (path.is_file() or chest_above(path)):
        raise UnknownScenario(name, (*shipped, *(one.stem for one in own_files(own))))
    return open_file(path)


def shipped_files() -> list[Path]:
    return sorted(bundled_folder("scenarios").glob("*.yaml"))


def own_files(folder: Path | None) -> list[Path]:
    """A reader's own scenarios in a folder, by name: chests, and loose files."""
    if folder is None or not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if _is_scenario(path))


def _is_scenario(path: Path) -> bool:
    is_named = path.suffix in {SUFFIX, *ENDINGS} and not path.name.endswith(TRANSCRIPTS)
    return is_named and not path.name.startswith(".") and path.is_file()


def find_own(name: str, folder: Path) -> Path | None:
    """The reader's own scenario with this id, by its file's name or by what is written in it."""
    if not re.fullmatch(SCENARIO_ID, name):
        return None
    files = own_files(folder)
    named = (path for path in files if path.stem == name and path.suffix == SUFFIX)
    return next(named, None) or next(_with_id(name, files), None)


def _with_id(id: str, files: list[Path]) -> Iterator[Path]:
    """Loose files that say so; of many, none is parsed for it."""
    line = rf"""^\s*["']?id["']?\s*:\s*["']?{re.escape(id)}["']?\s*,?\s*(#.*)?$"""
    written = re.compile(line.encode(), re.MULTILINE)
    for path in files:
        if path.suffix != SUFFIX and written.search(read_bytes(path)):
            yield path


def _text_of(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")
