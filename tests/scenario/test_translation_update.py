"""Translating: a draft makes room for what is missing, and keeps all that somebody has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.cli.author.translate import translate
from game.scenario.loading.files import TRANSLATIONS, translations_of
from game.scenario.loading.library import open_file
from game.scenario.model.texts import digest_of
from game.scenario.translation.translation import translate_scenario
from tests.cli.test_cli import run
from tests.scenario.test_translation import BOSUN, change, examined

NIGHT = "They need a whole night of sleep."
LONG = (
    "They need two hours of sleep, one well-deserved bowl of soup, a fire to dry their boots by, "
    "and somebody who says well-done."
)


def test_a_translation_begins_with_the_original_above_each_text(at_sea: Path) -> None:
    """Empty, and so it is told in its own language."""
    done = run("translate", "fog.yaml", "fr", home=at_sea)
    text = (at_sea / TRANSLATIONS / "fog.fr.yaml").read_text(encoding="utf-8")
    title = '  # en: Fog at the Skerries\n  title:\n    digest: "'

    assert done.stdout == f"{TRANSLATIONS}/fog.fr.yaml: 0 of 47 texts are there, 0 of them stale\n"
    assert title in text
    assert (
        translate_scenario(open_file(at_sea / "fog.yaml"), "fr").scenario.title
        == "Fog at the Skerries"
    )
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
    assert ("Nebel # da" in first) == ("Nebel # da" in texts)


def test_what_cannot_be_read_is_left_as_it_is(at_sea: Path) -> None:
    """Nobody's work is lost; and no scenario is translated into its own language."""
    path = at_sea / TRANSLATIONS / "fog.de.yaml"
    change(path, "format: 1", "format: 'x")
    before = path.read_bytes()

    assert run("translate", "fog.yaml", "de", home=at_sea).returncode == 1
    assert path.read_bytes() == before
    assert run("translate", "fog.yaml", "en", home=at_sea).returncode == 2
    assert run("translate", "fog.yaml", "Deutsch", home=at_sea).returncode == 2
