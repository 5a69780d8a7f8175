"""The designer's verbs, as people run them: what they write, what they say, how they end."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.cli import main
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import load
from game.testing import a_document, as_text


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: object
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs Even Keel in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def running(*words: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["even-keel", *words])
        with pytest.raises(SystemExit) as end:
            main()
        said = capsys.readouterr()
        return Done(end.value.code, said.out, said.err)

    return running


def test_new_writes_a_scenario_and_never_writes_over_one(run: Run) -> None:
    """The id and the file's name come from the name."""
    first, again = run("new", "Fog at Sea"), run("new", "fog-at-sea.yaml")
    file = Path("fog-at-sea.yaml")
    scenario = load(str(file), file.read_bytes())

    assert (first.code, again.code) == (0, 2)
    assert "even-keel play fog-at-sea.yaml" in first.out
    assert "fog-at-sea.yaml is there already" in again.err
    assert check_file(str(file), file.read_bytes()).findings == ()
    assert scenario.id == "fog-at-sea"


def test_new_in_another_folder(run: Run) -> None:
    """If there is one."""
    Path("mine").mkdir()

    assert run("new", "mine/fog").code == 0
    assert Path("mine/fog.yaml").is_file()
    assert run("new", "yours/fog") == Done(2, "", "yours/fog.yaml: no such file or directory\n")


def test_fmt_lays_out_and_checks(run: Run) -> None:
    """With --check it only tells; each file is told of."""
    Path("a.yaml").write_text("format:   1\n")
    Path("b.yaml").write_text("format: 1\n")
    told = run("fmt", "--check", "a.yaml", "b.yaml")

    assert told.code == 1
    assert "a.yaml: not laid out" in told.out
    assert "b.yaml: fine" in told.out
    assert Path("a.yaml").read_text() == "format:   1\n"
    assert run("fmt", "a.yaml", "b.yaml") == Done(0, "a.yaml: laid out\nb.yaml: fine\n", "")
    assert Path("a.yaml").read_text() == "format: 1\n"
    assert run("fmt", "--check", "a.yaml", "b.yaml").code == 0


def test_fmt_leaves_what_it_cannot_read(run: Run) -> None:
    """And what is no scenario; says why, and goes on with the next."""
    Path("bad.yaml").write_text("format: 'open\n")
    Path("compose.yaml").write_text("services:   [web]\n")
    Path("b.yaml").write_text("format:  1\n")
    done = run("fmt", "bad.yaml", "compose.yaml", "b.yaml")

    assert done.code == 1
    assert "bad.yaml:1:9: Y001" in done.err
    assert "bad.yaml was left as it is" in done.err
    assert "compose.yaml was left as it is: no scenario" in done.err
    assert Path("bad.yaml").read_text() == "format: 'open\n"
    assert Path("compose.yaml").read_text() == "services:   [web]\n"
    assert Path("b.yaml").read_text() == "format: 1\n"


def test_rename_changes_the_scenario_and_its_tests(run: Run) -> None:
    """And says that a seed may bring another sea; a refusal changes neither."""
    Path("tests").mkdir()
    run("new", "fog")
    trial = Path("tests/fog.test.yaml")
    trial.write_text(
        "format: 1\nscenario: ../fog.yaml\nvoyages:\n  one:\n    seed: 1\n"
        "    orders: [name_the_port, reef_now]\n    holds: [gave reef_now]\n"
    )
    done = run("rename", "fog.yaml", "reef_now", "shorten_sail")
    refused = run("rename", "fog.yaml", "shorten_sail", "Reef")

    assert done.code == 0
    assert "fog.yaml: order 'reef_now' is now 'shorten_sail', in 1 place\n" in done.out
    assert "fog.test.yaml: order 'reef_now' is now 'shorten_sail', in 2 places\n" in done.out
    assert "another sea" in done.out
    assert "orders: [name_the_port, shorten_sail]" in trial.read_text()
    assert run("test", "fog.yaml").code == 0
    assert refused.code == 2
    assert "nothing was renamed: 'Reef' cannot be an id" in refused.err
    assert "shorten_sail" in Path("fog.yaml").read_text()


def test_graph_in_its_three_languages(run: Run) -> None:
    """To the terminal or to a file, with traffic or without."""
    run("new", "fog")

    assert run("graph", "fog.yaml").out.startswith("flowchart TD\n")
    assert run("graph", "fog.yaml", "--format", "dot").out.startswith("digraph voyage {\n")
    done = run(
        "graph", "fog.yaml", "--format", "svg", "--coverage", "--voyages", "30", "--out", "f.svg"
    )
    assert done == Done(0, "f.svg is written\n", "")
    assert ET.parse("f.svg").getroot().tag.endswith("svg")  # noqa: S314 - our own
    assert "30 voyages" in Path("f.svg").read_text()


