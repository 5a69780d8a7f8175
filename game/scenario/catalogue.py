"""The catalogue: which scenarios there are, and finding one by its id or its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.findings import ScenarioBroken, Severity, UnknownScenario
from game.scenario.files import read_bytes, shipped
from game.scenario.loading import load_to_sail
from game.scenario.scenario import Scenario
from game.tongue import _


@dataclass(frozen=True, slots=True)
class Shelf:
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


Tell = Callable[[Shelf], Shelf]
"""The same scenario in the language that is spoken; may raise ScenarioBroken or OSError."""
Hear = Callable[[str], None]
"""Is told a sentence."""


def catalogue(tell: Tell = lambda shelf: shelf, hear: Hear = lambda _told: None) -> list[Shelf]:
    """The shipped scenarios that can sail, easiest first: by their minutes, then by title.

    hear: is told of each file that is broken, with its first error; no other
    scenario is the worse for it.
    """
    shelves = []
    for path in sorted(shipped("scenarios").glob("*.yaml")):
        try:
            shelf = open_file(path)
        except (ScenarioBroken, OSError) as wrong:
            hear(_("Left out: {reason}", reason=_first(wrong, path)))
            continue
        shelves.append(told(shelf, tell, hear))
    return sorted(shelves, key=lambda shelf: (shelf.scenario.minutes_solo, shelf.scenario.title))


def told(shelf: Shelf, tell: Tell, hear: Hear) -> Shelf:
    """A scenario in the language that is spoken, or in its own where the translation is broken."""
    try:
        return tell(shelf)
    except (ScenarioBroken, OSError) as wrong:
        own = open_bytes(shelf.file, shelf.text.encode())
        reason = _first(wrong, Path(shelf.file))
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


def find(name: str) -> Shelf:
    """The scenario with this id, or in this file.

    Raises:
        UnknownScenario: if it is neither.
        ScenarioBroken: if the file has errors.
    """
    paths = {path.stem: path for path in shipped("scenarios").glob("*.yaml")}
    if name in paths:
        return open_file(paths[name])
    if not Path(name).is_file():
        raise UnknownScenario(name, tuple(paths))
    return open_file(Path(name))


def open_file(path: Path) -> Shelf:
    """The scenario in a file.

    Raises:
        ScenarioBroken: if the file has errors.
        OSError: if it cannot be read.
    """
    return open_bytes(str(path), read_bytes(path))


def open_bytes(file: str, data: bytes) -> Shelf:
    """The scenario in these bytes.

    Raises:
        ScenarioBroken: if they have errors.
    """
    loaded = load_to_sail(file, data)
    text = data.decode("utf-8-sig", errors="replace")
    if loaded.scenario is None:
        raise ScenarioBroken(file, loaded.findings, text)
    return Shelf(loaded.scenario, text, file)
