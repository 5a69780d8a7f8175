"""The library: loading a scenario from its bytes, its file or its id, and listing all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from game.findings import ScenarioBroken, Severity, UnknownScenario
from game.i18n import _, spoken
from game.scenario.analysis.references_index import names_of
from game.scenario.format.build import build
from game.scenario.format.document import Document
from game.scenario.format.validation import CheckedFile
from game.scenario.loading.check_file import check_errors, check_file
from game.scenario.loading.files import (
    bundled_folder,
    language_of,
    read_bytes,
    translations_of,
)
from game.scenario.loading.shelf_index import ShelfIndex
from game.scenario.model.scenario import Scenario, Theme


@dataclass(frozen=True, slots=True)
class LoadedScenario:
    """A scenario with the file it came from.

    translation: what the file says by which it is told in another language than its own, or empty.
    """

    scenario: Scenario
    text: str
    file: str
    translation: str = ""

    @property
    def told_in(self) -> str:
        """The language that it is translated into; empty for its own."""
        return self.scenario.language if self.translation else ""

    @property
    def kept(self) -> tuple[str, str, str, str]:
        """File, text, language and translation: plain data, of which `as_kept` makes it again."""
        return self.file, self.text, self.told_in, self.translation


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """What a list shows of a scenario. open: load all of it."""

    id: str
    title: str
    summary: str
    teaches: Theme
    minutes_solo: int
    minutes_group: int
    language: str
    open: Callable[[], LoadedScenario]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to sail; broken: a sentence for each that is left out or not translated."""

    entries: tuple[ShelfEntry, ...]
    broken: tuple[str, ...] = ()


Translate = Callable[[LoadedScenario], LoadedScenario]
"""The same scenario in the language that is spoken; may raise ScenarioBroken or OSError."""
Hear = Callable[[str], None]
"""Is told a sentence."""
ROW = ("id", "title", "summary", "teaches", "minutes_solo", "minutes_group", "language")
"""What the index keeps of a scenario, in its own language."""


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
    """The scenario in a file.

    Raises:
        ScenarioBroken: if the file has errors.
        OSError: if it cannot be read.
    """
    return open_bytes(str(path), read_bytes(path))


def find(name: str) -> LoadedScenario:
    """The scenario with this id, or in this file.

    Raises:
        UnknownScenario: if it is neither.
        ScenarioBroken: if the file has errors.
    """
    paths = {path.stem: path for path in bundled_folder("scenarios").glob("*.yaml")}
    if name in paths:
        return open_file(paths[name])
    if not Path(name).is_file():
        raise UnknownScenario(name, tuple(paths))
    return open_file(Path(name))


def scenarios(
    translate: Translate = lambda loaded: loaded, hear: Hear = lambda _sentence: None
) -> list[LoadedScenario]:
    """All of what `list_shelf` lists, opened."""
    return [entry.open() for entry in list_shelf(translate, hear)]


def list_shelf(
    translate: Translate = lambda loaded: loaded,
    hear: Hear = lambda _sentence: None,
    index: ShelfIndex | None = None,
) -> list[ShelfEntry]:
    """The shipped scenarios that can sail, easiest first: by their minutes, then by title.

    hear: is told of each file that is broken, with its first error; no other scenario is the worse
    for it. index: where those are kept that need not be opened for it.
    """
    index = index or ShelfIndex()
    entries = []
    for path in sorted(bundled_folder("scenarios").glob("*.yaml")):
        try:
            entries.append(_entry(path, translate, hear, index))
        except (ScenarioBroken, OSError) as wrong:
            hear(_("Left out: {reason}", reason=_first(wrong, path)))
    index.save()
    return sorted(entries, key=lambda entry: (entry.minutes_solo, entry.title))


def _entry(path: Path, translate: Translate, hear: Hear, index: ShelfIndex) -> ShelfEntry:
    """A file's entry, as the index has it, or as it is once it has been opened."""
    data = read_bytes(path)
    row = _checked_row(index.row(data)) or _row(load(str(path), data))
    index.keep(data, row)

    def opened() -> LoadedScenario:
        return translate_or_own(open_bytes(str(path), data), translate, hear)

    if row["language"] != spoken() and _is_translated(path, row["id"]):
        return shelf_entry(opened())
    return ShelfEntry(**row, open=opened)


def _is_translated(path: Path, id: str) -> bool:
    """Whether somebody has begun to translate it into the language that is spoken."""
    beside = [*translations_of(path), *translations_of(path.with_name(f"{id}.yaml"))]
    return any(language_of(translation) == spoken() for translation in beside)


def shelf_entry(loaded: LoadedScenario) -> ShelfEntry:
    """The entry of a scenario that is open."""
    return ShelfEntry(**_row(loaded.scenario), open=lambda: loaded)


def _row(scenario: Scenario) -> dict[str, Any]:
    return {name: getattr(scenario, name) for name in ROW}


def _checked_row(row: Any) -> dict[str, Any] | None:
    """A row as the index should have it; None for any other."""
    try:
        checked = {name: row[name] for name in ROW} | {"teaches": Theme(row["teaches"])}
    except (TypeError, KeyError, ValueError):
        return None
    kinds = {"minutes_solo": int, "minutes_group": int}
    is_sound = all(isinstance(checked[name], kinds.get(name, str)) for name in ROW)
    return checked if is_sound else None


def translate_or_own(loaded: LoadedScenario, translate: Translate, hear: Hear) -> LoadedScenario:
    """A scenario in the language that is spoken, or in its own where the translation is broken."""
    try:
        return translate(loaded)
    except (ScenarioBroken, OSError) as wrong:
        own = open_bytes(loaded.file, loaded.text.encode())
        reason = _first(wrong, Path(loaded.file))
        hear(
            _(
                "{title} is told in its own language: {reason}",
                title=own.scenario.title,
                reason=reason,
            )
        )
        return own


def _first(wrong: ScenarioBroken | OSError, path: Path) -> str:
    """What is wrong with a file, in a line: its first error, and where that is."""
    if isinstance(wrong, OSError):
        return f"{path.name}: {wrong.strerror or wrong}"
    first = next(found for found in wrong.findings if found.severity is Severity.ERROR)
    at = first.at
    return f"{Path(at.file).name}:{at.line}:{at.column}: {first.code} {first.message}"


def _text_of(data: bytes) -> str:
    return data.decode("utf-8-sig", errors="replace")
