"""One layout for every file: the same data, the same comments, and no second thoughts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.findings import ScenarioBroken, Severity
from game.scenario.authoring import layout_yaml
from game.scenario.authoring.layout_yaml import LayoutFailed, format_yaml
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import load
from game.scenario.yaml.decoding import encode_like
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml, scan
from tests.scenario.test_parser import mutated
from tests.transcripts import SCENARIOS

UNTIDY = """\
---
# a scenario


id:   fog     # so far
minutes: { solo: 12,group: 25 }   # both
watches:
      first:
            says:
                  bosun:   'Sleep,
    two hours'
            # about the orders


            orders:
            - steer:
                 result: |
                         Five fathoms.

                           And sand.


              # still about the steering
            - [  crew is at least 40,   # tired
             not rested ]
            effects: {crew: +4}
# the end
"""
TIDY = """\
# a scenario

id: fog  # so far
minutes: {solo: 12, group: 25}  # both
watches:
  first:
    says:
      bosun: 'Sleep,
        two hours'
    # about the orders

    orders:
      - steer:
          result: |
            Five fathoms.

              And sand.

        # still about the steering
      - [crew is at least 40,  # tired
        not rested]
    effects: {crew: +4}
# the end
"""


def written(scenario: str) -> str:
    """The text of a shipped scenario."""
    return (bundled_folder("scenarios") / f"{scenario}.yaml").read_text(encoding="utf-8")


def neat(text: str) -> str:
    """The text in the one layout."""
    return format_yaml("f.yaml", text.encode())


def data(text: str) -> object:
    """What a text says, or None if it cannot be read without an error."""
    root, findings, _ = parse_yaml("f.yaml", text.encode())
    if root is None or any(found.severity is Severity.ERROR for found in findings):
        return None
    return FileTree(root).plain()


def test_an_untidy_file_becomes_tidy() -> None:
    """Two spaces a level, one blank line, comments with their neighbours."""
    assert neat(UNTIDY) == TIDY


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_shipped_scenarios_are_laid_out_so_already(scenario: str) -> None:
    """Nothing to do."""
    text = written(scenario)

    assert neat(text) == text


def test_what_belongs_to_a_scenario_is_laid_out_alike() -> None:
    """Translations, whose keys are paths, and transcripts."""
    folder = bundled_folder("scenarios")
    files = [*folder.glob("translations/*.yaml"), *folder.glob("tests/*.yaml")]

    assert files
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert neat(text.replace("  ", "    ")) == text


@pytest.mark.parametrize(
    ("written", "laid"),
    [
        pytest.param(b"a:  1\r\nb: 2\r\n", b"a: 1\r\nb: 2\r\n", id="of Windows"),
        pytest.param(b"\xef\xbb\xbfa:  1\n", b"\xef\xbb\xbfa: 1\n", id="a byte order mark"),
        pytest.param(b"a:  1\r\nb: 2\nc: 3\n", b"a: 1\nb: 2\nc: 3\n", id="of both, as most are"),
    ],
)
def test_line_ends_and_the_mark_stay(written: bytes, laid: bytes) -> None:
    """They are no layout; only a file with both kinds gets one."""
    assert encode_like(written, format_yaml("f.yaml", written)) == laid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: |2\n    x\n", "a: |2\n    x\n", id="an indentation in figures"),
        pytest.param("a:\n   b: |3-\n       x\n", "a:\n  b: |3-\n      x\n", id="and nested"),
        pytest.param("a: |+\n     x\n\n\n", "a: |+\n  x\n\n\n", id="blank lines that count"),
        pytest.param("a: >  # why\n     x\n", "a: >  # why\n  x\n", id="a comment at a sign"),
        pytest.param("a: |\n  x", "a: |-\n  x\n", id="no line end"),
        pytest.param("a: |", "a: |-\n", id="no prose"),
        pytest.param('a: "x\\\n     y"\n', 'a: "x\\\n  y"\n', id="a folded quote"),
        pytest.param("a:\n- b\n-   - c\n", "a:\n  - b\n  - - c\n", id="lists in lists"),
        pytest.param('{\n"a":1,\n"b":{}\n}', '{\n  "a": 1,\n  "b": {}\n}\n', id="brackets"),
        pytest.param("a: {b: }\n", "a: {b: }\n", id="nothing in braces"),
        pytest.param("\ufeffa:  1\r\n", "a: 1\n", id="from Windows"),
        pytest.param("a: 1\n  # x\n\n\n...\n", "a: 1\n# x\n", id="the end"),
    ],
)
def test_what_is_peculiar(text: str, expected: str) -> None:
    """Corners of YAML that an author may meet."""
    assert neat(text) == expected


@given(mutated())
@settings(max_examples=200, deadline=None)
def test_nothing_but_space_changes(text: str) -> None:
    """Of any text that can be read: the same data, and every character but space and '---'."""
    text += "\n"
    if data(text) is None:
        return
    after = neat(text)

    assert data(after) == data(text)
    assert neat(after) == after
    assert _ink(after) == _ink(text)


def _ink(text: str) -> str:
    return re.sub(r"[ \n]", "", re.sub(r"^(---|\.\.\.)(?= |$)", "", text, flags=re.MULTILINE))


@st.composite
def untidied(draw: st.DrawFn) -> str:
    """A shipped scenario with comments, blank lines and deeper blocks put in."""
    lines = written(draw(st.sampled_from(SCENARIOS))).splitlines()
    first = draw(st.integers(0, len(lines) - 40))
    more = draw(st.integers(0, 4))
    for at in draw(st.lists(st.integers(first, first + 39), max_size=8)):
        extra = draw(st.sampled_from(["", "", "# note", "      # deep", "  # here", " # odd"]))
        lines[at] = f"{lines[at]}\n{extra}"
    text = "\n".join(lines)
    deeper = re.compile("^(  )+", re.MULTILINE)
    return deeper.sub(lambda deep: deep.group() + deep.group()[::2] * more, text)


@given(untidied())
@settings(max_examples=40, deadline=None)
def test_an_untidied_scenario_loads_the_same(text: str) -> None:
    """And it is laid out once and for all."""
    try:
        scenario = load("f.yaml", text.encode())
    except ScenarioBroken:
        return
    after = neat(text)

    assert load("f.yaml", after.encode()) == scenario
    assert neat(after) == after
    assert after.count("#") == text.count("#")


def test_a_file_that_cannot_be_read_is_refused() -> None:
    """With its findings; a wrong key is no hindrance."""
    with pytest.raises(ScenarioBroken) as broken:
        neat("a: 1\na: 2\n")

    assert [found.code for found in broken.value.findings] == ["Y003"]
    assert neat("labell:  x\n") == "labell: x\n"


def test_a_layout_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong here, an author's file stays."""
    monkeypatch.setattr(layout_yaml, "scan", lambda text: list(scan(text))[:-1])
    with pytest.raises(LayoutFailed, match="left as it is"):
        neat("a: 1\nb: 2\n")
