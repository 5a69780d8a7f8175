"""The window holds no rules: every face writes the same logbook for the same orders."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario.loading.shelf import scenarios
from game.scenario.model.loaded import LoadedScenario
from game.scenario.yaml.file_tree import FileTree
from game.scenario.yaml.parser import parse_valid_yaml
from game.simulation.captains import ADAPTIVE
from game.simulation.single_voyage import sail_captain
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from game.ui.terminal.textual.app import EvenKeel
from game.voyage.flow import Flow
from game.voyage.helm import resume_voyage
from tests.services import some_services
from tests.ui.window.driver import TINY, playing

SHELVES = scenarios()
IN_THE_TERMINAL = ("the-long-convoy", "the-mates-watch", "the-race-to-port-meridian")
"""Between them they have all that a scenario can have, and one has the most watches: the terminal
game waits after each key until all is quiet. The others are sailed by the faces that do not.
"""


def adaptive(loaded: LoadedScenario) -> list[str]:
    """The orders of the adaptive captain, by their numbers."""
    voyage = sail_captain(Flow(loaded.scenario), 1, ADAPTIVE).voyage
    orders = (list(loaded.scenario.watches[watch].orders) for watch in voyage.sailed)
    given = zip(orders, voyage.gave, strict=True)
    return [str(offered.index(order) + 1) for offered, order in given]


def in_the_window(folder: Path, loaded: LoadedScenario, numbers: list[str]) -> Path:
    """The logbook of a voyage in the window."""
    with playing(folder, TINY) as player:
        player.key("1", str(SHELVES.index(loaded) + 1))
        while player.at == "BriefingScreen":
            player.key("enter")
        orders = iter(numbers)
        while player.at == "WatchScreen":
            player.key(next(orders), "enter")
            while player.at == "ResultScreen":
                player.key("enter")
    return folder / "1.jsonl"


def line_by_line(folder: Path, loaded: LoadedScenario, numbers: list[str]) -> Path:
    """The logbook of the same voyage in the plain face."""
    orders = iter(numbers)
    reader = Reader(
        lambda _: None, lambda prompt: next(orders) if prompt.startswith("Your order") else None
    )
    play_plain(some_services(folder, SHELVES), None, loaded, reader)
    return folder / "1.jsonl"


async def in_the_terminal(folder: Path, loaded: LoadedScenario, numbers: list[str]) -> Path:
    """The logbook of the same voyage in the terminal game."""
    app = EvenKeel(some_services(folder, SHELVES))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", str(SHELVES.index(loaded) + 1), "enter")
        for number in numbers:
            await pilot.press(number, number, "enter")
    return folder / "1.jsonl"


@pytest.mark.parametrize("loaded", SHELVES, ids=[loaded.scenario.id for loaded in SHELVES])
async def test_every_face_writes_the_same_logbook(tmp_path: Path, loaded: LoadedScenario) -> None:
    """To the byte: the moment is handed in, so that it is the same, too."""
    homes = [tmp_path / name for name in ("window", "plain", "terminal")]
    for home in homes:
        home.mkdir()
    numbers = adaptive(loaded)
    window = in_the_window(homes[0], loaded, numbers)
    plain = line_by_line(homes[1], loaded, numbers)

    assert resume_voyage(window).is_over
    assert window.read_bytes() == plain.read_bytes()
    if loaded.scenario.id in IN_THE_TERMINAL:
        terminal = await in_the_terminal(homes[2], loaded, numbers)
        assert window.read_bytes() == terminal.read_bytes()


def test_the_terminal_sails_whatever_a_scenario_can_have() -> None:
    """Every key that stands somewhere in a watch or an order, and the most watches."""
    has = {loaded.scenario.id: features(loaded.text) for loaded in SHELVES}
    longest = max(SHELVES, key=lambda loaded: len(loaded.scenario.watches))

    assert set().union(*(has[id] for id in IN_THE_TERMINAL)) == set().union(*has.values())
    assert longest.scenario.id in IN_THE_TERMINAL


def features(text: str) -> set[str]:
    """The keys that stand in a scenario's watches and orders."""
    watches = FileTree(parse_valid_yaml("f.yaml", text.encode()))
    return {*watches.keys("watches.*"), *watches.keys("watches.*.orders.*")}
