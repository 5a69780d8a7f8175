"""Reading aloud: what is read, when it is silent, and what is said where there is no voice."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from game.ui.window.settings import Settings
from game.ui.window.spoken.narrator import Narrator, news
from game.ui.window.spoken.reading_order import Part, PartKind
from game.ui.window.spoken.screen_reader import ScreenReader
from game.ui.window.spoken.speech import NO_VOICE, Speech
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR
from tests.ui.window.process import until

TEXT = Part(PartKind.TEXT, "So it is.")
GO, STAY = Part(PartKind.CHOICE, "Go", id="go"), Part(PartKind.CHOICE, "Stay", id="stay")
MARKED = Part(PartKind.CHOICE, "Stay", id="stay", is_marked=True)
KEY = Part(PartKind.BUTTON, "Esc Pause")


def a_voice(program: str) -> Speech:
    """A voice that is this program."""
    return Speech([sys.executable, "-c", program])


@pytest.fixture
def writes(tmp_path: Path) -> Speech:
    """A voice that writes what it reads, and in which language."""
    said = str(tmp_path / "said")
    return a_voice(f"import sys; open({said!r}, 'a').write(sys.argv[-1] + sys.stdin.read() + '|')")


def test_a_page_is_read_once_and_then_only_what_is_marked(writes: Speech, tmp_path: Path) -> None:
    """Its keys are not read: they are the same on every page."""
    narrator = Narrator(ScreenReader(), writes)
    for parts in ([TEXT, GO, STAY, KEY], [TEXT, GO, STAY, KEY], [TEXT, GO, MARKED, KEY]):
        narrator.show(parts, "en", aloud=True)
        until(lambda: not writes.is_reading, "the end of the text")

    assert (tmp_path / "said").read_text(encoding="utf-8") == "enSo it is. Go. Stay.|enStay.|"


def test_the_key_reads_and_is_silent() -> None:
    """A second time it hushes a voice that is still reading; so does another page."""
    speech = a_voice("import time; time.sleep(60)")
    narrator = Narrator(ScreenReader(), speech)
    narrator.show([TEXT], "en", aloud=False)
    narrator.read("en")
    assert speech.is_reading
    narrator.read("en")
    assert not speech.is_reading

    narrator.read("en")
    narrator.show([GO], "en", aloud=False)
    assert not speech.is_reading


def test_a_system_without_a_voice_is_told_once() -> None:
    speech = a_voice(f"raise SystemExit({NO_VOICE})")
    speech.say("So it is.", "en")
    until(speech.has_failed, "the voice's end")

    assert not speech.has_failed()


def test_unmarking_is_no_news() -> None:
    assert not news([TEXT, MARKED], [TEXT, STAY])


def test_where_nothing_can_speak_the_key_says_what_to_install(
    aboard: Aboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the watch is as it was."""
    monkeypatch.setattr(Speech, "is_installed", lambda _self: False)
    player = aboard(TOUR["watch"])
    player.key("s")
    assert player.at == "TroubleScreen"
    assert "even-keel[speech]" in player.said
    player.key("enter")

    assert player.at == "WatchScreen"


def test_without_characters_only_other_keys_are_keys(aboard: Aboard) -> None:
    """A voice or a trembling hand gives no order by a letter; arrows and Enter do."""
    player = aboard(TOUR["watch"])
    player.window.navigator.apply_settings(Settings(characters=False))
    player.key("1", "l", "s")
    assert (player.at, player.screen.mark) == ("WatchScreen", "")
    player.key("down")

    assert player.screen.mark
