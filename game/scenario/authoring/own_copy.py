"""A copy of a scenario under a new id, with its translations, transcripts and faces."""

from __future__ import annotations

import re
from pathlib import Path

from game.scenario.authoring.new_scenario import id_of, path_to_schema
from game.scenario.authoring.packing import pictures_of
from game.scenario.loading.files import (
    TRANSLATIONS,
    language_of,
    read_bytes,
    transcripts_of,
    translations_of,
)
from game.scenario.model.loaded import LoadedScenario


def copied_files(loaded: LoadedScenario, name: str, folder: Path) -> dict[Path, bytes]:
    """All files of a copy, for a folder; the scenario's own comes first.

    Raises:
        UnusableScenarioName: if the name makes no id.
        CannotPack: if a face may not be shown.
    """
    id, old = id_of(name), Path(loaded.file)
    one = loaded.scenario
    credit = ", ".join(filter(None, (f"{one.id} {one.version}", one.author, one.license)))
    text = _line("id", f"id: {id}  # copied from {credit}", loaded.text)
    text = re.sub(r"\$schema=\S+", f"$schema={path_to_schema(folder)}", text, count=1)
    files = {folder / f"{id}.yaml": text.encode()}
    for beside in translations_of(old):
        told = _line("of", f"of: {id}", read_bytes(beside).decode("utf-8-sig", "replace"))
        files[folder / TRANSLATIONS / f"{id}.{language_of(beside)}.yaml"] = told.encode()
    if transcripts := transcripts_of(old):
        held = _line(
            "scenario", f"scenario: {id}.yaml", read_bytes(transcripts).decode("utf-8-sig")
        )
        files[folder / f"{id}.test.yaml"] = held.encode()
    return files | {folder / face: data for face, data in pictures_of(old, loaded)}


def _line(key: str, line: str, text: str) -> str:
    """A text with its line of a key at the left edge replaced."""
    return re.sub(rf"^{key}:[^\r\n]*", lambda _: line, text, count=1, flags=re.MULTILINE)
