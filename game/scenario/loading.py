"""The loader: bytes of a file become a Scenario, or findings with positions; never an exception."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from game.findings import Finding, Severity
from game.scenario.building import build
from game.scenario.checks.cards import check_cards
from game.scenario.checks.endings import check_endings
from game.scenario.checks.names import check_names
from game.scenario.checks.numbers import check_numbers
from game.scenario.checks.orders import check_orders
from game.scenario.checks.references import check_references, names_of
from game.scenario.document import Document
from game.scenario.reading import read
from game.scenario.scenario import Scenario
from game.scenario.shape import shape
from game.scenario.source import Source

CHECKS = (
    *(check_names, check_references, check_cards),
    *(check_numbers, check_orders, check_endings),
)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file holds: a scenario unless a finding is an error; findings by position."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]


def load(file: str, data: bytes) -> Loaded:
    """Read, check and build a scenario; `file` is the name that positions carry."""
    root, findings = read(file, data)
    if root is None:
        return Loaded(None, one_per_cause(findings))
    source = Source(root)
    document, misshapen = shape(source, Document)
    findings = findings + misshapen
    if not any(finding.code == "S005" for finding in misshapen):
        findings += [finding for check in CHECKS for finding in check(source)]
    told = one_per_cause(findings)
    if document is None or any(finding.severity is Severity.ERROR for finding in told):
        return Loaded(None, told)
    return Loaded(build(document, names_of(source)), told)


def one_per_cause(findings: list[Finding]) -> tuple[Finding, ...]:
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
