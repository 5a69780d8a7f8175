"""The captain's own line in the window, and the voyage that comes next."""

from __future__ import annotations

from pathlib import Path

from game.storage.logbook import read_log
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR


def test_a_line_is_written_and_kept_with_the_voyage(aboard: Aboard) -> None:
    """Letters that are keys elsewhere are letters; Enter keeps them, and the page shows them."""
    player = aboard(TOUR["debrief"])
    player.key("5", "i")
    assert player.at == "IfThenScreen"
    player.key(*"wiil t", "backspace", *"?", "enter")

    assert player.at == "DebriefScreen"
    assert _note(player.folder) == "wiil ?"
    assert "for example" in player.said
    assert "wiil ?" in player.said


def test_nothing_written_is_nothing_kept(aboard: Aboard) -> None:
    """Esc and an empty line lead back."""
    player = aboard(TOUR["debrief"])
    player.key("5", "i", "x", "esc")
    assert player.at == "DebriefScreen"
    player.key("5", "i", "enter")

    assert player.at == "DebriefScreen"
    assert not _note(player.folder)


def test_only_where_one_talks_a_line_is_written(aboard: Aboard) -> None:
    """On the charts the key does nothing."""
    player = aboard(TOUR["debrief"])
    player.key("2", "i")

    assert player.at == "DebriefScreen"


def _note(folder: Path) -> str:
    [log] = folder.glob("*.jsonl")
    return read_log(log).note
