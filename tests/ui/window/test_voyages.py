"""Whole voyages in the window, from the title to the title, with one kind of hand alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pygame
import pytest

from game.scenario.loading.shelf import scenarios
from game.ui.window.input import Action
from game.ui.window.worker import Worker
from game.voyage.helm import resume_voyage
from tests.pictures import WhenAsked
from tests.ui.window.driver import SMALL, SQUARE, Player, playing

SCENARIOS = [loaded.scenario.id for loaded in scenarios()]
A, DOWN = pygame.CONTROLLER_BUTTON_A, pygame.CONTROLLER_BUTTON_DPAD_DOWN
ENOUGH = 40
"""More presses than any menu or page needs; a hand that needs more is lost."""


@dataclass(frozen=True)
class Hands:
    """One way to play. on: to the next page or screen. mark: a choice, and do nothing yet.

    take: what is marked.
    """

    name: str
    on: Callable[[Player], None]
    mark: Callable[[Player, str], None]
    take: Callable[[Player, str], None]


def press_until(there: Callable[[], bool], press: Callable[[], None]) -> None:
    """Press until something is so."""
    for _ in range(ENOUGH):
        if there():
            return
        press()
    pytest.fail(f"not there after {ENOUGH} presses")


def _by_number(player: Player, id: str) -> None:
    ids = [choice.id for choice in player.screen.choices()]
    player.key(str(ids.index(id) + 1))


def _by_click(player: Player, id: str) -> None:
    press_until(lambda: id in player.screen.places(), lambda: player.click(Action.PAGE_ON))
    player.click(id)


def _marking(press: Callable[[Player], None]) -> Callable[[Player, str], None]:
    """Go from choice to choice with one button."""

    def mark(player: Player, id: str) -> None:
        press_until(lambda: player.screen.mark == id, lambda: press(player))

    return mark


def _on_by_click(player: Player) -> None:
    is_last = Action.PAGE_ON not in player.screen.places()
    player.click(Action.CONFIRM if is_last else Action.PAGE_ON)


HANDS = (
    Hands(
        "keyboard",
        on=lambda player: player.key("enter"),
        mark=_by_number,
        take=lambda player, _: player.key("enter"),
    ),
    Hands("mouse", on=_on_by_click, mark=_by_click, take=_by_click),
    Hands(
        "gamepad",
        on=lambda player: player.pad(A),
        mark=_marking(lambda player: player.pad(DOWN)),
        take=lambda player, _: player.pad(A),
    ),
    Hands(
        "clicker",
        on=lambda player: player.key("pagedown"),
        mark=_marking(lambda player: player.key("pagedown")),
        take=lambda player, _: player.key("."),
    ),
)


def pick(hands: Hands, player: Player, id: str) -> None:
    """A line of a menu: keys and clicks do it at once, the others mark it first."""
    menu = player.screen
    hands.mark(player, id)
    if player.screen is menu:
        hands.take(player, id)


VOYAGES = [
    pytest.param(HANDS[n % len(HANDS)], scenario, (SMALL, SQUARE)[n // len(HANDS) % 2], id=scenario)
    for n, scenario in enumerate(SCENARIOS)
]
"""Every scenario, and every kind of hand in a wide and in a narrow window."""


@pytest.mark.parametrize(("hands", "scenario", "size"), VOYAGES)
def test_a_whole_voyage_with_one_kind_of_hand(
    tmp_path: Path, hands: Hands, scenario: str, size: tuple[int, int]
) -> None:
    """Title, shelf, briefing, every watch, ending, debrief and the title again."""
    worker = Worker(WhenAsked(charted=False))
    with playing(tmp_path, size, worker=worker, heard=True) as player:
        pick(hands, player, "shelf")
        pick(hands, player, scenario)
        assert player.at == "BriefingScreen"
        press_until(lambda: player.at == "WatchScreen", lambda: hands.on(player))
        given = 0
        while player.at == "WatchScreen":
            offered = [choice.id for choice in player.screen.choices() if not choice.locked]
            order = offered[given % len(offered)]
            hands.mark(player, order)
            assert player.screen.mark == order
            assert player.orders_on_disk == given
            hands.take(player, order)
            given += 1
            assert player.at == "ResultScreen"
            assert player.orders_on_disk == given
            press_until(lambda: player.at != "ResultScreen", lambda: hands.on(player))
        assert player.at == "EndingScreen"
        press_until(lambda: player.at == "DebriefScreen", lambda: hands.on(player))
        press_until(lambda: player.at == "TitleScreen", lambda: hands.on(player))

    log = resume_voyage(tmp_path / "1.jsonl")
    assert log.is_over
    assert len(log.voyage.gave) == given


def test_every_kind_of_hand_has_sailed_in_every_window() -> None:
    """However many scenarios there are."""
    assert len({(case.values[0], case.values[2]) for case in VOYAGES}) == 2 * len(HANDS)
