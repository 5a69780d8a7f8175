"""The bridge: which screen comes next, and what is told when something cannot be done."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, an_order
from game.ui.window.input import Action
from game.ui.window.requests import ChangeSetting
from game.voyage.helm import Helm, resume_voyage
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import SMALL, TINY, TOUR, playing


def test_an_order_that_cannot_be_written_is_not_given(
    aboard: Aboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told, the watch stands as it stood, and the order can be given again."""

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "voyage.jsonl")

    player = aboard(TOUR["chosen"])
    with monkeypatch.context() as patched:
        patched.setattr("game.voyage.helm.append", full)
        player.key("enter")
    assert player.at == "TroubleScreen"
    assert "voyage.jsonl: No space left on device." in player.said
    assert "Free some room on the disk, then try once more." in player.said
    player.key("esc")
    assert (player.at, player.screen.mark, player.orders_on_disk) == ("WatchScreen", "reef", 0)
    player.key("enter")

    assert (player.at, player.orders_on_disk) == ("ResultScreen", 1)


def test_a_voyage_that_cannot_be_begun_is_told(tmp_path: Path) -> None:
    """And the briefing is still there."""
    with playing(tmp_path, TINY) as player:
        player.key("1", "1", "enter")
        (tmp_path / "1.jsonl").mkdir()
        player.key("enter")
        assert player.at == "TroubleScreen"
        player.key("esc")

        assert player.at == "BriefingScreen"


HANDS: dict[str, tuple[tuple[str, Any], ...]] = {
    "a number, thrice": (("key", "2"), ("key", "2"), ("key", "2")),
    "a number, then Enter": (("key", "2"), ("key", "enter")),
    "Down, then Enter": (("key", "down"), ("key", "down"), ("key", "enter")),
    "a clicker": (("key", "pagedown"), ("key", "pagedown"), ("key", ".")),
    "a mouse": (("click", "reef"), ("click", "reef"), ("click", Action.CONFIRM)),
    "a pad": (("key", "2"), ("pad", pygame.CONTROLLER_BUTTON_A)),
}
"""Ways to give the second order of a watch."""


@pytest.mark.parametrize("hands", HANDS)
def test_a_locked_order_says_why_and_cannot_be_given(tmp_path: Path, hands: str) -> None:
    """It can be marked, to be read; what would give it goes on to another."""
    locked = an_order("sails", when=["crew is at least 99"], locked="The crew is too tired")
    loaded = a_loaded_scenario(a_document(a_watch(steer=an_order("course"), reef=locked)))
    with playing(tmp_path, SMALL, a_helm(tmp_path, loaded)) as player:
        player.key("2")
        assert "Locked: The crew is too tired" in player.said
        assert "Another order" in player.said
        assert "Give order" not in player.said
        player.key("backspace")
        for hand, what in HANDS[hands]:
            getattr(player, hand)(what)
        assert player.at == "WatchScreen"
        assert player.orders_on_disk == 0
        player.key("1", "1")

        assert resume_voyage(tmp_path / "voyage.jsonl").voyage.gave == ("steer",)


@pytest.mark.parametrize("number", ["1", "2"], ids=["another order", "the same once more"])
def test_a_number_on_what_was_not_done_is_for_what_lies_below(
    aboard: Aboard, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """The disk was full: nobody has to put the paper away first."""

    def full(_helm: Helm, _order: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "voyage.jsonl")

    player = aboard(TOUR["chosen"])
    with monkeypatch.context() as disk:
        disk.setattr(Helm, "give", full)
        player.key("2")
        assert player.at == "TroubleScreen"
    player.key(number)
    assert (player.at, player.screen.mark) == (
        ("ResultScreen", "") if number == "2" else ("WatchScreen", "steer")
    )
    player.key("enter")

    assert player.orders_on_disk == 1


def test_settings_that_cannot_be_kept_hold_for_today(aboard: Aboard) -> None:
    """It is told, and they are as they were asked for."""
    player = aboard(TOUR["watch"])
    player.is_full = True
    player.key("t")
    assert player.at == "TroubleScreen"
    player.key("esc")

    assert player.at == "WatchScreen"
    assert player.window.navigator.settings.theme == "light"


def test_what_a_torn_logbook_lost_is_said_once(tmp_path: Path) -> None:
    """As the voyage goes on."""
    helm = a_helm(tmp_path, a_loaded_scenario(a_document(a_watch(), a_watch())))
    helm.give("steer")
    with helm.path.open("ab") as file:
        file.write(b'{"watch":')
    with playing(tmp_path, TINY, resume_voyage(helm.path)) as player:
        assert "torn" in player.said
        player.key("1", "1")

        assert player.at == "ResultScreen"
        assert player.orders_on_disk == 2


def test_a_voyage_that_has_gone_from_the_disk_is_not_gone_on_with(aboard: Aboard) -> None:
    """The title comes again, without it."""
    player = aboard(TOUR["title"])
    (player.folder / "voyage.jsonl").unlink()
    player.key("enter")

    assert player.at == "TitleScreen"
    assert [choice.id for choice in player.screen.choices()] == ["shelf", "settings", "help"]


def test_no_numbers_are_shown_before_a_watch_has_been_sailed(aboard: Aboard) -> None:
    """And the log says so."""
    player = aboard(TOUR["watch"])
    player.key("w")
    assert player.at == "WatchScreen"
    player.key("l")

    assert "No watch has been sailed yet." in player.said


def test_a_paper_is_not_laid_on_itself(aboard: Aboard) -> None:
    """One Esc puts it away, however often its key was pressed."""
    player = aboard(TOUR["watch"])
    player.key("l", "l", "l", "esc")

    assert player.at == "WatchScreen"


def test_the_display_is_one_that_there_is(aboard: Aboard) -> None:
    """With a single screen, the next one is the same."""
    player = aboard(TOUR["settings"])
    player.window.navigator.handle(ChangeSetting("display"))

    assert player.window.navigator.settings.display == 0


def test_an_order_may_have_any_name(tmp_path: Path) -> None:
    """Also one that a button of the foot has."""
    names = ("menu", "log", "back", "take_back")
    orders = {name: an_order("course") for name in names[:-1]}
    watches = [a_watch(**orders, take_back=an_order("sails")) for _ in names]
    with playing(
        tmp_path, TINY, a_helm(tmp_path, a_loaded_scenario(a_document(*watches)))
    ) as player:
        for number in range(1, 5):
            player.key(str(number), "enter")
            while player.at == "ResultScreen":
                player.key("enter")

    assert resume_voyage(tmp_path / "voyage.jsonl").voyage.gave == names


def test_a_wish_for_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    """No watch has been sailed, so there are no numbers; what is chosen stays chosen."""
    with playing(tmp_path, TINY, a_helm(tmp_path)) as player:
        player.key("2", "w")

        assert player.at == "WatchScreen"
        assert player.screen.mark == "reef"
