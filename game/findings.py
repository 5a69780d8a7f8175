"""Positions, findings and the few exceptions that every room may raise. Knows no other room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import ClassVar
from unicodedata import east_asian_width

from game.i18n import _, ngettext


class Severity(StrEnum):
    """How much a finding matters: an error stops a scenario from sailing."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1, width is in characters."""

    file: str
    line: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that an author should know about a scenario file.

    message: lower case, no full stop, in the writer's words. hint: what to do, or empty.
    """

    code: str
    at: Position
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR


def errors_in(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that stop a scenario from sailing."""
    return tuple(found for found in findings if found.severity is Severity.ERROR)


def count_text(findings: Iterable[Finding]) -> str:
    """How many errors, warnings and notes there are, or that all is fine."""
    counts = Counter(finding.severity for finding in findings)
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    words = [
        f"{counts[severity]} {name}{'s' * (counts[severity] != 1)}"
        for severity, name in names.items()
        if counts[severity]
    ]
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]])) or "fine"


def warning(code: str, at: Position, message: str, hint: str = "") -> Finding:
    """A finding that lets a scenario sail."""
    return Finding(code, at, message, hint, Severity.WARNING)


def info(code: str, at: Position, message: str, hint: str = "") -> Finding:
    """A finding that may well be as it should."""
    return Finding(code, at, message, hint, Severity.INFO)


def format_finding(finding: Finding, text: str) -> str:
    """A finding as people read it: place, code, message; the source line, a caret, the hint."""
    at, lines = finding.at, _lines(text)
    head = _printable(f"{at.file}:{at.line}:{at.column}: {finding.code} {finding.message}")
    hint = _printable(finding.hint)
    if not 1 <= at.line <= len(lines):
        return f"{head}\n    {hint}" if hint else head
    line, start = _excerpt(lines[at.line - 1], at.column - 1)
    gutter = f"{at.line:>5} | "
    margin = " " * (len(gutter) - 2) + "| "
    pad = "".join("  " if east_asian_width(char) in "WF" else " " for char in line[:start])
    carets = "^" * max(1, min(at.width, len(line) - start))
    return f"{head}\n{gutter}{line}\n{margin}{pad}{carets} {hint}".rstrip()


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    """The lines of a text of which there may be many findings."""
    return text.splitlines()


def _excerpt(line: str, start: int, most: int = 100) -> tuple[str, int]:
    """What fits on a screen of a source line."""
    shown = _printable(line)
    if len(shown) <= most:
        return shown, start
    left = max(0, start - most // 2)
    return shown[left : left + most], start - left


def _printable(text: str) -> str:
    """A line without what a terminal would act upon."""
    return "".join(char if char.isprintable() else " " for char in text)


MOST_NAMES = 500
"""Among more names than this, looking for the nearest takes too long."""


def nearest(name: str, names: Iterable[str], cutoff: float = 0.6) -> str:
    """The one of these names that a mistyped one was meant to be, or empty.

    cutoff: the share of both that must be alike.
    """
    known = sorted(names)
    if len(known) > MOST_NAMES:
        return ""
    near = (get_close_matches(word, known, n=1, cutoff=cutoff) for word in (name, name.lower()))
    return next(chain.from_iterable(near), "")


def closest(name: str, names: Iterable[str]) -> str:
    """The hint for a mistyped name: the nearest of those that would be right, or all of them."""
    known = sorted(names)
    if near := nearest(name, known):
        return f"did you mean '{near}'?"
    if not known:
        return ""
    return f"one of: {', '.join(known)}" if len(known) <= 24 else ""


@dataclass
class EvenKeelError(Exception):
    """What a person can mend; its text says what is wrong and what to do next."""

    exit_code: ClassVar[int] = 1

    def __str__(self) -> str:
        return self.message()

    def message(self) -> str:
        """The sentence a person reads."""
        raise NotImplementedError


@dataclass
class UnknownScenario(EvenKeelError):
    """Neither an id of the catalogue nor a file."""

    name: str
    known: tuple[str, ...] = ()
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        text = _("no scenario is called '{name}', and no such file exists", name=self.name)
        if near := nearest(self.name, self.known):
            return text + "\n" + _("did you mean '{name}'?", name=near)
        named = _("one of: {names}", names=", ".join(sorted(self.known))) if self.known else ""
        return f"{text}\n{named}".rstrip()


@dataclass
class ScenarioBroken(EvenKeelError):
    """A scenario file with at least one error."""

    file: str
    findings: tuple[Finding, ...]
    text: str = field(default="", repr=False)

    def message(self) -> str:
        errors = len(errors_in(self.findings))
        return ngettext(
            "{file} cannot sail yet: {count} error",
            "{file} cannot sail yet: {count} errors",
            errors,
            file=self.file,
        )


@dataclass
class LogbookDamaged(EvenKeelError):
    """A logbook that cannot be trusted from a line on; lines count from 1."""

    path: Path
    line: int
    reason: str

    def message(self) -> str:
        if self.line == 1:
            return _(
                "{path} cannot be read as a logbook: {reason}\n"
                "name another: logbooks end in .jsonl",
                path=self.path,
                reason=self.reason,
            )
        return _(
            "{path}:{line}: this logbook is damaged here: {reason}\n"
            "the lines before it are whole: keep them and delete the rest to sail on from there",
            path=self.path,
            line=self.line,
            reason=self.reason,
        )


@dataclass
class VoyageInUse(EvenKeelError):
    """A logbook that another game has open, or has written in."""

    path: Path
    exit_code: ClassVar[int] = 2

    @property
    def what(self) -> str:
        return _("This voyage is being sailed in another window or terminal.")

    @property
    def hint(self) -> str:
        return _("Sail on there, or begin a voyage of your own.")

    def message(self) -> str:
        return f"{self.what}\n{self.path}\n{self.hint}"


@dataclass
class AssetBroken(EvenKeelError):
    """A font or a picture that the game brings along is missing, or is not what it should be."""

    path: Path
    reason: str

    def message(self) -> str:
        return _(
            "{path} cannot be used: {reason}\nput it back, or install Even Keel again",
            path=self.path,
            reason=self.reason,
        )
