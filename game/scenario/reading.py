"""Reading: untrusted bytes become a tree with positions, as YAML 1.2 means them (Y rules).

The only file that imports yaml. It takes parser events, one at a time, and stops at the limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from game.findings import Finding, Position, ScenarioBroken, Severity
from game.scenario.nodes import Mapping, Node, Scalar, Sequence
from game.scenario.text import decoded

BYTES, DEPTH, NODES = 1024 * 1024, 20, 50_000
MOST = 50
"""Findings beyond this many are left out: the first ones help more."""
PARSER: Any = getattr(yaml, "CLoader", yaml.Loader)

PROBLEMS = {
    "mapping values are not allowed": (
        "this line has a ':' too many",
        "put the text in quotes, or below the key after a '|'",
    ),
    "could not find expected ':'": ("a key without ':'", "write 'key: value'"),
    "expected ',' or ']'": ("a '[' is not closed", "write [one, two], with quotes around texts"),
    "expected ',' or '}'": ("a '{' is not closed", "write {key: value}, with quotes around texts"),
    "end of stream": ("the file ends inside quotes or brackets", "close them"),
    "document separator": ("the file ends inside quotes", "close them"),
    "expected the node content": ("a value is missing here", "write one, or delete the key"),
    "expected node content": ("a value is missing here", "write one, or delete the key"),
    "cannot start any token": ("text cannot start with this character", "put the text in quotes"),
    "unknown escape": ("a '\\' inside double quotes", "use single quotes"),
    "block end": ("this line does not line up with the lines above", "check its indentation"),
    "expected key": ("this line does not line up with the lines above", "check its indentation"),
    "not allowed in this context": ("a list or a key cannot stand here", "check the indentation"),
}
LOOKALIKES = {
    r"(?i:yes|no|on|off|y|n)|True|TRUE|False|FALSE": "true or false",
    r"[+-]?\d+(:[0-5]?\d)+(\.\d*)?": "a number of minutes",
    r"[+-]?0\d+|0o[0-7]+|0x[0-9a-fA-F]+|[+-]?\d[\d_]*_[\d_]*": "another number",
    r"\d{4}-\d\d?-\d\d?([Tt ].*)?": "a date",
    r"[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)": "no number at all",
}


def read(file: str, data: bytes, *, parser: Any = PARSER) -> tuple[Mapping | None, list[Finding]]:
    """The tree of a file and what is wrong with it; never raises.

    file: the name that positions carry. parser: PyYAML's loader class, the C one where there is
    one. No tree comes without an error; a tree may come with errors that leave the rest readable.
    """
    if len(data) > BYTES:
        hint = f"at most {BYTES // 1024:,} KiB"
        return None, [Finding("Y006", Position(file, 1, 1), "the file is too large", hint)]
    text, unreadable = decoded(file, data)
    if unreadable:
        return None, unreadable
    reader = _Reader(file, text.split("\n"), yaml.parse(text, Loader=parser))
    try:
        tree = reader.document()
    except _StopError as stop:
        return None, [*reader.errors, stop.finding]
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # newer libyaml looks ahead of its events
            return read(file, data, parser=yaml.Loader)
        return None, [*reader.errors, _syntax(file, error)]
    except (yaml.YAMLError, ValueError, OverflowError):
        return None, [*reader.errors, Finding("Y001", Position(file, 1, 1), "this is no YAML")]
    findings = reader.findings[:MOST]
    if isinstance(tree, Mapping):
        return tree, findings
    hint = "begin with a line 'format: 1'"
    return None, [*findings, Finding("Y001", tree.at, "a scenario is made of 'key: value'", hint)]


def read_sound(file: str, data: bytes) -> Mapping:
    """The tree of a file that has no error in it.

    Raises:
        ScenarioBroken: with its errors.
    """
    root, findings = read(file, data)
    errors = tuple(found for found in findings if found.severity is Severity.ERROR)
    if root is None or errors:
        raise ScenarioBroken(file, errors, data.decode("utf-8-sig", errors="replace"))
    return root


def scan(text: str) -> Iterator[Any]:
    """The words of a text that `read` has found sound, with marks, and where blocks end."""
    return iter(yaml.scan(text, Loader=yaml.Loader))  # whose marks are exact, unlike the C one's


@dataclass
class _StopError(Exception):
    """Reading cannot go on."""

    finding: Finding


def _syntax(file: str, error: yaml.MarkedYAMLError) -> Finding:
    mark = error.problem_mark or error.context_mark
    at = Position(file, mark.line + 1, mark.column + 1) if mark else Position(file, 1, 1)
    problem = error.problem or ""
    for words, (message, hint) in PROBLEMS.items():
        if words in problem:
            return Finding("Y001", at, message, hint)
    return Finding("Y001", at, "this is no YAML", "compare with a scenario that sails")


@dataclass
class _Reader:
    """Builds the tree from events, collecting findings as it goes."""

    file: str
    lines: list[str]
    events: Iterator[Any]
    findings: list[Finding] = field(default_factory=list)
    count: int = 0

    @property
    def errors(self) -> list[Finding]:
        """What stands beside the reason for stopping; its warnings may have the same cause."""
        return [found for found in self.findings if found.severity is Severity.ERROR][:MOST]

    def document(self) -> Node:
        next(self.events)  # the stream begins
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            hint = "begin with a line 'format: 1'"
            raise _StopError(Finding("Y001", self.at(start), "the file is empty", hint))
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
        severity = Severity.WARNING if code in ("Y008", "Y009") else Severity.ERROR
        self.findings.append(Finding(code, at, message, hint, severity))

    def node(self, event: Any, depth: int, *, flow: bool) -> Node:
        at = self.at(event)
        self.count += 1
        if depth > DEPTH or self.count > NODES:
            much = f"deeper than {DEPTH} levels" if depth > DEPTH else f"over {NODES:,} values"
            raise _StopError(Finding("Y006", at, f"the file is too large: {much}", "split it"))
        if event.anchor:
            what = "an alias '*'" if isinstance(event, yaml.AliasEvent) else "an anchor '&'"
            self.tell("Y004", at, f"{what} is not allowed", "write the text out again")
        if isinstance(event, yaml.AliasEvent):
            return Scalar("", at, plain=False)
        if event.tag is not None:
            self.tell("Y005", at, f"a tag '{event.tag}' is not allowed", "delete it")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event, at, flow=flow)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.items(depth, event)), at, bool(event.flow_style))
        return Mapping(tuple(self.pairs(depth, event)), at, bool(event.flow_style))

    def items(self, depth: int, start: Any) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self.node(event, depth + 1, flow=bool(start.flow_style))

    def pairs(self, depth: int, start: Any) -> Iterator[tuple[Scalar, Node]]:
        flow = bool(start.flow_style)
        first: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1, flow=flow)
            value = self.node(next(self.events), depth + 1, flow=flow)
            if isinstance(value, Scalar) and value.plain and not value.text:
                value = replace(value, at=key.at)  # parsers differ on where nothing stands
            if self.is_key(key, value, flow=flow) and isinstance(key, Scalar):
                if key.text in first:
                    message = f"'{key.text}' stands here twice, first on line {first[key.text]}"
                    self.tell("Y003", key.at, message, "delete one, or rename it")
                else:
                    first[key.text] = key.at.line
                    yield key, value

    def is_key(self, key: Node, value: Node, *, flow: bool) -> bool:
        """Whether the key is a plain word; if not, that has been told."""
        if not isinstance(key, Scalar):
            raise _StopError(Finding("Y007", key.at, "a key must be a word", "write 'word: value'"))
        if key.plain and key.text == "<<":
            self.tell("Y004", key.at, "a merge '<<' is not allowed", "write the keys out")
            return False
        if flow and isinstance(value, Scalar) and value.plain and not value.text:
            self.check_gap(key)
            message = f"'{key.text}' has become a key of its own: a text was split at its comma"
            self.tell("Y009", key.at, message, "put the text in quotes")
            return True
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]*", key.text):
            hint = "letters, digits, '_' and '-', beginning with a letter"
            self.tell("Y007", key.at, f"'{key.text[:40]}' is no plain word for a key", hint)
        return True

    def check_gap(self, key: Scalar) -> None:
        """Stop at `{key:,`, which only one of the two parsers accepts."""
        rest = self.lines[key.at.line - 1][key.at.column - 1 + key.at.width :]
        if re.match(r" *:[,\[\]{}]", rest):
            message, hint = f"'{key.text}' has no value", "write one after ': '"
            raise _StopError(Finding("Y001", key.at, message, hint))

    def scalar(self, event: Any, at: Position, *, flow: bool) -> Scalar:
        plain = not event.style
        if plain:
            self.check_plain(event, at, flow=flow)
        elif event.style in "|>" and re.search(
            r"[|>][0-9+-]*#", self.lines[event.start_mark.line][event.start_mark.column :]
        ):
            raise _StopError(Finding("Y001", at, "a '#' touches the '|'", "put a space before it"))
        elif any("\ud800" <= char <= "\udfff" for char in event.value):
            hint = "write the character itself"
            raise _StopError(Finding("Y001", at, "half a character after '\\u'", hint))
        return Scalar(event.value, at, plain)

    def check_plain(self, event: Any, at: Position, *, flow: bool) -> None:
        text = event.value
        if flow and ("?" in text or ":" in text):
            mark = "?" if "?" in text else ":"
            hint = "put the text in quotes"
            raise _StopError(Finding("Y001", at, f"a '{mark}' inside [] or {{}}", hint))
        for pattern, meaning in LOOKALIKES.items():
            if re.fullmatch(pattern, text):
                message = f"'{text}' is text here, but other programs read {meaning}"
                self.tell("Y008", at, message, "put it in quotes")
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if text and end.line < len(self.lines) else ""
        if cut := re.match(r"\s+#(?=[^\s#])", rest):
            column = end.column + cut.end()
            where = Position(self.file, end.line + 1, column, len(rest) - cut.end() + 1)
            message = "the text ends here: what follows ' #' is a comment"
            self.tell("Y009", where, message, "put the text in quotes, or a space after '#'")
