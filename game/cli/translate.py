"""The verb that begins a translation and brings it up to date: translate."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.edge import say
from game.cli.options import Named
from game.files.folders import make
from game.files.kinds import Kind
from game.files.writing import Writing, write_all
from game.findings import ScenarioBroken, Severity

if TYPE_CHECKING:
    from game.scenario.scenario import Scenario
    from game.scenario.translation import Translation


def translate(
    scenario: Named,
    language: Annotated[str, typer.Argument(help="Into which, such as: de")],
) -> None:
    """Begin a scenario's translation, or refresh it; what is translated already stays."""
    from game.scenario.catalogue import find
    from game.scenario.files import TRANSLATIONS, read_bytes
    from game.scenario.translating import draft

    if not re.fullmatch("[a-z]{2,3}", language):
        raise typer.BadParameter(f"'{language}' is no language: write it as de")
    shelf = find(scenario)
    if language == shelf.scenario.language:
        raise typer.BadParameter(f"the scenario is written in '{language}' already")
    path = Path(shelf.file)
    file = path.parent / TRANSLATIONS / f"{path.stem}.{language}.yaml"
    data = read_bytes(file) if file.exists() else None
    old, text = _old(file, data, shelf.scenario) if data else (None, "")
    made = draft(shelf.scenario, language, old, text)
    make(file.parent)
    write_all([Writing(file, made.text.encode(), Kind.TRANSLATION, over=data)])
    say(f"{file}: {made.there} of {made.of} texts are there, {made.stale} of them stale")


def _old(file: Path, data: bytes, scenario: Scenario) -> tuple[Translation, str]:
    """What is in the file.

    Raises:
        ScenarioBroken: if it cannot be read; it is left as it is.
    """
    from game.scenario.translation import examine_translation

    text = data.decode("utf-8-sig", errors="replace")
    old = examine_translation(str(file), data, scenario)
    if old.document is None:
        wrong = tuple(found for found in old.findings if found.severity is Severity.ERROR)
        raise ScenarioBroken(str(file), wrong, text)
    return old, text
