"""Translations: another language tells the same voyage, and whoever writes one is told what is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.cli.translate import translate
from game.findings import ScenarioBroken
from game.scenario.catalogue import Shelf, find, open_file
from game.scenario.files import TRANSLATIONS, shipped, translations_of
from game.scenario.pages import FOLDER as PAGES
from game.scenario.texts import digest_of, in_other_words, retold, texts_of
from game.scenario.translation import Translation, examine_translation, translated
from game.voyage.logbook import digest_of as digest_of_file
from tests.test_cli import run
from tests.transcripts import SCENARIOS, TRANSLATED

BOSUN = "watches.fog_bank.says.bosun"
NIGHT = "They need a whole night of sleep."
LONG = (
    "They need two hours of sleep, one well-deserved bowl of soup, a fire to dry their boots by, "
    "and somebody who says well-done."
)


@pytest.fixture
def at_sea(tmp_path: Path) -> Path:
    """A folder with the sound scenario and its German translation."""
    (tmp_path / TRANSLATIONS).mkdir()
    shutil.copy(shipped(PAGES) / "sound.yaml", tmp_path / "fog.yaml")
    shutil.copy(shipped(PAGES) / "sound.de.yaml", tmp_path / TRANSLATIONS / "fog.de.yaml")
    return tmp_path


def examined(folder: Path) -> Translation:
    """The translation in this folder."""
    path = folder / TRANSLATIONS / "fog.de.yaml"
    scenario = open_file(folder / "fog.yaml").scenario
    return examine_translation(str(path), path.read_bytes(), scenario)


def in_german(folder: Path) -> Shelf:
    """The scenario in this folder, told in German."""
    return translated(open_file(folder / "fog.yaml"), "de")


def change(path: Path, old: str, new: str) -> None:
    """Somebody edits a file."""
    text = path.read_text(encoding="utf-8")

    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(("name", "language"), TRANSLATED)
def test_what_is_shipped_is_whole_and_fresh(name: str, language: str) -> None:
    """`check` finds nothing in it."""
    path = shipped("scenarios") / TRANSLATIONS / f"{name}.{language}.yaml"

    assert examine_translation(str(path), path.read_bytes(), find(name).scenario).findings == ()


@pytest.mark.parametrize("name", SCENARIOS)
def test_other_words_are_all_that_can_differ(name: str) -> None:
    """With every text turned around and back, it is the same scenario."""
    scenario = find(name).scenario
    backwards = {path: text[::-1] for path, text in texts_of(scenario).items()}
    other = in_other_words(scenario, "xx", backwards)

    assert texts_of(other) == backwards
    assert retold(other, lambda _path, text: text[::-1]) == replace(scenario, language="xx")


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
    assert translated(german, "en").scenario == original.scenario
    assert translated(german, "de") is german


def test_without_a_translation_it_is_told_in_its_own_language(at_sea: Path) -> None:
    """Nobody has written a French one."""
    original = open_file(at_sea / "fog.yaml")

    assert translated(original, "fr") == original


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


def test_a_translation_begins_with_the_original_above_each_text(at_sea: Path) -> None:
    """Empty, and so it is told in its own language."""
    done = run("translate", "fog.yaml", "fr", home=at_sea)
    text = (at_sea / TRANSLATIONS / "fog.fr.yaml").read_text(encoding="utf-8")
    title = '  # en: Fog at the Skerries\n  title:\n    digest: "'

    assert done.stdout == f"{TRANSLATIONS}/fog.fr.yaml: 0 of 47 texts are there, 0 of them stale\n"
    assert title in text
    assert translated(open_file(at_sea / "fog.yaml"), "fr").scenario.title == "Fog at the Skerries"
    assert [path.name for path in translations_of(at_sea / "fog.yaml")] == [
        "fog.de.yaml",
        "fog.fr.yaml",
    ]


def test_a_refresh_keeps_what_is_there_and_marks_what_is_stale(at_sea: Path) -> None:
    """Texts, comments and their order; once refreshed, nothing changes any more."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    change(path, f"  {BOSUN}:", f"  # he means it kindly\n  {BOSUN}:")
    change(at_sea / "fog.yaml", "two hours of sleep", "a whole night of sleep")
    change(at_sea / "fog.yaml", "        label: Put the fenders out\n", "        label: Fenders!\n")
    translate(str(at_sea / "fog.yaml"), "de")
    text = path.read_text(encoding="utf-8")
    translate(str(at_sea / "fog.yaml"), "de")

    assert path.read_text(encoding="utf-8") == text
    assert (
        "  # he means it kindly\n"
        "  # en: They need a whole night of sleep.\n"
        "  # stale: when it fits the text above, write digest: "
        f'"{digest_of("They need a whole night of sleep.")}"\n'
        f"  {BOSUN}:\n"
        f'    digest: "{digest_of("They need two hours of sleep.")}"\n'
        "    text: |\n"
        "      Sie brauchen zwei Stunden Schlaf.\n"
    ) in text
    assert text.startswith("# The translation that the examples")


