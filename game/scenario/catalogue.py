"""The catalogue: which scenarios there are, and finding one by its id or its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.findings import ScenarioBroken, UnknownScenario
from game.scenario.files import read_bytes, shipped
from game.scenario.loading import load
from game.scenario.scenario import Scenario


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


def catalogue() -> list[Shelf]:
    """The shipped scenarios, easiest first: by their minutes, then by title.

    Raises:
        ScenarioBroken: if a shipped file has been damaged.
    """
    shelves = [open_file(path) for path in shipped("scenarios").glob("*.yaml")]
    return sorted(shelves, key=lambda shelf: (shelf.scenario.minutes_solo, shelf.scenario.title))


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
    loaded = load(file, data)
    text = data.decode("utf-8-sig", errors="replace")
    if loaded.scenario is None:
        raise ScenarioBroken(file, loaded.findings, text)
    return Shelf(loaded.scenario, text, file)
