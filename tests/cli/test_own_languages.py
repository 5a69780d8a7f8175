"""Own languages: what somebody has translated is told, though the game has no such words."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from game.cli.author.translate import translate
from game.cli.scenario_language import NotToldIn, scenario_in_language
from game.cli.verbs import command_line
from game.debrief.analysis import look_back
from game.i18n import own_language, spoken
from game.scenario.loading.files import TRANSLATIONS, translations_of
from game.scenario.loading.library import find, open_file
from game.scenario.model.loaded import LoadedScenario
from game.scenario.translation.translation import translate_scenario
from game.session.live_session import charter_for, resume_live_session, shared_live_session
from game.storage.journal import JournalBroken, charter_of, charter_text
from game.storage.logbook import read_log
from game.storage.postgres import Kept, Store
from game.testing import NOON, Clock, a_document, a_live_session, as_text
from game.voyage.helm import begin_voyage, resume_voyage
from tests.cli.test_cli import run
from tests.cli.test_room_verbs import HOST, hosted
from tests.database import a_database, needs_database
from tests.languages import speaking
from tests.services import some_services
from tests.ui.window.driver import SMALL, playing
from tests.verbs import run_here

TOLD = "El mar está ahí."


def in_spanish(file: str) -> str:
    """The scenario in this file, with a translation beside it that says one thing everywhere."""
    translate(file, "es")
    [beside] = translations_of(Path(file))
    empty = beside.read_text(encoding="utf-8")
    beside.write_text(empty.replace('text: ""', f"text: {TOLD}"), encoding="utf-8")
    return file


@pytest.fixture
def fog(tmp_path: Path) -> Path:
    """A scenario with a Spanish translation beside it."""
    file = tmp_path / "fog.yaml"
    file.write_text(as_text(a_document()), encoding="utf-8")
    return Path(in_spanish(str(file)))


@pytest.fixture
def spanish(fog: Path) -> LoadedScenario:
    """The same, told in Spanish; the translation's file is gone by now."""
    loaded = translate_scenario(open_file(fog), "es")
    shutil.rmtree(fog.parent / TRANSLATIONS)
    return loaded


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A PostgreSQL that is connected."""
    with a_database() as database:
        store = Store(database.url)
        store.open()
        yield store
        store.close()


def test_a_logbook_tells_it_after_the_file_is_gone(spanish: LoadedScenario, tmp_path: Path) -> None:
    """Going on, and looking back; whoever asks for another language is told that one."""
    path = tmp_path / "log.jsonl"
    begin_voyage(spanish, 1, path, NOON).give("steer")

    assert resume_voyage(path, scenario_in_language(None)).watch.situation == TOLD
    assert resume_voyage(path, scenario_in_language("en")).watch.situation == "The sea is there."
    assert look_back(path).title == TOLD
    assert read_log(path).header.language == "es"


def test_a_logbook_from_before_reads_as_it_did(spanish: LoadedScenario, tmp_path: Path) -> None:
    """It carries no translation, and is told in the scenario's own language."""
    path = tmp_path / "log.jsonl"
    begin_voyage(spanish, 1, path, NOON)
    head = json.loads(path.read_text(encoding="utf-8"))
    old = {name: value for name, value in head.items() if name not in {"language", "translation"}}
    path.write_text(json.dumps(old) + "\n", encoding="utf-8")

    assert len(head) - len(old) == 2
    assert resume_voyage(path).watch.situation == "The sea is there."


def test_a_journal_tells_it_after_the_file_is_gone(spanish: LoadedScenario, tmp_path: Path) -> None:
    """On a laptop, in the language that its door was opened in."""
    a_live_session(tmp_path, loaded=spanish).journal.close()
    with speaking("es"):
        room = resume_live_session(tmp_path / "journal.sqlite", Clock())
        room.journal.close()

    assert room.host_view().title == TOLD


@needs_database
def test_a_store_tells_it_wherever_it_is_opened(spanish: LoadedScenario, store: Store) -> None:
    """Each room its own language, whatever the server speaks; whoever asks is told another."""
    passage = charter_for(find("maiden-passage"), 1, 1, 200, 0.0)
    charters = {
        "AAAA": charter_for(spanish, 1, 1, 200, 0.0),
        "BBBB": replace(passage, language="en"),
        "CCCC": passage,
    }

    def title(code: str, language: str = "") -> str:
        kept = store.find(code)
        assert kept
        return shared_live_session(
            kept.charter, store.journal(code), Clock(), language
        ).flow.scenario.title

    for code, charter in charters.items():
        store.add(Kept(code, "seal", charter))
    with speaking("de"):
        assert [title(code) for code in charters] == [TOLD, "Maiden Passage", "Jungfernfahrt"]
        assert [title("AAAA", "en"), title("CCCC", "fr")] == [
            "Built for a test",
            "Voyage inaugural",
        ]


