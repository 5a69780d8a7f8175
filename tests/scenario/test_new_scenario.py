"""A new scenario: it sails, it explains itself, and it teaches what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.playtest.report import playtest
from game.scenario.authoring.layout_yaml import format_yaml
from game.scenario.authoring.new_scenario import UnusableScenarioName, id_of, starter_text
from game.scenario.format.document import Document
from game.scenario.loading.check_file import check_file
from game.scenario.loading.files import bundled_folder
from game.scenario.loading.library import load, open_bytes
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_yaml


def test_it_checks_without_a_finding_and_is_laid_out() -> None:
    """Three watches, with the id and the title of one's own."""
    text = starter_text("Fog at Sea", Path())
    scenario = load("f.yaml", text.encode())

    assert check_file("f.yaml", text.encode()).findings == ()
    assert (scenario.id, scenario.title) == ("fog-at-sea", "Fog at Sea")
    assert len(scenario.watches) == 3
    assert format_yaml("f.yaml", text.encode()) == text


def test_editors_find_the_schema() -> None:
    """From wherever the file stands."""
    folder = bundled_folder("scenarios")
    line = starter_text("fog", folder).splitlines()[0]

    assert line == "# yaml-language-server: $schema=../assets/scenario.schema.json"


def test_it_shows_every_part_of_the_format() -> None:
    """Every key of the first three levels stands in it, or in one of its comments."""
    text = starter_text("fog", Path())
    root, *_ = parse_yaml("f.yaml", text.encode())
    assert root is not None
    source = FileTree(root)
    keys = {*source.keys(""), *source.keys("watches.*"), *source.keys("watches.*.orders.*")}

    assert keys >= {*Document.model_fields}
    assert keys >= {"weather", "situation", "says", "notes", "orders"}
    for key in ("when", "locked", "later", "outcomes", "sets", "effects", "goto", "unless"):
        assert key in text


def test_it_holds_the_guard_rails() -> None:
    """Neither course nor sails alone is enough; reading the gauges is."""
    loaded = open_bytes("f.yaml", starter_text("fog", Path()).encode())

    assert [shown.finding.message for shown in playtest(loaded, 500, figures=False).findings] == []


@pytest.mark.parametrize(
    ("name", "id"),
    [("storm", "storm"), ("Öl & Eis", "ol-eis"), ("  fog_bank ", "fog-bank"), ("Maß 2", "mass-2")],
)
def test_the_id_comes_from_the_name(name: str, id: str) -> None:
    """Lower case, without accents, words joined by '-'."""
    assert id_of(name) == id


@pytest.mark.parametrize("name", ["", "7 seas", "海", "no", "fog\nbank", "f" * 6000])
def test_a_name_that_makes_no_id_is_refused(name: str) -> None:
    """With an example of one that does."""
    with pytest.raises(UnusableScenarioName, match="as in: even-keel new fog-bank"):
        starter_text(name, Path())


def test_any_title_is_nothing_but_a_title() -> None:
    """Whatever stands in the name stays inside the quotes."""
    scenario = load("f.yaml", starter_text('A "Fog": {no} #1 \\ é', Path()).encode())

    assert scenario.title == 'A "Fog": {no} #1 \\ é'
