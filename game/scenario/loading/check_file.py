"""The bytes of a file become what they say and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TypeVar

from game.findings import Finding, Position, Severity, errors_in
from game.scenario.analysis.reachability import Reachability, explore_reachable
from game.scenario.analysis.references_index import ReferencesIndex, index_references
from game.scenario.analysis.satisfiability import UnsureError
from game.scenario.checks.conditions import check_conditions, check_flags
from game.scenario.checks.ids import check_language, check_names
from game.scenario.checks.numbers import check_numbers
from game.scenario.checks.orders import check_choices, check_orders
from game.scenario.checks.references import check_references
from game.scenario.checks.routes import (
    check_circles,
    check_endings,
    check_locks,
    check_no_way_out,
    check_unreachable,
    check_untold,
)
from game.scenario.checks.teaching import check_teaching, check_voices
from game.scenario.checks.text_display import (
    check_brackets,
    check_characters,
    check_controls,
    check_layout,
    check_quotes,
    swallowed_lines,
    texts_in,
)
from game.scenario.format.document import Document
from game.scenario.format.validation import CheckedFile, check_format, validate
from game.scenario.loading import finding_docs
from game.scenario.repair.typo_repair import repair_typos
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.ignores import check_ignores, without_ignored
from game.scenario.yaml.parser import parse_yaml

D = TypeVar("D")
Known = TypeVar("Known", ReferencesIndex, Reachability)
Found = TypeVar("Found")


def check_file(file: str, data: bytes) -> CheckedFile[Document]:
    """Every error in a file; and where there is none, whatever it may not mean.

    file: the name that positions carry. Never raises.
    """
    return check_and_repair(data, partial(_check, file))


def check_errors(file: str, data: bytes) -> CheckedFile[Document]:
    """The same in little more than half the time, without doubts: no warning hinders sailing.

    Whatever has an error is still without a document; `check_file` says what there is to say of it.
    """
    return _check(file, data, doubts=False)


def check_and_repair(data: bytes, check: Callable[[bytes], CheckedFile[D]]) -> CheckedFile[D]:
    """What a file says; with errors, without the signs that are to blame for them.

    check: finds out what other bytes say.
    """
    checked = check(data)
    if not errors_in(checked.findings):
        return checked
    from game.scenario.repair.repair_file import repair_file  # which a sound file need not wait for

    repaired = repair_file(data, checked, check)
    return replace(repaired, findings=one_per_cause(repaired.findings)) if repaired else checked


def _check(file: str, data: bytes, *, doubts: bool = True) -> CheckedFile[Document]:
    """What a file says as it is."""
    tree, findings, ignores = parse_yaml(file, data)
    foreign = list(check_format(FileTree(tree))) if tree else []
    if tree is None or foreign:
        return CheckedFile(None, None, one_per_cause([*findings, *foreign]))
    repaired = repair_typos(tree)
    if repaired.lost:
        return CheckedFile(None, None, one_per_cause([*findings, *repaired.moved]))
    source = FileTree(repaired.tree)
    swallowed = {
        at: finding
        for at, finding in swallowed_lines(repaired.tree).items()
        if without_ignored([finding], ignores)
    }
    document, misshapen, hidden = validate(source, Document, swallowed)
    moved_from = {finding.at for finding in repaired.moved}  # and so stand somewhere twice
    findings = [one for one in findings if one.code != "Y003" or one.at not in moved_from]
    is_readable = not errors_in(findings)
    findings += [*repaired.moved, *repaired.unknown, *misshapen]
    if is_readable:
        index, text = index_references(source), data.decode("utf-8-sig", errors="replace")
        reachable = next(_unless_unsure(lambda index: [explore_reachable(index)], index), None)
        errors = _errors(source, text, index, reachable)
        hidden = hidden or bool(swallowed and errors)
        findings += [] if swallowed else errors
        cut = [finding for finding in findings if finding.code == "Y009"]
        is_meant = not (swallowed or errors_in(findings) or without_ignored(cut, ignores))
        if doubts and is_meant:
            findings += _doubts(source, text, index, reachable)
            if ignores:
                findings += check_ignores(findings, ignores, finding_docs.codes())
    slipped = {finding.at.line for finding in repaired.moved}
    for at, finding in swallowed.items():
        if at.line not in slipped:
            findings.append(replace(finding, severity=Severity.ERROR) if hidden else finding)
    shown = one_per_cause(without_ignored(findings, ignores))
    return CheckedFile(source, None if errors_in(shown) else document, shown)


def _errors(
    source: FileTree, text: str, index: ReferencesIndex, reachable: Reachability | None
) -> list[Finding]:
    return [
        *check_brackets(source),
        *check_names(source),
        *check_orders(source),
        *check_numbers(source),
        *check_endings(source),
        *check_references(index),
        *check_no_way_out(index),
        *_unless_unsure(check_locks, reachable),
        *check_controls(texts_in(source), text),
    ]


def _doubts(
    source: FileTree, text: str, index: ReferencesIndex, reachable: Reachability | None
) -> list[Finding]:
    return [
        *check_flags(index),
        *check_unreachable(index),
        *_unless_unsure(check_circles, reachable),
        *_unless_unsure(check_conditions, reachable),
        *_unless_unsure(check_untold, reachable),
        *check_choices(source),
        *check_teaching(source),
        *check_voices(source),
        *check_quotes(source),
        *check_language(source),
        *check_characters(texts_in(source), text),
        *check_layout(texts_in(source)),
    ]


def _unless_unsure(
    check: Callable[[Known], Iterable[Found]], known: Known | None
) -> Iterator[Found]:
    """What a check finds; nothing where it would take too long."""
    with suppress(UnsureError):
        yield from list(check(known)) if known else ()


def one_per_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """By position, and one finding a place: the gravest, or the one that explains the others."""
    shown: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (finding.at.line, finding.at.column)):
        if shown and _is_within(finding.at, shown[-1]):
            shown[-1] = _cause(shown[-1], finding)
        else:
            shown.append(finding)
    return tuple(shown)


def _is_within(at: Position, other: Finding) -> bool:
    """Whether a finding is about the same place, or about a text that is not what it seems."""
    here = other.at
    width = here.width if other.code == "Y009" else 1
    return at.line == here.line and here.column <= at.column < here.column + width


def _cause(one: Finding, other: Finding) -> Finding:
    gravest = min(one, other, key=lambda finding: list(Severity).index(finding.severity))
    split = next((finding for finding in (one, other) if finding.code == "Y009"), gravest)
    return replace(split, severity=gravest.severity)
