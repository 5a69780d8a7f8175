"""The window on a real display server, with real key presses and clicks from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pygame
import pytest

from game.scenario.loading.shelf import scenarios
from game.testing import a_document, a_helm, a_loaded_scenario, a_watch, as_text
from game.ui.window.input import Action
from game.voyage.helm import resume_voyage
from tests.ui.window.driver import SMALL, SQUARE, playing
from tests.ui.window.process import DEADLINE, Game, a_game, until, within

XVFB, XDOTOOL = (shutil.which(tool) or tool for tool in ("Xvfb", "xdotool"))
IS_THERE = all(map(shutil.which, (XVFB, XDOTOOL)))
pytestmark = pytest.mark.skipif(
    not IS_THERE and os.environ.get("CI") != "true",
    reason="needs a display server and hands for it: apt-get install xvfb xdotool",
)
Size = tuple[int, int]


class Desk:
    """Somebody before a display, with a keyboard and a mouse."""

    def __init__(self, display: str, game: Game) -> None:
        self._env, self.game = {**os.environ, "DISPLAY": display}, game
        until(lambda: any((game.home / "voyages").glob("*.jsonl")), "the voyage")
        until(self.focuses, "the window")

    def does(self, *words: str) -> str:
        """One sentence of xdotool's; what it says, or nothing if it could not be done."""
        done = subprocess.run(
            [XDOTOOL, *words],
            env=self._env,
            capture_output=True,
            text=True,
            check=False,
            timeout=DEADLINE,
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def focuses(self) -> bool:
        """Give the window its keys, as nobody manages windows here; whether it has them."""
        window = self.does("search", "--onlyvisible", "--class", ".")
        self.does("windowfocus", window)
        return bool(window) and self.does("getwindowfocus") == window

    def key(self, *names: str) -> None:
        """Press keys, and wait until the window has taken them: the last one keeps a picture."""
        kept = len(self.game.pictures)
        self.does("key", *names, "F12")
        until(lambda: len(self.game.pictures) > kept, "a picture")

    def click(self, at: tuple[int, int]) -> None:
        """Press a place, and wait until the window has taken it."""
        self.does("mousemove", str(at[0]), str(at[1]), "click", "1")
        self.key()

    def has(self, size: Size) -> bool:
        """Whether the window has this size; a key may be lost while it is opened anew."""
        kept = len(self.game.pictures)
        if not self.focuses():
            return False
        self.does("key", "F12", "F12")
        if not within(3, lambda: len(self.game.pictures) > kept + 1):
            return False
        return pygame.image.load(self.game.pictures[-2]).get_size() == size

    def leave(self) -> bool:
        """Press Esc; whether the game is over."""
        self.does("key", "Escape")
        return self.game.process.poll() is not None


@contextmanager
def a_desk(home: Path, size: Size, *words: str, **environment: str) -> Iterator[Desk]:
    """A display of this size with the game on it."""
    read, write = os.pipe()
    screen = f"{size[0]}x{size[1]}x24"
    server = subprocess.Popen(
        [XVFB, "-displayfd", str(write), "-screen", "0", screen, "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:
        display = f":{number.readline().strip()}"
    words = (*words, "--window", "--size", f"{size[0]}x{size[1]}")
    try:
        with a_game(home, *words, SDL_VIDEODRIVER="x11", DISPLAY=display, **environment) as game:
            yield Desk(display, game)
    finally:
        server.kill()
        server.wait()


def test_a_whole_voyage_with_a_real_keyboard(tmp_path: Path) -> None:
    """Page by page; an order is on disk when it has been confirmed, and never before."""
    scenario = scenarios()[0].scenario.id
    log = tmp_path / "voyages" / "log.jsonl"
    with a_desk(tmp_path, SMALL, "play", scenario, "--seed", "3", "--log", str(log)) as desk:
        given = 0
        while not resume_voyage(log).is_over:
            desk.key("1")
            assert len(desk.game.orders) == given
            desk.key("Return")
            assert len(desk.game.orders) - given in (0, 1)
            given = len(desk.game.orders)
            desk.key("Return")
        desk.key("Return")
        until(desk.leave, "the end")
        code, complaint = desk.game.end()

    assert (code, complaint) == (0, "")
    assert len(resume_voyage(log).voyage.gave) == given


def test_a_real_mouse_gives_an_order(tmp_path: Path) -> None:
    """Pressed where it is drawn: once chooses, twice gives; a key takes back."""
    document = a_document(a_watch(), a_watch())
    (tmp_path / "mine.yaml").write_text(as_text(document))
    with playing(tmp_path, SQUARE, a_helm(tmp_path, a_loaded_scenario(document))) as twin:
        on = twin.screen.places()[Action.PAGE_ON].center
        twin.click(Action.PAGE_ON)
        reef = twin.screen.places()["reef"].center

    with a_desk(tmp_path, SQUARE, "play", str(tmp_path / "mine.yaml")) as desk:
        desk.click(on)
        desk.click(reef)
        desk.key("BackSpace")
        desk.click(reef)
        assert desk.game.orders == []
        desk.click(reef)

        assert desk.game.orders == ["reef"]


def test_a_real_window_changes_its_size(tmp_path: Path) -> None:
    """Pulled at its edge, and over the whole screen and back."""
    (tmp_path / "mine.yaml").write_text(as_text(a_document(a_watch(), a_watch())))
    with a_desk(tmp_path, SMALL, "play", str(tmp_path / "mine.yaml")) as desk:
        desk.does("search", "--class", ".", "windowsize", "900", "600")
        until(lambda: desk.has((900, 600)), "the new size")
        desk.does("key", "F11")
        until(lambda: desk.has(SMALL), "the whole screen")
        desk.does("key", "F11")
        until(lambda: desk.has((900, 600)), "the window again")
        desk.does("key", "2", "2")
        until(lambda: desk.game.orders == ["reef"], "the order")
