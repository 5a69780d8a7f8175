"""R rules: every name in the file names something, and every condition can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from game.findings import Finding, Position, closest, nearest
from game.scenario.analysis.references_index import GOTOS, MOST, ReferencesIndex
from game.scenario.model.conditions import Names, PhraseError, parse
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.nodes import Scalar
from game.ship.ship import Outcome

Misses = list[tuple[str, Finding]]
"""Names that are unknown, and what is wrong with each use."""


def check_references(index: ReferencesIndex) -> Iterator[Finding]:
    """R001 to R007; a name that is wrong in several places is reported once."""
    yield from _targets(index.source)
    yield from _cast(index.source, "R003", "no voice is called", "watches.*.says.*", "voices")
    yield from _cast(index.source, "R007", "no crew is called", "watches.*.cards.*", "cards")
    yield from _phrases(index)


def _targets(source: FileTree) -> Iterator[Finding]:
    watches, endings = _defined(source, "watches.*"), _defined(source, "endings.*")
    gotos = _texts(source, *GOTOS)
    misses = _misses("R001", "goto names no watch", gotos, [*watches, Outcome.HARBOUR.value])
    yield from _once(misses, dict(gotos), watches)
    if endings:
        ends = _texts(source, "checks.*.can_end")
        misses = _misses("R001", "can_end names no ending", ends, endings)
        yield from _once(misses, dict(ends), endings)


def _texts(source: FileTree, *patterns: str) -> list[tuple[str, Position]]:
    return [(spot.text, spot.node.at) for spot in source.each(*patterns) if spot.text]


def _cast(source: FileTree, code: str, message: str, uses: str, defined: str) -> Iterator[Finding]:
    """Whoever speaks, or is dealt a card, is named at the top of the file."""
    known, cast = _defined(source, f"{defined}.*"), source.first(defined)
    used = [(spot.name, spot.key_at) for spot in source.each(uses)]
    for finding in _once(_misses(code, message, used, known), dict(used), known):
        at = cast.key_at if cast and finding.message.endswith("more") else finding.at
        yield replace(finding, at=at, hint=finding.hint or f"add it under '{defined}'")


def check_condition(written: Scalar, names: Names) -> Iterator[Finding]:
    """R002, R004 to R006 for one condition."""
    try:
        parse(written.text, names)
    except PhraseError as error:
        yield _as_finding(written, error)


def _phrases(index: ReferencesIndex) -> Iterator[Finding]:
    misses: Misses = []
    for phrase in index.phrases.values():
        if (error := phrase.wrong) and isinstance(phrase.spot.node, Scalar):
            finding = _as_finding(phrase.spot.node, error)
            if finding.code in ("R002", "R006"):
                name = phrase.spot.text[error.start : error.start + error.width]
                misses.append((name, finding))
            else:
                yield finding
    defined = {name: spot.node.at for name, spot in index.flags_set.items()}
    yield from _once(misses, index.flags_read, defined)


def _as_finding(written: Scalar, error: PhraseError) -> Finding:
    at = written.position(error.start, error.width)
    return Finding(error.code, at, error.reason, error.hint)


def _defined(source: FileTree, pattern: str) -> dict[str, Position]:
    return {spot.name: spot.key_at for spot in source.each(pattern)}


def _misses(
    code: str, message: str, uses: list[tuple[str, Position]], known: Collection[str]
) -> Misses:
    unknown = dict.fromkeys(name for name, _ in uses if name not in known)
    hints = {name: closest(name, known) for name in islice(unknown, MOST)}
    return [
        (name, Finding(code, at, f"{message} '{name}'", hints[name]))
        for name, at in uses
        if name in hints
    ]


def _once(misses: Misses, used: Collection[str], defined: dict[str, Position]) -> Iterator[Finding]:
    """A finding a name: where it is used, or where it is defined if all uses agree against that."""
    by_name: dict[str, list[Finding]] = {}
    for name, finding in misses:
        by_name.setdefault(name, []).append(finding)
    for name, (first, *more) in by_name.items():
        near = nearest(name, defined.keys() - set(used)) if more else ""
        if near:
            where = f"first on line {first.at.line}"
            message = f"'{near}' is called '{name}' wherever it is used, {where}"
            yield Finding(first.code, defined[near], message, f"did you mean '{name}'?")
        elif more:
            times = "once" if len(more) == 1 else f"{len(more)} times"
            yield replace(first, message=f"{first.message}, here and {times} more")
        else:
            yield first
