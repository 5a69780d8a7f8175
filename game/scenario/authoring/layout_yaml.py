"""A scenario file laid out alike: two spaces a level, quotes where one is needed, no more.

Lines stay lines and every comment stays where it is; only what stands between words changes.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any

from game.findings import EvenKeelError
from game.scenario.yaml.decoding import decode
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import WORDS, parse_valid_yaml, scan

BLOCK = re.compile(r"(?P<style>[|>])(?P<signs>[0-9+-]*) *(?P<comment>#.*)?")
DOCUMENT = re.compile(r"^(---|\.\.\.)(?= |$)")


@dataclass
class LayoutFailed(EvenKeelError):
    """A new layout that would not say the same; the file has been left as it is."""

    file: str

    def message(self) -> str:
        return f"{self.file} was left as it is: a new layout would change what it says"


def format_yaml(file: str, data: bytes) -> str:
    """The same file in the one layout: the same data, the same comments, the same lines of prose.

    file: a scenario, or what belongs to one.

    Raises:
        ScenarioBroken: if it cannot be read as YAML; other mistakes do not matter here.
        LayoutFailed: if the new layout would say something else.
    """
    before = FileTree(parse_valid_yaml(file, data, WORDS)).plain()
    text, _ = decode(file, data)
    writer = _Writer(text)
    for token in scan(text):
        writer.put(token)
    after = "\n".join(writer.lines) + "\n"
    if FileTree(parse_valid_yaml(file, after.encode(), WORDS)).plain() != before:
        raise LayoutFailed(file)
    return after


@dataclass(frozen=True, slots=True)
class _Block:
    """An open block: the column it stood in; entries: a list; implied: no deeper than its key."""

    column: int
    entries: bool
    implied: bool = False


@dataclass
class _Nest:
    """Which blocks and brackets are open, and so how far a line is indented."""

    blocks: list[_Block] = field(default_factory=list)
    brackets: int = 0
    at_key: bool = False

    def turn(self, kind: str, column: int) -> None:
        """Open and close blocks as a token asks."""
        top = self.blocks[-1] if self.blocks else _Block(0, entries=False)
        if kind in ("BlockMappingStart", "BlockSequenceStart"):
            self.blocks.append(_Block(column, entries=kind == "BlockSequenceStart"))
        elif kind == "BlockEntry" and not top.entries:
            self.blocks.append(_Block(column, entries=True, implied=True))
        elif kind in ("Key", "BlockEnd") and top.implied and not self.brackets:
            self.blocks.pop()
        if kind == "BlockEnd":
            self.blocks.pop()
        self.at_key = self.at_key or kind == "Key"

    @property
    def block(self) -> int:
        """Of the keys or entries of the innermost block."""
        return 2 * max(len(self.blocks) - 1, 0)

    @property
    def text(self) -> int:
        """Of whatever goes on below its key."""
        return self.block + 2 * self.brackets if self.brackets else 2 * len(self.blocks)

    def of(self, kind: str) -> int:
        """Of a line that begins with such a token."""
        if self.brackets:
            ends = kind in ("FlowSequenceEnd", "FlowMappingEnd")
            return max(self.text - 2, 2 * len(self.blocks)) if ends else self.text
        return self.block if self.at_key or kind in ("BlockEntry", "Key", "Value") else self.text


@dataclass
class _Writer:
    """Writes the words of a text again, one after the other.

    end: where in the text the last word ended. before: the blocks that were open there.
    """

    text: str
    lines: list[str] = field(default_factory=list)
    line: str = ""
    end: int = 0
    last: str = ""
    nest: _Nest = field(default_factory=_Nest)
    before: tuple[_Block, ...] = ()

    def put(self, token: Any) -> None:
        kind = type(token).__name__.removesuffix("Token")
        start, column = token.start_mark.index, token.start_mark.column
        word = self.text[start : token.end_mark.index]
        self.nest.turn(kind, column)
        if kind == "StreamEnd":
            self.turn_line(self.between(self.text[self.end :] + "\n", column, 0, last=True))
        if not word or kind.startswith("Document"):
            return
        gap = self.text[self.end : start]
        if "\n" in gap or not self.last:
            indent = self.nest.of(kind)
            self.turn_line(self.between(gap if self.last else f"\n{gap}", column, indent))
            self.line = " " * indent
        else:
            self.line += self.space(word)
        self.write(word, getattr(token, "style", None), start)
        self.nest.brackets += (word in ("[", "{")) - (word in ("]", "}"))
        self.nest.at_key = False
        self.last, self.before = word, tuple(self.nest.blocks)

    def space(self, word: str) -> str:
        """What stands between the last word and this one, on one line."""
        closes = word in ("]", "}", ",", ":") or self.last in ("[", "{")
        return "" if closes and self.last != ":" else " "

    def between(self, gap: str, column: int, indent: int, *, last: bool = False) -> list[str]:
        """The comments and blank lines before a word that begins a line; at most one in a row."""
        comment, *rest, _ = gap.split("\n")
        if comment.strip(" "):
            self.line += f"  {comment.strip(' ')}"
        lines: list[str] = []
        for line in rest:
            bare = DOCUMENT.sub("", line).strip(" ")
            if bare:
                deep = self.comment_indent(line.index("#"), column, indent)
                lines.append(" " * deep + bare)
            elif (lines and lines[-1]) or (self.last and not lines):
                lines.append("")
        return lines[:-1] if last and lines and not lines[-1] else lines

    def comment_indent(self, stood: int, column: int, indent: int) -> int:
        """How far a comment is indented: as the next line, or as the block it still belongs to."""
        if len(self.nest.blocks) >= len(self.before) or stood <= column:
            return indent
        depths = (depth for depth, block in enumerate(self.before) if block.column <= stood)
        return 2 * max(depths, default=0)

    def turn_line(self, between: list[str]) -> None:
        self.lines += [self.line, *between] if self.last else between

    def write(self, word: str, style: str | None, start: int) -> None:
        """Write a word; its further lines are indented below its key."""
        self.end = start + len(word)
        if style and style in "|>":
            first, rest, length = self.prose(word)
            self.end = start + length
        else:
            first, *lines = [line.strip(" ") for line in word.split("\n")]
            rest = [" " * self.nest.text + line if line else "" for line in lines]
        self.line += first
        for line in rest:
            self.lines.append(self.line)
            self.line = line

    def prose(self, word: str) -> tuple[str, list[str], int]:
        """A block of prose: its sign, its lines, and how much of the word they are."""
        sign, *body = word.split("\n")
        whole = bool(body) and not body[-1]
        found = BLOCK.fullmatch(sign)
        style, signs, comment = found.groups() if found else (sign, "", "")
        digit = re.search(r"\d", signs)
        body = body[:-1] if whole else body
        if digit:
            was = self.nest.blocks[-1].column + int(digit.group())
            now = self.nest.block + int(digit.group())
        else:
            was, now = _margin(body), self.nest.text
        lines = [" " * now + line[was:] if line[was:] else "" for line in body]
        while "+" not in signs and lines and not lines[-1]:
            lines.pop()
        if not whole:
            signs = f"{digit.group() if digit else ''}-"  # no line end, no more than that
        length = len("\n".join([sign, *body[: len(lines)]]))
        return f"{style}{signs}{f'  {comment}' if comment else ''}", lines, length


def _margin(body: list[str]) -> int:
    """How far a block of prose was indented."""
    first = next((line for line in body if line.strip(" ")), "")
    leading = itertools.takewhile(lambda line: line is not first, body)
    return max([len(first) - len(first.lstrip(" ")), *map(len, leading)])
