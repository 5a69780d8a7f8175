"""What `check` calls fine can be shown to a room: characters, blanks, languages, and room."""

from __future__ import annotations

import re
import sys
from subprocess import run

import pytest

from game.findings import Finding, format_finding
from game.scenario.loading.check_file import check_file
from game.scenario.loading.library import load, open_bytes
from game.scenario.translation.translation import examine_translation
from tests.excerpts import laid_over, sound, translated

LABEL = """
watches:
  roads:
    orders:
      fenders_out:
        label: {}
"""
VOICE = "voices:\n  bosun: {{name: {}, speaks_for: sails}}\n"


def findings(excerpt: str) -> tuple[Finding, ...]:
    """What is told of an excerpt, laid over the sound scenario."""
    return check_file("f.yaml", laid_over(excerpt).encode()).findings


def pointed_at(excerpt: str) -> list[tuple[str, str]]:
    """Each finding's code, and the text of its line that it points at."""
    lines = laid_over(excerpt).split("\n")
    return [
        (found.code, lines[found.at.line - 1][found.at.column - 1 :][: found.at.width])
        for found in findings(excerpt)
    ]


@pytest.mark.parametrize(
    ("written", "code", "there", "name"),
    [
        pytest.param(r'"Stow\0 it"', "A002", r"\0", "U+0000 null", id="a null"),
        pytest.param(r'"Stow\x1B[2J it"', "A002", r"\x1B", "U+001B escape", id="an escape"),
        pytest.param(r'"Stow\e it"', "A002", r"\e", "U+001B escape", id="an escape by letter"),
        pytest.param(r'"Stow\N it"', "A002", r"\N", "U+0085 next line", id="a line of IBM's"),
        pytest.param(r'"Stow\uFFFE it"', "A002", r"\uFFFE", "U+FFFE no character", id="none"),
        pytest.param("Stow\u200b it", "A003", "\u200b", "zero width space", id="no width"),
        pytest.param("St\u00adow it", "A003", "\u00ad", "soft hyphen", id="a soft hyphen"),
        pytest.param("\u202eStow it", "A003", "\u202e", "right-to-left override", id="turned"),
        pytest.param("Stow it 👩\u200d✈️", "A004", "👩", "U+1F469 woman", id="an emoji"),
        pytest.param("甲板を片付ける", "A004", "甲", "U+7532", id="Japanese"),
        pytest.param("رتّب السطح", "A004", "ر", "arabic letter reh", id="Arabic"),
    ],
)
def test_a_character_that_no_room_can_read_is_named_where_it_stands(
    written: str, code: str, there: str, name: str
) -> None:
    """Also where an escape has brought it."""
    (found,) = findings(LABEL.format(written))

    assert pointed_at(LABEL.format(written)) == [(code, there)]
    assert name in found.message


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("Half\u2011mast the colours", id="a hyphen of Word's"),
        pytest.param("12\u202f% of the way", id="a narrow space"),
        pytest.param("Drop the ⚓ → leave", id="signs"),
        pytest.param("Zażółć gęślą jaźń", id="Polish"),
        pytest.param("Đặt tên cho cảng", id="Vietnamese"),
        pytest.param("Убрать палубу", id="Russian"),
        pytest.param("Συμμάζεψε το κατάστρωμα", id="Greek"),
        pytest.param("Cafe\u0301 on deck", id="an accent of its own"),
    ],
)
def test_what_the_shipped_faces_draw_is_fine(written: str) -> None:
    """Their own letters, those of the fallback faces, and twins of either."""
    assert findings(LABEL.format(written)) == ()


@pytest.mark.parametrize("blank", ["\u00a0", " ", "\u200b\u2060", "\u2800"], ids=repr)
@pytest.mark.parametrize("place", [LABEL, VOICE, "title: {}\n"], ids=["label", "name", "title"])
def test_a_text_of_blanks_is_empty(place: str, blank: str) -> None:
    """Whatever kind of blank; one message."""
    (found,) = findings(place.format(f'"{blank}"'))

    assert found.code == "S003"
    assert "must not be empty" in found.message


