"""The bytes of a file become what they say and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Generic, TypeVar

from game.findings import Finding, Position, Severity
from game.scenario.analysis.intervals import UnsureError
from game.scenario.analysis.reachability import Reachability, explore_reachable
from game.scenario.analysis.references_index import ReferencesIndex, index_references
from game.scenario.authoring import finding_docs
from game.scenario.checks.choices import check_choices
from game.scenario.checks.conditions import check_conditions, check_flags
from game.scenario.checks.displayable_text import check_characters, check_controls, check_layout
from game.scenario.checks.endings import check_endings, check_untold
from game.scenario.checks.ids import check_language, check_names
from game.scenario.checks.lost_quotes import check_brackets, check_quotes, swallowed
from game.scenario.checks.numbers import check_numbers
from game.scenario.checks.orders import check_orders
from game.scenario.checks.references import check_references
from game.scenario.checks.routes import (
    check_circles,
    check_locks,
    check_no_way_out,
    check_unreachable,
)
from game.scenario.checks.teaching import check_teaching, check_voices
from game.scenario.checks.texts import texts_in
from game.scenario.format.document import Document
from game.scenario.format.source import Source
from game.scenario.format.typo_repair import repair_typos
from game.scenario.format.validation import check_format, validate
from game.scenario.loading.ignores import Ignore, check_ignores, without_ignored
from game.scenario.yaml.parser import parse_yaml
from game.scenario.yaml.repair import repair_file

A = TypeVar("A")
D = TypeVar("D")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class CheckedFile(Generic[D]):
    """What a file says: a document unless a finding is an error; findings by position."""

    source: Source | None
    document: D | None
    findings: tuple[Finding, ...]


def check_file(file: str, data: bytes) -> CheckedFile[Document]:
    """Every error in a file; and where there is none, whatever it may not mean.

    file: the name that positions carry. Never raises.
    """
    return as_meant(data, partial(_look, file))


def check_errors(file: str, data: bytes) -> CheckedFile[Document]:
    """The same in little more than half the time, without doubts: no warning hinders sailing.

    Whatever has an error is still without a document; `check_file` says what there is to say of it.
    """
    return _look(file, data, doubts=False)


def as_meant(data: bytes, look: Callable[[bytes], CheckedFile[D]]) -> CheckedFile[D]:
    """What comes of looking at a file; with errors, without the signs that are to blame for them.

    look: at other bytes.
    """
    looked = look(data)
    mended = repair_file(data, looked, look)
    if mended is None:
        return looked
    return replace(mended.looked, document=None, findings=one_per_cause(mended.findings))


def _look(file: str, data: bytes, *, doubts: bool = True) -> CheckedFile[Document]:
    """What comes of reading a file as it is."""
    tree, findings, ignores = parse_yaml(file, data)
    if tree is None:
        return CheckedFile(None, None, one_per_cause(findings))
    if foreign := list(check_format(Source(tree))):
        return CheckedFile(None, None, one_per_cause([*findings, *foreign]))
    mended = repair_typos(tree)
    if mended.lost:
        return CheckedFile(None, None, one_per_cause([*findings, *mended.moved]))
    source = Source(mended.tree)
    inside = {
        at: told for at, told in swallowed(mended.tree).items() if without_ignored([told], ignores)
    }
    document, misshapen, hidden = validate(source, Document, inside)
    findings = _unexplained(findings, mended.moved)
    lost = _any_error(findings)
    findings += [*mended.moved, *mended.unknown, *misshapen]
    if not lost:
        says = index_references(source)
        reachable = _sure(lambda says: [explore_reachable(says)], says)
        texts, text = texts_in(source), data.decode("utf-8-sig", errors="replace")
        errors = [*check_brackets(source), *_errors(source, says, reachable)]
        errors += check_controls(dict(texts).values(), text)
        hidden = hidden or bool(inside and errors)
        findings += [] if inside else errors
        if doubts and not (inside or _blurred(findings, ignores)):
            findings += _doubts(source, says, reachable)
            findings += check_characters(dict(texts).values(), text)
            findings += check_layout(texts)
            if ignores:
                findings += check_ignores(findings, ignores, finding_docs.codes())
    findings += _inside(inside, mended.moved, hidden=hidden)
    told = one_per_cause(without_ignored(findings, ignores))
    return CheckedFile(source, None if _any_error(told) else document, told)


def _inside(
    swallowed: dict[Position, Finding], moved: list[Finding], *, hidden: bool
) -> Iterable[Finding]:
    """What is told of texts that have swallowed keys, unless their own key was told to be moved.

    hidden: whether that hides errors; then it is one itself.
    """
    slipped = {finding.at.line for finding in moved}
    for at, finding in swallowed.items():
        if at.line not in slipped:
            yield replace(finding, severity=Severity.ERROR) if hidden else finding


def _errors(
    source: Source, says: ReferencesIndex, reachable: list[Reachability]
) -> Iterable[Finding]:
    yield from check_names(source)
    yield from check_orders(source)
    yield from check_numbers(source)
    yield from check_endings(source)
    yield from check_references(says)
    yield from check_no_way_out(says)
    for known in reachable:
        yield from _sure(check_locks, known)


def _doubts(
    source: Source, says: ReferencesIndex, reachable: list[Reachability]
) -> Iterable[Finding]:
    yield from check_flags(says)
    yield from check_unreachable(says)
    for known in reachable:
        yield from _sure(check_circles, known)
        yield from _sure(check_conditions, known)
        yield from _sure(check_untold, known)
    yield from check_choices(source)
    yield from check_teaching(source)
    yield from check_voices(source)
    yield from check_quotes(source)
    yield from check_language(source)


def _sure(look: Callable[[A], Iterable[T]], at: A) -> list[T]:
    """What there is to be seen; nothing where there is too much of it."""
    try:
        return list(look(at))
    except UnsureError:
        return []


def _blurred(findings: list[Finding], ignores: tuple[Ignore, ...]) -> bool:
    """Whether this is not what its author meant, so that doubts about it are worth nothing."""
    cut = [finding for finding in findings if finding.code == "Y009"]
    return _any_error(findings) or bool(without_ignored(cut, ignores))


def _unexplained(findings: list[Finding], moved: list[Finding]) -> list[Finding]:
    """Without the keys that stand somewhere twice because they belong elsewhere."""
    places = {finding.at for finding in moved}
    return [found for found in findings if found.code != "Y003" or found.at not in places]


def _any_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def one_per_cause(findings: list[Finding]) -> tuple[Finding, ...]:
    """By position, and one finding a place: the gravest, or the one that explains the others."""
    told: list[Finding] = []
    for finding in sorted(findings, key=lambda finding: (finding.at.line, finding.at.column)):
        last = told[-1] if told else finding
        if last is not finding and _is_within(finding.at, last):
            told[-1] = _cause(last, finding)
        else:
            told.append(finding)
    return tuple(told)


def _is_within(at: Position, other: Finding) -> bool:
    """Whether a finding is about the same place, or about a text that is not what it seems."""
    here = other.at
    width = here.width if other.code == "Y009" else 1
    return at.line == here.line and here.column <= at.column < here.column + width


def _cause(one: Finding, other: Finding) -> Finding:
    gravest = min(one, other, key=lambda finding: list(Severity).index(finding.severity))
    split = next((finding for finding in (one, other) if finding.code == "Y009"), gravest)
    return replace(split, severity=gravest.severity)
