"""In the terminal: what a marked order is likely to move, and what is said of a low reserve."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Static

from game.scenario.model.loaded import LoadedScenario
from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, an_order
from game.ui.terminal.plain.plain import play_plain
from game.ui.terminal.plain.reader import Reader
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.ui.terminal.textual.widgets import Orders
from tests.services import some_services

STAKES = "Likely to move: seamanship\xa0●●●, crew\xa0●○○"
WARNING = "She cannot take much more, Captain. Have her mended, or we shall lose her."


def a_sea_with_a_lock() -> LoadedScenario:
    """Order 1 teaches and order 2 is locked; she sets out hardly afloat."""
    watch = a_watch(
        drill=an_order("teach", effects={"crew": 4}),
        rest=an_order("sails", when=["crew is above 90"], locked="The hands are tired."),
        steer=an_order("course"),
    )
    start = {"stability": 20}
    return a_loaded_scenario(a_document(*(watch,) * 4, voyage={"start": start}))


def heard(folder: Path, *typed: str) -> list[str]:
    """What the plain game says when this is typed and then the input ends."""
    helm, answers = a_helm(folder, a_sea_with_a_lock()), iter(typed)
    said: list[str] = []

    def ask(_prompt: str) -> str | None:
        return next(answers, None)

    play_plain(some_services(folder, [helm.loaded]), helm, None, Reader(said.append, ask))
    return said


async def test_a_marked_order_shows_its_stakes_and_a_locked_one_cannot_be_marked(
    tmp_path: Path,
) -> None:
    """Nothing is shown before; a lock shows its reason, and gives nothing when pressed twice."""
    loaded = a_sea_with_a_lock()
    app = EvenKeel(some_services(tmp_path, [loaded]), a_helm(tmp_path, loaded))
    async with app.run_test(size=(80, 30)) as pilot:

        def shown() -> list[str]:
            stakes = [one for one in app.screen.query(".stakes").results(Static) if one.display]
            return [str(one.content) for one in stakes]

        before = shown()
        await pilot.press("1")
        marked = shown()
        await pilot.press("2", "2", "enter")

        assert isinstance(app.screen, WatchScreen)
        assert (before, marked, shown()) == ([], [STAKES], [])
        assert app.screen.query_one(Orders).chosen == 0
        assert app.screen.view.number == 1


def test_stakes_are_heard_when_they_are_asked_for(tmp_path: Path) -> None:
    """And not in every watch; of a locked order its reason is."""
    said = heard(tmp_path, "?1", "? 2", "?9")

    assert "Do the teach thing. Likely to move: seamanship a great deal, crew a little." in said
    assert "Do the sails thing. Locked: The hands are tired." in said
    assert len([line for line in said if "Likely" in line]) == 1
    assert "'?9' is no order of this watch." in said


async def test_a_warning_rings_and_is_written(tmp_path: Path) -> None:
    """Once: the next watch begins as low, and says nothing."""
    loaded = a_sea_with_a_lock()
    app = EvenKeel(some_services(tmp_path, [loaded]), a_helm(tmp_path, loaded))
    rung = []
    app.bell = lambda: rung.append(app.screen)  # type: ignore[method-assign]
    async with app.run_test(size=(80, 30)) as pilot:
        first = [str(one.content) for one in app.screen.query(Static)]
        await pilot.press("1", "1", "enter")
        second = [str(one.content) for one in app.screen.query(Static)]

    assert len(rung) == 1
    assert any(WARNING in text for text in first)
    assert not any(WARNING in text for text in second)


def test_a_warning_is_heard_once(tmp_path: Path) -> None:
    """By name, and in the watch in which it begins."""
    said = " ".join(heard(tmp_path, "1", "1"))

    assert said.count(f"Warning from Bosun: {WARNING}") == 1
