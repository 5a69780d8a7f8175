"""Edits that follow from findings without a doubt: what the way out says is all that it takes.

Whatever is proposed is tried: the finding must be gone, and nothing new may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from game.findings import Finding, Position, errors_in

MEANT = re.compile(r"did you mean '(?P<new>[^']+)'\?")
WRITE = re.compile(r"write (?P<new>[^,\s'\"]+)(?:,.*)?")
NAMED = re.compile(r"'(?P<old>[^']+)'")
Check = Callable[[bytes], Iterable[Finding]]
"""What is wrong with the bytes of this kind of file."""


@dataclass(frozen=True, slots=True)
class Edit:
    """The finding that it ends, and what takes the place of so many characters there."""

    finding: Finding
    at: Position
    new: str


def edits_for(data: bytes, findings: Iterable[Finding], check: Check) -> Iterator[Edit]:
    """The edits that are certain, of these findings of a file."""
    text = data.decode("utf-8-sig", errors="replace")
    lines = text.split("\n")
    for finding in findings:
        edit = _proposed(finding, lines)
        if edit and _helps(edit, text, check):
            yield edit


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with these edits, of which the later in it are made first."""
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
        line, start = lines[edit.at.line - 1], edit.at.column - 1
        lines[edit.at.line - 1] = line[:start] + edit.new + line[start + edit.at.width :]
    return "\n".join(lines)


def repaired(data: bytes, check: Check) -> tuple[bytes, list[Edit]]:
    """The bytes of a file after all edits that are certain, and which those were."""
    done: list[Edit] = []
    for _round in range(20):
        edit = next(edits_for(data, check(data), check), None)
        if edit is None:
            break
        text = data.decode("utf-8-sig")
        data = edited(text, [edit]).encode()
        done.append(edit)
    return data, done


def _proposed(finding: Finding, lines: list[str]) -> Edit | None:
    """What the way out says: another word in the place of the one that the message names."""
    found = MEANT.fullmatch(finding.hint) or WRITE.fullmatch(finding.hint)
    if not found or not 0 < finding.at.line <= len(lines):
        return None
    line, start = lines[finding.at.line - 1], finding.at.column - 1
    for old in (named["old"] for named in NAMED.finditer(finding.message)):
        offset = next((n for n in (0, 1) if line.startswith(old, start + n)), None)
        if offset is not None and old != found["new"]:
            at = Position(finding.at.file, finding.at.line, start + offset + 1, len(old))
            return Edit(finding, at, found["new"])
    return None


def _helps(edit: Edit, text: str, check: Check) -> bool:
    """Whether the finding is gone then, and no new error has come."""
    before, after = check(text.encode()), check(edited(text, [edit]).encode())
    known = {(found.code, found.at.line, found.message) for found in before}
    now = {(found.code, found.at.line, found.message) for found in after}
    gone = (edit.finding.code, edit.finding.at.line, edit.finding.message)
    fresh = {one.message for one in errors_in(after)} - {message for *_, message in known}
    return gone not in now and not fresh
