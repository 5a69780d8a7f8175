"""Verbs about findings: check, explain."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import fill, indent
from typing import Annotated

import typer

from game.cli.edge import say, say_json
from game.cli.formats import FORMATS, Checked, Format
from game.findings import ScenarioBroken, Severity
from game.scenario.files import TRANSCRIPTS, is_translation, read_bytes, translations_of


def check(
    files: Annotated[list[Path], typer.Argument(help="Scenarios, or what belongs to them.")],
    style: Annotated[Format, typer.Option("--format", help="For whom.")] = Format.TEXT,
) -> None:
    """Tell what is wrong with scenario files, and the way out."""
    checked = [one for file in files for one in _with_translations(file)]
    told = FORMATS[style](checked)
    say_json(told) if style in {Format.JSON, Format.SARIF} else say(told)
    found = (finding for one in checked for finding in one.findings)
    if any(finding.severity is Severity.ERROR for finding in found):
        raise typer.Exit(1)


def _with_translations(file: Path) -> Iterator[Checked]:
    """A scenario's translations are looked at with it: a change of its texts outdates them."""
    yield (whole := _checked(file))
    if not any(found.severity is Severity.ERROR for found in whole.findings):
        for translation in translations_of(file):
            yield _checked(translation)


def _checked(file: Path) -> Checked:
    from game.cli.project import project_of
    from game.scenario.examining import examine

    if file.name.endswith(TRANSCRIPTS):
        return _checked_transcripts(file)
    data = read_bytes(file)
    if is_translation(file):
        from game.scenario.translation import examine_translation, open_original

        found = examine_translation(str(file), data, open_original(file)).findings
    else:
        found = examine(str(file), data).findings
    findings = project_of(file).graded(found)
    return Checked(str(file), data.decode("utf-8-sig", errors="replace"), findings)


def _checked_transcripts(file: Path) -> Checked:
    from game.cli.project import project_of
    from game.scenario.transcript import open_transcripts

    try:
        transcripts = open_transcripts(file)
    except ScenarioBroken as broken:  # perhaps the scenario that they belong to
        return Checked(broken.file, broken.text, project_of(file).graded(broken.findings))
    return Checked(str(file), transcripts.text, ())


def explain(
    code: Annotated[str, typer.Argument(help="Such as F007; without one, all of them.")] = "",
) -> None:
    """Tell what a finding means, with a bad and a good example."""
    from game.scenario.pages import codes, page

    if not code:
        for known in map(page, codes()):
            say(f"{known.code}  {known.severity:<7}  {known.title}")
        return
    known = page(code.upper())
    say(f"{known.code} ({known.severity}): {known.title}\n\n{fill(known.cause, 80)}\n")
    for name, example in (("Bad", known.bad), ("Good", known.good)):
        say(f"{name}:\n\n{indent(example, '    ')}")
