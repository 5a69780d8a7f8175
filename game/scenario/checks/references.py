"""R rules: every name in the file names something, and every condition can be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.findings import Finding, closest
from game.scenario.conditions import Names, PhraseError, parse
from game.scenario.nodes import Scalar
from game.scenario.source import Source

FLAGS = ("watches.*.orders.*.sets.*", "watches.*.orders.*.outcomes.*.sets.*")
GOTOS = ("watches.*.orders.*.goto", "watches.*.orders.*.outcomes.*.goto")
PHRASES = (
    "watches.*.orders.*.when.*",
    "watches.*.orders.*.later.*.unless.*",
    "endings.*.when.*",
    "checks.*.always.*",
)


def names_of(source: Source) -> Names:
    """The names that the file's conditions may use."""
    return Names(
        flags=tuple(dict.fromkeys(spot.text for spot in source.each(*FLAGS) if spot.text)),
        watches=source.keys("watches"),
        orders=source.keys("watches.*.orders"),
    )


def check_references(source: Source) -> Iterator[Finding]:
    """R001 to R006."""
    names = names_of(source)
    yield from _names(source, GOTOS, "R001", "goto names no watch", [*names.watches, "harbour"])
    endings = source.keys("endings")
    if endings:
        yield from _names(source, ("checks.*.can_end",), "R001", "can_end names no ending", endings)
    voices = source.keys("voices")
    for spot in source.each("watches.*.says.*"):
        if spot.key and spot.key.text not in voices:
            message = f"no voice is called '{spot.key.text}'"
            yield Finding("R003", spot.key.at, message, closest(spot.key.text, voices))
    for spot in source.each(*PHRASES):
        if isinstance(spot.node, Scalar) and isinstance(spot.node.value(), str | bool):
            yield from check_phrase(spot.node, names)


def _names(
    source: Source, patterns: tuple[str, ...], code: str, message: str, known: list[str]
) -> Iterator[Finding]:
    for spot in source.each(*patterns):
        if spot.text and spot.text not in known:
            at, hint = spot.node.at, closest(spot.text, known)
            yield Finding(code, at, f"{message} '{spot.text}'", hint)


def check_phrase(written: Scalar, names: Names) -> Iterator[Finding]:
    """R002, R004 to R006 for one condition."""
    try:
        parse(written.text, names)
    except PhraseError as wrong:
        quote = 0 if written.plain else 1
        column = written.at.column + quote + wrong.start
        at = replace(written.at, column=column, width=wrong.width)
        yield Finding(wrong.code, at, wrong.reason, wrong.hint)
