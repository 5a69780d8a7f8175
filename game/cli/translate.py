"""The verb that begins a translation and brings it up to date: translate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.edge import put, say
from game.cli.options import Named
from game.cli.speaking import as_language
from game.findings import ScenarioBroken, Severity

if TYPE_CHECKING:
    from game.scenario.scenario import Scenario
    from game.scenario.translation import Translation


def translate(
    scenario: Named,
    language: Annotated[str, typer.Argument(callback=as_language, help="Into which, as: de")],
) -> None:
    """Begin a scenario's translation, or refresh it; what is translated already stays."""
    from game.scenario.catalogue import find
    from game.scenario.files import TRANSLATIONS, language_of, translations_of
    from game.scenario.translating import draft

    shelf = find(scenario)
    if language == shelf.scenario.language:
        raise typer.BadParameter(f"the scenario is written in '{language}' already")
    path = Path(shelf.file)
    begun = (file for file in translations_of(path) if language_of(file) == language)
    file = next(begun, path.parent / TRANSLATIONS / f"{path.stem}.{language}.yaml")
    old, text = _old(file, shelf.scenario) if file.exists() else (None, "")
    made = draft(shelf.scenario, language, old, text)
    file.parent.mkdir(exist_ok=True)
    put(file, made.text.encode())
    say(f"{file}: {made.there} of {made.of} texts are there, {made.stale} of them stale")


def _old(file: Path, scenario: Scenario) -> tuple[Translation, str]:
    """What is in the file.

    Raises:
        ScenarioBroken: if it cannot be read; it is left as it is.
    """
    from game.scenario.files import read_bytes
    from game.scenario.translation import examine_translation

    data = read_bytes(file)
    text = data.decode("utf-8-sig", errors="replace")
    old = examine_translation(str(file), data, scenario)
    if old.document is None:
        wrong = tuple(found for found in old.findings if found.severity is Severity.ERROR)
        raise ScenarioBroken(str(file), wrong, text)
    return old, text
