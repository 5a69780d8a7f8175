"""What a file may not be, told with line and column; the same whichever parser reads it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.findings import Severity
from game.scenario.loading.check_file import check_file
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.nodes import Scalar
from game.scenario.yaml.parser import NODES, parse_yaml
from game.testing import a_document, as_text

SCENARIO = """\
format: 1
id: fog
title: Fog at the Skerries
minutes: {solo: 12, group: 25}
watches:
  first:
    situation: |
      Fog, and surf.
    orders:
      steer:
        when: [crew is at least 40, not rested]
"""


def codes(text: str | bytes) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong."""
    data = text.encode() if isinstance(text, str) else text
    findings = parse_yaml("f.yaml", data).findings
    return [(found.code, found.at.line, found.at.column) for found in findings]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", ("Y001", 1, 1), id="empty"),
        pytest.param(b"# only a comment\n", ("Y001", 2, 1), id="only a comment"),
        pytest.param(b"\x89PNG\r\n\x1a\n", ("Y001", 1, 1), id="binary"),
        pytest.param(b"id: a\nb: \xff\n", ("Y001", 2, 4), id="not UTF-8"),
        pytest.param("id: a\n".encode("utf-16"), ("Y001", 1, 1), id="UTF-16"),
        pytest.param(b"id: a\nb: \x00\n", ("Y001", 2, 4), id="a zero byte"),
        pytest.param(b"id: a\nb: 'open\n", ("Y001", 2, 4), id="an open quote"),
        pytest.param(b"id: a: b\n", ("Y001", 1, 6), id="a colon too many"),
        pytest.param(b"- one\n", ("Y001", 1, 1), id="a list"),
        pytest.param(b"a: {ask: Why?, b: 1}\n", ("Y001", 1, 10), id="a question mark in braces"),
        pytest.param(b"a: |#\n  text\n", ("Y001", 1, 4), id="a hash at a bar"),
        pytest.param(b'a: "\\ud800"\n', ("Y001", 1, 7), id="half a character"),
        pytest.param(b"a: 1\n\tb: 2\n", ("Y002", 2, 1), id="a tab"),
        pytest.param(b"a: 1\nb: 2\na: 3\n", ("Y003", 3, 1), id="a duplicate key"),
        pytest.param(b"a: &x 1\n", ("Y004", 1, 4), id="an anchor"),
        pytest.param(b"a: *x\n", ("Y004", 1, 4), id="an alias"),
        pytest.param(b"<<: 1\n", ("Y004", 1, 1), id="a merge key"),
        pytest.param(b"a: !!python/object:os.system x\n", ("Y005", 1, 4), id="a tag"),
        pytest.param(b"a: 1\n---\nb: 1\n", ("Y005", 2, 1), id="a second document"),
        pytest.param(b"%YAML 1.1\n---\na: 1\n", ("Y005", 1, 1), id="a directive"),
        pytest.param(b"a: " + b"[" * 10_000, ("Y006", 1, 23), id="10,000 deep"),
        pytest.param(b"a: 1\n" * 500_000, ("Y006", 1, 1), id="2 MB"),
        pytest.param(b"a: [" + b"1," * NODES + b"]", ("Y006", 1, 99_999), id="too many values"),
        pytest.param(b"a b: 1\n", ("Y007", 1, 1), id="a key of two words"),
        pytest.param(b"? [a]\n: 1\n", ("Y007", 1, 3), id="a list for a key"),
        pytest.param(b"a: {b:, c: 1}\n", ("Y001", 1, 6), id="a gap in braces"),
    ],
)
def test_a_bad_file_is_told_once_with_its_place(
    data: bytes, expected: tuple[str, int, int]
) -> None:
    """One cause, one message, at the line and column where it stands."""
    assert codes(data) == [expected]


