"""Comments that ignore a finding: `# check-ignore F007: a reason`, on its line or right above."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from game.findings import Finding, Position, Severity, closest, warning

IGNORE = "check-ignore"
COMMENT = re.compile(rf"(?:^|\s)(#\s*{IGNORE}\b[\s:]*(?P<code>\w*)[\s:]*(?P<reason>.*?))\s*$")


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
    return tuple(
        Ignore(
            found["code"],
            found["reason"],
            _line_of(lines, number),
            Position(file, number + 1, found.start(1) + 1, len(found[1])),
        )
        for number, line in enumerate(lines)
        if number not in inside_texts and IGNORE in line and (found := COMMENT.search(line))
    )


def silenced(findings: Iterable[Finding], ignores: tuple[Ignore, ...]) -> list[Finding]:
    """The findings that no comment ignores."""
    return [found for found in findings if not any(ignore.covers(found) for ignore in ignores)]


def check_ignores(
    findings: Collection[Finding], ignores: tuple[Ignore, ...], codes: Collection[str]
) -> Iterator[Finding]:
    """I001, I002: every ignore ignores something, and says why."""
    for ignore in ignores:
        if ignore.code not in codes:
            message = f"no code is called '{ignore.code}'"
            yield warning("I001", ignore.at, message, closest(ignore.code, codes))
        elif not any(ignore.covers(finding) for finding in findings):
            message = f"there is no {ignore.code} to ignore on line {ignore.line}"
            yield warning("I001", ignore.at, message, "delete the comment")
        elif not ignore.reason:
            message = f"there is no reason for ignoring {ignore.code}"
            hint = f"write '# {IGNORE} {ignore.code}: why'"
            yield warning("I002", ignore.at, message, hint)


def _line_of(lines: list[str], number: int) -> int:
    """The line that a comment is about, from 1: its own, or the next one with more on it."""
    while number + 1 < len(lines) and not lines[number].split("#")[0].strip():
        number += 1
    return number + 1