def test_the_same_seed_brings_the_same_traffic(run: Run) -> None:
    """And another one another."""
    run("new", "fog")
    words = ["graph", "fog.yaml", "--coverage", "--voyages", "40", "--seed"]

    assert run(*words, "5").out == run(*words, "5").out
    assert run(*words, "5").out != run(*words, "500").out


def test_nothing_is_written_over_a_scenario(run: Run) -> None:
    """A slip of the hand after --out loses no work."""
    run("new", "fog")
    before = Path("fog.yaml").read_bytes()
    for words in (["graph", "fog.yaml"], ["guide", "fog.yaml"], ["schema"]):
        done = run(*words, "--out", "fog.yaml")
        assert done.code == 2
        assert "fog.yaml: this is a scenario, and it would be lost: name another file" in done.err

    assert Path("fog.yaml").read_bytes() == before


def test_guide_writes_a_page(run: Run) -> None:
    """With a document of its own."""
    done = run("guide", "maiden-passage", "--out", "guide.html")

    assert done == Done(0, "guide.html is written\n", "")
    page = Path("guide.html").read_text(encoding="utf-8")
    assert "<title>Maiden Passage: the facilitator's guide</title>" in page


def test_stats_for_people_and_programs(run: Run) -> None:
    """The same figures."""
    told = run("stats", "two-hands-on-the-wheel").out
    figures = json.loads(run("stats", "two-hands-on-the-wheel", "--json").out)

    assert f"{figures['words']:,} in all" in told
    assert f"{figures['minutes_solo']} alone, {figures['minutes_group']} in a group" in told
    assert f"grade     {figures['grade']}" in told
    assert f"orders    {figures['orders']}: 12 course, 12 sails" in told


def test_stats_do_not_grade_other_languages(run: Run) -> None:
    """The formula is for English."""
    Path("de.yaml").write_text(as_text(a_document(language="de")))

    assert "grade     counted for English alone" in run("stats", "de.yaml").out


def test_schema_is_said_or_written(run: Run) -> None:
    """For scenarios and for tests."""
    asset = (bundled_folder("assets") / "scenario.schema.json").read_text(encoding="utf-8")

    assert run("schema").out == asset
    assert '"voyages"' in run("schema", "test").out
    assert run("schema", "--out", "s.json").code == 0
    assert Path("s.json").read_text(encoding="utf-8") == asset


def test_test_takes_folders_scenarios_and_files(run: Run) -> None:
    """The shipped ones hold; where there is none, it says so."""
    folder = bundled_folder("scenarios")
    whole = run("test", str(folder))
    one = run("test", str(folder / "maiden-passage.yaml"))
    file = run("test", str(folder / "tests" / "maiden-passage.test.yaml"))
    none = run("test", ".")

    assert whole.code == 0
    assert len(re.findall(r"\d+ voyages as written", whole.out)) >= 2
    assert one.out == file.out
    assert none.code == 2
    assert "no file *.test.yaml belongs to ." in none.err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["new", "7"], 2, "no id can be made of '7'", id="new"),
        pytest.param(["fmt", "gone.yaml"], 2, "gone.yaml: no such file", id="fmt"),
        pytest.param(["rename", "gone.yaml", "a", "b"], 2, "gone.yaml: no such file", id="rename"),
        pytest.param(["rename", "bad.yaml", "a", "b"], 1, "Y003", id="rename in a bad file"),
        pytest.param(["graph", "maiden"], 2, "no scenario is called 'maiden'", id="graph"),
        pytest.param(["guide", "maiden-passage"], 2, "--out", id="guide without a file"),
        pytest.param(["stats", "bad.yaml"], 1, "Y003", id="stats"),
        pytest.param(["test", "gone.test.yaml"], 2, "gone.test.yaml: no such file", id="test"),
        pytest.param(["test", "bad.test.yaml"], 1, "S002", id="a bad test"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, words: list[str], code: int, says: str) -> None:
    """Never a traceback."""
    Path("bad.yaml").write_text("a: 1\na: 2\n")
    Path("bad.test.yaml").write_text("format: 1\n")
    done = run(*words)

    assert done.code == code
    assert says in done.err
    assert "Traceback" not in done.err
