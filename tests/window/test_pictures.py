"""The pictures of a voyage: the last row can read them, in every theme, size and text size."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.faces.window.settings import Settings
from tests.pictures import pictures
from tests.window.survey import Flaw, faint, misplaced, pixels, unreadable

SETUPS = {
    "dark": ((1280, 720), "dark", 1.0),
    "light": ((1280, 720), "light", 1.0),
    "square": ((1024, 768), "light", 1.0),
    "large": ((1280, 720), "dark", 2.0),
}
CHARTED = ("drawn across", "debrief")
"""The lines of a chart may pass behind the names at their ends."""


@pytest.mark.parametrize("setup", SETUPS)
def test_every_text_of_a_voyage_stands_out(setup: str) -> None:
    """Against what is really behind it, 7 to 1, with nothing drawn across; and in its place."""
    size, theme, text = SETUPS[setup]
    settings = replace(Settings(), theme=theme, text=text)

    found: list[Flaw] = []
    for picture in pictures(size, settings):
        lines, places = picture.canvas.written, picture.screen.places().values()
        found += misplaced(picture.name, lines, picture.canvas.area, places)
        found += unreadable(picture.name, lines, size[1])
        found += faint(picture.name, lines, pixels(picture.surface))
    assert [flaw for flaw in found if (flaw.kind, flaw.where[:7]) != CHARTED] == []
