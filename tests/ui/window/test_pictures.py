"""The pictures of a voyage: the last row can read them, in every theme, size and text size."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.scenario.loading.files import bundled_folder
from game.scenario.model.scene import Hour, Sky
from game.ui.window.renderer import Renderer
from game.ui.window.settings import Settings
from game.ui.window.solo.title_and_briefing import TitleScreen
from game.ui.window.widgets.theme import THEMES, Colour, Theme
from game.voyage.sea import Backdrop
from tests.pictures import a_surface, pictures
from tests.ui.window.survey import (
    Flaw,
    Pixels,
    contrast,
    faint,
    luminance,
    misplaced,
    pixels,
    unreadable,
)

ROOT = Path(__file__).parents[3]

SETUPS = {
    "wide": ((1280, 720), "dark", 1.0, "two-hands-on-the-wheel"),
    "square": ((1024, 768), "light", 1.0, "maiden-passage"),
    "large": ((1280, 720), "dark", 2.0, "two-hands-on-the-wheel"),
}
CHARTED = ("drawn across", "debrief")
"""The lines of a chart may pass behind the names at their ends."""


@pytest.mark.parametrize("setup", SETUPS)
def test_every_text_of_a_voyage_stands_out(setup: str) -> None:
    """Against what is really behind it, 7 to 1, with nothing drawn across; and in its place."""
    size, theme, text, scenario = SETUPS[setup]
    settings = replace(Settings(), theme=theme, text=text)

    found: list[Flaw] = []
    for picture in pictures(size, settings, scenario):
        lines, places = picture.canvas.written, picture.screen.places().values()
        found += misplaced(picture.name, lines, picture.canvas.area, places)
        found += unreadable(picture.name, lines, size[1])
        found += faint(picture.name, lines, pixels(picture.surface))
    assert [flaw for flaw in found if (flaw.kind, flaw.where[:7]) != CHARTED] == []


def test_the_same_voyage_gives_the_same_pictures(tmp_path: Path) -> None:
    """To the byte, here and in another process."""
    size = (640, 400)
    words = [str(tmp_path), "--size", "640x400", "--scenario", "maiden-passage"]
    command = [sys.executable, "-m", "tests.pictures", *words]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "4"})
    written = sorted(tmp_path.glob("*.png"))
    drawn = [_bytes(picture.surface) for picture in pictures(size, Settings(), "maiden-passage")]

    assert len(drawn) > 40
    assert [_bytes(pygame.image.load(path)) for path in written] == drawn


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_gauges_stand_out(theme: Theme) -> None:
    """Whatever is drawn on the bar at the top beside its text, 3 to 1."""
    drawn = pictures((1280, 720), Settings(theme=theme.name))
    picture = next(picture for picture in drawn if picture.name == "watch-02-1")
    bar = pixels(picture.surface)[:, : picture.screen.vista.top]
    for line in picture.canvas.written:
        bar[line.area.left : line.area.right, line.area.top : line.area.bottom] = theme.paper
    shown = {colour for colour, share in _shares(bar).items() if share > 0.001}

    assert len(shown) > 4
    assert [
        colour
        for colour in shown - {theme.paper, theme.raised}
        if contrast(colour, theme.paper) < 3
    ] == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sky", Sky)
def test_nothing_flashes(sky: Sky, theme: str) -> None:
    """Half a minute of any sea: its brightness never jumps, not even with lightning."""
    renderer = Renderer(a_surface((320, 200)), Settings(theme=theme), bundled_folder("assets"))
    screen = TitleScreen(None)
    backdrop = Backdrop(sky, Hour.NIGHT, gale=True)
    screen.sea = replace(screen.sea, backdrop=backdrop, wind=1.8, props=("lightning", "weed"))
    renderer.show(screen, 0)
    bright = []
    for frame in range(30 * 10):
        renderer.frame(frame / 10)
        mean = pygame.transform.average_color(renderer.surface, screen.vista)[:3]
        bright.append(luminance(mean))

    assert max(abs(after - before) for before, after in pairwise(bright)) < 0.02


def _bytes(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def _shares(part: Pixels) -> dict[Colour, float]:
    """Every colour, and how much of the part it covers."""
    colours, counts = np.unique(part.reshape(-1, 3), axis=0, return_counts=True)
    shares = counts / counts.sum()
    return {(int(r), int(g), int(b)): s for (r, g, b), s in zip(colours, shares, strict=True)}
