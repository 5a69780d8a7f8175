"""Places in a text that is being typed: where the cursor stands in the format, by indentation.

Half a file is the usual case, so nothing here needs one that can be read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.findings import Position

KEY = re.compile(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<key>[A-Za-z][\w.-]*)\s*:(?=\s|$)")
OPEN = re.compile(r"(?:(?P<key>[A-Za-z][\w-]*)\s*:\s*)?(?P<bracket>[\[{])")
WORD = re.compile(r"[\w.-]+", re.ASCII)
PRESENT = re.compile(r"(?:^|[{,])\s*([A-Za-z][\w-]*)\s*:")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where somebody types.

    path: the keys above, and the one whose value is typed last; `*` for an item of a list. key:
    whose value it is, or empty where a key is typed. typed: what stands there of it.
    """

    path: tuple[str, ...]
    key: str
    typed: str


def cursor_at(text: str, line: int, column: int) -> Cursor:
    """Where the cursor stands; line and column from 0, in characters."""
    lines = text.split("\n")
    head = (lines[line] if line < len(lines) else "")[:column]
    above = keys_above(lines, line, _indent(head))
    flow, rest = _flow(head)
    if flow is not None:
        return _cursor((*above, *flow), rest)
    found = re.match(r"(?P<indent> *)(?P<dash>(?:- +)*)(?P<rest>.*)", head)
    dashes = ("*",) * (found["dash"].count("-") if found else 0)
    return _cursor((*above, *dashes), found["rest"] if found else "")


def _cursor(path: tuple[str, ...], rest: str) -> Cursor:
    key = re.match(r"(?P<key>[A-Za-z][\w-]*)\s*:\s*(?P<value>.*)", rest)
    if key:
        return Cursor((*path, key["key"]), key["key"], key["value"].lstrip("[").strip())
    return Cursor(path, "", rest.strip())


def _flow(head: str) -> tuple[list[str] | None, str]:
    """The keys of the brackets that are open at the end of a line, and what stands after them."""
    stack: list[tuple[str, int]] = []
    for found in re.finditer(r"(?:([A-Za-z][\w-]*)\s*:\s*)?([\[{])|([\]}])", head):
        if found[3]:
            stack = stack[:-1]
        else:
            stack.append((found[1] or ("" if not stack else "*"), found.end()))
    if not stack:
        return None, ""
    lead = re.match(r" *((?:- +)*)", head)
    path = ["*"] * (lead[1].count("-") if lead else 0)
    path += [key for key, _ in stack if key]
    opened = stack[-1][1]
    rest = head[opened:].rpartition(",")[2].lstrip()
    return ([*path, "*"] if head[opened - 1] == "[" else path), rest


def keys_above(lines: list[str], line: int, indent: int) -> tuple[str, ...]:
    """The keys that a line of this indent stands under, outermost first."""
    path: list[str] = []
    for number in range(min(line, len(lines)) - 1, -1, -1):
        found = KEY.match(lines[number])
        if found is None:
            item = re.match(r"( *)- ", lines[number])
            if item and len(item[1]) < indent and (not path or path[-1] != "*"):
                path.append("*")
                indent = len(item[1]) + 1
            continue
        own = len(found["indent"])
        inner = own + len(found["dash"])
        if found["dash"] and inner == indent and (not path or path[-1] != "*"):
            path.append("*")  # a further key of the item that begins there
            indent = own + 1
            continue
        if inner < indent:
            path.append(found["key"])
            indent = inner
            if found["dash"]:
                path.append("*")
                indent = own + 1
        if indent == 0:
            break
    return tuple(reversed(path))


def _indent(head: str) -> int:
    """How far in a line's own words stand; of an item, where its dash is, and no further."""
    return len(head) - len(head.lstrip(" ")) + (1 if head.lstrip(" ").startswith("-") else 0)


def word_at(text: str, line: int, column: int) -> tuple[str, int]:
    """The word at a place, and the column that it begins at, from 0."""
    lines = text.split("\n")
    row = lines[line] if line < len(lines) else ""
    for found in WORD.finditer(row):
        if found.start() <= column <= found.end():
            return found[0], found.start()
    return "", column


def utf16(line: str, column: int) -> int:
    """A column in characters as editors count it; both from 0."""
    return len(line[:column].encode("utf-16-le", "surrogatepass")) // 2


def characters(line: str, units: int) -> int:
    """The same the other way."""
    head = line.encode("utf-16-le", "surrogatepass")[: 2 * max(0, units)]
    return len(head.decode("utf-16-le", "ignore"))


def is_within(at: Position, line: int, column: int) -> bool:
    """Whether a place (from 0) is in the word at a position (from 1)."""
    return at.line == line + 1 and at.column - 1 <= column <= at.column - 1 + at.width
