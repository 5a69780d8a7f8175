"""Untrusted bytes become a tree with positions, as YAML 1.2 means them (Y rules).

The only file that imports yaml. It takes parser events, one at a time, and stops at the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml

from game.findings import Finding, Position, ScenarioBroken, Severity, errors_in
from game.scenario.model.ids import spell_id
from game.scenario.yaml.decoding import decode
from game.scenario.yaml.ignores import IGNORE, Ignore, ignores_in
from game.scenario.yaml.misread_texts import (
    check_cut_text,
    check_markup,
    check_remark,
    check_unquoted,
)
from game.scenario.yaml.nodes import Mapping, Node, Pair, Scalar, Sequence

BYTES, DEPTH, NODES = 1024 * 1024, 20, 50_000
MOST = 50
"""Findings beyond this many are left out: the first ones help more."""
PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)
BLOCK = ("|", ">")
BEGIN = "begin with a line 'format: 1'"

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
WORDS = re.compile(rf"{WORD.pattern}(\.[A-Za-z0-9_-]+)*")
"""What a key may be: a word, or in translations, the words of a path."""
HALF = re.compile("[\ud800-\udfff]")
LIKE_A_KEY = re.compile(r" *(-(?= )|(?P<key>[a-z][\w-]*):(?= |$))")


class Parsed(NamedTuple):
    """What was read: the tree, unless an error hides it, and the comments that ignore findings."""

    tree: Mapping | None
    findings: list[Finding]
    ignores: tuple[Ignore, ...] = ()


def parse_yaml(
    file: str, data: bytes, *, parser: Any = PARSER, word: re.Pattern[str] = WORD
) -> Parsed:
    """The tree of a file and what is wrong with it; never raises.

    file: the name that positions carry. parser: PyYAML's loader class, the C one where there is
    one. word: what a key may be. No tree comes without an error; a tree may come with errors that
    leave the rest readable.
    """
    if len(data) > BYTES:
        hint = f"at most {BYTES // 1024:,} KiB"
        return Parsed(None, [Finding("Y006", Position(file, 1, 1), "the file is too large", hint)])
    text, unreadable = decode(file, data)
    if unreadable:
        return Parsed(None, unreadable)
    reader = _Reader(file, text.split("\n"), yaml.parse(text, Loader=parser), word)
    try:
        tree = reader.document()
    except _StopError as stop:
        return Parsed(None, [*reader.errors, stop.finding])
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # newer libyaml looks ahead of its events
            return parse_yaml(file, data, parser=yaml.Loader, word=word)
        from game.scenario.yaml.syntax_errors import syntax_error

        wrong = syntax_error(file, error, reader.lines)
        known = any(found.at.line == wrong.at.line for found in reader.errors)
        return Parsed(None, reader.errors if known else [*reader.errors, wrong])
    except (yaml.YAMLError, ValueError, OverflowError):
        wrong = Finding("Y001", Position(file, 1, 1), "this is no YAML")
        return Parsed(None, [*reader.errors, wrong])
    gravest = sorted(reader.findings, key=lambda found: found.severity is not Severity.ERROR)
    findings = gravest[:MOST]
    if isinstance(tree, Mapping):
        return Parsed(tree, findings, ignores_in(file, reader.lines, reader.quoting))
    wrong = Finding("Y001", tree.at, "a scenario is made of 'key: value'", BEGIN)
    return Parsed(None, [*findings, wrong])


def parse_valid_yaml(file: str, data: bytes, word: re.Pattern[str] = WORD) -> Mapping:
    """The tree of a file that has no error in it. word: what a key may be.

    Raises:
        ScenarioBroken: with its errors.
    """
    root, findings, _ = parse_yaml(file, data, word=word)
    errors = errors_in(findings)
    if root is None or errors:
        raise ScenarioBroken(file, errors, data.decode("utf-8-sig", errors="replace"))
    return root


def scan(text: str) -> Iterator[Any]:
    """The tokens of a text that `parse_yaml` has found sound, with marks, and where blocks end."""
    return iter(yaml.scan(text, Loader=yaml.Loader))  # whose marks are exact, unlike the C one's


@dataclass
class _StopError(Exception):
    """Reading cannot go on."""

    finding: Finding


@dataclass
class _Reader:
    """Builds the tree from events, collecting findings as it goes."""

    file: str
    lines: list[str]
    events: Iterator[Any]
    word: re.Pattern[str] = WORD
    findings: list[Finding] = field(default_factory=list)
    count: int = 0
    quoting: set[int] = field(default_factory=set)

    @property
    def errors(self) -> list[Finding]:
        """What stands beside the reason for stopping; its warnings may have the same cause."""
        return list(errors_in(self.findings)[:MOST])

    def document(self) -> Node:
        next(self.events)  # the stream begins
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            raise _StopError(Finding("Y001", self.at(start), "the file is empty", BEGIN))
        tree = self.node(next(self.events), 1, flow=False)
        next(self.events)  # the document ends
        more = next(self.events)
        if not isinstance(more, yaml.StreamEndEvent):
            message, hint = "a second document begins here", "one file, one scenario: delete '---'"
            raise _StopError(Finding("Y005", self.at(more), message, hint))
        return tree

    def at(self, event: Any) -> Position:
        start, end = event.start_mark, event.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        last = end.column if end.line == start.line else len(line)
        return Position(self.file, start.line + 1, start.column + 1, max(1, last - start.column))

    def tell(self, code: str, at: Position, message: str, hint: str) -> None:
        severity = Severity.WARNING if code == "Y009" else Severity.ERROR
        self.findings.append(Finding(code, at, message, hint, severity))

    def node(self, event: Any, depth: int, *, flow: bool, value: bool = False) -> Node:
        at = self.at(event)
        self.count += 1
        if depth > DEPTH or self.count > NODES:
            much = f"deeper than {DEPTH} levels" if depth > DEPTH else f"over {NODES:,} values"
            raise _StopError(Finding("Y006", at, f"the file is too large: {much}", "split it"))
        if event.anchor:
            what = "an alias '*'" if isinstance(event, yaml.AliasEvent) else "an anchor '&'"
            hint = f"write the value out again; a text that begins with '{what[-2]}' needs quotes"
            self.tell("Y004", at, f"{what} is not allowed", hint)
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", at, plain=False)
        if event.tag is not None:
            hint = "delete it; a text that begins with '!' needs quotes"
            self.tell("Y005", at, f"a tag '{event.tag[:40]}' is not allowed", hint)
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at, flow=flow, value=value)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(depth, event)), at, bool(event.flow_style))
        return self.mapping(list(self.pairs(depth, event)), at, flow=bool(event.flow_style))

    def items(self, depth: int, start: Any) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1, flow=bool(start.flow_style))

    def pairs(self, depth: int, start: Any) -> Iterator[tuple[Scalar, Node]]:
        flow = bool(start.flow_style)
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1, flow=flow)
            value = self.node(next(self.events), depth + 1, flow=flow, value=True)
            if isinstance(value, Scalar) and value.plain and not value.text:
                value = replace(value, at=key.at)  # parsers differ on where nothing stands
            if self.is_key(key, value, flow=flow) and isinstance(key, Scalar):
                yield key, value

    def mapping(self, pairs: list[Pair], at: Position, *, flow: bool) -> Mapping:
        """Y003: the first of each key counts, and the others are reported once a mapping."""
        first: dict[str, Scalar] = {}
        keys = [key for key, _ in pairs]
        doubles = [n for n, key in enumerate(keys) if first.setdefault(key.text, key) is not key]
        if doubles:
            self.findings.append(_duplicates(pairs, doubles, first))
        kept = tuple(pair for number, pair in enumerate(pairs) if number not in doubles)
        return Mapping(kept, at, flow, tuple(pairs[number] for number in doubles))

    def is_key(self, key: Node, value: Node, *, flow: bool) -> bool:
        """Whether the key is a plain word; if not, that is reported."""
        if not isinstance(key, Scalar):
            raise _StopError(Finding("Y007", key.at, "a key must be a word", "write 'word: value'"))
        if key.plain and key.text == "<<":
            self.tell("Y004", key.at, "a merge '<<' is not allowed", "write the keys out")
            return False
        if flow and isinstance(value, Scalar) and value.plain and not value.text:
            rest = self.lines[key.at.line - 1][key.at.column - 1 + key.at.width :]
            if re.match(r" *:[,\[\]{}]", rest):  # which only one of the two parsers accepts
                message, hint = f"'{key.text}' has no value", "write one after ': '"
                raise _StopError(Finding("Y001", key.at, message, hint))
            message = f"'{key.text}' has become a key of its own: a text was split at its comma"
            self.tell("Y009", key.at, message, "put the text in quotes")
            return True
        if not self.word.fullmatch(key.text):
            self.tell_word(key)
        return True

    def tell_word(self, key: Scalar) -> None:
        """Y007, once for each word."""
        message = f"'{key.text[:40]}' is no plain word for a key"
        if any(found.message == message for found in self.findings):
            return
        hint = "letters, digits, '_' and '-', beginning with a letter"
        if re.fullmatch(r"[^\W\d][\w-]*", key.text) and (word := spell_id(key.text)):
            hint = f"only a to z, digits, '_' and '-': write '{word}', as 'even-keel rename' does"
        self.tell("Y007", key.at, message, hint)

    def scalar(self, event: Any, at: Position, *, flow: bool, value: bool) -> Scalar:
        plain = not event.style
        if plain:
            self.check_plain(event, at, flow=flow, value=value)
        elif event.style in "|>" and re.search(
            r"[|>][0-9+-]*#", self.lines[event.start_mark.line][event.start_mark.column :]
        ):
            raise _StopError(Finding("Y001", at, "a '#' touches the '|'", "put a space before it"))
        elif HALF.search(event.value):
            hint = "write the character itself"
            raise _StopError(Finding("Y001", at, "half a character after '\\u'", hint))
        if any(sign in event.value for sign in "<&#"):
            end = event.end_mark.line + (event.end_mark.column > 0)
            lines = self.lines[event.start_mark.line : end]
            self.findings += check_markup(event.value, at, lines)
            if event.style in BLOCK:
                self.findings += check_remark(event.value, at, lines)
        if event.start_mark.line == event.end_mark.line and IGNORE not in event.value:
            return Scalar(event.value, at, plain)
        return Scalar(event.value, at, plain, tuple(self.keys_inside(event)))

    def check_plain(self, event: Any, at: Position, *, flow: bool, value: bool) -> None:
        text, end = event.value, event.end_mark
        if flow and ("?" in text or ":" in text):
            mark = "?" if "?" in text else ":"
            hint = "put the text in quotes"
            raise _StopError(Finding("Y001", at, f"a '{mark}' inside [] or {{}}", hint))
        self.findings += check_unquoted(text, at, value_in_braces=flow and value)
        rest = self.lines[end.line][end.column :] if text and end.line < len(self.lines) else ""
        if "#" in rest:
            self.findings += check_cut_text(Position(self.file, end.line + 1, end.column + 1), rest)

    def keys_inside(self, event: Any) -> Iterator[Scalar]:
        """The lines of a text that look like keys; also note whether it speaks of ignoring."""
        start, end = event.start_mark.line + 1, event.end_mark.line + (event.style not in BLOCK)
        if IGNORE in event.value:
            self.quoting.update(range(start - 1, end))
        for number in range(start, min(end, len(self.lines))):
            if looks := LIKE_A_KEY.match(self.lines[number]):
                at = Position(self.file, number + 1, looks.start(1) + 1, len(looks[1]))
                yield Scalar(looks["key"] or "-", at, plain=True)


def _duplicates(pairs: list[Pair], doubles: list[int], first: dict[str, Scalar]) -> Finding:
    """The first double; or the empty key above it, below which others belong."""
    key = pairs[doubles[0]][0]
    message = f"'{key.text}' stands here twice, first on line {first[key.text].at.line}"
    if len(doubles) == 1:
        return Finding("Y003", key.at, message, "delete one, or rename it")
    above, value = pairs[doubles[0] - 1]
    while isinstance(value, Mapping) and value.pairs:
        above, value = value.pairs[-1]
    if isinstance(value, Scalar) and value.is_empty:
        message = f"'{above.text}' holds nothing, and the keys below it stand here twice"
        return Finding("Y003", above.at, message, "is it indented too far?")
    message = f"{message}, and so do keys below it"
    return Finding("Y003", key.at, message, "is a line missing above it?")
