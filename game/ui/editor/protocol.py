"""Our positions as editors count them: from 0, in units of UTF-16, and files as addresses."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from lsprotocol.types import (
    Diagnostic,
    DiagnosticSeverity,
    Range,
)
from lsprotocol.types import Position as EditorPosition

from game.findings import Finding, Position, Severity
from game.ui.editor.places import characters, utf16

GRAVE = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}
NAME = "even-keel"


def uri_of(path: Path) -> str:
    return path.absolute().as_uri()


def path_of(uri: str) -> Path:
    """The file of an address; of a buffer without a file, its name."""
    parts = urlsplit(uri)
    return Path(url2pathname(unquote(parts.path)) if parts.scheme == "file" else parts.path)


def range_of(text: str, at: Position) -> Range:
    """A position of ours, within what the text holds."""
    lines = text.split("\n")
    number = min(max(at.line - 1, 0), len(lines) - 1)
    line = lines[number]
    start = min(at.column - 1, len(line))
    end = min(start + max(at.width, 1), len(line))
    return Range(
        EditorPosition(number, utf16(line, start)), EditorPosition(number, utf16(line, end))
    )


def column_of(text: str, at: EditorPosition) -> int:
    """An editor's column in characters."""
    lines = text.split("\n")
    return characters(lines[at.line], at.character) if at.line < len(lines) else 0


def diagnostic_of(found: Finding, text: str) -> Diagnostic:
    """A finding as editors show it: what is wrong, then the way out."""
    return Diagnostic(
        range=range_of(text, found.at),
        message=f"{found.message}\n{found.hint}".rstrip(),
        severity=GRAVE[found.severity],
        code=found.code,
        source=NAME,
    )
