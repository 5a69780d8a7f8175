"""A translation's file begun or brought up to date; what is there stays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from textwrap import wrap

from game.scenario.model.scenario import Scenario
from game.scenario.model.texts import digest_of, texts_of
from game.scenario.translation.translation import Translation
from game.scenario.yaml.file_tree import FileTree, Spot
from game.scenario.yaml.nodes import Mapping
from game.scenario.yaml.parser import scan

WIDTH = 96
MARGIN = 2
"""Of the entries in a file that is begun here."""
STALE = "# stale: when it fits the text above, write digest: "
"""Above a text that was made from another one."""
IS_STALE = re.compile(rf'{STALE}"(\w+)"')
IS_DIGEST = r"""(\bdigest["']?:\s*["']?)"""
DOCUMENT = ("<document start>", "<document end>")
QUOTED = re.compile(r"# [a-z]{2,3}: (.*)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A file as it should be. there, stale: how many of the texts are, and are outdated."""

    text: str
    there: int
    stale: int
    of: int


@dataclass(frozen=True, slots=True)
class Given:
    """A text that comes from elsewhere. digest: of what it was made from.

    is_doubtful: whoever made it has not looked at it since that changed.
    """

    digest: str
    text: str
    is_doubtful: bool = False


@dataclass(slots=True)
class _Entry:
    """An entry as it stands. above: the comments before it; lines: its own, from its key on."""

    above: list[str]
    lines: list[str]
    digest: str
    is_there: bool
    text: str = ""


@dataclass(slots=True)
class _Layout:
    """A file in parts: down to the entries, they by their paths, and what comes after them."""

    head: list[str]
    entries: dict[str, _Entry] = field(default_factory=dict)
    tail: list[str] = field(default_factory=list)
    margin: int = MARGIN


def draft(
    scenario: Scenario,
    language: str,
    old: Translation | None,
    text: str = "",
    given: dict[str, Given] | None = None,
) -> Draft:
    """Every text with its place, in the order of the scenario.

    old, text: what the file says now, without an error, and its lines. Entries and comments stay
    as somebody has written them; only what earlier drafts have put there is written anew.
    given: texts from elsewhere, by their paths, which take the place of others than they are.
    """
    if old and old.source and old.document:
        layout = _layout_of(old.source, text)
    else:
        layout = _Layout(["format: 1", f"of: {scenario.id}", f"language: {language}", "texts:"])
    originals = texts_of(scenario)
    lines, there, stale = layout.head, 0, 0
    for path, original in originals.items():
        entry = layout.entries.get(path) or _new(path, digest_of(original), "", layout.margin)
        if given and path in given:
            entry = _taken(entry, given[path], path, layout.margin)
        is_stale = entry.is_there and entry.digest != digest_of(original)
        there, stale = there + entry.is_there, stale + is_stale
        lines += _entry_lines(entry, scenario.language, original, layout.margin)
    lines += layout.tail
    return Draft("\n".join(lines) + "\n", there, stale, len(originals))


def _new(path: str, digest: str, text: str, margin: int) -> _Entry:
    lines = [f"{path}:", f'  digest: "{digest}"', '  text: ""']
    if text:
        lines[2:] = ["  text: |", *(f"    {line}".rstrip() for line in text.splitlines())]
    return _Entry([], [" " * margin + line for line in lines], digest, bool(text), text)


def _taken(entry: _Entry, given: Given, path: str, margin: int) -> _Entry:
    """An entry with a text from elsewhere, or as it is where that says the same."""
    digest = entry.digest if given.is_doubtful else given.digest
    is_same = joined(given.text) == joined(entry.text)
    if not given.text or (is_same and digest == entry.digest):
        return entry
    words = wrapped(joined(given.text), WIDTH - margin - 4)
    return replace(_new(path, digest, "\n".join(words), margin), above=entry.above)


def joined(text: str) -> str:
    """A text without the lines that its file has broken it into; its paragraphs stay."""
    paragraphs = re.split(r"\n[ \t]*\n", text.strip())
    return "\n\n".join(" ".join(one.split()) for one in paragraphs)


def wrapped(text: str, width: int) -> list[str]:
    """Paragraphs, broken into lines as files have them."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        lines += [""] * bool(lines)
        lines += wrap(paragraph, width, break_long_words=False, break_on_hyphens=False)
    return lines


def _entry_lines(entry: _Entry, language: str, original: str, margin: int) -> Iterator[str]:
    """An entry's lines, below the original if somebody has to read that."""
    now, pad = digest_of(original), " " * margin
    notes, at = _notes(entry.above, {entry.digest, now})
    yield from notes[:at]
    if not entry.is_there or entry.digest != now:
        mark = f"{pad}# {language}: "
        words, room = " ".join(original.split()), WIDTH - len(mark)
        for line in wrap(words, room, break_long_words=False, break_on_hyphens=False):
            yield f"{mark}{line}"
    if entry.is_there and entry.digest != now:
        yield f'{pad}{STALE}"{now}"'
    yield from notes[at:]
    for line in entry.lines:
        old = IS_DIGEST + entry.digest
        yield line if entry.is_there else re.sub(old, rf"\g<1>{now}", line)


def _notes(above: list[str], digests: set[str]) -> tuple[list[str], int]:
    """The comments that a translator wrote, and where among them the original was quoted.

    digests: those of originals that an earlier draft may have quoted. What merely looks like a
    quotation has another one.
    """
    stale = [IS_STALE.fullmatch(line.strip()) for line in above]
    known = digests | {found[1] for found in stale if found}
    notes = [line for line, found in zip(above, stale, strict=True) if not found]
    at = len(notes)
    while quoted := _quotation(notes, known):
        at = quoted.start
        del notes[quoted.start : quoted.stop]
    return notes, at


def _quotation(lines: list[str], digests: set[str]) -> range | None:
    """Which of these lines quote a text with one of these digests."""
    found = [QUOTED.fullmatch(line.strip()) for line in lines]
    for first in range(len(lines)):
        quoted: list[str] = []
        for last in range(first, len(lines)):
            if not (match := found[last]):
                break
            quoted.append(match[1])
            spaced = " ".join(quoted)
            broken = spaced.replace("- ", "-")  # as drafts broke lines once
            if digest_of(spaced) in digests or digest_of(broken) in digests:
                return range(first, last + 1)
    return None


def _layout_of(source: FileTree, text: str) -> _Layout:
    texts = source.first("texts")
    lines = text.removesuffix("\n").split("\n")
    if texts is None:
        return _Layout([*lines, "texts:"])
    keys = [key.at.line for key, _ in source.root.pairs if key.at.line > texts.key_at.line]
    stop = min(keys, default=len(lines) + 1)
    spots = texts.below()
    if not (isinstance(texts.node, Mapping) and spots and not texts.node.flow):
        return _unfolded(texts, text, stop)
    ends = _ends(text, [*(spot.key_at.line for spot in spots), stop])
    layout = _Layout(lines[: texts.key_at.line], margin=spots[0].key_at.column - 1)
    deeper = re.compile(rf" {{{layout.margin + 1},}}#")
    since = texts.key_at.line
    for spot, end in zip(spots, ends, strict=True):
        start, below = spot.key_at.line - 1, takewhile(deeper.match, lines[end : stop - 1])
        own = [*lines[start:end], *below]
        digest, words = spot.get_text("digest"), spot.get_text("text")
        entry = _Entry(lines[since:start], own, digest, bool(words.strip()), words)
        layout.entries[spot.name] = entry
        since = start + len(own)
    layout.tail = lines[since:]
    return layout


def _unfolded(texts: Spot, text: str, stop: int) -> _Layout:
    """A file whose entries stand in braces, or that has none; its comments go above all of them."""
    lines, start = text.removesuffix("\n").split("\n"), texts.key_at.line
    [end] = _ends(text, [start, stop])
    bare = text
    for token in scan(text):
        words = slice(token.start_mark.index, token.end_mark.index)
        hidden = re.sub(".", " ", bare[words])
        bare = f"{bare[: words.start]}{hidden}{bare[words.stop :]}"
    comments = [
        line[line.index("#") :] for line in bare.split("\n")[start - 1 : end] if "#" in line
    ]
    layout = _Layout([*lines[: start - 1], "texts:", *(f"{' ' * MARGIN}{one}" for one in comments)])
    for spot in texts.below():
        digest, text = spot.get_text("digest"), spot.get_text("text").strip()
        layout.entries[spot.name] = _new(spot.name, digest, text, MARGIN)
    layout.tail = lines[end:]
    return layout


def _ends(text: str, starts: list[int]) -> list[int]:
    """After which line each entry ends that begins in one of these, but for the last of them.

    Lines count from 1. Comments belong to no entry, but for those among its words.
    """
    ends = list(starts)
    for token in scan(text):
        first, last = token.start_mark, token.end_mark
        entry = bisect_right(starts, first.line + 1) - 1
        if entry >= 0 and last.index > first.index and token.id not in DOCUMENT:
            ends[entry] = max(ends[entry], last.line + (last.column > 0))
    return ends[:-1]
