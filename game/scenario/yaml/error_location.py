"""Which line a syntax error is about, when the parser only notices it further down.

A quote left open, a line that stands further left or right than its like, a line that is missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

STRUCTURE = re.compile(r"(?P<indent> *)(?P<key>(- +)?[A-Za-z][\w-]*:(?= |$)|-(?= ))(?P<value>.*)")
OPEN_QUOTE = re.compile(r"""\s*("(\\.|[^"\\])*|'([^']|'')*|[\[{][^"]*("[^"]*"[^"]*)*"[^"]*)""")
BLOCK = re.compile(r"\s*[|>][0-9+-]*\s*(#.*)?")
EMPTY = re.compile(r"\s*(#.*)?")
NEAR = 100
"""Lines; what a list belongs to is not further away."""


class ErrorLocation(NamedTuple):
    """A line, counted from 0, the column on it, and what is wrong there."""

    line: int
    column: int
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    indent: int
    key: str
    value: str

    @property
    def opens(self) -> bool:
        """Whether what belongs to it stands below it."""
        return bool(EMPTY.fullmatch(self.value))

    @property
    def inner(self) -> int:
        """Where its key begins, after a dash."""
        return self.indent + len(self.key) - len(self.key.lstrip("- "))

    def wrong(self, message: str, hint: str) -> ErrorLocation:
        return ErrorLocation(self.number, self.indent, message, hint)


def locate_error(lines: list[str], error: int, since: int | None) -> ErrorLocation | None:
    """The line at fault for an error noticed on a line.

    since: where the mapping began that could not be read to its end; where none did, only the
    line before can be at fault.
    """
    known = list(_structure(lines))
    if since is None:
        since = max((line.number for line in known if line.number < error), default=0)
    return (
        _open_quote(lines, known, error)
        or _prose_too_far_left(lines, known, error)
        or _out_of_line(known, since, error)
    )


def _structure(lines: list[str]) -> Iterator[_Line]:
    """The lines that begin with a key or a dash; prose below a `|` is passed over."""
    key, prose = -1, 0
    for number, line in enumerate(lines):
        depth = len(line) - len(line.lstrip())
        if key >= 0 and line.strip():
            prose = prose or depth
        if key >= 0 and (not line.strip() or depth >= prose > key):
            continue
        key, prose = -1, 0
        if found := STRUCTURE.fullmatch(line):
            yield _Line(number, depth, found["key"], found["value"])
            key = depth if BLOCK.fullmatch(found["value"]) else -1


def _open_quote(lines: list[str], known: list[_Line], error: int) -> ErrorLocation | None:
    starts = {len(lines), *(line.number for line in known)}
    for line in reversed(known):
        below = (n for n in range(line.number + 1, len(lines)) if lines[n].strip())
        if (
            line.number <= error
            and OPEN_QUOTE.fullmatch(line.value)
            and next(below, len(lines)) in starts
        ):
            value = line.value.lstrip()
            alone = value[0] in "[{" and value.count('"') == 1
            column = len(lines[line.number]) - len(value) + (value.index('"') if alone else 0)
            return ErrorLocation(
                line.number, column, "a quote opens here and is not closed", "close it"
            )
    return None


def _prose_too_far_left(lines: list[str], known: list[_Line], error: int) -> ErrorLocation | None:
    """The first line of a text after `|` that does not stand to the right of its key."""
    owner = next((line for line in reversed(known) if line.number <= error), None)
    if owner is None or not BLOCK.fullmatch(owner.value):
        return None
    first = True
    for number in range(owner.number + 1, min(error + 1, len(lines))):
        text = lines[number].lstrip()
        depth = len(lines[number]) - len(text)
        if text and depth <= owner.inner and (first or depth < owner.inner):
            key = owner.key.lstrip("- ").rstrip(":")
            message = f"this text stands too far left to belong to '{key}'"
            return ErrorLocation(
                number, depth, message, f"let it begin in column {owner.inner + 3}"
            )
        first = first and not text
    return None


def _out_of_line(known: list[_Line], since: int, error: int) -> ErrorLocation | None:
    """The nearest line above the error that stands elsewhere than its like, or after a gap."""
    usual, step = _usual(known), _step(known)
    depths = Counter(line.indent for line in known)
    counts = Counter((line.key, line.indent) for line in known)
    near = [place for place, line in enumerate(known) if line.number <= error]
    for place in reversed(near):
        line = known[place]
        gap = _gap(known, place, usual, step)
        if gap and (line.key in usual or place in near[-2:]):
            return gap
        column = usual.get(line.key, line.indent)
        alone = column != line.indent and counts[line.key, line.indent] == 1
        if alone and not _follows_dash(known, place):
            return line.wrong(*_elsewhere(line, column))
        if line.indent and depths[line.indent] == 1:
            return line.wrong("this stands in a column of its own", "let it begin with its like")
        if line.number <= since or not (line.indent or line.number == error):
            return None
    return None


def _gap(known: list[_Line], place: int, usual: dict[str, int], step: int) -> ErrorLocation | None:
    """Who is to blame if a line stands further right than the line above it lets it."""
    if not place:
        return None
    line, above = known[place], known[place - 1]
    if line.indent <= above.inner + (step if above.opens else 0):
        return None
    before = known[place - 2] if place > 1 else None
    stands_well = before and above.indent == before.inner + (step if before.opens else 0)
    column = usual.get(above.key, above.indent)
    if column != above.indent and not stands_well:
        return above.wrong(*_elsewhere(above, column))
    if usual.get(line.key, before.inner if before else None) == line.indent:
        column = line.indent - (step if above.opens else above.inner - above.indent)
        if above.key not in usual and not stands_well:
            return above.wrong(*_elsewhere(above, column))
    elif line.key in usual:
        return line.wrong(*_elsewhere(line, usual[line.key]))
    message = "this is indented too far, or a line is missing above it"
    return line.wrong(message, "compare with its neighbours")


def _follows_dash(known: list[_Line], place: int) -> bool:
    """Whether a line is aligned with the item of a list that it belongs to."""
    line = known[place]
    near = reversed(known[max(0, place - NEAR) : place])
    owner = next((other for other in near if other.indent < line.indent), None)
    return owner is not None and owner.inner == line.indent


def _elsewhere(line: _Line, column: int) -> tuple[str, str]:
    side = "left" if line.indent < column else "right"
    message = f"this stands too far {side} for what is around it"
    return message, f"let it begin in column {column + 1}"


def _usual(known: list[_Line]) -> dict[str, int]:
    """The indent of each key that stands in one place twice or more."""
    counts = Counter((line.key, line.indent) for line in known)
    return {key: indent for (key, indent), count in reversed(counts.most_common()) if count > 1}


def _step(known: list[_Line]) -> int:
    """How far a file indents what belongs to a line."""
    pairs = pairwise(known)
    steps = Counter(b.indent - a.indent for a, b in pairs if a.opens and b.indent > a.indent)
    return steps.most_common(1)[0][0] if steps else 2
