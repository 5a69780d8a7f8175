"""Translations: another language tells the same voyage, and whoever writes one is told what is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.findings import ScenarioBroken
from game.scenario.loading.files import TRANSLATIONS, bundled_folder
from game.scenario.loading.library import find, open_file
from game.scenario.model.loaded import LoadedScenario
from game.scenario.model.texts import digest_of, texts_of, with_other_texts, with_texts
from game.scenario.translation.translation import (
    Translation,
    examine_translation,
    translate_scenario,
)
from game.storage.logbook import digest_of as digest_of_file
from tests.cli.test_cli import run
from tests.transcripts import SCENARIOS, TRANSLATED

BOSUN = "watches.fog_bank.says.bosun"


def examined(folder: Path) -> Translation:
    """The translation in this folder."""
    path = folder / TRANSLATIONS / "fog.de.yaml"
    scenario = open_file(folder / "fog.yaml").scenario
    return examine_translation(str(path), path.read_bytes(), scenario)


def in_german(folder: Path) -> LoadedScenario:
    """The scenario in this folder, told in German."""
    return translate_scenario(open_file(folder / "fog.yaml"), "de")


def change(path: Path, old: str, new: str) -> None:
    """Somebody edits a file."""
    text = path.read_text(encoding="utf-8")

    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_what_is_shipped_is_whole_and_fresh(name: str, language: str) -> None:
    """`check` finds nothing in it."""
    path = bundled_folder("scenarios") / TRANSLATIONS / f"{name}.{language}.yaml"

    assert examine_translation(str(path), path.read_bytes(), find(name).scenario).findings == ()


@pytest.mark.parametrize("name", SCENARIOS)
def test_other_words_are_all_that_can_differ(name: str) -> None:
    """With every text turned around and back, it is the same scenario."""
    scenario = find(name).scenario
    backwards = {path: text[::-1] for path, text in texts_of(scenario).items()}
    other = with_other_texts(scenario, "xx", backwards)

    assert texts_of(other) == backwards
    assert with_texts(other, lambda _path, text: text[::-1]) == replace(scenario, language="xx")


@given(st.lists(st.text("ab c\n", min_size=1)))
def test_a_digest_knows_words_and_no_layout(words: list[str]) -> None:
    """Lines may be broken elsewhere."""
    assert digest_of(" ".join(words)) == digest_of("\n  ".join(words))
    assert digest_of("a b") != digest_of("a c")


def test_a_scenario_is_told_in_the_language_and_stays_the_same_file(at_sea: Path) -> None:
    """Its text, and the digest that a logbook keeps, are those of the original."""
    original, german = open_file(at_sea / "fog.yaml"), in_german(at_sea)

    assert german.scenario.title == "Nebel an den Schären"
    assert german.scenario.language == "de"
    assert (german.file, german.text) == (original.file, original.text)
    assert digest_of_file(german.text) == digest_of_file(original.text)
    assert translate_scenario(german, "en").scenario == original.scenario
    assert translate_scenario(german, "de") is german


def test_without_a_translation_it_is_told_in_its_own_language(at_sea: Path) -> None:
    """Nobody has written a French one."""
    original = open_file(at_sea / "fog.yaml")

    assert translate_scenario(original, "fr") == original


def test_a_text_that_has_changed_is_told_in_the_original(at_sea: Path) -> None:
    """Until somebody has looked at it again; the others stay translated."""
    change(at_sea / "fog.yaml", "two hours of sleep", "a whole night of sleep")
    says = in_german(at_sea).scenario.watches["fog_bank"].says

    assert says["bosun"] == "They need a whole night of sleep."
    assert says["navigator"].startswith("Niemand")
    assert [found.code for found in examined(at_sea).findings] == ["T002"]


def test_a_broken_translation_is_told_like_a_broken_scenario(at_sea: Path) -> None:
    """With its own file and line."""
    change(
        at_sea / TRANSLATIONS / "fog.de.yaml", f"  {BOSUN}:", "  watches.fog_bank.says.boatswain:"
    )

    with pytest.raises(ScenarioBroken) as broken:
        in_german(at_sea)
    assert broken.value.file.endswith("fog.de.yaml")
    assert [found.code for found in broken.value.findings] == ["T001"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        pytest.param("of: fog-at-the-skerries", "of: drift", "R001", id="of another scenario"),
        pytest.param("format: 1", "format: 2", "S005", id="another format"),
        pytest.param("language: de", "language: [de]", "S003", id="no language"),
        pytest.param("texts:", "txets:", "S001", id="a slip"),
        pytest.param("  title:", "  title.:", "Y007", id="no path"),
        pytest.param("format: 1", "format: 'x", "Y001", id="no YAML"),
        pytest.param("Spät, müde", "Spät, um 3 Uhr, müde", "T004", id="a figure"),
        pytest.param("language: de", "language: de  # check-ignore T003: soon", "I001", id="whole"),
    ],
)
def test_whatever_is_wrong_is_told(at_sea: Path, old: str, new: str, code: str) -> None:
    """By the rules that scenarios have, and those of translations."""
    change(at_sea / TRANSLATIONS / "fog.de.yaml", old, new)

    assert code in [found.code for found in examined(at_sea).findings]


def test_what_is_missing_may_be_meant(at_sea: Path) -> None:
    """A comment says so."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    change(path, "      Fender zuerst.", "      ")
    missing = [found.code for found in examined(at_sea).findings]
    change(path, "language: de", "language: de  # check-ignore T003: he has nothing to say")

    assert missing == ["T003"]
    assert examined(at_sea).findings == ()


def test_check_looks_at_the_translations_of_a_scenario(at_sea: Path) -> None:
    """Who changes a text hears of it; an error in one fails."""
    fine = run("check", "fog.yaml", home=at_sea)
    change(at_sea / "fog.yaml", "two hours of sleep", "3 hours of sleep")
    wrong = run("check", "fog.yaml", home=at_sea)
    alone = run("check", f"{TRANSLATIONS}/fog.de.yaml", home=at_sea)

    assert fine.stdout == f"fog.yaml: fine\n{TRANSLATIONS}/fog.de.yaml: fine\n"
    assert (wrong.returncode, alone.returncode) == (1, 1)
    assert "T004 '3' is missing" in wrong.stdout
    assert f"{TRANSLATIONS}/fog.de.yaml: 1 error" in alone.stdout


def test_renaming_an_id_renames_it_in_translations(at_sea: Path) -> None:
    """A watch, an order, a voice, an ending; and they stay whole."""
    for old, new in (("dawn", "day"), ("reef", "shorten"), ("bosun", "boatswain")):
        assert run("rename", "fog.yaml", old, new, home=at_sea).returncode == 0
    done = run("rename", "fog.yaml", "landfall", "port", home=at_sea)

    assert "ending 'landfall' is now 'port'" in done.stdout
    assert examined(at_sea).findings == ()
    assert (
        in_german(at_sea).scenario.watches["day"].orders["shorten"].label == "Reff das Hauptsegel"
    )
