"""Where no window can be opened, or something that it needs is damaged: a line, and a way on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from game.cli.support.window import settings
from game.testing import a_document, a_watch, as_text
from game.ui.window.settings import Settings
from tests.ui.window.driver import HEADLESS
from tests.ui.window.process import DEADLINE, ROOT, a_game

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
BARE = {name: value for name, value in os.environ.items() if name not in SCREENS}
"""An environment without a display."""


def a_file(folder: Path) -> str:
    """A scenario of one watch."""
    path = folder / "mine.yaml"
    path.write_text(as_text(a_document(a_watch())))
    return str(path)


def run(
    home: Path,
    *words: str,
    root: Path = ROOT,
    typed: str = "",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> subprocess.CompletedProcess[str]:
    """Even Keel as a pipe runs it."""
    return subprocess.run(
        [sys.executable, str(root / "main.py"), *words],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        cwd=home,
        timeout=DEADLINE,
        env={**BARE, "EVEN_KEEL_HOME": str(home), **environment},
    )


@pytest.mark.parametrize(
    ("words", "environment", "reason"),
    [
        pytest.param([], {}, "no display server is running", id="no display"),
        pytest.param(["--window"], {}, "no display server is running", id="asked for"),
        pytest.param([], {"DISPLAY": ":987"}, "x11", id="a server that has gone"),
        pytest.param([], {"SDL_VIDEODRIVER": "nonsense"}, "nonsense", id="no such driver"),
    ],
)
def test_without_a_window_it_says_why_and_plays_on(
    tmp_path: Path, words: list[str], environment: dict[str, str], reason: str
) -> None:
    """One line; then the same scenario line by line, as there is no terminal either."""
    done = run(tmp_path, "play", a_file(tmp_path), *words, typed="1\n", environment=environment)

    (line,) = done.stderr.splitlines()
    assert line.startswith("No window here: ")
    assert line.endswith(".")
    assert reason in line
    assert done.returncode == 0
    assert "You order" in done.stdout


def test_without_a_window_and_a_terminal_it_shows_the_demo(tmp_path: Path) -> None:
    """The bare command, in a pipe."""
    done = run(tmp_path)

    assert done.stderr == "No window here: no display server is running.\n"
    assert "Same ship, same sea" in done.stdout


@pytest.mark.skipif(os.name != "posix", reason="pseudo terminals")
def test_without_a_window_it_opens_the_terminal_game(tmp_path: Path) -> None:
    """After the reason, where somebody sits at a terminal."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py")],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=tmp_path,
        env={**BARE, "EVEN_KEEL_HOME": str(tmp_path), "TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    while b"\x1b[?1049h" not in shown:
        shown += os.read(ours, 4096)
    process.kill()
    process.wait()
    os.close(ours)

    assert shown.startswith(b"No window here: no display server is running.")


def test_who_has_chosen_it_line_by_line_plays_so(tmp_path: Path) -> None:
    """With a display or without; a command that says otherwise has its way."""
    (tmp_path / "settings.json").write_text('{"opens": "plain"}', encoding="utf-8")
    plain = run(tmp_path, "play", "maiden-passage")
    asked = run(tmp_path, "play", "maiden-passage", "--window")

    assert "No window here" not in plain.stderr
    assert "Your order" in plain.stdout
    assert "No window here" in asked.stderr


DAMAGED = [
    pytest.param(b"", id="empty"),
    pytest.param(b'{"theme": "light"', id="torn"),
    pytest.param(b"\xff\xfe\x00", id="no text"),
    pytest.param(b"[" * 60_000, id="too deep"),
    pytest.param(b'{"text": 1e999, "theme": ["light"], "display": 99}', id="wild"),
    pytest.param(b" " * 10_000_000 + b"{}", id="too large"),
]


@pytest.mark.parametrize("damaged", DAMAGED)
def test_damaged_settings_are_left_as_they_come(
    tmp_path: Path, damaged: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the file says."""
    monkeypatch.setenv("EVEN_KEEL_HOME", str(tmp_path))
    (tmp_path / "settings.json").write_bytes(damaged)

    assert settings() == Settings()


@pytest.mark.parametrize("damaged", DAMAGED[-2:])
def test_the_next_change_mends_damaged_settings(tmp_path: Path, damaged: bytes) -> None:
    """The window opens with the usual ones."""
    (tmp_path / "settings.json").write_bytes(damaged)
    with a_game(tmp_path, "play", a_file(tmp_path), "--size", "640x400") as game:
        game.key("t")
        game.arrive()
        game.key("close")
        code, complaint = game.end()

    assert (code, complaint) == (0, "")
    assert '"theme": "light"' in (tmp_path / "settings.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("asset", "text"),
    [
        pytest.param("fonts/AtkinsonHyperlegibleNext-Regular.ttf", None, id="no font"),
        pytest.param("art/hull.svg", None, id="no picture"),
        pytest.param("art/hull.svg", "not a picture", id="a picture that is none"),
    ],
)
def test_a_missing_asset_is_named(tmp_path: Path, asset: str, text: str | None) -> None:
    """With the way out, and without a traceback."""
    root = tmp_path / "copy"
    shutil.copytree(ROOT / "assets", root / "assets")
    for room in ("game", "scenarios"):
        (root / room).symlink_to(ROOT / room)
    shutil.copy(ROOT / "main.py", root)
    file = root / "assets" / asset
    if text is None:
        file.unlink()
    else:
        file.write_text(text)
    done = run(tmp_path, "play", a_file(tmp_path), root=root, environment=HEADLESS)

    assert done.returncode == 1
    assert f"{file} cannot be used: the " in done.stderr
    assert "put it back, or install Even Keel again" in done.stderr
    assert "Traceback" not in done.stderr
