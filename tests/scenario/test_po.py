"""PO for translators: what goes out and comes back unchanged changes not a byte."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po as read_by_babel
from hypothesis import given
from hypothesis import strategies as st

from game.scenario.loading.files import TRANSLATIONS, bundled_folder
from game.scenario.loading.library import find
from game.scenario.model.texts import texts_of
from game.scenario.translation.po import (
    PoBroken,
    PoEntry,
    given_by,
    po_entries,
    read_po,
    written_po,
)
from game.scenario.translation.translation import examine_translation
from game.scenario.translation.update import draft, joined
from tests.transcripts import SCENARIOS

SCENARIO = find("maiden-passage").scenario
TRANSLATED = sorted((bundled_folder("scenarios") / TRANSLATIONS).glob("*.yaml"))


@pytest.mark.parametrize("path", TRANSLATED, ids=lambda path: path.name)
def test_there_and_back_nothing_changes(path: Path) -> None:
    """Neither for Babel, which reads the same texts, nor in the translation's file."""
    scenario = find(path.name.split(".")[0]).scenario
    language, text = path.name.split(".")[1], path.read_text(encoding="utf-8")
    old = examine_translation(str(path), text.encode(), scenario)
    entries = list(po_entries(scenario, old))
    po = written_po(scenario, language, entries)
    theirs = {
        message.context: (message.id, message.string)
        for message in read_by_babel(BytesIO(po.encode()))
        if message.id
    }
    back = read_po("x.po", po)

    assert scenario.id in SCENARIOS
    assert theirs == {entry.path: (entry.original, entry.text) for entry in entries}
    assert [(one.path, one.text) for one in back] == [(one.path, one.text) for one in entries]
    assert draft(scenario, language, old, text, given_by(back, scenario)).text == text


def test_what_comes_back_is_taken_over_and_what_is_fuzzy_stays_stale() -> None:
    """A new text gets the digest of what it was made from; a doubtful one keeps its own."""
    path = TRANSLATED[0].with_name("maiden-passage.de.yaml")
    text = path.read_text(encoding="utf-8").replace("Jungfernfahrt", "Jungfernreise")
    stale = text.replace('digest: "', 'digest: "0', 1)
    old = examine_translation(str(path), stale.encode(), SCENARIO)
    first, *others = po_entries(SCENARIO, old)
    doubtful = draft(SCENARIO, "de", old, stale, given_by([first, *others], SCENARIO))
    others[0].text = "Etwas ganz anderes."
    sure = PoEntry(first.path, first.original, "Erste Fahrt")
    done = draft(SCENARIO, "de", old, stale, given_by([sure, *others], SCENARIO))

    assert first.is_fuzzy
    assert (doubtful.stale, done.stale) == (1, 0)
    assert "Erste Fahrt" in done.text
    assert "Etwas ganz anderes." in done.text
    assert examine_translation(str(path), done.text.encode(), SCENARIO).findings == ()


@given(text=st.text(max_size=300), notes=st.lists(st.sampled_from(["a note"]), max_size=1))
def test_any_text_comes_back_as_it_was(text: str, notes: list[str]) -> None:
    """Quotes, backslashes, tabs and lines that end in any way."""
    (back,) = read_po("x.po", written_po(SCENARIO, "de", [PoEntry("title", "x", text, notes)]))

    assert back.text == text


@pytest.mark.parametrize(
    ("line", "told"),
    [("msgid 7", "write msgctxt"), ('msgid "a\\q"', "nothing is written"), ('msgid "a"b"', 'a "')],
)
def test_what_is_no_po_is_told_with_its_line(line: str, told: str) -> None:
    with pytest.raises(PoBroken, match=told) as broken:
        read_po("x.po", f'msgctxt "title"\n{line}\n')

    assert broken.value.line == 2


def test_paragraphs_stay_and_lines_are_joined() -> None:
    assert joined("one\n two\n\nthree\n") == "one two\n\nthree"
    assert texts_of(SCENARIO)
