"""Translations: a scenario's texts in another language, read as strictly as scenarios (T rules).

A file `translations/NAME.de.yaml` stands beside the scenario's `NAME.yaml`. Every text carries the
digest of the one that it was made from; once that has changed, the original is shown again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from game.findings import Finding, ScenarioBroken, closest, errors_in, warning
from game.layout.characters import clean, is_blank
from game.scenario.checks.ids import check_language
from game.scenario.checks.text_display import (
    check_characters,
    check_controls,
    check_layout,
    texts_translated,
)
from game.scenario.format.part import Part, Text
from game.scenario.format.validation import CheckedFile
from game.scenario.loading import finding_docs
from game.scenario.loading.check_file import check_and_repair, one_per_cause
from game.scenario.loading.files import (
    bundled_folder,
    language_of,
    read_bytes,
    scenario_of,
    translations_of,
)
from game.scenario.loading.library import open_bytes, open_file
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.scenario import Scenario
from game.scenario.model.texts import digest_of, texts_of, with_other_texts
from game.scenario.repair.read_document import read_document
from game.scenario.yaml.file_tree import FileTree, Spot
from game.scenario.yaml.ignores import check_ignores, without_ignored
from game.scenario.yaml.parser import WORDS

HELD = re.compile(r"\{\w*\}|\d+")
"""What a translation takes over as it stands: words in braces, and figures."""


class TextPart(Part):
    """One text. Its key is the path of ids that leads to it."""

    digest: Text
    """Of the text that it was made from, in quotes; `translate` writes it."""
    text: Annotated[str, Field(max_length=5000)]
    """The same in this language; empty until somebody has written it."""


class TranslationFile(Part):
    """The texts of a scenario in another language."""

    format: Literal[1]
    """The version of this format."""
    of: Text
    """The scenario, by its id."""
    language: Text
    """Which language this is: de, fr …"""
    texts: dict[str, TextPart] = Field(default_factory=dict)
    """Each text by its path, such as `watches.dawn.orders.reef.label`."""


Translation = CheckedFile[TranslationFile]
"""What a translation's file says."""


def translate_scenario(loaded: LoadedScenario, language: str) -> LoadedScenario:
    """A scenario in a language, if somebody has translated it; else in its own.

    The file, its text and so its digest stay: it is the same voyage.

    Raises:
        ScenarioBroken: if the translation has errors.
    """
    if loaded.scenario.language == language:
        return loaded
    own = open_bytes(loaded.file, loaded.text.encode())
    path = next((path for path in _translations(own) if language_of(path) == language), None)
    if path is None or own.scenario.language == language:
        return own
    return _translated(own, language, str(path), read_bytes(path))


def load_translated(file: str, text: str, language: str, translation: str) -> LoadedScenario:
    """A scenario as a logbook or a journal keeps it: in the language that it was told in there.

    text, translation: what the two files said; without a translation it is told in its own.

    Raises:
        ScenarioBroken: if one of them has errors.
    """
    own = open_bytes(file, text.encode())
    if not translation:
        return own
    return _translated(own, language, f"{file}, its translation", translation.encode())


def languages_of(loaded: LoadedScenario) -> list[str]:
    """Those that a scenario can be told in: its own, and those that somebody has begun."""
    own = open_bytes(loaded.file, loaded.text.encode())
    begun = [language_of(path) for path in _translations(own)]
    return list(dict.fromkeys([own.scenario.language, *filter(None, [loaded.told_in]), *begun]))


def _translations(loaded: LoadedScenario) -> list[Path]:
    """Beside the scenario's file; for one that lies in a logbook, beside the shipped one."""
    known = bundled_folder("scenarios") / f"{loaded.scenario.id}.yaml"
    return [*translations_of(Path(loaded.file)), *translations_of(known)]


