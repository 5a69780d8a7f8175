"""The verb check: what is wrong in scenario files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from game.cli.io import print_err, print_json, print_out
from game.cli.support.finding_formats import FORMATS, Checked, Format
from game.cli.support.project_settings import project_settings_of
from game.files.kinds import Kind, head_of, kind_of
from game.findings import ScenarioBroken, Severity
from game.scenario.loading.check_beside import check_beside
from game.scenario.loading.files import (
    ENDINGS,
    TRANSCRIPTS,
    is_translation,
    read_bytes,
    scenario_in,
    translations_of,
)

Fix = Annotated[bool, typer.Option("--fix", help="First do what is certain, and say what.")]


def check(
    files: Annotated[list[Path], typer.Argument(help="Scenarios, what belongs to them, folders.")],
    style: Annotated[Format, typer.Option("--format", help="For whom.")] = Format.TEXT,
    fix: Fix = False,
) -> None:
    """Tell what is wrong with scenario files, and the way out."""
    wanted = [one for file in files for one in _files(file)]
    if fix:
        for file in wanted:
            _fix(file)
    checked = [one for file in wanted for one in _with_translations(file)]
    tell = print_json if style in {Format.JSON, Format.SARIF} else print_out
    tell(FORMATS[style](checked))
    found = (finding for one in checked for finding in one.findings)
    if any(finding.severity is Severity.ERROR for finding in found):
        raise typer.Exit(1)


def _files(path: Path) -> list[Path]:
    """The files that a path means: of a folder, the scenarios and transcripts below it.

    Raises:
        BadParameter: if there is none.
    """
    if not path.is_dir():
        return [scenario_in(path)]
    every = sorted(one for end in ENDINGS for one in path.rglob(f"*{end}") if one.is_file())
    kinds = {Kind.SCENARIO, Kind.TRANSCRIPTS}
    found = [one for one in every if not is_translation(one) and kind_of(head_of(one)) in kinds]
    if not found:
        raise typer.BadParameter(f"no scenario is in {path}")
    return found


def _fix(file: Path) -> None:
    """Write a file, and its translations, without what is certainly wrong."""
    from game.files.writing import Writing, write_all
    from game.scenario.repair.certain_edits import repaired
    from game.ui.editor.analysis import check_for

    for one in (file, *translations_of(file)):
        data = read_bytes(one)
        fixed, edits = repaired(data, check_for(one))
        kind = kind_of(fixed)
        if edits and kind:
            write_all([Writing(one, fixed, kind, over=data)])
        for edit in edits:
            at = edit.at
            print_err(f"{one}:{at.line}:{at.column}: {edit.finding.code} now says {edit.new}")


def _with_translations(file: Path) -> Iterator[Checked]:
    """A scenario's translations are looked at with it: a change of its texts outdates them."""
    yield (whole := _checked(file))
    if not any(found.severity is Severity.ERROR for found in whole.findings):
        for translation in translations_of(file):
            yield _checked(translation)


def _checked(file: Path) -> Checked:
    if file.name.endswith(TRANSCRIPTS):
        return _checked_transcripts(file)
    data = read_bytes(file)
    if is_translation(file):
        from game.scenario.translation.translation import examine_translation, open_original

        found = examine_translation(str(file), data, open_original(file)).findings
    else:
        found = check_beside(str(file), data, file.parent).findings
    findings = project_settings_of(file).graded(found)
    return Checked(str(file), data.decode("utf-8-sig", errors="replace"), findings)


def _checked_transcripts(file: Path) -> Checked:
    from game.scenario.transcripts.transcript import open_transcripts

    try:
        transcripts = open_transcripts(file)
    except ScenarioBroken as broken:  # perhaps the scenario that they belong to
        return Checked(broken.file, broken.text, project_settings_of(file).graded(broken.findings))
    return Checked(str(file), transcripts.text, ())
