"""Pictures of a session: the last row can read them, with one crew and with six."""

from __future__ import annotations

import pytest
from pygame import Rect

from game.ui.window.projector.status_bar import BLACK, QUIET, WHITE
from game.ui.window.settings import Settings
from tests.room_pictures import pictures
from tests.ui.window.survey import Flaw, faint, misplaced, pixels, unreadable
from tests.ui.window.wall import CODE, INVITATION

SETUPS = {
    "six crews by phones": ((1280, 720), "light", "the-long-convoy", 6, True),
    "six crews, narrow": ((1024, 768), "dark", "maiden-passage", 6, True),
    "two crews by hands": ((1280, 800), "dark", "two-hands-on-the-wheel", 2, False),
    "one crew by hands": ((1280, 720), "light", "maiden-passage", 1, False),
}


@pytest.mark.parametrize("setup", SETUPS)
def test_every_text_of_a_session_stands_out(setup: str) -> None:
    """In its place, large enough, 7 to 1 against what is behind it, nothing drawn across it."""
    size, theme, scenario, crews, phones = SETUPS[setup]
    drawn = pictures(size, Settings(theme=theme), scenario, crews, phones=phones, watches=(2,))

    found: list[Flaw] = []
    names = set()
    for picture in drawn:
        names.add(picture.name.rsplit("-", 1)[0])
        lines, places = picture.canvas.written, picture.screen.places().values()
        found += misplaced(picture.name, lines, picture.canvas.area, places)
        found += unreadable(picture.name, lines, size[1])
        found += faint(picture.name, lines, pixels(picture.surface))
    assert found == []
    assert {"lobby", "pause", "watch-02-revealed", "debrief-monday"} <= names


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1200), (3840, 2160)], ids=str)
def test_the_way_in_is_on_every_screen(size: tuple[int, int]) -> None:
    """The code at least 4.5 hundredths of the window high; not in the dark, nor over the voyage."""
    drawn = pictures(size, Settings(), "maiden-passage", 2, phones=True, watches=(1,))
    last = "debrief" if size == (1280, 720) else "blank"
    for picture in drawn:
        if picture.name.startswith(last):
            break
        if picture.name.startswith(("paper", "blank", "time-lapse")):
            continue
        (code,) = (line for line in picture.canvas.written if line.text == CODE)
        assert 100 * code.size / size[1] >= 4.5
        assert any(line.text == INVITATION.address for line in picture.canvas.written)


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_camera_can_read_the_code(theme: str) -> None:
    """Black on white in any theme, four dots of white around it, each dot a whole square."""
    likes = Settings(theme=theme)
    lobby = next(pictures((1280, 720), likes, "maiden-passage", 1, phones=True))
    surface, dots = lobby.surface, INVITATION.dots
    white = [x for x in range(640, 1280) if surface.get_at((x, 400))[:3] in (WHITE, BLACK)]
    side = white[-1] - white[0] + 3
    paper = Rect(0, 0, side, side)
    paper.right = white[-1] + 2
    tops = [y for y in range(720) if surface.get_at((white[0] + 2, y))[:3] == WHITE]
    paper.top = tops[0] - 1
    size = side // (len(dots) + 2 * QUIET)

    def middle(n: int) -> int:
        return (n + QUIET) * size + size // 2

    read = tuple(
        tuple(
            surface.get_at((paper.left + middle(x), paper.top + middle(y)))[:3] == BLACK
            for x in range(len(dots))
        )
        for y in range(len(dots))
    )
    assert read == dots
