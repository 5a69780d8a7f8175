"""One file as it is typed: what is wrong with it, what it names, and what is beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from game.files.kinds import Kind
from game.findings import EvenKeelError, Finding, ScenarioBroken
from game.scenario.analysis.id_uses import IdKind, Use, uses_of
from game.scenario.analysis.references_index import names_of
from game.scenario.authoring.rename import ANY_WORDS, uses_in
from game.scenario.format.build import build
from game.scenario.format.document import Document
from game.scenario.loading.check_beside import check_beside
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import (
    TRANSCRIPTS,
    is_translation,
    read_bytes,
    scenario_of,
    transcripts_of,
    translations_of,
)
from game.scenario.model.scenario import Scenario
from game.scenario.transcripts.transcript import open_transcripts
from game.scenario.translation.translation import examine_translation, open_original
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml

DEFINED = {
    IdKind.WATCH: "watches.*",
    IdKind.ORDER: "watches.*.orders.*",
    IdKind.VOICE: "voices.*",
    IdKind.CREW: "cards.*",
    IdKind.ENDING: "endings.*",
}
"""Where an id is given to what it names; a flag is where an order sets it."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its findings. tree: of it, or of the last one that could be read.

    is_scenario: whether it is one; other YAML that an editor has open is none of ours.
    """

    path: Path
    text: str
    findings: tuple[Finding, ...]
    tree: FileTree | None
    scenario: Scenario | None
    is_scenario: bool = False

    @property
    def uses(self) -> list[Use]:
        return list(uses_of(self.tree)) if self.tree else []


def analysed(path: Path, text: str, before: Analysis | None = None) -> Analysis:
    """What is to be said of a file that holds this text. before: what was last. Never raises."""
    data = text.encode(errors="replace")
    tree = before.tree if before else None
    if path.name.endswith(TRANSCRIPTS) or is_translation(path):
        parsed = parse_yaml(str(path), data, word=ANY_WORDS).tree
        found = tuple(check_for(path)(data))
        return Analysis(path, text, found, FileTree(parsed) if parsed else tree, None)
    if not Kind.SCENARIO.fits(data) and not (before and before.is_scenario):
        return Analysis(path, text, (), None, None)
    checked = check_beside(str(path), data, path.parent)
    scenario = None
    if checked.document and checked.source:
        scenario = _built(checked.document, checked.source)
    found = checked.findings
    return Analysis(path, text, found, checked.source or tree, scenario, is_scenario=True)


def _built(document: Document, source: FileTree) -> Scenario | None:
    return build(document, names_of(source))


def check_for(path: Path) -> Callable[[bytes], Iterable[Finding]]:
    """What is wrong with the bytes of such a file."""
    if path.name.endswith(TRANSCRIPTS):
        return lambda data: _of_transcripts(path, data)
    if is_translation(path):
        return lambda data: _of_translation(path, data)
    return lambda data: check_file(str(path), data).findings


def _of_transcripts(path: Path, data: bytes) -> tuple[Finding, ...]:
    try:
        open_transcripts(path, data)
    except ScenarioBroken as broken:
        return broken.findings if broken.file == str(path) else ()
    except (EvenKeelError, OSError):
        return ()
    return ()


def _of_translation(path: Path, data: bytes) -> tuple[Finding, ...]:
    try:
        original = open_original(path)
    except (EvenKeelError, OSError):
        return ()
    return examine_translation(str(path), data, original).findings


@dataclass
class Desk:
    """All files that are open in an editor. opened: what each holds now, by its path."""

    opened: dict[Path, Analysis] = field(default_factory=dict)

    def look(self, path: Path, text: str) -> Analysis:
        """A file as it is now; what has not changed is not looked at again."""
        before = self.opened.get(path)
        if before is None or before.text != text:
            self.opened[path] = analysed(path, text, before)
        return self.opened[path]

    def text_of(self, path: Path) -> str:
        """What a file holds: in the editor, else on disk."""
        if path in self.opened:
            return self.opened[path].text
        return read_bytes(path).decode("utf-8-sig", errors="replace")

    def family(self, path: Path) -> list[Path]:
        """A scenario's file and what belongs to it, from any of these."""
        scenario = path
        if is_translation(path):
            scenario = scenario_of(path)
        elif path.name.endswith(TRANSCRIPTS):
            stem = next(
                path.name.removesuffix(end) for end in TRANSCRIPTS if path.name.endswith(end)
            )
            scenario = path.with_name(f"{stem}.yaml")
        beside = transcripts_of(scenario)
        return [scenario, *filter(None, [beside]), *translations_of(scenario)]

    def uses_by_file(self, path: Path) -> Mapping[Path, list[Use]]:
        """Every use of an id in a scenario and in what belongs to it."""
        return dict(self._uses(path))

    def _uses(self, path: Path) -> Iterator[tuple[Path, list[Use]]]:
        for file in self.family(path):
            if file in self.opened:
                yield file, self.opened[file].uses
                continue
            try:
                yield file, uses_in(str(file), read_bytes(file), ANY_WORDS)
            except (EvenKeelError, OSError):
                continue