@pytest.mark.parametrize("word", ["no", "Yes", "ON", "off", "True", "1:30", "010", "0x1F", "1_000"])
def test_a_word_that_others_read_otherwise_is_text_here(word: str) -> None:
    """Only true and false are booleans, and there are no dates or odd numbers; but say so."""
    tree, findings, _ = parse_yaml("f.yaml", f"a: {word}\n".encode())

    assert [(found.code, found.severity) for found in findings] == [("Y008", Severity.WARNING)]
    assert tree is not None
    assert FileTree(tree).plain() == {"a": word}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: {text: Five, and sand}\n", [("Y009", 1, 17)], id="split at a comma"),
        pytest.param("a: We sail #1 ship\n", [("Y009", 1, 12)], id="cut by a hash"),
        pytest.param("a: We sail # a comment\n", [], id="a comment"),
        pytest.param("# a comment\na: 1\n", [], id="a comment line"),
        pytest.param("a: 'We sail #1 ship'\n", [], id="quoted"),
        pytest.param("a: |\n  We sail #1 ship\n", [], id="in a block"),
        pytest.param("a: {name: Ada Holm, b: 2}\n", [], id="two words in braces"),
        pytest.param("a: [crew is at least 40, not rested]\n", [], id="phrases in brackets"),
    ],
)
def test_text_that_yaml_would_cut_is_told(text: str, expected: list[tuple[str, int, int]]) -> None:
    """And what it would not cut is not."""
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("+4", 4),
        ("-3", -3),
        ("0.5", 0.5),
        ("1e3", 1000.0),
        ("true", True),
        ("false", False),
        ("null", None),
        ("2026-11-24", "2026-11-24"),
        ("1234567890123456", "1234567890123456"),
        ("'12'", "12"),
    ],
)
def test_plain_values_are_read_as_yaml_1_2_does(written: str, value: object) -> None:
    """Numbers, truth and nothing; everything else is text."""
    tree = parse_yaml("f.yaml", f"a: {written}\n".encode()).tree

    assert tree is not None
    assert FileTree(tree).plain() == {"a": value}


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: "\ufeff" + text, id="BOM"),
    ],
)
def test_windows_files_read_alike(changed: Callable[[str], str]) -> None:
    """A BOM and CRLF change no text and no position."""
    assert parse_yaml("f", changed(SCENARIO).encode()) == parse_yaml("f", SCENARIO.encode())


def test_an_alias_bomb_does_not_go_off() -> None:
    """Aliases are refused, not expanded."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(10)
    )

    assert {code for code, _, _ in codes(bomb)} == {"Y004"}


PIECES = st.sampled_from(
    [
        *("a", "b: ", "- ", "\n", "\n  ", "?", ": ", ":", "{", "}", "[", "]", ", ", "'", '"'),
        *("#", " #", "|", ">-", "&x ", "*x", "!t ", "%", "@", "\\", "---\n", "...\n", "é", "😀"),
        *("no", "<<: ", "\t"),
    ]
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A scenario, with some pieces put in or taken out."""
    text = draw(st.sampled_from([SCENARIO, as_text(a_document()), ""]))
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 3)) :]
    return text


@given(mutated())
@settings(max_examples=200, deadline=None)
def test_both_parsers_give_the_same_verdict(text: str) -> None:
    """What either rejects is rejected; what is read is the same tree with the same findings."""
    fast, slow = (
        parse_yaml("f", text.encode(), parser=parser) for parser in (yaml.CLoader, yaml.Loader)
    )

    assert (fast[0] is None) == (slow[0] is None)
    assert fast[0] is None or fast == slow


@given(st.one_of(mutated().map(str.encode), st.binary(max_size=200)))
@settings(max_examples=200, deadline=None)
def test_any_bytes_get_a_verdict_with_a_position(data: bytes) -> None:
    """Never an exception; no scenario without saying why, and where, inside the file."""
    checked = check_file("f.yaml", data)

    errors = [found for found in checked.findings if found.severity is Severity.ERROR]
    assert (checked.document is None) == bool(errors)
    assert all(found.at.line >= 1 and found.at.column >= 1 for found in checked.findings)
    places = [(found.at.line, found.at.column) for found in checked.findings]
    assert places == sorted(set(places))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"a: 1{'_' * 300_000}x\n", id="almost a number"),
        pytest.param(f"# check-ignore F007: {' ' * 300_000}x\na: 1\n", id="a long reason"),
        pytest.param("# check-ignore F007: x\n" * 20_000 + "a: 1\n", id="many ignores"),
        pytest.param("a: 'x\nprose\n" * 30_000, id="many open quotes"),
        pytest.param(
            "".join(f"k{n // 3}: 1\n {'k'}{n // 3}: 1\n" for n in range(12_000)), id="slips"
        ),
        pytest.param("".join(f"k{n}: 1\n" for n in range(9_000)), id="many unknown keys"),
        pytest.param(
            "endings:\n" + "".join(f" k{n}: {{text: 1, titel: 2}}\n" for n in range(3_000)), id="-"
        ),
    ],
)
def test_an_odd_file_gets_its_verdict_soon(text: str) -> None:
    """Whoever waits for minutes here has found something that takes the square of its length."""
    assert check_file("f.yaml", text.encode()).document is None


def test_an_error_is_told_behind_any_number_of_warnings() -> None:
    """The gravest findings are not the ones left out."""
    text = "".join(f"k{number}: no\n" for number in range(100)) + "k0: no\n"

    assert "Y003" in {code for code, _, _ in codes(text)}


def test_a_scalar_knows_its_width() -> None:
    """For the caret."""
    tree = parse_yaml("f", b"title: Fog\n").tree

    assert tree is not None
    assert isinstance(tree.pairs[0][1], Scalar)
    assert tree.pairs[0][1].at.width == 3
