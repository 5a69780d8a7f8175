"""Following: a file as somebody leaves it who does what a message says, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from game.findings import Finding
from game.scenario.loading.check_file import check_file

Way = Callable[[str, Finding, re.Match[str]], str]
"""From a line, what is told of it and the match of its hint to the line afterwards."""


def followed(text: str, finding: Finding) -> str | None:
    """The text after the way out of a finding; None where that asks for thought."""
    lines, number = text.split("\n"), finding.at.line - 1
    if finding.hint.startswith("keep one side"):
        return "\n".join(_one_side(lines, number))
    if finding.hint.startswith("take the '- ' away"):
        return "\n".join(_without_dashes(lines, number))
    if finding.hint.startswith("delete it, and what stands outside"):
        return "\n".join(lines[number + 1 :] if number < len(lines) / 2 else lines[:number])
    if spelt := re.match(r"only a to z.*: write '(\w+)'", finding.hint):
        return re.sub(rf"\b{_caret(lines[number], finding)}\b", spelt[1], text)
    for hint, way in WAYS.items():
        if found := re.fullmatch(hint, finding.hint):
            lines[number] = way(lines[number], finding, found)
            return "\n".join(lines)
    return None


def follow(text: str, steps: int = 9) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """A file and what is told of it: first as it is, then after each first message."""
    for _ in range(steps):
        told = check_file("broken.yaml", text.encode()).findings
        yield text, told
        after = followed(text, told[0]) if told else None
        if after is None:
            return
        text = after


def _caret(line: str, finding: Finding) -> str:
    """What the caret points at."""
    return line[finding.at.column - 1 :][: finding.at.width]


def _exchange(line: str, finding: Finding, new: str) -> str:
    start = finding.at.column - 1
    return line[:start] + new + line[start + finding.at.width :]


def _as_key(line: str, finding: Finding, found: re.Match[str]) -> str:
    """The key with its colon, and what was behind it."""
    return re.sub(rf"^( *(?:- )?){found[1]}[^\w\[{{\"'|>]*", rf"\1{found[1]}: ", line).rstrip()


def _value(line: str, finding: Finding, found: re.Match[str]) -> str:
    """Another value in place of the one that the caret points at."""
    rest = line[finding.at.column - 1 :]
    written = re.match(r"\"[^\"]*\"|'[^']*'|\[[^\]]*\]|[^,}\]#]*[^,}\]#\s]", rest)
    width = written.end() if written else finding.at.width
    return line[: finding.at.column - 1] + found[1] + rest[width:]


def _condition(line: str, finding: Finding, found: re.Match[str]) -> str:
    return re.sub(r"\w+ (?:is )?(?:[<>=]=?|[≥≤]) [\d.]+", found[1], line, count=1)


def _in_column(line: str, finding: Finding, found: re.Match[str]) -> str:
    return " " * (int(found[1]) - 1) + line.lstrip()


WAYS: dict[str, Way] = {
    r"write '(\w+):( )?'": _as_key,
    r"write (\[.*\])|write (\w+), without quotes.*": lambda line, finding, found: _value(
        line, finding, re.match("(.*)", found[1] or found[2]) or found
    ),
    r"write '(\w+ is [\w ]+ [\d.]+)'": _condition,
    r"write two conditions: \[(.*)\]": lambda line, finding, _: (
        line[: finding.at.column - 2] + "," + line[finding.at.column + finding.at.width - 1 :]
    ),
    r"write \w+: (.*)": _value,
    r"write '(- )'|write '([^']*)'|write (.*?)(?:, with a point)?": lambda line, finding, found: (
        _exchange(line, finding, next(filter(None, found.groups())))
    ),
    r"delete it, and type a space|type (?:a space|spaces)": lambda line, finding, _: _exchange(
        line, finding, " " * (_caret(line, finding).count(";") or finding.at.width)
    ),
    r"delete it(; a text that begins with '!' needs quotes)?": lambda line, finding, _: _exchange(
        line, finding, ""
    ),
    r"did you mean '(.*)'\?|type it anew: '(.*)'": lambda line, finding, found: (
        line[: _start_of_word(line, finding)]
        + re.sub(r"\w+", found[1] or found[2], line[_start_of_word(line, finding) :], count=1)
    ),
    r"let it begin in column (\d+).*": _in_column,
}


def _start_of_word(line: str, finding: Finding) -> int:
    start = finding.at.column - 1
    while start and re.match(r"\w", line[start - 1]):
        start -= 1
    return start


def _one_side(lines: list[str], number: int) -> list[str]:
    """A merge conflict, settled for the side above."""
    middle = next(n for n in range(number, len(lines)) if lines[n].startswith("======="))
    end = next(n for n in range(number, len(lines)) if lines[n].startswith(">>>>>>>"))
    return [*lines[:number], *lines[number + 1 : middle], *lines[end + 1 :]]


def _without_dashes(lines: list[str], number: int) -> list[str]:
    """The items below a key as keys of their own."""
    depth = re.match(" *", lines[number])[0]  # type: ignore[index]
    below = next(
        (
            n
            for n in range(number + 1, len(lines))
            if lines[n].strip() and not lines[n].startswith(f"{depth} ")
        ),
        len(lines),
    )
    column = len(re.match(" *", lines[number + 1])[0])  # type: ignore[index]
    item = re.compile(rf"^( {{{column}}})- ")
    return [item.sub(r"\1", line) if number < n < below else line for n, line in enumerate(lines)]