def test_a_charter_from_before_reads_as_it_did(spanish: LoadedScenario) -> None:
    """And what is none is none."""
    new = charter_for(spanish, 1, 1, 200, 0.0)
    old = {
        name: value
        for name, value in json.loads(charter_text(new)).items()
        if name not in {"language", "translation"}
    }

    assert charter_of("journal", json.dumps(old)) == replace(new, language="", translation="")
    with pytest.raises(JournalBroken):
        charter_of("journal", json.dumps(old | {"language": 7}))


def test_the_verbs_speak_it(fog: Path) -> None:
    """As long as the file is there, and what has begun also when it is gone."""
    home = fog.parent
    begun = run("play", "fog.yaml", "--plain", "--language", "es", home=home, typed="1\nq\n")
    page = run("guide", "fog.yaml", "--out", "guide.html", "--language", "es", home=home)
    said, folder = hosted(home, str(fog), "--language", "es", *HOST)
    shutil.rmtree(home / TRANSLATIONS)
    [log] = (home / "voyages").iterdir()
    onward = run_here("play", "--continue", "--plain", home=home, typed="q\n")
    again = [run_here(verb, str(log), home=home) for verb in ("replay", "debrief")]
    resumed, _ = hosted(home, "--resume", "--no-window")

    assert [TOLD in done.stdout for done in (begun, onward, *again)] == [True] * 4
    assert "You are the captain." in begun.stdout
    assert page.returncode == 0
    assert TOLD in (home / "guide.html").read_text(encoding="utf-8")
    assert [f"{TOLD}, 1 ship, seed 7" in told for told in (said, resumed)] == [True] * 2
    assert '<html lang="en">' in (folder / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["play", "fog.yaml", "--plain"], id="play"),
        pytest.param(["play", "--plain"], id="any scenario"),
        pytest.param(["demo", "fog.yaml"], id="demo"),
        pytest.param(["scenarios"], id="scenarios"),
        pytest.param(["guide", "fog.yaml", "--out", "guide.html"], id="guide"),
        pytest.param(["host", "fog.yaml", "--no-window"], id="host"),
        pytest.param(["rooms", "fog.yaml"], id="rooms"),
        pytest.param(["serve", "--store", "postgresql://nobody@127.0.0.1:1/x"], id="serve"),
    ],
)
def test_a_language_that_nobody_has_is_a_sentence(
    fog: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With those that there are, and how to begin another one; nothing is written."""
    monkeypatch.chdir(fog.parent)
    monkeypatch.setenv("EVEN_KEEL_HOME", str(fog.parent))
    before = {*fog.parent.iterdir(), fog.parent / "cache"}
    with pytest.raises(NotToldIn) as wrong:
        command_line()([*words, "--language", "xx"], standalone_mode=False)

    own = ("es",) if "fog.yaml" in words else ()
    assert wrong.value.known == ("en", "de", "fr", *own)
    assert set(fog.parent.iterdir()) <= before


def test_the_settings_offer_what_the_voyage_can_be_told_in(fog: Path, tmp_path: Path) -> None:
    """Behind the game's own, by its code; a voyage goes on in it at once, and back."""
    helm = some_services(tmp_path / "logs", []).set_out(open_file(fog))
    with playing(tmp_path, SMALL, start=helm) as player, speaking("en"):
        player.key("esc", "3", "up", "enter", "enter", "enter")

        assert (spoken(), own_language()) == ("es", "en")
        assert "Language: es" in player.said
        player.key("esc")
        assert TOLD in player.said
        player.key("esc", "3", "up", "enter", "esc")
        assert "The sea is there." in player.said


def test_a_name_may_be_any_that_a_disk_takes(tmp_path: Path) -> None:
    """What belongs together is found together: brackets, blanks, signs, accents of either kind."""
    names = ["fog [v2].yaml", "fog #1 100%.yml", normalize("NFD", "nébel.yaml"), "fog.*.yaml"]
    for name in names:
        file = tmp_path / name
        file.write_text(as_text(a_document()), encoding="utf-8")
        translate(str(file), "fr")
    shutil.move(
        tmp_path / TRANSLATIONS / normalize("NFD", "nébel.fr.yaml"),
        tmp_path / TRANSLATIONS / normalize("NFC", "nébel.fr.yml"),
    )

    assert [translate_scenario(open_file(tmp_path / name), "fr").told_in for name in names] == [
        "fr"
    ] * 4
