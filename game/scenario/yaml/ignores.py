"""Comments that ignore a finding: `# check-ignore F007: a reason`, on its line or right above."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.findings import Finding, Position, Severity, closest, warning

IGNORE = "check-ignore"
COMMENT = re.compile(rf"(?:^|\s)(#\s*{IGNORE}\b[\s:]*(?P<code>\w*)(?P<reason>.*))")
PROVED = frozenset({"C001", "F011", "L005", "L009", "L010"})
"""Codes that `playtest` tells, too: only there it is seen that nothing of the kind is ignored."""
MOST = 200
"""Comments beyond this many ignore nothing."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """A code that is ignored on a line, and why; at: where the comment stands."""

    code: str
    reason: str
    line: int
    at: Position

    def covers(self, finding: Finding) -> bool:
        """Whether it silences a finding; an error is never silenced."""
        here = finding.code == self.code and finding.at.line == self.line
        return here and finding.severity is not Severity.ERROR


def ignores_in(file: str, lines: list[str], inside_texts: Collection[int]) -> tuple[Ignore, ...]:
    """The comments of a file that ignore something; inside_texts: lines, from 0, without any."""
    found = [
        (number, comment)
        for number, line in enumerate(lines)
        if number not in inside_texts and IGNORE in line and (comment := COMMENT.search(line))
    ][:MOST]
    about = _about(lines) if found else []
    return tuple(
        Ignore(
            comment["code"],
            comment["reason"].strip(" :"),
            about[number] + 1,
            Position(file, number + 1, comment.start(1) + 1, len(comment[1].rstrip())),
        )
        for number, comment in found
    )


def _about(lines: list[str]) -> list[int]:
    """The line that a comment on each line is about: its own, or the next one with more on it."""
    about = list(range(len(lines)))
    for number in reversed(range(len(lines) - 1)):
        if not lines[number].split("#")[0].strip():
            about[number] = about[number + 1]
    return about


def without_ignored(findings: Iterable[Finding], ignores: tuple[Ignore, ...]) -> list[Finding]:
    return [found for found in findings if not any(ignore.covers(found) for ignore in ignores)]


def check_ignores(
    findings: Collection[Finding], ignores: tuple[Ignore, ...], codes: Collection[str]
) -> Iterator[Finding]:
    """I001, I002: every ignore ignores something, and says why."""
    for ignore in ignores:
        if ignore.code not in codes:
            message = f"no code is called '{ignore.code}'"
            yield warning("I001", ignore.at, message, closest(ignore.code, codes))
        elif ignore.code not in PROVED and not _covers_any(ignore, findings):
            yield _unused(ignore)
        elif not ignore.reason:
            message = f"there is no reason for ignoring {ignore.code}"
            hint = f"write '# {IGNORE} {ignore.code}: why'"
            yield warning("I002", ignore.at, message, hint)


def check_proved(findings: Collection[Finding], ignores: tuple[Ignore, ...]) -> Iterator[Finding]:
    """I001 for what is ignored of a playtest's findings, where there is nothing to ignore."""
    for ignore in ignores:
        if ignore.code in PROVED and not _covers_any(ignore, findings):
            yield _unused(ignore)


def _covers_any(ignore: Ignore, findings: Iterable[Finding]) -> bool:
    return any(ignore.covers(finding) for finding in findings)


def _unused(ignore: Ignore) -> Finding:
    message = f"there is no {ignore.code} to ignore on line {ignore.line}"
    return warning("I001", ignore.at, message, "delete the comment")
