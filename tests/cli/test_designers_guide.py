"""The designers' guide is true: every command runs, every snippet fits, every output is so."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.playtest.report import playtest
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import load, open_file
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml
from game.ship.weather import PRESETS, Weather
from game.testing import a_document, a_watch, an_order, as_text

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "designers.md").read_text(encoding="utf-8")
FILE = Path("fog-bank.yaml")
ENDS = {"": 0, "fails": 1, "stays": 130}
"""How a command of the guide ends, by what stands behind `sh`; one that stays is stopped."""


@dataclass(frozen=True)
class Block:
    """A fenced block: its kind, what stands behind that, and its text."""

    kind: str
    how: str
    text: str


def blocks() -> Iterator[Block]:
    """Every fenced block of the guide, in order."""
    for found in re.finditer(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL):
        yield Block(*found.groups())


def data(text: str) -> dict[str, Any]:
    """What a snippet says."""
    root, findings, _ = parse_yaml("snippet", text.encode())
    assert root is not None
    assert findings == []
    return FileTree(root).plain()


def put_into(whole: dict[str, Any], part: dict[str, Any]) -> None:
    """Change a file as a snippet shows: what is there is replaced, what is not is added below."""
    for key, value in part.items():
        if isinstance(value, dict) and isinstance(whole.get(key), dict):
            put_into(whole[key], value)
        else:
            whole[key] = value


def stopped(_: float) -> None:
    """Ctrl-C, in the first pause."""
    raise KeyboardInterrupt


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a command as it stands in the guide."""
    words = shlex.split(command)
    assert words[0] == "even-keel"
    monkeypatch.setattr(sys, "argv", words)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr("game.cli.author.watch.sleep", stopped)
    with pytest.raises(SystemExit) as end:
        main()
    assert isinstance(end.value.code, int)
    return end.value.code


@pytest.fixture
def at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is where we are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path / "home"))
    return tmp_path


def test_the_guide_can_be_followed(
    at_work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """From nothing to a scenario that holds the guard-rails, block by block."""
    said = ""
    for block in blocks():
        match block.kind, block.how:
            case "sh", how:
                codes = [run(command, monkeypatch) for command in block.text.splitlines()]
                assert codes == [ENDS[how]] * len(codes), block.text
                said = capsys.readouterr().out
            case "text", "":
                assert _is_told_in_order(block.text, said), (block.text, said)
            case "yaml", "part":
                whole = data(FILE.read_text(encoding="utf-8"))
                put_into(whole, data(block.text))
                FILE.write_text(as_text(whole), encoding="utf-8")
                assert check_file(str(FILE), FILE.read_bytes()).findings == ()
            case _, how if how.startswith("file="):
                file = Path(how.removeprefix("file="))
                file.parent.mkdir(exist_ok=True)
                file.write_text(block.text, encoding="utf-8")
            case _:
                raise AssertionError(block)

    assert at_work == Path.cwd()
    _it_teaches()


def _is_told_in_order(expected: str, said: str) -> bool:
    """Whether every expected line was said, in this order, with others between."""
    lines = iter(said.splitlines())
    return all(line in lines for line in expected.splitlines())


def _it_teaches() -> None:
    """What the reader has written holds the guard-rails."""
    loaded = open_file(FILE)

    assert len(loaded.scenario.watches) == 6
    assert [shown.finding.message for shown in playtest(loaded, 500, figures=False).findings] == []


def test_every_verb_for_authors_is_shown() -> None:
    """Nobody has to guess that one exists."""
    shown = {block.text.split()[1] for block in blocks() if block.kind == "sh"}
    commands = " ".join(block.text for block in blocks() if block.kind == "sh")

    assert shown
    for verb in (
        "new",
        "play",
        "demo",
        "check",
        "graph",
        "stats",
        "test",
        "playtest",
        "rename",
        "fmt",
        "guide",
        "watch",
        "explain",
        "translate",
        "pack",
        "add",
        "remove",
        "library",
    ):
        assert f"even-keel {verb} " in f"{commands} ".replace("\n", " ")


def test_the_weathers_are_told_in_figures() -> None:
    """Each by its name, as the game has it."""
    rows = re.findall(r"^\| (\w+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", GUIDE, re.MULTILINE)
    told = {name: Weather(*map(float, figures)) for name, *figures in rows}

    assert told == PRESETS


def test_every_phrase_of_the_reference_is_a_condition() -> None:
    """The table of conditions, row by row."""
    table = GUIDE[GUIDE.index("### Conditions") :]
    phrases = re.findall(r"^\| `([^`…]+)` \|", table[: table.index("\n\nPractices")], re.MULTILINE)
    soundings = an_order("course", sets=["rested"])
    document = a_document(a_watch("fog", take_soundings=soundings), a_watch())
    document["watches"]["dawn"] = document["watches"].pop("watch_2")
    document["checks"] = [{"always": phrases}]

    assert len(phrases) == 4
    assert load("f.yaml", as_text(document).encode())
