"""The loader: bytes of a file become a Scenario, or findings with positions; never an exception."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from game.findings import Finding, Severity
from game.scenario.building import build
from game.scenario.checks.choices import check_choices
from game.scenario.checks.conditions import check_conditions
from game.scenario.checks.endings import check_endings, check_untold
from game.scenario.checks.flags import check_flags
from game.scenario.checks.locks import check_locks
from game.scenario.checks.names import check_names
from game.scenario.checks.numbers import check_numbers
from game.scenario.checks.orders import check_orders
from game.scenario.checks.references import check_references
from game.scenario.checks.roads import check_circles, check_no_way_out, check_unreachable
from game.scenario.checks.teaching import check_teaching
from game.scenario.document import Document
from game.scenario.mending import mend
from game.scenario.reading import read
from game.scenario.roads import explore
from game.scenario.scenario import Scenario
from game.scenario.shape import check_format, shape
from game.scenario.source import Source
from game.scenario.spans import UnsureError
from game.scenario.written import Written, names_of, written

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file says: a document unless a finding is an error; findings by position."""

    source: Source | None
    document: Document | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds: a scenario unless a finding is an error; findings by position."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]


def load(file: str, data: bytes) -> Loaded:
    """Read, check and build a scenario; `file` is the name that positions carry."""
    examined = examine(file, data)
    if not examined.source or not examined.document:
        return Loaded(None, examined.findings)
    return Loaded(build(examined.document, names_of(examined.source)), examined.findings)


def examine(file: str, data: bytes) -> Examined:
    """Read and check a scenario: every error in it, and what it may not mean if it has none."""
    tree, findings = read(file, data)
    if tree is None:
        return Examined(None, None, _one_per_cause(findings))
    if foreign := list(check_format(Source(tree))):
        return Examined(None, None, _one_per_cause([*findings, *foreign]))
    mended, misspelt = mend(tree)
    source = Source(mended)
    document, misshapen = shape(source)
    whole = not _any_error(findings)
    findings = [*findings, *misspelt, *misshapen]
    if whole:
        findings += _told(source, written(source), findings)
    told = _one_per_cause(findings)
    return Examined(source, None if _any_error(told) else document, told)


def _told(source: Source, says: Written, already: list[Finding]) -> list[Finding]:
    """Errors; and if there is none, what else may not be meant."""
    roads = _sure(lambda says: [explore(says)], says)
    errors = [
        *check_names(source),
        *check_orders(source),
        *check_numbers(source),
        *check_endings(source),
        *check_references(says),
        *check_no_way_out(says),
        *(finding for known in roads for finding in _sure(check_locks, known)),
    ]
    if errors or _any_error(already):
        return errors
    return [
        *check_flags(says),
        *check_unreachable(says),
        *(
            finding
            for known in roads
            for check in (check_circles, check_conditions, check_untold)
            for finding in _sure(check, known)
        ),
        *check_choices(source),
        *check_teaching(source),
    ]


def _sure(look: Callable[[A], Iterable[T]], at: A) -> list[T]:
    """What there is to be seen; nothing where there is too much of it."""
    try:
        return list(look(at))
    except UnsureError:
        return []


def _any_error(findings: list[Finding] | tuple[Finding, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _one_per_cause(findings: list[Finding]) -> tuple[Finding, ...]:
    """By position, and one finding a place: the gravest, or the one that explains the others."""
    ordered = sorted(findings, key=lambda finding: finding.at)
    return tuple(
        _cause(list(here))
        for _, here in groupby(ordered, key=lambda found: (found.at.line, found.at.column))
    )


def _cause(here: list[Finding]) -> Finding:
    gravest = min(here, key=lambda finding: list(Severity).index(finding.severity))
    split = next((finding for finding in here if finding.code == "Y009"), gravest)
    return replace(split, severity=gravest.severity)
