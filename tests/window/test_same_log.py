"""The window holds no rules: every face writes the same logbook for the same orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.faces.terminal.app import EvenKeel
from game.faces.terminal.plain import play_plain
from game.insight.captains import ADAPTIVE
from game.insight.sailing import sail
from game.scenario.catalogue import Shelf, catalogue
from game.scenario.reading import read_sound
from game.scenario.source import Source
from game.voyage.flow import Flow
from game.voyage.helm import go_on
from tests.docks import a_dock
from tests.window.driver import TINY, playing

SHELVES = catalogue()
IN_THE_TERMINAL = ("the-long-convoy", "the-race-to-port-meridian")
"""Between them they have all that a scenario can have, and one has the most watches: the terminal
game waits after each key until all is quiet. The others are sailed by the faces that do not.
"""


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
async def test_every_face_writes_the_same_logbook(tmp_path: Path, shelf: Shelf) -> None:
    """To the byte: the moment is handed in, so that it is the same, too."""
    homes = [tmp_path / name for name in ("window", "plain", "terminal")]
    for home in homes:
        home.mkdir()
    numbers = adaptive(shelf)
    window = in_the_window(homes[0], shelf, numbers)
    plain = line_by_line(homes[1], shelf, numbers)

    assert go_on(window).is_over
    assert window.read_bytes() == plain.read_bytes()
    if shelf.scenario.id in IN_THE_TERMINAL:
        terminal = await in_the_terminal(homes[2], shelf, numbers)
        assert window.read_bytes() == terminal.read_bytes()


def test_the_terminal_sails_whatever_a_scenario_can_have() -> None:
    """Every key that stands somewhere in a watch or an order, and the most watches."""
    has = {shelf.scenario.id: features(shelf.text) for shelf in SHELVES}
    longest = max(SHELVES, key=lambda shelf: len(shelf.scenario.watches))

    assert set().union(*(has[id] for id in IN_THE_TERMINAL)) == set().union(*has.values())
    assert longest.scenario.id in IN_THE_TERMINAL


def features(text: str) -> set[str]:
    """The keys that stand in a scenario's watches and orders."""
    watches = Source(read_sound("f.yaml", text.encode()))
    return {*watches.keys("watches.*"), *watches.keys("watches.*.orders.*")}
