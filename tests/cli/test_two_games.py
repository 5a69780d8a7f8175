"""Two games, two hosts: what one has in use the other leaves alone, says so, and offers another."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.cli.support.ui_services import open_services
from game.files.locking import lock
from game.findings import VoyageInUse
from game.storage.logbook import LOGBOOKS
from game.testing import a_helm
from game.ui.terminal.textual.app import EvenKeel
from game.ui.terminal.textual.screens.overlays import Overlay
from game.ui.terminal.textual.screens.scenario_list import ScenarioListScreen
from game.ui.terminal.textual.screens.watch import WatchScreen
from game.voyage.helm import resume_voyage
from game.voyage.replay import untranslated
from tests.cli.test_cli import ROOT
from tests.ui.window.driver import TINY, playing
from tests.verbs import run_here


@contextmanager
def a_game(home: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A game in a process of its own, which has said what its first watch is; killed at the end."""
    child = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "play", "--plain", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "EVEN_KEEL_HOME": str(home)},
    )
    assert child.stdin
    assert child.stdout
    with child, child.stdin, child.stdout:
        while not child.stdout.readline().startswith("Watch 1"):
            assert child.poll() is None
        yield child
        child.kill()


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "is being sailed in another"), ("de", "wird in einem anderen"), ("fr", "est en cours")],
)
def test_a_second_game_says_so_and_offers_a_voyage_of_its_own(
    tmp_path: Path, language: str, says: str
) -> None:
    """Its orders go into a logbook of its own; once the first game is killed, that one goes on."""
    again = ("play", "--plain", "--continue", "--language", language)
    with a_game(tmp_path, "maiden-passage"):
        (log,) = (tmp_path / "voyages").glob(LOGBOOKS)
        second = run_here(*again, home=tmp_path, typed="drift\n1\n")
    assert says in second.stdout
    assert len(resume_voyage(log).voyage.gave) == 0
    own = next(path for path in log.parent.glob(LOGBOOKS) if path != log)
    assert (resume_voyage(own).loaded.scenario.id, len(resume_voyage(own).voyage.gave)) == (
        "drift",
        1,
    )

    run_here(*again, "--log", str(log), home=tmp_path, typed="1\n")
    assert len(resume_voyage(log).voyage.gave) == 1


def test_the_window_says_so_before_its_shelf(tmp_path: Path) -> None:
    """At the start, or when another game is met on the way."""
    path = a_helm(tmp_path).path
    with playing(tmp_path, TINY, VoyageInUse(path)) as player:
        assert player.at == "TroubleScreen"
        assert "This voyage is being sailed in another window or terminal." in player.said
        player.key("esc")
        assert player.at == "ShelfScreen"
    with playing(tmp_path, TINY, resume_voyage(path)) as player:
        resume_voyage(path).give("steer")
        player.key("1", "1")
        assert player.at == "TroubleScreen"
        player.key("esc")

        assert player.at == "ShelfScreen"
    assert resume_voyage(path).voyage.gave == ("steer",)


async def test_the_terminal_says_so_over_its_shelf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another game has it; afterwards the voyage goes on, and is in use here."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    path = a_helm(tmp_path / "voyages").path
    other = lock(path)
    assert other
    async with EvenKeel(open_services(1, None, untranslated)).run_test() as pilot:
        await pilot.press("c")
        assert isinstance(pilot.app.screen, Overlay)
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ScenarioListScreen)
        other.release()
        await pilot.press("escape", "c")
        assert isinstance(pilot.app.screen, WatchScreen)

        assert lock(path) is None
