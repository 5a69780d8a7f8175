"""A file with errors is read again without a sign that may be to blame; what helps was wrong.

So what is said of a sign is no guess: without the sign the error is gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from game.findings import Finding, Position, errors_in
from game.scenario.format.validation import CheckedFile
from game.scenario.repair.line_repair import LineRepair, Sign, common_start
from game.scenario.repair.pasted_signs import SIGNS

NEAR = 4
"""Lines; what is to blame for an error is rarely further away."""
MOST = 8
"""Kinds of signs beyond this many are left out: the first ones help more."""
TRIALS, LINES, WIDTH = range(6, 40), 20_000, 2_000
"""How often a file is read again, the less the longer it is; no wider line is repaired."""
BAR = re.compile(r"(?P<key> *(?:- +)?)[\w-]+: *[|>][0-9+-]*\s*(?:#.*)?")

D = TypeVar("D")
Check = Callable[[bytes], CheckedFile[D]]


def repair_file(data: bytes, checked: CheckedFile[D], check: Check[D]) -> CheckedFile[D] | None:
    """What a file with errors says without the signs that are to blame; None where no sign is.

    checked: what it says as it is. check: finds out what other bytes say. The findings are of both,
    at their places in the file as it is.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
    lines = written = text.split("\n")
    if len(lines) > LINES or any(len(line) > WIDTH for line in lines):
        return None
    left = min(TRIALS.stop, max(TRIALS.start, LINES // len(lines)))
    trial, signs = _Trial(check, left), list[Finding]()
    while len(signs) < MOST and (step := next(trial.steps(lines, checked), None)):
        lines, checked = step.lines, step.checked
        signs.append(step.finding)
    others = (_as_written(finding, written, lines) for finding in checked.findings)
    return replace(checked, document=None, findings=(*signs, *others)) if signs else None


class _Step(NamedTuple):
    lines: list[str]
    checked: CheckedFile[Any]
    finding: Finding


@dataclass
class _Trial:
    """Tries lines without their signs. left: how often it may check again."""

    check: Check[Any]
    left: int

    def steps(self, lines: list[str], before: CheckedFile[Any]) -> Iterator[_Step]:
        """Every sign near an error without which that error is gone."""
        prose, errors = _prose(lines), errors_in(before.findings)[:MOST]
        for sign in SIGNS if errors else ():
            numbers = (n for n in range(len(lines)) if sign.prose and sign.repair(lines, n))
            for number in islice(numbers, 1):
                yield from self.step(lines, before, sign, (errors[0], number, prose))
        for error in errors:
            for number in _near(error.at.line - 1, 1 if before.source else NEAR, len(lines)):
                for sign in SIGNS:
                    if not sign.prose and number not in prose:
                        yield from self.step(lines, before, sign, (error, number, prose))

    def step(
        self,
        lines: list[str],
        before: CheckedFile[Any],
        sign: Sign,
        where: tuple[Finding, int, set[int]],
    ) -> Iterator[_Step]:
        """A sign on one line, repaired wherever it stands; or there alone, if that is better."""
        error, number, prose = where
        if not (here := sign.repair(lines, number)):
            return
        choices = [{number: here}]
        if sign.everywhere:
            others = (n for n in range(len(lines)) if sign.prose or n not in prose)
            every = {n: found for n in others if (found := sign.repair(lines, n))}
            choices = [every, *choices][: len(every)]
        for chosen in choices:
            new = {n: line for found in chosen.values() for n, line in found.lines.items()}
            changed = [new.get(n, line) for n, line in enumerate(lines)]
            after = before
            if self.left:
                self.left -= 1
                after = self.check("\n".join(changed).encode())
            if _is_better(before, after, new, strict=not sign.code):
                yield _Step(changed, after, _finding(sign, chosen, number, error))
                return


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


def _is_better(
    before: CheckedFile[Any], after: CheckedFile[Any], changed: Collection[int], *, strict: bool
) -> bool:
    """Whether errors are gone, and the changed lines have no new ones.

    strict: not even such as a sign beside the repaired one could explain.
    """
    old, new = errors_in(before.findings), errors_in(after.findings)
    known = {(found.at.line, found.message) for found in old}
    for found in new:
        fresh = (found.at.line, found.message) not in known and found.at.line - 1 in changed
        if fresh and (strict or found.code[0] == "Y" or found.code == "S001"):
            return False
    if not before.source:
        return bool(after.source) or _last_line(new) > _last_line(old)
    gone = {line for line, _ in known - {(found.at.line, found.message) for found in new}}
    return bool(after.source) and any({line - 1, line - 2} & {*changed} for line in gone)


def _last_line(errors: tuple[Finding, ...]) -> int:
    """On which reading has come to its end."""
    return max(found.at.line for found in errors)


def _finding(sign: Sign, chosen: dict[int, LineRepair], number: int, error: Finding) -> Finding:
    """The finding, on the first of the lines around a line that all have the sign."""
    while number - 1 in chosen:
        number -= 1
    found = chosen[number]
    others = sorted(chosen.keys() - found.lines.keys())
    more = f", here and on {len(others)} more lines" if len(others) > 1 else ""
    more = more or "".join(f", here and on line {other + 1}" for other in others)
    at = Position(error.at.file, number + 1, found.column + 1, max(1, found.width))
    return Finding(sign.code or error.code, at, f"{found.message}{more}", found.hint)


def _as_written(found: Finding, written: list[str], repaired: list[str]) -> Finding:
    """A finding of the repaired file, at its column in the file as it is."""
    if found.at.line > len(written):
        return found
    old, new = written[found.at.line - 1], repaired[found.at.line - 1]
    if old == new or found.at.column - 1 <= common_start(old, new):
        return found
    column = max(1, found.at.column + len(old) - len(new))
    return replace(found, at=replace(found.at, column=column))
