"""R rules: every name in the file names something, and every condition can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice

from game.findings import Finding, Position, closest, nearest
from game.scenario.analysis.references_index import FLAGS, GOTOS, MOST, ReferencesIndex, asked_by
from game.scenario.model.conditions import Flag, Names, PhraseError, parse
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.source import Source
from game.ship.ship import Outcome

Uses = list[tuple[str, Position]]
"""Names, where they are used."""
Misses = list[tuple[str, Finding]]
"""Names that are unknown, and what is told of each use."""


def check_references(written: ReferencesIndex) -> Iterator[Finding]:
    """R001 to R007; a name that is wrong in several places is told once."""
    yield from _targets(written.source)
    yield from _cast(written.source, "R003", "no voice is called", "watches.*.says.*", "voices")
    yield from _cast(written.source, "R007", "no crew is called", "watches.*.cards.*", "cards")
    yield from _phrases(written)


def _targets(source: Source) -> Iterator[Finding]:
    watches, endings = _defined(source, "watches.*"), _defined(source, "endings.*")
    gotos = [(spot.text, spot.node.at) for spot in source.each(*GOTOS) if spot.text]
    known = [*watches, Outcome.HARBOUR.value]
    yield from _once(_misses("R001", "goto names no watch", gotos, known), dict(gotos), watches)
    ends = [(spot.text, spot.node.at) for spot in source.each("checks.*.can_end") if spot.text]
    if endings:
        yield from _once(
            _misses("R001", "can_end names no ending", ends, endings), dict(ends), endings
        )


def _cast(source: Source, code: str, message: str, uses: str, defined: str) -> Iterator[Finding]:
    """Whoever speaks, or is dealt a card, is named at the top of the file."""
    known, cast = _defined(source, f"{defined}.*"), next(source.each(defined), None)
    used = [(spot.name, spot.key_at) for spot in source.each(uses)]
    for finding in _once(_misses(code, message, used, known), dict(used), known):
        is_missing = cast and finding.message.endswith("more")
        told = replace(finding, hint=finding.hint or f"add it under '{defined}'")
        yield replace(told, at=cast.key_at) if cast and is_missing else told


def check_condition(written: Scalar, names: Names) -> Iterator[Finding]:
    """R002, R004 to R006 for one condition."""
    try:
        parse(written.text, names)
    except PhraseError as wrong:
        yield _wrong(written, wrong)


def _phrases(written: ReferencesIndex) -> Iterator[Finding]:
    flags = {spot.text: spot.node.at for spot in reversed(list(written.source.each(*FLAGS)))}
    read = {fact.name for fact in asked_by(written.phrases) if isinstance(fact, Flag)}
    misses: Misses = []
    for phrase in written.phrases:
        if phrase.wrong and isinstance(phrase.spot.node, Scalar):
            finding, start = _wrong(phrase.spot.node, phrase.wrong), phrase.wrong.start
            if finding.code in ("R002", "R006"):
                misses.append((phrase.spot.text[start : start + phrase.wrong.width], finding))
            else:
                yield finding
    yield from _once(misses, read, flags)


def _wrong(written: Scalar, wrong: PhraseError) -> Finding:
    quote = 0 if written.plain else 1
    column = written.at.column + quote + wrong.start
    at = replace(written.at, column=column, width=wrong.width)
    return Finding(wrong.code, at, wrong.reason, wrong.hint)


def _defined(source: Source, pattern: str) -> dict[str, Position]:
    return {spot.name: spot.key_at for spot in source.each(pattern)}


def _misses(code: str, message: str, uses: Uses, known: Collection[str]) -> Misses:
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
