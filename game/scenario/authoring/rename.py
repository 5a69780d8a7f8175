"""An id under another name everywhere it is used, and not a character else changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from game.findings import EvenKeelError, closest
from game.scenario.analysis.id_uses import IdKind, Use, uses_of
from game.scenario.loading.check_file import check_file
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_valid_yaml

ANY_WORD = re.compile(r"[^\W\d][\w-]*")
ANY_WORDS = re.compile(rf"{ANY_WORD.pattern}(\.[\w-]+)*")
"""Ids as their authors spell them, umlauts and all: that may be why they are renamed."""


@dataclass
class CannotRename(EvenKeelError):
    """A renaming that has not been done; the file is as it was."""

    reason: str
    hint: str = ""
    exit_code: ClassVar[int] = 2

    def message(self) -> str:
        return f"nothing was renamed: {self.reason}\n{self.hint}".rstrip()


def rename(file: str, data: bytes, use: Use, new: str) -> tuple[bytes, int]:
    """A scenario file with an id renamed, and in how many places; it checks as it did before.

    Raises:
        CannotRename: if the new id is taken, or would not do.
    """
    uses = uses_in(file, data)
    if any(other.what is use.what and other.id == new for other in uses):
        raise CannotRename(f"{use.what} '{new}' is there already", "choose another name")
    renamed, count = substitute(data, uses, use, new)
    before = {(found.code, found.at.line): found for found in check_file(file, data).findings}
    hid = any(found.code == "Y007" for found in before.values())
    for found in check_file(file, renamed).findings:
        named = f"'{new}'" in found.message
        if (found.code, found.at.line) not in before and (named or not hid):
            raise CannotRename(found.message, found.hint)
    return renamed, count


def find_use(uses: list[Use], id: str, what: IdKind | None) -> Use:
    """A use of an id; what: which kind is meant, where it names several.

    Raises:
        CannotRename: if it names nothing, or several things.
    """
    found = {use.what: use for use in uses if use.id == id and what in (None, use.what)}
    if not found:
        known = {use.id for use in uses if what in (None, use.what)}
        raise CannotRename(f"no {what or 'id'} is called '{id}'", closest(id, known))
    if len(found) > 1:
        kinds = " and a ".join(sorted(found))
        raise CannotRename(f"'{id}' is a {kinds}", f"say which, as in --what {min(found)}")
    return next(iter(found.values()))


def substitute(data: bytes, uses: list[Use], use: Use, new: str) -> tuple[bytes, int]:
    """The bytes of a file with an id replaced in all of its uses, and how many those are.

    Raises:
        CannotRename: where it is written in a way that has no place of its own.
    """
    text = data.decode("utf-8")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).splitlines(keepends=True)
    places = [other.at for other in uses if (other.what, other.id) == (use.what, use.id)]
    for at in sorted(places, reverse=True):
        line, start = lines[at.line - 1], at.column - 1
        if not line.startswith(use.id, start):
            reason = f"line {at.line} writes '{use.id}' in a peculiar way"
            raise CannotRename(reason, "write it plainly there first")
        lines[at.line - 1] = line[:start] + new + line[start + len(use.id) :]
    return (mark + "".join(lines)).encode(), len(places)


def uses_in(file: str, data: bytes, word: re.Pattern[str] = ANY_WORD) -> list[Use]:
    """Every use of an id in a file. word: what a key may be, ANY_WORDS in a translation.

    Raises:
        ScenarioBroken: if the file cannot be read.
    """
    return list(uses_of(FileTree(parse_valid_yaml(file, data, word))))
