"""The catalogue: a folder of scenarios in which one file is broken is a folder all the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
import typer

from game.cli.author.playtest import playtest
from game.cli.play.scenarios import scenarios as list_scenarios
from game.cli.scenario_language import scenario_in_spoken_language
from game.cli.support.ui_services import open_services
from game.findings import ScenarioBroken
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import TRANSLATIONS
from game.scenario.loading.library import build_checked, load
from game.scenario.loading.shelf import scenarios
from game.testing import a_document, a_watch, an_order, as_text
from tests.languages import speaking

FOG = "fog.yaml:1:1: "
"""Where the first error in the broken file is."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The game's scenarios: one is sound, one is no scenario, and one cannot be read."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path / "home"))
    scenarios = tmp_path / "scenarios"
    scenarios.mkdir()
    (scenarios / "calm.yaml").write_text(as_text(a_document(a_watch(), id="calm")))
    (scenarios / "fog.yaml").write_text("no scenario at all")
    (scenarios / "storm.yaml").mkdir()
    with (
        mock.patch("game.scenario.loading.library.bundled_folder", return_value=scenarios),
        mock.patch("game.scenario.translation.translation.bundled_folder", return_value=scenarios),
    ):
        yield scenarios


@pytest.mark.usefixtures("folder")
def test_a_broken_file_leaves_out_itself_and_is_told() -> None:
    """With its first error and where that is, or with what the system says."""
    heard: list[str] = []
    library = scenarios(hear=heard.append)

    assert [loaded.scenario.id for loaded in library] == ["calm"]
    assert len(heard) == 2
    assert heard[0].startswith(f"Left out: {FOG}")
    assert heard[1].startswith("Left out: storm.yaml: ")


@pytest.mark.parametrize("label", ["Steer", "Steer " * 60, 7, ""], ids=["sound", "doubted", 7, 0])
def test_what_is_opened_to_be_sailed_is_what_was_checked(label: object) -> None:
    """Whatever may be doubted in it; with errors, everything that is wrong with it is told."""
    text = as_text(a_document(a_watch(steer=an_order("course", label=label))))
    checked = check_file("fog.yaml", text.encode())
    try:
        scenario, found = load("fog.yaml", text.encode()), checked.findings
    except ScenarioBroken as broken:
        scenario, found = None, broken.findings

    assert scenario == build_checked(checked)
    assert found == checked.findings


@pytest.mark.usefixtures("folder")
def test_a_face_is_opened_beside_a_broken_file() -> None:
    """And is told what it may show."""
    shelf = open_services(1, None, scenario_in_spoken_language).shelf()

    assert [entry.id for entry in shelf.entries] == ["calm"]
    assert [told.split(":")[1].strip() for told in shelf.broken] == ["fog.yaml", "storm.yaml"]


@pytest.mark.usefixtures("folder")
def test_the_list_of_scenarios_goes_on_beside_a_broken_file(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The sound ones where they are asked for, the broken ones beside them."""
    list_scenarios(as_json=True)
    said = capsys.readouterr()

    assert [row["id"] for row in json.loads(said.out)] == ["calm"]
    assert f"Left out: {FOG}" in said.err


@pytest.mark.usefixtures("folder")
def test_a_playtest_of_all_goes_on_beside_a_broken_file(capsys: pytest.CaptureFixture[str]) -> None:
    """And has failed, since not everything could be proved."""
    with pytest.raises(typer.Exit):
        playtest([], every=True, voyages=100, seed=1, jobs=1)
    said = capsys.readouterr()

    assert "calm.yaml:" in said.out
    assert f"Left out: {FOG}" in said.err


def test_a_broken_translation_leaves_a_scenario_in_its_own_language(folder: Path) -> None:
    """At the start, and where another language is chosen on the way."""
    (folder / TRANSLATIONS).mkdir()
    (folder / TRANSLATIONS / "calm.de.yaml").write_text("no translation at all")
    services = open_services(1, None, scenario_in_spoken_language)
    with speaking("de"):
        again = services.tell(services.shelf().entries[0].open())

    assert again.scenario.title == "Built for a test"
    assert "calm.de.yaml:1:1: " in services.shelf().broken[-1]
