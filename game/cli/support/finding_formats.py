"""Findings as people and other programs read them: text, JSON, GitHub annotations, SARIF.

Whatever makes findings may tell them so: it hands in what it looked at as `Checked`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from game import __version__
from game.findings import Finding, Severity, count_text, format_finding
from game.layout.characters import clean
from game.scenario.loading.finding_docs import page


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Checked:
    """A file, what stands in it, and what was found."""

    file: str
    text: str
    findings: tuple[Finding, ...]


LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
"""What SARIF calls them."""


def as_text(checked: Iterable[Checked]) -> str:
    """For people: each finding with its line and a caret, and a count a file."""
    lines = []
    for one in checked:
        lines += [format_finding(finding, one.text) + "\n" for finding in one.findings]
        lines.append(f"{one.file}: {count_text(one.findings)}")
    return "\n".join(lines)


def as_json(checked: Iterable[Checked]) -> str:
    """For programs of one's own: a list."""
    rows = [
        {
            "file": finding.at.file,
            "line": finding.at.line,
            "column": finding.at.column,
            "code": finding.code,
            "severity": finding.severity,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in _all(checked)
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_github(checked: Iterable[Checked]) -> str:
    """For GitHub Actions: annotations, a line each."""
    kinds = {**LEVELS, Severity.INFO: "notice"}
    return "\n".join(
        f"::{kinds[finding.severity]} file={_property(finding.at.file)},line={finding.at.line},"
        f"col={finding.at.column},endColumn={finding.at.column + finding.at.width},"
        f"title={finding.code}::{_escaped(_sentence(finding))}"
        for finding in _all(checked)
    )


def as_sarif(checked: Iterable[Checked]) -> str:
    """For code scanning: SARIF 2.1.0, with the page of each code that was found."""
    found = list(_all(checked))
    codes = sorted({finding.code for finding in found})
    run = {
        "tool": {
            "driver": {
                "name": "Even Keel",
                "version": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in found],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


FORMATS: dict[Format, Callable[[Iterable[Checked]], str]] = {
    Format.TEXT: as_text,
    Format.JSON: as_json,
    Format.GITHUB: as_github,
    Format.SARIF: as_sarif,
}


def _all(checked: Iterable[Checked]) -> Iterable[Finding]:
    return (finding for one in checked for finding in one.findings)


def _sentence(finding: Finding) -> str:
    return clean(f"{finding.message} ({finding.hint})" if finding.hint else finding.message)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _rule(code: str) -> dict[str, Any]:

    known = page(code)
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.cause},
        "help": {"text": f"{known.cause}\n\nBad:\n\n{known.bad}\nGood:\n\n{known.good}"},
        "defaultConfiguration": {"level": LEVELS[known.severity]},
    }


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    at = finding.at
    region = {
        "startLine": at.line,
        "startColumn": at.column,
        "endLine": at.line,
        "endColumn": at.column + at.width,
    }
    place = {"artifactLocation": {"uri": _uri(at.file)}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVELS[finding.severity],
        "message": {"text": _sentence(finding)},
        "locations": [{"physicalLocation": place}],
    }


def _uri(file: str) -> str:

    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