@pytest.mark.parametrize(
    ("excerpt", "message"),
    [
        pytest.param(
            VOICE.format('"Maximilian Freiherr von und zu Hohenstauffen"'),
            "takes 3 lines in a window of 1024 x 768",
            id="a name",
        ),
        pytest.param(
            f"title: {'Fog at the Skerries ' * 4}\n",
            "takes 79 columns in a terminal of 80 columns",
            id="a title",
        ),
        pytest.param(
            f"summary: {'We cannot see the lighthouse any more. ' * 7}\n",
            "takes 7 lines in a window of 1920 x 1080",
            id="a sheet beside the sea",
        ),
        pytest.param(
            f"endings:\n  taken_off:\n    text: {'The boat takes you off. ' * 40}\n",
            "takes 17 lines in a window of 1024 x 768",
            id="an ending",
        ),
    ],
)
def test_a_text_without_room_is_told_with_how_much_there_is(excerpt: str, message: str) -> None:
    """As the window and the terminal lay it out."""
    told = [found for found in findings(excerpt) if found.code == "A005"]

    assert [found.message.removeprefix("this text ") for found in told] == [message]
    assert "have room: about" in told[0].hint


def test_orders_miss_one_page_by_so_many_letters() -> None:
    """Taken away, they have room."""
    label = ("Unship-her-starboard-topgallant-studding-sails " * 12).strip()
    (told,) = findings(LABEL.format(label))
    missed = int(re.findall(r"\d+", told.hint)[0])

    assert told.code == "A006"
    assert told.message.startswith("these orders do not stand on one page of ")
    assert not findings(LABEL.format(label[:-missed]))
    assert findings(LABEL.format(label[: -missed // 2]))


def test_a_story_in_letters_that_the_game_lacks_is_not_told_text_by_text() -> None:
    """Five texts, and how many more."""
    watch = "\n".join(f"  - {'霧の岸'}{number}" for number in range(9))
    told = findings(f"debrief:\n{watch}\n")

    assert [found.code for found in told] == ["A004"] * 5
    assert told[-1].message.endswith("; and so in 4 more texts")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("English", "write 'language: en'"),
        ("Deutsch", "write 'language: de'"),
        ("EN", "write 'language: en'"),
        ("pt_br", "write 'language: pt-BR'"),
        ("Klingon", "write its two letters, such as en, de or fr"),
    ],
    ids=str,
)
def test_a_language_as_a_word_is_told_with_its_code(written: str, hint: str) -> None:
    """In a scenario and in a translation alike."""
    scenario = open_bytes("sound.yaml", sound().encode()).scenario
    other = laid_over(f"language: {written}\n", translated())
    in_both = (
        *findings(f"language: {written}\n"),
        *examine_translation("sound.de.yaml", other.encode(), scenario).findings,
    )

    assert [(found.code, found.hint) for found in in_both] == [("S006", hint)] * 2


@pytest.mark.parametrize(
    ("written", "code"),
    [
        pytest.param(r'"Puts it\0 out"', "A002", id="a control"),
        pytest.param('"フェンダー"', "A004", id="no letters"),
        pytest.param(f'"{"Fenderausbringungsverordnungsentwurf " * 11}"', "A006", id="no room"),
    ],
)
def test_a_translation_is_looked_at_as_closely(written: str, code: str) -> None:
    """Its texts stand in the same places."""
    whole = translated().replace("|\n      Häng die Fender aus\n", f"{written}\n")
    scenario = open_bytes("sound.yaml", sound().encode()).scenario
    told = examine_translation("sound.de.yaml", whole.encode(), scenario).findings

    assert [found.code for found in told] == [code]


def test_a_scenario_that_sails_has_no_text_that_acts() -> None:
    """Marks of direction are left out, so that no terminal ever gets them."""
    scenario = load("f.yaml", laid_over(LABEL.format('"\\u202EStow\\u200B it"')).encode())

    assert scenario.watches["roads"].orders["fenders_out"].label == "Stow it"


def test_a_message_never_acts_on_a_terminal() -> None:
    """Not even where it quotes what the author wrote."""
    text = laid_over('id: "fog\\x1b[2J"\n')
    told = "".join(
        format_finding(found, text) for found in check_file("a\x1bb.yaml", text.encode()).findings
    )

    assert "S004" in told
    assert "\x1b" not in told


def test_looking_at_a_scenario_needs_no_window() -> None:
    """Neither pygame nor numpy is loaded for it."""
    code = (
        "import sys; from game.scenario.loading.check_file import check_file;"
        f"check_file('f.yaml', {sound().encode()!r});"
        "sys.exit(bool({'pygame', 'numpy', 'matplotlib'} & set(sys.modules)))"
    )

    assert run([sys.executable, "-c", code], check=False).returncode == 0
