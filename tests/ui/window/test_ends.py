"""However the window ends, in any screen, every order that was given is in the logbook."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pygame
import pytest

from game.testing import a_document, a_watch, as_text
from game.voyage.helm import resume_voyage
from tests.ui.window.conftest import Aboard
from tests.ui.window.driver import TOUR, Stop
from tests.ui.window.process import Game, a_game

STOPS = [pytest.param(stop, id=name) for name, stop in TOUR.items()]
KILLED = ("chosen", "result", "debrief")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


def a_file(folder: Path, watches: int = 2) -> str:
    """The scenario of the tour, as a file."""
    path = folder / "mine.yaml"
    path.write_text(as_text(a_document(*(a_watch(),) * watches)))
    return str(path)


def follow(game: Game, stop: Stop) -> None:
    """Go to a stop of the tour, and be sure to be there."""
    game.key(*stop.keys)
    game.arrive()
    assert len(game.orders) == stop.orders


def orders_again(home: Path) -> int:
    """How many orders a replay of the one logbook finds."""
    (log,) = (home / "voyages").glob("*.jsonl")
    return len(resume_voyage(log).voyage.gave)


@pytest.mark.parametrize("stop", STOPS)
def test_what_is_on_disk_at_any_moment_has_every_order(aboard: Aboard, stop: Stop) -> None:
    """On every screen, a copy of the folder goes on: nothing waits in the game to be written."""
    player = aboard(stop)
    copy = player.folder / "copy.jsonl"
    copy.write_bytes((player.folder / "voyage.jsonl").read_bytes())

    assert len(resume_voyage(copy).voyage.gave) == stop.orders


@pytest.mark.parametrize("stop", [TOUR[name] for name in KILLED], ids=KILLED)
def test_killed_at_once_it_loses_no_order(tmp_path: Path, stop: Stop) -> None:
    """As by a power cut: with a choice made, an order given, another process at work."""
    with a_game(tmp_path, "play", a_file(tmp_path)) as game:
        follow(game, stop)
        game.process.kill()
        game.end()

    assert orders_again(tmp_path) == stop.orders


@pytest.mark.parametrize(
    ("end", "code", "name"),
    [
        pytest.param("close", 0, "debrief", id="closed"),
        pytest.param(signal.SIGINT, 130, "chosen", id="Ctrl-C with a choice made"),
        pytest.param(signal.SIGINT, 130, "debrief", id="Ctrl-C with another process at work"),
        pytest.param(signal.SIGTERM, 0, "result", id="logged out"),
    ],
)
def test_ended_in_good_order_it_loses_no_order(
    tmp_path: Path, end: str | signal.Signals, code: int, name: str
) -> None:
    """And says nothing that a player could not understand."""
    with a_game(tmp_path, "play", a_file(tmp_path)) as game:
        follow(game, TOUR[name])
        if isinstance(end, signal.Signals):
            game.process.send_signal(end)
        else:
            game.key(end)
        returned, complaint = game.end()

    assert returned == code
    assert "Traceback" not in complaint
    assert ("play --continue" in complaint) == (code == 130)
    assert orders_again(tmp_path) == TOUR[name].orders


def test_killed_after_each_order_it_goes_on(tmp_path: Path) -> None:
    """Three times from the disk, with one order each; the last one ends the voyage."""
    words = ["play", a_file(tmp_path, 3)]
    for given in range(1, 4):
        with a_game(tmp_path, *words) as game:
            game.order("1")
            game.process.kill()
            game.end()
            assert orders_again(tmp_path) == given
        words = ["play", "--continue"]

    (log,) = (tmp_path / "voyages").glob("*.jsonl")
    assert resume_voyage(log).is_over


def test_settings_outlive_the_window(tmp_path: Path) -> None:
    """What was liked yesterday is how it opens today."""
    words = ("play", a_file(tmp_path), "--size", "640x400", "--seed", "1")
    sheets = []
    for keys in (("t", "m", "+"), ()):
        with a_game(tmp_path, *words) as game:
            game.key(*keys)
            game.arrive()
            game.arrive()
            game.key("close")
            assert game.end()[0] == 0
            picture = pygame.image.load(game.pictures[-1])
            sheets.append(pygame.image.tobytes(picture.subsurface((0, 280, 640, 120)), "RGB"))

    kept = json.loads((tmp_path / "settings.json").read_text(encoding="utf-8"))
    assert (kept["theme"], kept["motion"], kept["text"]) == ("light", False, 1.25)
    assert sheets[0] == sheets[1]
