"""The shelf: what there is to sail, shipped and one's own, as lists show it.

A thousand scenarios are listed without opening one: what was opened before stands in the index.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import normalize

from game.findings import EvenKeelError, ScenarioBroken, Severity
from game.i18n import _, spoken
from game.scenario.chest.names import LARGEST, SUFFIX
from game.scenario.loading.files import (
    TRANSLATION,
    TRANSLATIONS,
    files_in,
    read_bytes,
)
from game.scenario.loading.library import open_bytes, open_file, own_files, shipped_files
from game.scenario.loading.shelf_index import ShelfIndex
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario, Theme


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """What a list shows of a scenario. open: load all of it.

    file: of one's own, where it is; empty for a shipped one.
    """

    id: str
    title: str
    summary: str
    teaches: Theme
    minutes_solo: int
    minutes_group: int
    language: str
    version: str
    author: str
    license: str
    open: Callable[[], LoadedScenario]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to sail; broken: a sentence for each that is left out or not translated."""

    entries: tuple[ShelfEntry, ...]
    broken: tuple[str, ...] = ()


Translate = Callable[[LoadedScenario], LoadedScenario]
"""The same scenario in the language that is spoken; may raise ScenarioBroken or OSError."""
Hear = Callable[[str], None]
"""Is told a sentence."""
ROW = (
    *("id", "title", "summary", "teaches", "minutes_solo", "minutes_group", "language"),
    *("version", "author", "license"),
)
"""What the index keeps of a scenario."""
BROKEN = "broken"
"""What the index keeps in place of it of one that cannot sail: its first finding."""


def scenarios(
    translate: Translate = lambda loaded: loaded, hear: Hear = lambda _sentence: None
) -> list[LoadedScenario]:
    """The shipped ones of what `list_shelf` lists, opened."""
    return [entry.open() for entry in list_shelf(translate, hear)]


def list_shelf(
    translate: Translate = lambda loaded: loaded,
    hear: Hear = lambda _sentence: None,
    index: ShelfIndex | None = None,
    own: Path | None = None,
) -> list[ShelfEntry]:
    """What can sail: the shipped ones and then one's own, each easiest first, then by title.

    hear: is told of each file that is broken, with its first finding; no other scenario is the
    worse for it. index: where those are kept that need not be opened for it. own: the folder of the
    reader's own.
    """
    shelving = _Shelving(translate, hear, index or ShelfIndex())
    shipped, mine = shipped_files(), own_files(own)
    entries = [*shelving.entries(shipped, is_own=False), *shelving.entries(mine, is_own=True)]
    shelving.index.save()
    return entries


@dataclass(slots=True)
class _Shelving:
    """Entries are made of files, no id twice."""

    translate: Translate
    hear: Hear
    index: ShelfIndex
    _taken: dict[str, str] = field(default_factory=dict)

    def entries(self, files: list[Path], *, is_own: bool) -> list[ShelfEntry]:
        found = []
        for path in files:
            try:
                found.append(self._entry(path, is_own=is_own))
            except (EvenKeelError, OSError) as wrong:
                self.hear(_("Left out: {reason}", reason=_first(wrong, path)))
        return sorted(found, key=lambda entry: (entry.minutes_solo, entry.title))

    def _entry(self, path: Path, *, is_own: bool) -> ShelfEntry:
        """A file's entry, as the index has it, or as it is once it has been opened."""
        data, told = _material(path)
        row = self.index.row(data, told)
        known = _checked_row(row)
        if known is None and isinstance(row, dict) and isinstance(row.get(BROKEN), str):
            self.index.keep(data, row, told)
            raise _KnownBroken(row[BROKEN])
        heard: list[str] = []
        try:
            shown = known or _row(self._opened(path, heard.append).scenario)
        except (EvenKeelError, OSError) as wrong:
            self.index.keep(data, {BROKEN: _first(wrong, path)}, told)
            raise
        for sentence in heard:  # and again the next time: a translation is broken
            self.hear(sentence)
        if not heard:
            self.index.keep(data, shown, told)
        if (other := self._taken.setdefault(shown["id"], str(path))) != str(path):
            held = {"file": path.name, "id": shown["id"], "other": Path(other).name}
            raise _KnownBroken(_("{file}: {other} has the id '{id}' already", **held))
        opened = partial(self._opened, path, self.hear)
        return ShelfEntry(**shown, open=opened, file=str(path) if is_own else "")

    def _opened(self, path: Path, hear: Hear) -> LoadedScenario:
        return translate_or_own(open_file(path), self.translate, hear)


@dataclass
class _KnownBroken(EvenKeelError):
    """A file that was found to be broken before, or has another's id."""

    reason: str

    def message(self) -> str:
        return self.reason


def _material(path: Path) -> tuple[bytes, str]:
    """All that an entry is made of: the file's bytes, and by which translation it is told."""
    if path.suffix == SUFFIX:
        return read_bytes(path, LARGEST), spoken()
    data = read_bytes(path)
    beside = _translations_in(path.parent / TRANSLATIONS, spoken())
    translation = beside.get(normalize("NFC", path.stem))
    if translation is None:
        return data, ""
    return data, f"{spoken()} {sha256(read_bytes(translation)).hexdigest()}"


def _translations_in(folder: Path, language: str) -> Mapping[str, Path]:
    """The translations into a language, by the names of the scenarios' files, without ending."""
    try:
        written = folder.stat().st_mtime_ns
    except OSError:
        return {}
    return _listed(folder, language, written)


@cache
def _listed(folder: Path, language: str, _written: int) -> Mapping[str, Path]:
    """One list for all that stand in a folder, as long as nothing comes there or goes."""
    named = ((TRANSLATION.fullmatch(path.name), path) for path in files_in(folder))
    return {
        normalize("NFC", match["of"]): path
        for match, path in named
        if match and match["language"] == language
    }


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
        held = {"title": own.scenario.title, "reason": _first(wrong, Path(loaded.file))}
        hear(_("{title} is told in its own language: {reason}", **held))
        return own


def _first(wrong: EvenKeelError | OSError, path: Path) -> str:
    """What is wrong with a file, in a line: its first error, and where that is."""
    if isinstance(wrong, OSError):
        return f"{path.name}: {wrong.strerror or wrong}"
    if not isinstance(wrong, ScenarioBroken):
        return str(wrong).replace(f"{path.parent}/", "")
    first = next(found for found in wrong.findings if found.severity is Severity.ERROR)
    at = first.at
    return f"{Path(at.file).name}:{at.line}:{at.column}: {first.code} {first.message}"
