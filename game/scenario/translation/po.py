"""PO: a translation as translators' own programs read and write it (Poedit, Weblate, Lokalize).

Each text has its path as context, the original as msgid, and as a remark what its translator or a
note in the file says of it. A text that is stale is fuzzy. Lines are joined: PO knows paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from game.findings import EvenKeelError
from game.scenario.model.scenario import Scenario
from game.scenario.model.texts import digest_of, texts_of
from game.scenario.translation.translation import Translation
from game.scenario.translation.update import Given, joined

WIDTH = 76
ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
PLAIN = {"\\": "\\", '"': '"', "n": "\n", "t": "\t", "r": "\r"}
KEYWORD = re.compile(r'(?P<what>msgctxt|msgid|msgstr|msgid_plural|msgstr\[\d\])?\s*"(?P<text>.*)"')


@dataclass
class PoBroken(EvenKeelError):
    """A line that no PO file has; lines count from 1."""

    file: str
    line: int
    reason: str
    exit_code: ClassVar[int] = 1

    def message(self) -> str:
        return f"{self.file}:{self.line}: this is no PO: {self.reason}"


@dataclass(slots=True)
class PoEntry:
    """A text. path: its context. notes: remarks for the translator. is_fuzzy: to be looked at."""

    path: str = ""
    original: str = ""
    text: str = ""
    notes: list[str] = field(default_factory=list)
    is_fuzzy: bool = False


def po_entries(scenario: Scenario, old: Translation | None) -> Iterator[PoEntry]:
    """Every text of a scenario, with what a translation has of it."""
    texts = old.document.texts if old and old.document else {}
    for path, original in texts_of(scenario).items():
        there = texts.get(path)
        text = joined(there.text) if there else ""
        is_stale = bool(text) and there is not None and there.digest != digest_of(original)
        yield PoEntry(path, joined(original), text, _notes(path, scenario), is_stale)


def _notes(path: str, scenario: Scenario) -> list[str]:
    """Who says it, or what room it has."""
    steps = path.split(".")
    if "says" in steps and (voice := scenario.voices.get(steps[-1])):
        return [f"{voice.name} says it, who speaks for {voice.speaks_for}"]
    rooms = {"situation": 45, "label": 12, "result": 30, "learnt": 30}
    return [f"at most {rooms[steps[-1]]} words"] if steps[-1] in rooms else []


def written_po(scenario: Scenario, language: str, entries: Iterable[PoEntry]) -> str:
    """A PO file of these entries."""
    head = (
        f"Project-Id-Version: {scenario.id} {scenario.version}\n"
        f"Language: {language}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
    )
    blocks = ["\n".join(_strings("msgid", "") + _strings("msgstr", head))]
    for entry in entries:
        lines = [f"#. {note}" for note in entry.notes]
        lines += ["#, fuzzy"] if entry.is_fuzzy else []
        lines += _strings("msgctxt", entry.path) + _strings("msgid", entry.original)
        blocks.append("\n".join(lines + _strings("msgstr", entry.text)))
    return "\n\n".join(blocks) + "\n"


def _strings(what: str, text: str) -> list[str]:
    """A keyword with its text, a piece a line."""
    if len(text) <= WIDTH - len(what) and "\n" not in text.rstrip("\n"):
        return [f'{what} "{_escaped(text)}"']
    pieces = []
    for line in re.findall(r"[^\n]*\n|[^\n]+", text):
        words = re.findall(r"\S+\s*|\s+", line)
        piece = ""
        for word in words:
            if len(piece) + len(word) > WIDTH and piece:
                pieces.append(piece)
                piece = ""
            piece += word
        pieces.append(piece)
    return [f'{what} ""', *(f'"{_escaped(piece)}"' for piece in pieces)]


def _escaped(text: str) -> str:
    return "".join(ESCAPED.get(char, char) for char in text)


def read_po(file: str, text: str) -> list[PoEntry]:
    """The entries of a PO file, without its head and what it has left behind as obsolete.

    Raises:
        PoBroken: at the first line that cannot be read.
    """
    entries, entry, what = [], PoEntry(), ""
    for number, line in enumerate([*text.split("\n"), ""], 1):
        stripped = line.strip()
        if not stripped or (stripped.startswith("#") and what == "msgstr"):
            if entry.path:
                entries.append(entry)
            if what or not stripped:
                entry, what = PoEntry(), ""
        if stripped.startswith("#"):
            entry.is_fuzzy |= stripped.startswith("#,") and "fuzzy" in stripped
        elif stripped:
            found = KEYWORD.fullmatch(stripped)
            if not found or not (what := found["what"] or what):
                raise PoBroken(file, number, "write msgctxt, msgid or msgstr, and a text in quotes")
            if what.startswith(("msgid_", "msgstr[")):
                raise PoBroken(file, number, "no text of a scenario has a plural")
            _add(entry, what, _unescaped(file, number, found["text"]))
    return entries


def _add(entry: PoEntry, what: str, text: str) -> None:
    match what:
        case "msgctxt":
            entry.path += text
        case "msgid":
            entry.original += text
        case _:
            entry.text += text


def _unescaped(file: str, number: int, text: str) -> str:
    def plain(found: re.Match[str]) -> str:
        if found[1] not in PLAIN:
            raise PoBroken(file, number, f"nothing is written as {found[0]}")
        return PLAIN[found[1]]

    if re.search(r'(?<!\\)(\\\\)*"', text):
        raise PoBroken(file, number, 'a " inside a text is written as \\"')
    return re.sub(r"\\(.?)", plain, text)


def given_by(entries: Iterable[PoEntry], scenario: Scenario) -> dict[str, Given]:
    """What a PO file says of a scenario's texts; of others it says nothing here."""
    known = texts_of(scenario)
    return {
        entry.path: Given(digest_of(entry.original), entry.text.strip(), entry.is_fuzzy)
        for entry in entries
        if entry.path in known
    }
