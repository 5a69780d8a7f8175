"""The window holds no rules: every face writes the same logbook for the same orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.faces.terminal.app import EvenKeel
from game.faces.terminal.plain import play_plain
from game.insight.captains import ADAPTIVE
from game.insight.sailing import sail
from game.scenario.catalogue import Shelf, catalogue
from game.voyage.flow import Flow
from game.voyage.helm import go_on
from tests.docks import a_dock
from tests.window.driver import TINY, playing

SHELVES = catalogue()


def adaptive(shelf: Shelf) -> list[str]:
    """The orders of the adaptive captain, by their numbers."""
    voyage = sail(Flow(shelf.scenario), 1, ADAPTIVE).voyage
    orders = (list(shelf.scenario.watches[watch].orders) for watch in voyage.sailed)
    given = zip(orders, voyage.gave, strict=True)
    return [str(offered.index(order) + 1) for offered, order in given]


def in_the_window(folder: Path, shelf: Shelf, numbers: list[str]) -> Path:
    """The logbook of a voyage in the window."""
    with playing(folder, TINY) as player:
        player.key("1", str(SHELVES.index(shelf) + 1))
        while player.at == "BriefingScreen":
            player.key("enter")
        orders = iter(numbers)
        while player.at == "WatchScreen":
            player.key(next(orders), "enter")
            while player.at == "ResultScreen":
                player.key("enter")
    return folder / "1.jsonl"


def line_by_line(folder: Path, shelf: Shelf, numbers: list[str]) -> Path:
    """The logbook of the same voyage in the plain face."""
    orders = iter(numbers)
    play_plain(
        a_dock(folder, SHELVES),
        None,
        shelf,
        lambda _: None,
        lambda prompt: next(orders) if prompt.startswith("Your order") else None,
    )
    return folder / "1.jsonl"


async def in_the_terminal(folder: Path, shelf: Shelf, numbers: list[str]) -> Path:
    """The logbook of the same voyage in the terminal game."""
    app = EvenKeel(a_dock(folder, SHELVES))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", str(SHELVES.index(shelf) + 1), "enter")
        for number in numbers:
            await pilot.press(number, number, "enter")
    return folder / "1.jsonl"


@pytest.mark.parametrize("shelf", SHELVES, ids=[shelf.scenario.id for shelf in SHELVES])
async def test_all_faces_write_the_same_logbook(tmp_path: Path, shelf: Shelf) -> None:
    """To the byte: the moment is handed in, so that it is the same, too."""
    homes = [tmp_path / name for name in ("window", "plain", "terminal")]
    for home in homes:
        home.mkdir()
    numbers = adaptive(shelf)
    window = in_the_window(homes[0], shelf, numbers)
    plain = line_by_line(homes[1], shelf, numbers)
    terminal = await in_the_terminal(homes[2], shelf, numbers)

    assert go_on(window).is_over
    assert window.read_bytes() == plain.read_bytes()
    assert window.read_bytes() == terminal.read_bytes()
