"""A002 to A006, Y009, Y010: texts that are not what their author sees, or have no room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from game.findings import Finding, Position, warning
from game.layout.characters import CONTROL, JOINERS, UNSEEN, describe, undrawable_characters
from game.layout.order_plates import letters_too_many
from game.layout.pages import overflow
from game.scenario.repair.line_repair import CURLY
from game.scenario.yaml.file_tree import FileTree, Path, Spot
from game.scenario.yaml.nodes import Mapping, Node, Scalar, Sequence

TEXTS = (
    *("title", "summary", "author", "words.*", "voices.*.name", "cards.*.name", "cards.*.text"),
    *("watches.*.situation", "watches.*.says.*", "watches.*.notes", "watches.*.cards.*"),
    *("watches.*.orders.*.label", "watches.*.orders.*.locked", "watches.*.orders.*.result"),
    *("watches.*.orders.*.outcomes.*.result", "watches.*.orders.*.later.*.text"),
    *("watches.*.orders.*.learnt", "watches.*.orders.*.outcomes.*.learnt"),
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
NOBODY_SPEAKS = (
    *("version", "language", "author", "title", "summary", "words.*"),
    *("voices.*.name", "cards.*.name", "debrief.*"),
    *("watches.*.notes", "watches.*.orders.*.label", "watches.*.orders.*.locked"),
    *("endings.*.title", "endings.*.ask"),
)
AROUND = re.compile(rf"[{CURLY}][^{CURLY}]*[{CURLY}]")
Texts = dict[Path, Spot]
"""Texts by the path that each has in a scenario."""


def texts_in(source: FileTree) -> Texts:
    """Those of a scenario."""
    return {spot.path: spot for spot in source.each(*TEXTS)}


def texts_translated(source: FileTree) -> Texts:
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
    """A005, A006: every text as the window and the terminal lay it out."""
    orders: dict[str | int, list[Spot]] = {}
    for path, spot in texts.items():
        if path[0] == "watches" and path[-1] == "label":
            orders.setdefault(path[1], []).append(spot)
        if too_much := overflow(spot.text, path):
            yield warning("A005", spot.node.at, *too_much)
    for spots in orders.values():
        yield from _orders_without_room(spots)


def _orders_without_room(spots: list[Spot]) -> Iterator[Finding]:
    """A006, told of the longest order."""
    if missed := letters_too_many([spot.text for spot in spots]):
        letters, (width, height), text = missed
        longest = max(spots, key=lambda spot: len(spot.text))
        size = f" with text at {text:.0%}" if text > 1 else ""
        message = f"these orders do not stand on one page of {width} x {height}{size}"
        hint = f"about {letters} letters too many: shorten the longest"
        yield warning("A006", longest.node.at, message, hint)


def check_brackets(source: FileTree) -> Iterator[Finding]:
    """Questions for the debrief stand below each other, or in quotes."""
    for spot in source.each("debrief"):
        if isinstance(spot.node, Sequence) and spot.node.flow:
            bare = (item for item in spot.node.items if isinstance(item, Scalar) and item.plain)
            if sentence := next((item for item in bare if " " in item.text), None):
                message = "a sentence inside [] ends at its first comma"
                yield warning("Y009", sentence.at, message, "write it below, after a '- '")


def check_quotes(source: FileTree) -> Iterator[Finding]:
    """Y010, for texts that nobody says aloud."""
    for spot in source.each(*NOBODY_SPEAKS):
        if isinstance(spot.node, Scalar) and spot.node.plain and AROUND.fullmatch(spot.text):
            message = "curly quotes do not count as quotes: they are shown"
            hint = f'write "{spot.text[1:-1]}"'
            yield warning("Y010", spot.node.at, message, hint)


def swallowed_lines(root: Mapping) -> dict[Position, Finding]:
    """What is wrong with each text that has swallowed a line, by where the text stands."""
    nodes: list[Node] = [root]
    for node in nodes:  # which grows
        if isinstance(node, Mapping):
            nodes += [value for _, value in node.pairs]
        elif isinstance(node, Sequence):
            nodes += node.items
    mappings = (node for node in nodes if isinstance(node, Mapping))
    keys = {"-", *(key.text for mapping in mappings for key, _ in mapping.pairs)}
    return {
        node.at: _swallowed(node.inside)
        for node in nodes
        if isinstance(node, Scalar) and any(line.text in keys for line in node.inside)
    }


def _swallowed(lines: tuple[Scalar, ...]) -> Finding:
    more = f", and {len(lines) - 1} more below it" if len(lines) > 1 else ""
    message = f"this line has become part of the text above it{more}"
    hint = "is it indented too far, or a line missing above it?"
    return warning("Y009", lines[0].at, message, hint)
