"""The pictures: where they come from, that they can be drawn, and that they weigh little."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests.art.files import FOLDER, write

DRAWN = sorted(FOLDER.rglob("*.svg"))


def test_making_the_pictures_anew_makes_the_same_files(tmp_path: Path) -> None:
    """`python -m tests.art` is where the families come from, to the byte."""
    write(tmp_path)

    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.svg")}
    assert made == {path: (FOLDER / path).read_bytes() for path in made}
    assert {path.parts[0] for path in made} == {"ships", "portraits"}


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: str(path.relative_to(FOLDER)))
def test_a_picture_shows_something(path: Path) -> None:
    """It loads as it does on the window, at a small size too, and is not blank."""
    for size in ((40, 40), (160, 160)):
        drawn = pygame.image.load_sized_svg(path, size)
        inked = pygame.mask.from_surface(drawn, 60).count()

        assert inked > 0.01 * drawn.get_width() * drawn.get_height()


def test_all_pictures_together_are_light() -> None:
    """A laptop of a school takes them along."""
    assert sum(path.stat().st_size for path in DRAWN) <= 600_000
