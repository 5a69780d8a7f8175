"""Languages: catalogues that are whole, figures as people write them, one voyage in each tongue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Message
from matplotlib.ft2font import FT2Font

from game.debrief.debrief import debrief_of
from game.i18n import _, ngettext, number, own_language, spoken
from game.reports.debrief_html import debrief_html
from game.reports.guide import guide
from game.scenario.loading.files import TRANSLATIONS, bundled_folder
from game.scenario.loading.library import find
from game.scenario.translation.translation import translate_scenario
from game.simulation.captains import ADAPTIVE, CONTRARY
from game.simulation.single_voyage import sail_captain
from game.storage.logbook import read_log
from game.ui.languages import LANGUAGES, preferred_language, use_language
from game.ui.terminal.plain.plain import HELP, play_plain
from game.ui.terminal.plain.reader import Reader
from game.ui.vocabulary import COLUMNS
from game.voyage.flow import Flow
from game.voyage.helm import resume_voyage
from tests.cli.test_cli import run
from tests.cli.test_room_verbs import HOST, hosted
from tests.languages import OTHERS, files, kept, speaking
from tests.pages import Page, printed
from tests.reports.test_debrief_html import needs_chromium
from tests.services import some_services
from tests.transcripts import FOLDER, SEED, TRANSLATED, transcript
from tests.verbs import run_here

ROOT = Path(__file__).parent.parent
BROUGHT = re.compile("terminal|web/pages")
"""Faces that are written in fonts of their own."""
ORDERS = ("1", "2", "1", "2", "2", "1", "2", "1", "q")


def sentences(language: str) -> Iterator[tuple[Message, str, str]]:
    """Every sentence of a catalogue: the message, its English and what it is here, all plurals."""
    for message in kept(language):
        for told in _all(message.string) if message.id else ():
            yield message, _all(message.id)[-1], told


def _all(told: Any) -> list[str]:
    """A sentence, or each of its plurals."""
    return [told] if isinstance(told, str) else list(told or ())


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_holds_what_the_code_says_and_nothing_else(language: str) -> None:
    """`python -m tests.languages` brings it up to date; then somebody translates what is new."""
    po, source, mo = files(language)
    there = GNUTranslations(BytesIO(mo.read_bytes()))

    is_up_to_date = po.read_bytes() == source  # without a look at all that differs
    assert is_up_to_date
    assert [english for _, english, told in sentences(language) if not told.strip()] == []
    for message in filter(lambda message: message.id, kept(language)):
        one, *many = _all(message.id)
        if many:
            found = [there.ngettext(one, many[0], count) for count in (1, 2)]
        else:
            context = message.context
            found = [there.pgettext(context, one) if context else there.gettext(one)]
        assert found == _all(message.string)


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_holds_the_same_figures_and_names(language: str) -> None:
    """What is in braces, formats and all."""
    held = re.compile(r"\{[^}]*\}")

    for _message, english, told in sentences(language):
        assert set(held.findall(told)) == set(held.findall(english)), english


def test_no_sentence_hides_in_an_f_string() -> None:
    """There no tool would find it."""
    hiding = re.compile(r"\{(_|ngettext|pgettext|N_)\(\s*[frb]?['\"]")

    assert [
        path.name for path in ROOT.glob("game/**/*.py") if hiding.search(path.read_text("utf-8"))
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_the_fonts_have_every_letter(language: str) -> None:
    """Of the catalogue, as far as the window says it, and of the scenarios' translations."""
    texts = [
        told
        for message, _english, told in sentences(language)
        if not all(BROUGHT.search(file) for file, _line in message.locations)
    ]
    folder = bundled_folder("scenarios") / TRANSLATIONS
    texts += [path.read_text("utf-8") for path in folder.glob(f"*.{language}.yaml")]
    letters = {letter for text in texts for letter in text if letter not in "\n\xad"}

    for font in (bundled_folder("assets") / "fonts").glob("Atkinson*.ttf"):
        known = set(map(chr, FT2Font(str(font)).get_charmap()))
        assert letters - known == set(), font.name


def test_german_is_spelt_as_germany_austria_and_switzerland_do() -> None:
    """In words that all three spell alike."""
    translation = bundled_folder("scenarios") / TRANSLATIONS / "maiden-passage.de.yaml"
    told = " ".join([*(told for *_, told in sentences("de")), translation.read_text("utf-8")])

    assert "ß" not in told
    assert (
        re.findall(r"\b\w*(?:gross|heiss|liess|weiss|schliess|draussen)\w*", told, re.IGNORECASE)
        == []
    )


def test_figures_are_written_as_the_language_does() -> None:
    """Decimals after a comma, thousands apart; and plurals by number."""
    with speaking("de"):
        half = _("{points:.1f} %", points=1.9)
        voyages = number(1539, ",.0f")
        one = ngettext("adrift after {count} watch", "adrift after {count} watches", 1)
        two = ngettext("adrift after {count} watch", "adrift after {count} watches", 2)

    assert half == "1,9 %"
    assert voyages == "1\N{NO-BREAK SPACE}539"
    assert (one, two) == ("nach 1 Wache abgetrieben", "nach 2 Wachen abgetrieben")
    assert number(1.9, ".2f") == "1.90"


@pytest.mark.parametrize(
    ("env", "language"),
    [
        pytest.param({"LANG": "de_CH.UTF-8"}, "de", id="a country"),
        pytest.param({"LANGUAGE": "it:fr", "LANG": "de"}, "fr", id="the first that is spoken"),
        pytest.param({"LC_ALL": "C.UTF-8", "LANG": "fr_FR"}, "en", id="the first that says any"),
        pytest.param({"LANG": "ja_JP"}, "en", id="not spoken"),
        pytest.param({}, "en", id="nothing said"),
    ],
)
def test_the_system_says_which_language_is_wished(env: dict[str, str], language: str) -> None:
    """As gettext reads it."""
    assert preferred_language(env) == language