def _translated(own: LoadedScenario, language: str, file: str, data: bytes) -> LoadedScenario:
    """A scenario by what a translation's file says of the texts that it has now."""
    read, text = examine_translation(file, data, own.scenario), data.decode("utf-8-sig", "replace")
    if read.document is None:
        raise ScenarioBroken(file, errors_in(read.findings), text)
    texts = {
        path: clean(read.document.texts[path].text.strip())
        for path, original in texts_of(own.scenario).items()
        if _is_there(read.document, path)
        and read.document.texts[path].digest == digest_of(original)
    }
    scenario = with_other_texts(own.scenario, language, texts)
    return replace(own, scenario=scenario, translation=text)


def open_original(path: Path) -> Scenario:
    """The scenario that a translation's file belongs to.

    Raises:
        ScenarioBroken: if it has errors.
        OSError: if it cannot be read.
    """
    return open_file(scenario_of(path)).scenario


def examine_translation(file: str, data: bytes, scenario: Scenario) -> Translation:
    """Every error in a translation, and what it lacks. Never raises."""
    return check_and_repair(data, partial(_check, file, scenario=scenario))


def _check(file: str, data: bytes, scenario: Scenario) -> Translation:
    """What a translation says as it is."""
    source, document, findings, ignores = read_document(file, data, TranslationFile, WORDS)
    if source is None:
        return CheckedFile(None, None, one_per_cause(findings))
    texts, text = texts_translated(source), data.decode("utf-8-sig", errors="replace")
    findings += [*_errors(source, scenario), *check_controls(texts, text)]
    if document and not errors_in(findings):
        findings += _doubts(source, document, scenario)
        findings += check_characters(texts, text)
        findings += [*check_layout(texts), *check_language(source)]
        findings += check_ignores(findings, ignores, finding_docs.codes())
    shown = one_per_cause(without_ignored(findings, ignores))
    return CheckedFile(source, None if errors_in(shown) else document, shown)


def _errors(source: FileTree, scenario: Scenario) -> Iterator[Finding]:
    """R001, T001, T004: it is of this scenario, text by text."""
    for spot in source.each("of"):
        if spot.text and spot.text != scenario.id:
            message = f"the scenario beside this folder is '{scenario.id}', not '{spot.text}'"
            yield Finding("R001", spot.node.at, message, f"write 'of: {scenario.id}'")
    originals = texts_of(scenario)
    for spot in source.each("texts.*"):
        if spot.name not in originals:
            message = f"the scenario has no text '{spot.name}'"
            hint = closest(spot.name, originals) or "delete this entry"
            yield Finding("T001", spot.key_at, message, hint)
        elif text := spot.get("text"):
            yield from _check_held(text, originals[spot.name])


def _check_held(text: Spot, original: str) -> Iterator[Finding]:
    """T004: words in braces and figures are those of the original."""
    here, there = set(HELD.findall(text.text)), set(HELD.findall(original))
    if is_blank(text.text) or here == there:
        return
    lost, more = sorted(there - here), sorted(here - there)
    each = [f"'{one}' is missing" for one in lost] + [f"'{one}' is too much" for one in more]
    yield Finding("T004", text.node.at, " and ".join(each), f"the original: {_short(original)}")


def _doubts(source: FileTree, document: TranslationFile, scenario: Scenario) -> Iterator[Finding]:
    """T002, T003: what was made from another text, and what has not been made."""
    originals = texts_of(scenario)
    missing = [path for path in originals if not _is_there(document, path)]
    if missing:
        there = 100 * (len(originals) - len(missing)) // len(originals)
        message = f"texts are missing: {len(missing)} of {len(originals)}, {there} % are there"
        hint = f"such as '{missing[0]}'; 'even-keel translate' makes room for them"
        yield warning("T003", source.find(("language",)).node.at, message, hint)
    for path, text in originals.items():
        if _is_there(document, path) and document.texts[path].digest != digest_of(text):
            spot = source.find(("texts", path, "digest"))
            message = "made from another text than the scenario has now"
            hint = f'when it fits "{_short(text)}", write "{digest_of(text)}"'
            yield warning("T002", spot.node.at, message, hint)


def _is_there(document: TranslationFile, path: str) -> bool:
    return path in document.texts and not is_blank(document.texts[path].text)


def _short(text: str, most: int = 60) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[: most - 2]} …"
