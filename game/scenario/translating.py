"""Translating: a translation's file begun or brought up to date; what is there stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from game.scenario.scenario import Scenario
from game.scenario.source import Source
from game.scenario.texts import digest_of, texts_of
from game.scenario.translation import TextPart, Translation

WIDTH = 96
STALE = "# stale: when it fits the text above, write digest: "
"""Above a text that was made from another one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it should be. there, stale: how many of the texts are, and are outdated."""

    text: str
    there: int
    stale: int
    of: int


def draft(scenario: Scenario, language: str, old: Translation | None, text: str = "") -> Draft:
    """Every text with its place, in the order of the scenario.

    old, text: what the file says now, without an error, and its lines. Comments stay where they
    are, above their entries; only those that earlier drafts have put there are written anew.
    """
    known = dict(old.document.texts) if old and old.document else {}
    notes = _notes(old.source, text) if old and old.source else {}
    lines = _head(text) or ["format: 1", f"of: {scenario.id}", f"language: {language}", "texts:"]
    originals = texts_of(scenario)
    there = stale = 0
    for path, original in originals.items():
        part = known.pop(path, None) or TextPart(digest=digest_of(original), text="")
        is_there, is_stale = bool(part.text.strip()), part.digest != digest_of(original)
        there += is_there
        stale += is_there and is_stale
        lines += notes.get(path, [])
        if not is_there or is_stale:
            lines += _quoted(scenario.language, original)
        if is_there and is_stale:
            lines.append(f'  {STALE}"{digest_of(original)}"')
        lines += _entry(path, part if is_there else TextPart(digest=digest_of(original), text=""))
    for path, part in known.items():
        lines += [*notes.get(path, []), *_entry(path, part)]
    return Draft("\n".join(lines) + "\n", there, stale, len(originals))


def _entry(path: str, part: TextPart) -> Iterator[str]:
    yield f"  {path}:"
    yield f'    digest: "{part.digest}"'
    if not part.text.strip():
        yield '    text: ""'
        return
    yield "    text: |"
    yield from (f"      {line}".rstrip() for line in part.text.strip().splitlines())


def _quoted(language: str, text: str) -> Iterator[str]:
    """The original, as comments."""
    mark = f"  # {language}: "
    for line in wrap(" ".join(text.split()), WIDTH - len(mark)):
        yield f"{mark}{line}"


def _head(text: str) -> list[str]:
    """The lines down to the first entry."""
    lines = text.splitlines()
    ends = [number for number, line in enumerate(lines) if line.startswith("texts:")]
    return [*lines[: ends[0]], "texts:"] if ends else []


def _notes(source: Source, text: str) -> dict[str, list[str]]:
    """The comments above each entry that a translator has written there."""
    lines = text.splitlines()
    above: dict[str, list[str]] = {}
    for spot in source.each("texts.*"):
        first = spot.key_at.line - 1
        while first and lines[first - 1].startswith("  #"):
            first -= 1
        found = lines[first : spot.key_at.line - 1]
        above[spot.name] = [line for line in found if not _is_ours(line)]
    return above


def _is_ours(line: str) -> bool:
    said = line.strip()
    mark, colon, _ = said.removeprefix("# ").partition(": ")
    return said.startswith(STALE) or (bool(colon) and mark.isalpha() and 2 <= len(mark) <= 3)
