"""A file with errors is read again as it may have been meant; what helps is what was wrong.

So what is told of a sign is no guess: without the sign the error is gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Generic, NamedTuple, Protocol, TypeVar

from game.findings import Finding, Position, Severity
from game.scenario.repair.line_repair import Mended, Sign, common_start
from game.scenario.repair.pasted_signs import SIGNS
from game.scenario.yaml.source import Source

NEAR = 4
"""Lines; what is to blame for an error is rarely further away."""
TOLD = 8
"""Kinds of signs beyond this many are left out: the first ones help more."""
LOOKS, LINES, WIDTH = range(6, 40), 20_000, 2_000
"""How often a file is read again, the less the longer it is; no wider line is mended."""
BAR = re.compile(r"(?P<key> *(?:- +)?)[\w-]+: *[|>][0-9+-]*\s*(?:#.*)?")


class Looked(Protocol):
    """What came of looking at a file; source: nothing where it could not be read."""

    @property
    def source(self) -> Source | None:
        """The tree of the file."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong with it."""


L = TypeVar("L", bound=Looked)


class Repaired(NamedTuple, Generic[L]):
    """What came of looking at a file as it was meant.

    findings: of that, and of the signs, at their places in the file as it is.
    """

    looked: L
    findings: list[Finding]


def repair_file(data: bytes, looked: L, look: Callable[[bytes], L]) -> Repaired[L] | None:
    """A file without the signs that are to blame for its errors; None where no sign is.

    looked: what came of looking at it as it is. look: how to look at other bytes.
    """
    if not _errors(looked):
        return None
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
    lines = written = text.split("\n")
    if len(lines) > LINES or any(len(line) > WIDTH for line in lines):
        return None
    left = min(LOOKS.stop, max(LOOKS.start, LINES // len(lines)))
    trial, told = _Trial(look, left), list[Finding]()
    while len(told) < TOLD and (step := next(trial.steps(lines, looked), None)):
        lines, looked = step.lines, step.looked
        told.append(step.finding)
    moved = [_as_written(found, written, lines) for found in looked.findings]
    return Repaired(looked, [*told, *moved]) if told else None


def _errors(looked: Looked) -> list[Finding]:
    return [found for found in looked.findings if found.severity is Severity.ERROR]


class _Step(NamedTuple, Generic[L]):
    lines: list[str]
    looked: L
    finding: Finding


@dataclass
class _Trial(Generic[L]):
    """Tries what lines may have been meant to be. left: how often it may look again."""

    look: Callable[[bytes], L]
    left: int

    def steps(self, lines: list[str], before: L) -> Iterator[_Step[L]]:
        """Every sign near an error without which that error is gone."""
        prose, errors = _prose(lines), _errors(before)[:TOLD]
        for sign in SIGNS if errors else ():
            numbers = (n for n in range(len(lines)) if sign.prose and sign.mend(lines, n))
            for number in islice(numbers, 1):
                yield from self.step(lines, before, sign, (errors[0], number, prose))
        for error in errors:
            for number in _near(error.at.line - 1, 1 if before.source else NEAR, len(lines)):
                for sign in SIGNS:
                    if not sign.prose and number not in prose:
                        yield from self.step(lines, before, sign, (error, number, prose))

    def step(
        self, lines: list[str], before: L, sign: Sign, at: tuple[Finding, int, set[int]]
    ) -> Iterator[_Step[L]]:
        """A sign on one line, mended wherever it stands; or there alone, if that is better."""
        error, number, prose = at
        if not (here := sign.mend(lines, number)):
            return
        choices = [{number: here}]
        if sign.everywhere:
            others = (n for n in range(len(lines)) if sign.prose or n not in prose)
            every = {n: found for n in others if (found := sign.mend(lines, n))}
            choices = [every, *choices][: len(every)]
        for chosen in choices:
            new = {n: line for found in chosen.values() for n, line in found.lines.items()}
            changed = [new.get(n, line) for n, line in enumerate(lines)]
            after = self.again(changed) if self.left else before
            if _is_better(before, after, new, strict=not sign.code):
                yield _Step(changed, after, _told(sign, chosen, number, error))
                return

    def again(self, lines: list[str]) -> L:
        """What comes of looking at other lines."""
        self.left -= 1
        return self.look("\n".join(lines).encode())


def _near(line: int, reach: int, count: int) -> list[int]:
    """The numbers of the lines around one, the nearest first."""
    around = range(max(0, line - reach), min(count, line + reach + 1))
    return sorted(around, key=lambda number: (abs(number - line), number))


def _prose(lines: list[str]) -> set[int]:
    """The lines of texts below a `|`."""
    inside, key = set[int](), -1
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        if key >= 0 and (not text or len(line) - len(text) > key):
            inside.add(number)
            continue
        found = BAR.fullmatch(line)
        key = len(found["key"]) if found else -1
    return inside


def _is_better(before: Looked, after: Looked, changed: Collection[int], *, strict: bool) -> bool:
    """Whether errors are gone, and the changed lines have no new ones.

    strict: not even such as a sign beside the mended one could explain.
    """
    old, new = _errors(before), _errors(after)
    known = {(found.at.line, found.message) for found in old}
    for found in new:
        fresh = (found.at.line, found.message) not in known and found.at.line - 1 in changed
        if fresh and (strict or found.code[0] == "Y" or found.code == "S001"):
            return False
    if not before.source:
        return bool(after.source) or _stop(new) > _stop(old)
    left = {(found.at.line, found.message) for found in new}
    gone = {line for line, _ in known - left}
    return bool(after.source) and any({line - 1, line - 2} & {*changed} for line in gone)


def _stop(errors: list[Finding]) -> int:
    """The line on which reading has come to its end."""
    return max(found.at.line for found in errors)


def _told(sign: Sign, chosen: dict[int, Mended], number: int, error: Finding) -> Finding:
    """The finding, on the first of the lines around a line that all have the sign."""
    while number - 1 in chosen:
        number -= 1
    found = chosen[number]
    others = sorted(chosen.keys() - found.lines.keys())
    more = f", here and on {len(others)} more lines" if len(others) > 1 else ""
    more = more or "".join(f", here and on line {other + 1}" for other in others)
    at = Position(error.at.file, number + 1, found.column + 1, max(1, found.width))
    return Finding(sign.code or error.code, at, f"{found.message}{more}", found.hint)


def _as_written(found: Finding, written: list[str], meant: list[str]) -> Finding:
    """A finding of the repaired file, at its column in the file as it is."""
    if found.at.line > len(written) or written[found.at.line - 1] == meant[found.at.line - 1]:
        return found
    was, line = written[found.at.line - 1], meant[found.at.line - 1]
    if found.at.column - 1 <= common_start(was, line):
        return found
    column = max(1, found.at.column + len(was) - len(line))
    return replace(found, at=replace(found.at, column=column))
