"""The verbs about findings: how they are told, to whom, and what a project makes of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from game.scenario.loading.finding_docs import codes
from tests.cli.test_cli import run
from tests.excerpts import laid_over, sound
from tests.verbs import run_here

WRONG = laid_over("watches:\n  dawn:\n    weather: frog\n")
LONG = sound().replace(
    "label: Put the fenders out",
    "label: Put all of the fenders out on both of the sides of the ship",
)


def a_file(folder: Path, text: str, name: str = "storm.yaml") -> str:
    """A scenario file."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return name


def sarif(folder: Path, *files: str) -> dict[str, Any]:
    """The one run of a SARIF log."""
    log = json.loads(run_here("check", *files, "--format", "sarif", home=folder).stdout)

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-2.1.0.json")
    told: dict[str, Any] = log["runs"][0]
    return told


def test_people_read_the_line_a_caret_and_the_way_out(tmp_path: Path) -> None:
    """And a count for each file; an error ends with 1."""
    done = run("check", a_file(tmp_path, WRONG), a_file(tmp_path, LONG, "b.yaml"), home=tmp_path)

    assert done.returncode == 1
    assert "storm.yaml:45:14: S003 'weather' cannot be 'frog'" in done.stdout
    assert "did you mean 'fog'?" in done.stdout
    assert "storm.yaml: 1 error" in done.stdout
    assert "b.yaml: 1 warning" in done.stdout


def test_a_sound_file_is_fine(tmp_path: Path) -> None:
    """And a warning alone does not fail."""
    fine = run_here("check", a_file(tmp_path, sound()), home=tmp_path)
    warned = run_here("check", a_file(tmp_path, LONG), home=tmp_path)

    assert (fine.stdout, fine.returncode) == ("storm.yaml: fine\n", 0)
    assert warned.returncode == 0


def test_programs_read_json(tmp_path: Path) -> None:
    """A list with everything that people read."""
    done = run_here("check", a_file(tmp_path, WRONG), "--format", "json", home=tmp_path)

    assert json.loads(done.stdout) == [
        {
            "file": "storm.yaml",
            "line": 45,
            "column": 14,
            "code": "S003",
            "severity": "error",
            "message": "'weather' cannot be 'frog'",
            "hint": "did you mean 'fog'?",
        }
    ]


def test_github_reads_annotations(tmp_path: Path) -> None:
    """A line each, with what has a meaning there escaped."""
    name = a_file(tmp_path, WRONG, "a,b/100%.yaml")
    done = run_here("check", name, "--format", "github", home=tmp_path)

    assert done.stdout == (
        "::error file=a%2Cb/100%25.yaml,line=45,col=14,endColumn=18,title=S003::"
        "'weather' cannot be 'frog' (did you mean 'fog'?)\n"
    )


def test_code_scanning_reads_sarif(tmp_path: Path) -> None:
    """Results with rules, levels, places; rules with the page's words."""
    bare = LONG.replace("    notes: Ask for one sentence for the next captain.\n", "")
    told = sarif(tmp_path, a_file(tmp_path, WRONG, "my storm.yaml"), a_file(tmp_path, bare))
    driver, results = told["tool"]["driver"], told["results"]

    assert driver["name"] == "Even Keel"
    assert [rule["id"] for rule in driver["rules"]] == ["A001", "L004", "S003"]
    assert [rule["defaultConfiguration"]["level"] for rule in driver["rules"]] == [
        "warning",
        "note",
        "error",
    ]
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    assert all("Bad:" in rule["help"]["text"] for rule in driver["rules"])
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("S003", "error"),
        ("L004", "note"),
        ("A001", "warning"),
    ]
    assert all(driver["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in results)
    assert told["columnKind"] == "unicodeCodePoints"
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20storm.yaml"},
                "region": {"startLine": 45, "startColumn": 14, "endLine": 45, "endColumn": 18},
            }
        }
    ]
    assert "did you mean 'fog'?" in results[0]["message"]["text"]


def test_sarif_of_a_sound_file_has_no_results(tmp_path: Path) -> None:
    """It is still a log; a file elsewhere has an address of its own."""
    a_file(tmp_path, WRONG)

    assert sarif(tmp_path, a_file(tmp_path, sound(), "b.yaml"))["results"] == []
    place = sarif(tmp_path, str(tmp_path / "storm.yaml"))["results"][0]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")


def test_a_project_decides_what_matters(tmp_path: Path) -> None:
    """The nearest pyproject.toml that speaks of Even Keel, from the file upwards."""
    severity = '[tool.even-keel]\nseverity = {A001 = "error", L003 = "off"}\n'
    a_file(tmp_path, severity, "pyproject.toml")
    a_file(tmp_path, "[tool.other]\nx = 1\n", "voyages/pyproject.toml")
    no_question = LONG.replace("    ask: What did arriving cost?\n", "")
    name = a_file(tmp_path, no_question, "voyages/deep/storm.yaml")
    done = run_here("check", name, "--format", "json", home=tmp_path)
    told = [(found["code"], found["severity"]) for found in json.loads(done.stdout)]

    assert told == [("A001", "error")]
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        pytest.param("severity = {A01 = 'off'}", "no code is called 'A01'", id="code"),
        pytest.param("severity = {A001 = 'loud'}", "A001 cannot be 'loud'", id="level"),
        pytest.param("severity = {S003 = 'off'}", "S003 stays an error", id="an error"),
        pytest.param("severity = 'off'", "severity = {A001", id="no table"),
        pytest.param("severities = {}", "knows only 'severity'", id="another key"),
        pytest.param("severity = {", "this is no TOML", id="no TOML"),
    ],
)
def test_a_project_that_cannot_be_understood_is_told(
    tmp_path: Path, settings: str, says: str
) -> None:
    """With its file, and exit code 2."""
    a_file(tmp_path, f"[tool.even-keel]\n{settings}\n", "pyproject.toml")
    done = run_here("check", a_file(tmp_path, sound()), home=tmp_path)

    assert done.returncode == 2
    assert "pyproject.toml: " in done.stderr
    assert says in done.stderr


def test_each_code_is_explained(tmp_path: Path) -> None:
    """The cause, a bad and a good example; without a code, all of them with their titles."""
    page = run_here("explain", "f007", home=tmp_path)
    every = run_here("explain", home=tmp_path)

    assert page.stdout.startswith("F007 (warning): two orders that do the same")
    assert "Bad:" in page.stdout
    assert "Good:" in page.stdout
    assert max(map(len, page.stdout.splitlines())) <= 80
    assert [line.split()[0] for line in every.stdout.splitlines()] == list(codes())


def test_a_code_that_is_none_is_told(tmp_path: Path) -> None:
    """With the one that was meant."""
    done = run("explain", "F70", home=tmp_path)

    assert done.returncode == 2
    assert "no code is called 'F70'" in done.stderr
