"""The shape of a file: pydantic's verdict, told in the writer's words with positions (S rules)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.findings import Finding, closest
from game.scenario.document import FORMAT
from game.scenario.source import Source

WRONG = {
    "string_type": ("must be text", "put it in quotes"),
    "string_too_short": ("must not be empty", "write something here, or delete the key"),
    "string_too_long": ("is too long", "at most 5,000 characters"),
    "int_type": ("must be a whole number", "digits only, without quotes"),
    "float_type": ("must be a number", "digits only, without quotes"),
    "dict_type": ("must hold keys of its own", "write 'key: value' lines below it, indented"),
    "model_type": ("must hold keys of its own", "write 'key: value' lines below it, indented"),
    "list_type": ("must be a list", "write '- ' before each item, or [one, two]"),
    "too_short": ("must not be empty", "give it at least one entry"),
    "too_long": ("has too many entries", "take some out, or split the scenario in two"),
}
BOUNDS = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "above"),
    "less_than": ("lt", "below"),
}


Whole = TypeVar("Whole", bound=BaseModel)


def shape(source: Source, whole: type[Whole]) -> tuple[Whole | None, list[Finding]]:
    """The document of this kind that a file holds, or everything that is wrong with its shape."""
    wrong_format = list(_format(source))
    if wrong_format:
        return None, wrong_format
    try:
        return whole.model_validate(source.plain()), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=True)
        findings = [_finding(detail, source, whole) for detail in details]
        return None, _without_echoes(findings, details, source)


def _format(source: Source) -> Iterator[Finding]:
    """S005: a file of another format is told so, and nothing else."""
    for spot in source.each("format"):
        written = spot.node.value() if hasattr(spot.node, "value") else None
        if isinstance(written, int) and not isinstance(written, bool) and written != FORMAT:
            way = "newer: update Even Keel" if written > FORMAT else "older: write 'format: 1'"
            message = f"this file has format {written}, this game reads format {FORMAT}"
            yield Finding("S005", spot.node.at, message, f"the file is {way}")


def _without_echoes(
    findings: list[Finding], details: list[ErrorDetails], source: Source
) -> list[Finding]:
    """Drop a missing key where a mistyped one stands in its place: one cause, one message."""
    mistyped = {
        (d["loc"][:-1], finding.hint.removeprefix("did you mean '").removesuffix("'?"))
        for finding, d in zip(findings, details, strict=True)
        if finding.code == "S001"
    }
    return [
        finding
        for finding, d in zip(findings, details, strict=True)
        if not (finding.code == "S002" and (d["loc"][:-1], d["loc"][-1]) in mistyped)
    ]


def _finding(detail: ErrorDetails, source: Source, whole: type[BaseModel]) -> Finding:
    path = detail["loc"]
    kind, name = detail["type"], path[-1] if path else "this file"
    spot = source.find(path)
    if kind == "missing":
        where = f"'{path[-2]}'" if len(path) > 1 else "the file"
        return Finding("S002", spot.key_at, f"{where} lacks '{name}'", f"add a line '{name}: …'")
    if kind == "extra_forbidden":
        siblings = _keys_at(path[:-1], whole)
        present = source.keys(".".join(map(str, path[:-1])))
        hint = closest(str(name), [key for key in siblings if key not in present] or siblings)
        return Finding("S001", spot.key_at, f"nothing is called '{name}' here", hint)
    message, hint = _what_is_wrong(detail)
    named = f"item {name + 1} of '{path[-2]}'" if isinstance(name, int) else f"'{name}'"
    return Finding("S003", spot.node.at, f"{named} {message}", hint)


def _what_is_wrong(detail: ErrorDetails) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "one_of":
        return f"cannot be '{detail['input']}'", closest(str(detail["input"]), context["allowed"])
    if kind == "literal_error":
        return "must be the number 1", "write 'format: 1'"
    if kind in BOUNDS:
        key, words = BOUNDS[kind]
        return f"must be {words} {context[key]:g}", f"not {detail['input']:g}"
    if detail["input"] is None:
        return "is empty", "write its value after the colon, or delete the line"
    return WRONG.get(kind, ("does not fit here", "look at a scenario that sails"))


def _keys_at(path: tuple[str | int, ...], whole: type[BaseModel]) -> list[str]:
    """The keys that the format knows at a path."""
    part = whole
    for step in path:
        field = part.model_fields.get(str(step))
        if field is None:
            continue
        part = _part_within(field.annotation) or part
    return list(part.model_fields)


def _part_within(annotation: Any) -> type[BaseModel] | None:
    """The part of the format inside a list, a dictionary or an optional."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next(filter(None, map(_part_within, inner)), None)
