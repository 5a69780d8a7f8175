"""R rules: every name in the file names something, and every condition can be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from game.findings import Finding, Position, closest, nearest
from game.scenario.conditions import Flag, PhraseError
from game.scenario.nodes import Scalar
from game.scenario.source import Source, Spot
from game.scenario.written import FLAGS, GOTOS, Written, asked_by
from game.ship.ship import Outcome

Miss = tuple[str, Finding]
"""A name, and what is told where it is used."""


def check_references(written: Written) -> Iterator[Finding]:
    """R001 to R006; a name that is wrong in several places is told once."""
    yield from _targets(written.source)
    yield from _voices(written.source)
    yield from _phrases(written)


def _targets(source: Source) -> Iterator[Finding]:
    gotos, ends = list(source.each(*GOTOS)), list(source.each("checks.*.can_end"))
    watches, endings = _defined(source, "watches.*"), _defined(source, "endings.*")
    known = [*watches, Outcome.HARBOUR]
    yield from _once(_misses("R001", "goto names no watch", gotos, known), watches, _texts(gotos))
    if endings:
        misses = _misses("R001", "can_end names no ending", ends, endings)
        yield from _once(misses, endings, _texts(ends))


def _texts(spots: Iterable[Spot]) -> set[str]:
    return {spot.text for spot in spots}


def _defined(source: Source, pattern: str) -> dict[str, Position]:
    return {spot.name: spot.key_at for spot in source.each(pattern)}


def _misses(code: str, message: str, spots: list[Spot], known: Collection[str]) -> Iterator[Miss]:
    for spot in spots:
        if spot.text and spot.text not in known:
            told = f"{message} '{spot.text}'"
            yield spot.text, Finding(code, spot.node.at, told, closest(spot.text, known))


def _voices(source: Source) -> Iterator[Finding]:
    says, voices = list(source.each("watches.*.says.*")), _defined(source, "voices.*")
    cast = next(source.each("voices"), None)
    misses = [
        (spot.name, Finding("R003", spot.key_at, f"no voice is called '{spot.name}'", hint))
        for spot in says
        if spot.name not in voices
        for hint in [closest(spot.name, voices)]
    ]
    for finding in _once(misses, voices, {spot.name for spot in says}):
        often = finding.message.endswith("more")
        yield replace(finding, at=cast.key_at) if cast and often else finding


def _phrases(written: Written) -> Iterator[Finding]:
    flags = {spot.text: spot.node.at for spot in reversed(list(written.source.each(*FLAGS)))}
    read = {fact.name for fact in asked_by(written.phrases) if isinstance(fact, Flag)}
    misses = []
    for phrase in written.phrases:
        if phrase.wrong and isinstance(phrase.spot.node, Scalar):
            finding = _wrong(phrase.spot.node, phrase.wrong)
            if finding.code in ("R002", "R006"):
                start = phrase.wrong.start
                name = phrase.spot.text[start : start + phrase.wrong.width]
                misses.append((name, finding))
            else:
                yield finding
    yield from _once(misses, flags, read)


def _wrong(written: Scalar, wrong: PhraseError) -> Finding:
    quote = 0 if written.plain else 1
    column = written.at.column + quote + wrong.start
    at = replace(written.at, column=column, width=wrong.width)
    return Finding(wrong.code, at, wrong.reason, wrong.hint)


def _once(
    misses: Iterable[Miss], defined: dict[str, Position], used: Collection[str]
) -> Iterator[Finding]:
    """A finding a name: where it is used, or where it is defined if all uses agree against that."""
    by_name: dict[str, list[Finding]] = {}
    for name, finding in misses:
        by_name.setdefault(name, []).append(finding)
    for name, (first, *more) in by_name.items():
        near = nearest(name, defined.keys() - set(used))
        if more and near:
            where = f"first on line {first.at.line}"
            message = f"'{near}' is called '{name}' wherever it is used, {where}"
            yield Finding(first.code, defined[near], message, f"did you mean '{name}'?")
        elif more:
            yield replace(first, message=f"{first.message}, here and {_times(len(more))} more")
        else:
            yield first


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