def test_of_a_language_without_a_catalogue_the_games_own_words_are_english() -> None:
    """Nothing is looked for on the disk; a scenario may still be told in it."""
    use_language("xx")

    assert (spoken(), own_language()) == ("xx", "en")
    assert _("Settings") == "Settings"


@pytest.mark.parametrize(("scenario", "language"), TRANSLATED)
def test_a_scenario_sails_in_another_language_as_its_transcript_tells(
    scenario: str, language: str
) -> None:
    """The wording of a whole voyage; explain a change in its commit."""
    golden = FOLDER / f"{scenario}.{language}.txt"

    assert transcript(scenario, language) == golden.read_text(encoding="utf-8")


def a_logbook(folder: Path, language: str) -> Path:
    """A voyage that was sailed in a language, by the same keys."""
    with speaking(language):
        loaded = translate_scenario(find("maiden-passage"), language)
        typed = iter(ORDERS)
        services = some_services(folder / language, [loaded], SEED)
        reader = Reader(lambda _line: None, lambda _prompt: next(typed, None))
        play_plain(services, None, loaded, reader)
    return folder / language / "1.jsonl"


def test_the_same_seed_and_orders_leave_the_same_logbook_in_every_language(tmp_path: Path) -> None:
    """But for the translation that it carries; and what was sailed in German goes on in French."""
    logs = {language: a_logbook(tmp_path, language) for language in LANGUAGES}
    read = [read_log(log) for log in logs.values()]

    plain = [replace(log.header, language="", translation="") for log in read]

    assert plain == [plain[0]] * len(LANGUAGES)
    assert [log.entries for log in read] == [read[0].entries] * len(LANGUAGES)
    assert [log.header.language for log in read] == ["", *OTHERS]
    with speaking("fr"):
        helm = resume_voyage(logs["de"], lambda loaded: translate_scenario(loaded, "fr"))
        assert helm.past[0][0].situation.startswith("Le mur du port défile.")
        assert helm.past[0][1].why.startswith("Le navire ")


def test_a_voyage_in_german_replays_in_english(tmp_path: Path) -> None:
    """The verbs, with the option, the environment and the settings."""
    log = str(tmp_path / "log.jsonl")
    words = ("play", "maiden-passage", "--plain", "--seed", "3", "--log", log)
    sailed = run_here(*words, "--language", "de", home=tmp_path, typed="1\n2\nq\n")
    again = run_here("replay", log, home=tmp_path)
    (tmp_path / "settings.json").write_text('{"language": "fr"}', encoding="utf-8")
    told = run_here("replay", log, home=tmp_path)

    assert "Die Hafenmauer gleitet vorbei." in sailed.stdout
    assert "The replay is the same voyage, figure by figure." in again.stdout
    assert "Voyage inaugural" in told.stdout
    assert run_here("play", "drift", "--language", "xx", home=tmp_path).returncode == 2


def test_a_room_speaks_the_language_that_it_was_opened_in(tmp_path: Path) -> None:
    """Until whoever opens it again wants another; its report, too."""
    said, folder = hosted(tmp_path, "maiden-passage", "--language", "de", *HOST)
    german = (folder / "report.html").read_text(encoding="utf-8")
    again, _ = hosted(tmp_path, "--resume", "--no-window")
    done = run("session", "--language", "fr", home=tmp_path)

    assert "Jungfernfahrt, 1 Schiff, Seed 7" in said
    assert '<html lang="de">' in german
    assert "Ctrl-C beendet" in again
    assert done.returncode == 0
    assert "Voyage inaugural" in (folder / "report.html").read_text(encoding="utf-8")


def test_the_report_and_the_guide_follow_the_language() -> None:
    """Their own words, the charts' and the scenario's; and the page says which it is."""
    scenario = translate_scenario(find("maiden-passage"), "de").scenario
    flow = Flow(scenario)
    with speaking("de"):
        debrief = debrief_of(flow, sail_captain(flow, SEED, ADAPTIVE).voyage, "digest")
        pages = [
            Page(debrief_html(debrief)),
            Page(guide(scenario, debrief.census)),
        ]
        headline = debrief.census.sentence

    assert [page.tags[0][1]["lang"] for page in pages] == ["de", "de"]
    assert "Wache für Wache" in [text for _level, text in pages[0].headings]
    assert pages[0].label("Der Weg zum Hafen")
    assert "Die Wachen" in [text for _level, text in pages[1].headings]
    assert headline.startswith("Mit Kursbefehlen allein oder ganz ohne kam niemand an. ")
    assert spoken() == "en"


@needs_chromium
@pytest.mark.parametrize("language", OTHERS)
def test_the_report_prints_on_two_sheets(language: str, tmp_path: Path) -> None:
    """With the longer words, too."""
    flow = Flow(translate_scenario(find("maiden-passage"), language).scenario)
    with speaking(language):
        debrief = debrief_of(flow, sail_captain(flow, SEED, CONTRARY).voyage, "digest")
        sheets, size, _text = printed(debrief_html(debrief), tmp_path)

    assert (sheets, "A4" in size) == (2, True)


@pytest.mark.parametrize("language", OTHERS)
def test_the_plain_help_fits_a_terminal(language: str) -> None:
    """It is said as it stands."""
    with speaking(language):
        assert max(map(len, _(HELP).splitlines())) <= COLUMNS
