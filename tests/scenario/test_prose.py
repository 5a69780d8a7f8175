"""Slips in prose: told in the words of somebody who writes stories, and not YAML."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from game.scenario.yaml.parser import parse_yaml


@pytest.mark.parametrize(
    ("text", "line", "column", "says"),
    [
        pytest.param(
            "w:\n  s: |\nDusk. Twenty singers.\nAll of them wet.\n  t: 1\n",
            3,
            1,
            "this text stands too far left to belong to 's'",
            id="prose at the margin",
        ),
        pytest.param(
            "w:\n  s: |\n    Dusk.\nTwenty singers.\n  t: 1\n",
            4,
            1,
            "this text stands too far left to belong to 's'",
            id="prose that falls back",
        ),
        pytest.param(
            "a: 1\nb: 'It's five'\nc: 2\n",
            2,
            8,
            "the text goes on after its closing quote",
            id="an apostrophe in single quotes",
        ),
        pytest.param(
            'a:\n  r: "One verse," badly.\n  b: 1\n',
            2,
            19,
            "the text goes on after its closing quote",
            id="speech, and more",
        ),
        pytest.param(
            "a: {c: 1, r: 'It's fine'}\nb: 1\n",
            1,
            18,
            "the text goes on after its closing quote",
            id="an apostrophe in braces",
        ),
        pytest.param(
            'a:\n  - {c: 75, r: "She gets up.}\n  - c: 25\n',
            2,
            16,
            "a quote opens here and is not closed",
            id="a quote left open in braces",
        ),
        pytest.param(
            "a:\n  o:\n    - {c: 75}\n    c: 25\n    r: x\n",
            4,
            5,
            "this item of a list lacks its '-'",
            id="an item without its dash",
        ),
        pytest.param(
            "a:\n  b: - Fenders and lines\n  c: 1\n",
            2,
            6,
            "a text cannot begin with '- '",
            id="speech that begins with a dash",
        ),
        pytest.param(
            "a:\n  r: *One verse* badly\n  b: 1\n",
            2,
            6,
            "an alias '*' is not allowed",
            id="a word in stars",
        ),
    ],
)
@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader], ids=["C", "Python"])
def test_a_slip_in_prose_is_told_once_where_it_is(
    text: str, line: int, column: int, says: str, parser: Any
) -> None:
    """In words that a writer of prose can act on, whichever parser reads it."""
    _, findings, _ = parse_yaml("f.yaml", text.encode(), parser=parser)

    assert [(found.at.line, found.at.column, found.message) for found in findings] == [
        (line, column, says)
    ]


@pytest.mark.parametrize("parser", [yaml.CLoader, yaml.Loader], ids=["C", "Python"])
@pytest.mark.parametrize(
    "last", ["r: [one, two", "r: {one: 1", "r: 'one", "s: |\n  Fog.\nr"], ids=str
)
def test_a_file_that_breaks_off_is_told_and_nothing_more(last: str, parser: Any) -> None:
    """Some parsers then point below the last line."""
    tree, findings, _ = parse_yaml("f.yaml", f"a: 1\n{last}".encode(), parser=parser)

    assert tree is None
    assert [found.code for found in findings] == ["Y001"]
