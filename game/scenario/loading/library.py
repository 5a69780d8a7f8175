"""The library: which scenarios there are, and finding one by its id or its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game.findings import ScenarioBroken, Severity, UnknownScenario
from game.i18n import _
from game.scenario.loading.files import bundled_folder, read_bytes
from game.scenario.loading.load import load_to_sail
from game.scenario.model.scenario import Scenario


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


Tell = Callable[[LoadedScenario], LoadedScenario]
"""The same scenario in the language that is spoken; may raise ScenarioBroken or OSError."""
Hear = Callable[[str], None]
"""Is told a sentence."""


def scenarios(
    tell: Tell = lambda loaded: loaded, hear: Hear = lambda _told: None
) -> list[LoadedScenario]:
    """The shipped scenarios that can sail, easiest first: by their minutes, then by title.

    hear: is told of each file that is broken, with its first error; no other
    scenario is the worse for it.
    """
    library = []
    for path in sorted(bundled_folder("scenarios").glob("*.yaml")):
        try:
            loaded = open_file(path)
        except (ScenarioBroken, OSError) as wrong:
            hear(_("Left out: {reason}", reason=_first(wrong, path)))
            continue
        library.append(told(loaded, tell, hear))
    return sorted(library, key=lambda loaded: (loaded.scenario.minutes_solo, loaded.scenario.title))


def told(loaded: LoadedScenario, tell: Tell, hear: Hear) -> LoadedScenario:
    """A scenario in the language that is spoken, or in its own where the translation is broken."""
    try:
        return tell(loaded)
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


def open_file(path: Path) -> LoadedScenario:
    """The scenario in a file.

    Raises:
        ScenarioBroken: if the file has errors.
        OSError: if it cannot be read.
    """
    return open_bytes(str(path), read_bytes(path))


def open_bytes(file: str, data: bytes) -> LoadedScenario:
    """The scenario in these bytes.

    Raises:
        ScenarioBroken: if they have errors.
    """
    loaded = load_to_sail(file, data)
    text = data.decode("utf-8-sig", errors="replace")
    if loaded.scenario is None:
        raise ScenarioBroken(file, loaded.findings, text)
    return LoadedScenario(loaded.scenario, text, file)