def commented(text: str) -> tuple[str, list[str]]:
    """A translation with comments in every place, and what they say."""
    said: list[str] = []

    def another(words: str) -> str:
        said.append(f"# {words} {len(said)}")
        return said[-1]

    lines = [another("head"), ""]
    for line in text.splitlines():
        if line.startswith("  ") and line.endswith(":"):
            lines += [f"  {another('NB: above')}", f"  {another('en: no quotation')}", line]
        elif "digest:" in line:
            lines += [f"{line}  {another('beside')}", f"    {another('between')}"]
        else:
            lines.append(f"{line}  {another('beside')}" if line == "texts:" else line)
    return "\n".join([*lines, f"    {another('below')}", "", another("end")]) + "\n", said


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_comment_stays_wherever_it_stands(at_sea: Path, end: str) -> None:
    """So do line ends and the byte order mark; and what looks like a quotation is none."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    text, said = commented(path.read_text(encoding="utf-8"))
    before = f"\ufeff{text}".replace("\n", end).encode()
    path.write_bytes(before)
    for _twice in range(2):
        translate(str(at_sea / "fog.yaml"), "de")

        assert path.read_bytes() == before
    change(at_sea / "fog.yaml", "two hours of sleep", "a whole night of sleep")
    translate(str(at_sea / "fog.yaml"), "de")
    after = path.read_text(encoding="utf-8-sig")

    assert [line for line in after.splitlines() if line not in text.splitlines()] == [
        "  # en: They need a whole night of sleep.",
        f'  # stale: when it fits the text above, write digest: "{digest_of(NIGHT)}"',
    ]
    assert [each for each in said if each not in after] == []


def test_what_an_earlier_draft_put_there_goes_once_it_is_translated(at_sea: Path) -> None:
    """The original and the word about it, however many words long; and nothing beside them."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    change(at_sea / "fog.yaml", "They need two hours of sleep.", LONG)
    translate(str(at_sea / "fog.yaml"), "de")
    change(path, f"  {BOSUN}:", f"  # en: is this a pun?\n  {BOSUN}:")
    stale = path.read_text(encoding="utf-8")
    change(path, digest_of("They need two hours of sleep."), digest_of(LONG))
    translate(str(at_sea / "fog.yaml"), "de")

    assert stale.count("  # en: ") == 3
    assert (
        f"kennt mehr unseren Ort.\n  # en: is this a pun?\n  {BOSUN}:\n"
        f'    digest: "{digest_of(LONG)}"\n'
    ) in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param("", id="none yet"),
        pytest.param("texts: {}  # none yet\n", id="empty braces"),
        pytest.param(
            'texts: {  # none yet\n  title: {digest: "cbd3ff1f", text: "Nebel # da"}}\n',
            id="braces",
        ),
        pytest.param('texts:  # none yet\n    title: {digest: "old", text: ""}\n', id="deep"),
    ],
)
def test_a_translation_may_be_laid_out_otherwise(at_sea: Path, texts: str) -> None:
    """It is brought up to date all the same, once."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    path.write_text(f"format: 1\nof: fog-at-the-skerries\nlanguage: de\n{texts}# end\n", "utf-8")
    translate(str(at_sea / "fog.yaml"), "de")
    first = path.read_text(encoding="utf-8")
    translate(str(at_sea / "fog.yaml"), "de")
    found = examined(at_sea)

    assert path.read_text(encoding="utf-8") == first
    assert found.document
    assert len(found.document.texts) == 47
    assert [each.code for each in found.findings] == ["T003"]
    assert ("# none yet" in first, "# end" in first) == ("# none yet" in texts, True)
    assert ("Nebel # da" in first) == ("Nebel # 2" in texts)


def test_what_cannot_be_read_is_left_as_it_is(at_sea: Path) -> None:
    """Nobody's work is lost; and no scenario is translated into its own language."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    change(path, "format: 1", "format: 'x")
    before = path.read_bytes()

    assert run("translate", "fog.yaml", "de", home=at_sea).returncode == 1
    assert path.read_bytes() == before
    assert run("translate", "fog.yaml", "en", home=at_sea).returncode == 2
    assert run("translate", "fog.yaml", "Deutsch", home=at_sea).returncode == 2


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
