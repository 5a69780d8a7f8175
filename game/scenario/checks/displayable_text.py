"""A002 to A005: characters that no room can read, and texts without room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.findings import Finding, Position, warning
from game.layout.characters import CONTROL, JOINERS, UNSEEN, describe, undrawable_characters
from game.layout.pages import overflow
from game.scenario.yaml.source import Path, Source, Spot

TEXTS = (
    *("title", "summary", "voices.*.name", "cards.*.name", "cards.*.text"),
    *("watches.*.situation", "watches.*.says.*", "watches.*.notes", "watches.*.cards.*"),
    *("watches.*.orders.*.label", "watches.*.orders.*.locked", "watches.*.orders.*.result"),
    *("watches.*.orders.*.outcomes.*.result", "watches.*.orders.*.later.*.text"),
    *("endings.*.title", "endings.*.text", "endings.*.ask", "debrief.*"),
)
"""The texts of a scenario that people read."""
MOST = 5
"""Texts beyond this many that nobody can draw are counted; so many characters of one are named."""
ESCAPES = {
    "\0": "0",
    "\a": "a",
    "\b": "b",
    "\v": "v",
    "\f": "f",
    "\r": "r",
    "\x1b": "e",
    "\x85": "N",
    "\xa0": "_",
    "\u2028": "L",
    "\u2029": "P",
}
"""Characters that double quotes have a letter for."""
Texts = Mapping[Path, Spot]
"""Texts by the path that each has in a scenario."""


def texts_in(source: Source) -> Texts:
    """Those of a scenario."""
    return {spot.path: spot for spot in source.each(*TEXTS)}


def texts_translated(source: Source) -> Texts:
    """Those of a translation."""
    return {tuple(str(spot.path[1]).split(".")): spot for spot in source.each("texts.*.text")}


def check_controls(texts: Texts, text: str) -> Iterator[Finding]:
    """A002: what no terminal and no font may be given, which only escapes can bring here.

    text: of the file.
    """
    for spot in texts.values():
        if found := CONTROL.findall(spot.text):
            at = _place(spot, found[0], text)
            message = f"a control character stands in this text: {_named(found)}"
            yield Finding("A002", at, message, "delete it: no window can draw it")


def check_characters(texts: Texts, text: str) -> Iterator[Finding]:
    """A003, A004: what nobody sees, and what the game's faces do not have."""
    strange: list[tuple[Spot, list[str]]] = []
    for spot in texts.values():
        if spot.text.isascii():
            continue
        odd = list(undrawable_characters(spot.text))
        if odd:
            strange.append((spot, odd))
        unseen = [char for char in UNSEEN.findall(spot.text) if not (odd and char in JOINERS)]
        if unseen:
            at = _place(spot, unseen[0], text)
            message = f"an invisible character stands in this text: {_named(unseen)}"
            yield warning("A003", at, message, "delete it, and write the word anew")
    yield from _strange(strange, text)


def _strange(strange: list[tuple[Spot, list[str]]], text: str) -> Iterator[Finding]:
    more = len(strange) - MOST
    for number, (spot, odd) in enumerate(strange[:MOST], 1):
        message = f"the game has no letters for this: {_named(odd, shown=True)}"
        if number == MOST and more > 0:
            message += f"; and so in {more} more texts"
        hint = "write it in words, or in letters that it has: a window shows \N{BULLET} instead"
        yield warning("A004", _place(spot, odd[0], text), message, hint)


def _named(found: list[str], *, shown: bool = False) -> str:
    """Each character once, by code point and name; shown: what it looks like, too."""
    chars = dict.fromkeys(found)
    names = [f"{char} {describe(char)}" if shown else describe(char) for char in chars]
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def _place(spot: Spot, char: str, text: str) -> Position:
    """Where a character of a text stands in the file, as itself or by way of an escape."""
    at, code, lines = spot.node.at, ord(char), _lines(text)
    form = rf"{re.escape(char)}|(?i:\\(?:x{code:02x}|u{code:04x}|U{code:08x}))"
    if char in ESCAPES:
        form += rf"|\\{ESCAPES[char]}"
    for number in range(at.line, len(lines) + 1):
        start = at.column - 1 if number == at.line else 0
        if found := re.compile(form).search(lines[number - 1], start):
            return Position(at.file, number, found.start() + 1, len(found[0]))
    return at


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def check_layout(texts: Texts) -> Iterator[Finding]:
    """A005: every text as the window and the terminal lay it out."""
    for path, spot in texts.items():
        if over := overflow(spot.text, path):
            message = f"this text takes {over.needed} {over.unit} in {over.where}"
            hint = f"{over.most} have room: about {over.letters} characters"
            yield warning("A005", spot.node.at, message, hint)
