"""Pydantic's errors about a file, in the writer's words and with positions (S rules)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.findings import Finding, Position, closest
from game.scenario.format.document import FORMAT
from game.scenario.format.format_map import place_name
from game.scenario.yaml.file_tree import FileTree

MOST = 100
"""Findings beyond this many are left out: the first ones help more."""
WRONG = {
    "string_type": ("must be text", "put it in quotes"),
    "string_too_short": ("must not be empty", "write something here, or delete the key"),
    "string_too_long": ("is too long", "at most 5,000 characters"),
    "int_type": ("must be a whole number", "digits only, without quotes"),
    "bool_type": ("must be true or false", "write it without quotes"),
    "float_type": ("must be a number", "digits only, without quotes"),
    "dict_type": ("must hold keys of its own", "write 'key: value' lines below it, indented"),
    "model_type": ("must hold keys of its own", "write 'key: value' lines below it, indented"),
    "list_type": ("must be a list", "write '- ' before each item, or [one, two]"),
    "too_short": ("must not be empty", "give it at least one entry"),
    "own_word": ("is no word that can stand for another", "one line, without braces"),
    "license": ("is no name of the SPDX list", "such as CC-BY-4.0, CC0-1.0 or MIT"),
}
ONE_WORD = frozenset(
    {
        *("id", "version", "language", "teaches", "speaks_for", "kind", "effort", "practice"),
        *("goto", "outcome", "can_end", "grows_with"),
        *("sky", "hour", "ship", "port", "portrait", "license"),
    }
)
"""Keys that hold a word and no prose."""
BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "above"),
    "less_than": ("lt", "below"),
}


D = TypeVar("D")
Whole = TypeVar("Whole", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class CheckedFile(Generic[D]):
    """What a file says: a document unless a finding is an error; findings by position."""

    source: FileTree | None
    document: D | None
    findings: tuple[Finding, ...]


class ValidatedFile(NamedTuple, Generic[Whole]):
    """The document, unless its shape is wrong; what is wrong with it; whether more is hidden."""

    document: Whole | None
    findings: list[Finding]
    hidden: bool = False


def validate(
    source: FileTree, whole: type[Whole], swallowing: Collection[Position] = ()
) -> ValidatedFile[Whole]:
    """The shape of a mended file.

    whole: what kind of file it is. swallowing: texts that have keys in them; what is missing
    because of them is not told.
    """
    try:
        written = source.plain()
        weathers = written.get("weathers")
        named = {"weathers": weathers if isinstance(weathers, dict) else {}}
        return ValidatedFile(whole.model_validate(written, context=named), [])
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)[:MOST]
        wrong = [one for one in details if not _swallowed(one, source, swallowing)]
        missing = [one for one in wrong if one["type"] == "missing"]
        findings = [
            *(_finding(one, source) for one in wrong if one["type"] != "missing"),
            *(_lacking(path, list(of), source) for path, of in groupby(missing, key=_owner)),
        ]
        return ValidatedFile(None, findings, hidden=len(wrong) < len(details))


def _owner(detail: ErrorDetails) -> tuple[str | int, ...]:
    return detail["loc"][:-1]


def _lacking(path: tuple[str | int, ...], missing: list[ErrorDetails], source: FileTree) -> Finding:
    """S002: everything that one part lacks."""
    names = [str(detail["loc"][-1]) for detail in missing]
    lacks = ", ".join(f"'{name}'" for name in names)
    message = f"{place_name(path) if path else 'the file'} lacks {lacks}"
    return Finding("S002", source.find(path).key_at, message, f"add a line '{names[0]}: …'")


def _swallowed(detail: ErrorDetails, source: FileTree, swallowing: Collection[Position]) -> bool:
    """Whether a text is wrong, or a key missing, because the text has become what it was not."""
    spot = source.find(detail["loc"])
    near = spot.below() if detail["type"] == "missing" else [spot]
    return any(below.node.at in swallowing for below in near)


def check_format(source: FileTree) -> Iterator[Finding]:
    """S005: of a file of another format nothing else is reported."""
    for spot in source.each("format"):
        written = spot.number
        if isinstance(written, int) and written != FORMAT:
            hint = "newer: update Even Keel" if written > FORMAT else "older: write 'format: 1'"
            message = f"this file has format {written}, this game reads format {FORMAT}"
            yield Finding("S005", spot.node.at, message, f"the file is {hint}")


def _finding(detail: ErrorDetails, source: FileTree) -> Finding:
    path = detail["loc"]
    if path[-1] == "[key]":  # one that is not the author's to choose
        hint = closest(str(detail["input"]), detail.get("ctx", {}).get("allowed", ()))
        message = f"nothing is called '{detail['input']}' here"
        return Finding("S001", source.find(path[:-1]).key_at, message, hint)
    message, hint = _what_is_wrong(detail)
    if isinstance(detail["input"], list | dict | str):
        message, hint = _another_shape(detail) or (message, hint)
    return Finding("S003", source.find(path).node.at, f"{place_name(path)} {message}", hint)


def _another_shape(detail: ErrorDetails) -> tuple[str, str] | None:
    """A list or keys for a text, or more than digits for a number."""
    key, written, kind = detail["loc"][-1], detail["input"], detail["type"]
    if kind == "string_type" and isinstance(written, list):
        first = written[0] if written and isinstance(written[0], str) else ""
        if first and key in ONE_WORD:
            return "must be one word, not a list", f"write {key}: {first}"
        return "must be one text, not a list", "take each '- ' away, and put a '|' after the colon"
    if kind == "string_type" and isinstance(written, dict):
        return "must be text, without keys of its own", "put it in quotes, or below a '|'"
    number = re.match(r"[+-]?\d+(?:\.\d+)?", written) if isinstance(written, str) else None
    if number and kind in ("float_type", "int_type"):
        return WRONG[kind][0], f"write {number[0]}, without quotes or anything behind it"
    return None


def _what_is_wrong(detail: ErrorDetails) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "one_of":
        return f"cannot be '{detail['input']}'", closest(str(detail["input"]), context["allowed"])
    if kind == "literal_error":
        return "must be the number 1", "write 'format: 1'"
    if kind == "too_long":
        return "has too many entries", f"at most {context['max_length']}"
    if kind in BOUNDS:
        key, words = BOUNDS[kind]
        return f"must be {words} {context[key]:g}", f"not {detail['input']:g}"
    if detail["input"] is None:
        return "is empty", "write its value after the colon, or delete the line"
    return WRONG.get(kind, ("does not fit here", "look at a scenario that sails"))
