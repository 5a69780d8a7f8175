"""Syntax errors (Y001), in the writer's words, on the line that is to blame for them."""

from __future__ import annotations

import re
from typing import Any

from game.findings import Finding, Position
from game.scenario.yaml.error_location import locate_error

LACKS_DASH = "this item of a list lacks its '-'", "write '- ' before it"
GOES_ON = (
    "the text goes on after its closing quote",
    "put all of it below the key after a '|', where quotes and apostrophes are just text",
)
PROBLEMS = {
    "mapping values are not allowed": (
        "this line has a ':' too many",
        "put the text in quotes, or below the key after a '|'",
    ),
    "could not find expected ':'": ("a key without ':'", "write 'key: value'"),
    "expected ',' or ']'": ("a '[' is not closed", "write [one, two], with quotes around texts"),
    "expected ',' or '}'": ("a '{' is not closed", "write {key: value}, with quotes around texts"),
    "end of stream": ("a quote or bracket is opened here and never closed", "close it"),
    "document separator": ("a quote is opened here and never closed", "close it"),
    "expected (the )?node content": ("a value is missing here", "write one, or delete the key"),
    "cannot start any token": ("text cannot start with this character", "put the text in quotes"),
    "unknown escape": ("a '\\' inside double quotes", "use single quotes"),
    "document start|block end|expected key": (
        "this line does not line up with the lines above",
        "check its indentation",
    ),
    "sequence entries are not allowed": (
        "a text cannot begin with '- '",
        "put the text in quotes; a list goes below its key",
    ),
    "not allowed in this context": ("a list or a key cannot stand here", "check the indentation"),
}
"""What the parser says, as patterns, and what is said instead."""
OWN_COLON = re.compile(r"[ -]*[\w-]+")
"""What stands before the colon of a key."""
NO_YAML = "this is no YAML"
AFTER_VALUE = "block end|expected key|expected ',' or"
"""What the parser notices at the first thing behind a value."""
HIDDEN = "end of stream|document separator|expected ':'|expected ',' or"
"""What the parser notices only after the line that is to blame."""


def syntax_error(file: str, error: Any, lines: list[str]) -> Finding:
    """What is wrong, from PyYAML's error and the lines of the file."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    if mark is None:
        return Finding("Y001", Position(file, 1, 1), NO_YAML)
    problem, reading = error.problem or "", error.context or ""
    before = lines[mark.line][: mark.column] if mark.line < len(lines) else ""  # at the file's end
    if re.search(AFTER_VALUE, problem) and _is_quoted(before):
        return Finding("Y001", Position(file, mark.line + 1, mark.column + 1), *GOES_ON)
    if context and context.line < mark.line and re.search(HIDDEN, problem):
        mark = context
    since = context.line if context else None
    since = mark.line if "collection" in reading else since
    is_text = "mapping values" in problem and not OWN_COLON.fullmatch(before)
    if not is_text and (found := locate_error(lines, mark.line, since)):
        at = Position(file, found.line + 1, found.column + 1)
        return Finding("Y001", at, found.message, found.hint)
    at = Position(file, mark.line + 1, mark.column + 1)
    if context and "block collection" in reading and mark.column == context.column:
        return Finding("Y001", at, *LACKS_DASH)
    for words, (message, hint) in PROBLEMS.items():
        if re.search(words, problem):
            return Finding("Y001", at, message, hint)
    return Finding("Y001", at, NO_YAML, "compare with a scenario that sails")


def _is_quoted(text: str) -> bool:
    """Whether a text ends with a quote that also opens in it."""
    mark = text.rstrip()[-1:]
    return mark in {'"', "'"} and text.count(mark) % 2 == 0
