"""The verb that begins a translation and brings it up to date: translate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli.find_scenario import find_scenario
from game.cli.io import print_out
from game.cli.language import as_language
from game.cli.options import Named
from game.files.durable_folders import make_folders
from game.files.kinds import Kind
from game.files.writing import Writing, write, write_all
from game.findings import ScenarioBroken, Severity
from game.scenario.chest.names import LARGEST
from game.scenario.loading.files import (
    TRANSLATIONS,
    chest_above,
    language_of,
    read_bytes,
    translations_of,
)
from game.scenario.model.scenario import Scenario
from game.scenario.translation.po import (
    PoBroken,
    PoEntry,
    given_by,
    po_entries,
    read_po,
    written_po,
)
from game.scenario.translation.translation import Translation, examine_translation
from game.scenario.translation.update import draft
from game.scenario.yaml.decoding import decode, encode_like


def translate(
    scenario: Named,
    language: Annotated[str, typer.Argument(callback=as_language, help="Into which, as: de")],
    po: Annotated[
        Path | None, typer.Option("--po", metavar="FILE", help="Write it for Poedit and others.")
    ] = None,
    from_po: Annotated[
        Path | None, typer.Option("--from-po", metavar="FILE", help="Take over what is in one.")
    ] = None,
) -> None:
    """Begin a scenario's translation, or refresh it; what is translated already stays."""
    loaded = find_scenario(scenario)
    if language == loaded.scenario.language:
        raise typer.BadParameter(f"the scenario is written in '{language}' already")
    path = Path(loaded.file)
    if chest_above(path):
        own = f"even-keel new NAME --from {loaded.scenario.id}"
        raise typer.BadParameter(f"it lies in a chest, which nobody writes in: begin with {own}")
    begun = (file for file in translations_of(path) if language_of(file) == language)
    file = next(begun, path.parent / TRANSLATIONS / f"{path.stem}.{language}.yaml")
    data = read_bytes(file) if file.exists() else b""
    old = _old(file, data, loaded.scenario) if data else None
    given = given_by(_entries(from_po), loaded.scenario) if from_po else {}
    made = draft(loaded.scenario, language, old, decode(str(file), data)[0], given)
    if po:
        entries = po_entries(loaded.scenario, old)
        write(po, written_po(loaded.scenario, language, entries).encode(), Kind.PO)
        print_out(f"{po}: {made.there} of {made.of} texts are there, {made.stale} of them stale")
        return
    make_folders(file.parent)
    write_all([Writing(file, encode_like(data, made.text), Kind.TRANSLATION, over=data)])
    print_out(f"{file}: {made.there} of {made.of} texts are there, {made.stale} of them stale")


def _entries(file: Path) -> list[PoEntry]:
    """What a translator's file says.

    Raises:
        PoBroken: if it cannot be read.
    """
    text, wrong = decode(str(file), read_bytes(file, LARGEST))
    if wrong:
        raise PoBroken(str(file), wrong[0].at.line, wrong[0].message)
    return read_po(str(file), text)


def _old(file: Path, data: bytes, scenario: Scenario) -> Translation:
    """What is in the file.

    Raises:
        ScenarioBroken: if it cannot be read; it is left as it is.
    """
    old = examine_translation(str(file), data, scenario)
    if old.document is None:
        wrong = tuple(found for found in old.findings if found.severity is Severity.ERROR)
        raise ScenarioBroken(str(file), wrong, data.decode("utf-8-sig", errors="replace"))
    return old
