"""The rules of the house, held by a test instead of a reviewer."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from game.scenario.loading.finding_docs import codes
from tests.rooms import drawn, on_the_page
from tests.transcripts import FOLDER, SCENARIOS, transcript

ROOT = Path(__file__).parent.parent
CODE = sorted([*ROOT.glob("game/**/*.py"), *ROOT.glob("tests/**/*.py"), ROOT / "main.py"])


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_are_short(path: Path) -> None:
    """At most 300 lines a file and 40 a function."""
    text = path.read_text(encoding="utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= 40
    ]

    assert len(text.splitlines()) <= 300
    assert not long


def test_every_code_has_its_page() -> None:
    """Each has examples, which tests/scenario/test_code_pages.py runs."""
    told = {
        code
        for room in ROOT.glob("game/**/*.py")
        for code in re.findall(r'"([YSRFMLATCI]\d{3})"', room.read_text(encoding="utf-8"))
    }

    assert told == set(codes())


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_sails_as_its_transcript_tells(scenario: str) -> None:
    """The wording of a whole voyage, by the adaptive captain; explain a change in its commit."""
    assert transcript(scenario) == (FOLDER / f"{scenario}.txt").read_text(encoding="utf-8")


def test_no_asset_is_without_a_licence() -> None:
    """Every file in assets/ has its line in assets/LICENCES.md."""
    folder = ROOT / "assets"
    licences = (folder / "LICENCES.md").read_text(encoding="utf-8")
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "LICENCES.md"]

    assert all(str(path.relative_to(folder)) in licences for path in files)


def test_the_drawing_of_the_house_is_true() -> None:
    """Its arrows are the imports there are, and none leads back."""
    assert on_the_page() == drawn()
