"""The window as screen readers find it: by a real bus and display, and as the tree they get."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.ui.window.spoken.reading_order import Part, PartKind
from game.ui.window.spoken.screen_reader import FIRST, PAGE, ScreenReader
from tests.ui.window.driver import SMALL
from tests.ui.window.process import until
from tests.ui.window.test_real_display import a_desk

DBUS = shutil.which("dbus-daemon") or "dbus-daemon"
SYSTEM_PYTHON = "/usr/bin/python3"
LISTENER = Path(__file__).with_name("listener.py")
HAS_BUS = (
    all(map(shutil.which, ("dbus-daemon", "Xvfb", SYSTEM_PYTHON)))
    and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], check=False).returncode == 0
)
needs_bus = pytest.mark.skipif(
    not HAS_BUS and os.environ.get("CI") != "true",
    reason="needs a bus and its listener: apt-get install at-spi2-core python3-pyatspi xvfb",
)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The bus of a desktop; what a program needs to find it."""
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    environment = {"XDG_RUNTIME_DIR": str(runtime), "HOME": str(tmp_path), "GIO_USE_VFS": "local"}
    bus = subprocess.Popen(
        [DBUS, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **environment},
    )
    assert bus.stdout
    yield {**environment, "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip()}
    bus.kill()
    bus.wait()
    bus.stdout.close()


def heard(desktop: dict[str, str], button: str) -> list[str]:
    """The page that has this button, as a screen reader finds it; the button is pressed."""
    done = subprocess.run(
        [SYSTEM_PYTHON, LISTENER, button],
        capture_output=True,
        text=True,
        env={**os.environ, **desktop},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_bus
def test_a_screen_reader_reads_a_watch_and_gives_an_order(
    tmp_path: Path, desktop: dict[str, str]
) -> None:
    """Words, gauges and keys have their roles; what it presses is pressed."""
    with a_desk(tmp_path, SMALL, "play", "maiden-passage", "--seed", "3", **desktop) as desk:
        watch = heard(desktop, "Esc Pause")
        assert "frame: Even Keel" in watch
        assert "panel:  (focused)" in watch
        assert any(line.startswith("label: Stability ") for line in watch)
        paused = heard(desktop, "Go on")
        assert "heading: Hove to" in paused
        assert "push button: Go on (focused)" in paused
        desk.key("1", "Return")
        until(lambda: len(desk.game.orders) == 1, "the order")
        assert any(line.startswith("label: Progress") for line in heard(desktop, "Enter Sail on"))


def test_the_marked_choice_has_the_focus() -> None:
    """Else the page has it, so that it is read from its start."""
    reader = ScreenReader()
    reader.show([Part(PartKind.TEXT, "So it is."), Part(PartKind.CHOICE, "Go", id="go")], "en")
    assert reader.tree().focus == PAGE

    marked = Part(PartKind.CHOICE, "Go", id="go", is_marked=True)
    reader.show([Part(PartKind.TEXT, "So it is."), marked], "de")
    update = reader.tree()

    assert update.focus == FIRST + 1
    nodes = dict(update.nodes)
    assert nodes[FIRST + 1].label == "Go"
    assert nodes[PAGE].language == "de"
