"""A002 to A005: characters that no room can read, and texts without room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.findings import Finding, Position, warning
from game.layout.characters import CONTROL, JOINERS, UNSEEN, describe, undrawable_characters
from game.layout.pages import overflow
from game.scenario.yaml.source import Path, Spot

MOST = 5
"""Texts beyond this many that nobody can draw are counted; so many characters of one are named."""
SHORT = {
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


def check_controls(texts: Iterable[Spot], text: str) -> Iterator[Finding]:
    """A002: what no terminal and no font may be given, which only escapes can bring here."""
    for spot in texts:
        if found := CONTROL.findall(spot.text):
            at = _place(spot, found[0], text)
            message = f"a control character stands in this text: {_named(found)}"
            yield Finding("A002", at, message, "delete it: no window can draw it")


def check_characters(texts: Iterable[Spot], text: str) -> Iterator[Finding]:
    """A003, A004: what nobody sees, and what the game's faces do not have."""
    strange: list[tuple[Spot, list[str]]] = []
    for spot in texts:
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
    names = [f"{char} {describe(char)}" if shown else describe(char) for char in _once(found)]
    more = len(names) - MOST
    return ", ".join(names[:MOST]) + (f" and {more} more" if more > 0 else "")


def _once(found: list[str]) -> list[str]:
    """Each once, in the order they come."""
    return list(dict.fromkeys(found))


def _place(spot: Spot, char: str, text: str) -> Position:
    """Where a character of a text stands in the file, as itself or by way of an escape."""
    at, code, lines = spot.node.at, ord(char), _lines(text)
    form = rf"{re.escape(char)}|(?i:\\(?:x{code:02x}|u{code:04x}|U{code:08x}))"
    if char in SHORT:
        form += rf"|\\{SHORT[char]}"
    for number in range(at.line, len(lines) + 1):
        start = at.column - 1 if number == at.line else 0
        if found := re.compile(form).search(lines[number - 1], start):
            return Position(at.file, number, found.start() + 1, len(found[0]))
    return at


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def check_layout(texts: Iterable[tuple[Path, Spot]]) -> Iterator[Finding]:
    """Every text as the window and the terminal lay it out; with the path it has in a scenario."""
    for path, spot in texts:
        if over := overflow(spot.text, path):
            message = f"this text takes {over.needed} {over.unit} in {over.where}"
            hint = f"{over.most} have room: about {over.letters} characters"
            yield warning("A005", spot.node.at, message, hint)
