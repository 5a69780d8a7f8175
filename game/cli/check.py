"""Verbs about findings: check."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.edge import say
from game.findings import Finding, Severity, report


class Format(StrEnum):
    """How findings are told."""

    TEXT = "text"
    JSON = "json"


def check(
    files: Annotated[list[Path], typer.Argument(help="Scenario files.")],
    style: Annotated[Format, typer.Option("--format")] = Format.TEXT,
) -> None:
    """Tell what is wrong with scenario files, and the way out."""
    from game.scenario.catalogue import read_bytes
    from game.scenario.loading import load

    told: list[Finding] = []
    for file in files:
        data = read_bytes(file)
        findings = load(str(file), data).findings
        told += findings
        if style is Format.TEXT:
            text = data.decode("utf-8-sig", errors="replace")
            for finding in findings:
                say(report(finding, text) + "\n")
            say(f"{file}: {_count(findings)}")
    if style is Format.JSON:
        say(json.dumps([_as_json(finding) for finding in told], indent=2, ensure_ascii=False))
    if any(finding.severity is Severity.ERROR for finding in told):
        raise typer.Exit(1)


def _count(findings: tuple[Finding, ...]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    rest = len(findings) - errors
    words = [
        f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (rest, "warning")) if n
    ]
    return " and ".join(words) or "fine"


def _as_json(finding: Finding) -> dict[str, str | int]:
    at = finding.at
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "hint": finding.hint,
    }
