"""Type: large enough for the last row, and paragraphs broken without a loss."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.layout.characters import drawable
from game.layout.lines import LINE, Column
from game.scenario.loading.files import bundled_folder
from game.ui.window.widgets.fonts import Fonts, Style

LEAST = {
    Style.NAME: 8.0,
    Style.HEADLINE: 8.0,
    Style.ORDER: 5.5,
    Style.BODY: 4.5,
    Style.STRONG: 4.5,
    Style.SMALL: 3.5,
    Style.LABEL: 3.5,
}
"""The least size of each style, hundredths of the window's height."""
words = st.text(st.characters(codec="latin-1", exclude_categories=("C", "Z")), min_size=1)


def a_type(height: int = 720, scale: float = 1.0) -> Fonts:
    """The fonts for a window."""
    pygame.font.init()
    return Fonts(bundled_folder("assets") / "fonts", height, scale)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("height", [400, 720, 768, 1080, 2160])
def test_every_style_is_large_enough(height: int, scale: float) -> None:
    """At every window height; larger text never makes anything smaller."""
    usual, type_ = a_type(height), a_type(height, scale)

    for style, least in LEAST.items():
        assert 100 * type_.size(style) / height >= least
        assert scale == 1 or type_.size(style) > usual.size(style)


@given(st.lists(words, max_size=30), st.integers(40, 1200))
def test_a_broken_paragraph_loses_no_letter(told: list[str], width: int) -> None:
    """Its lines hold at most 60 letters, fit the width as it is reckoned, and lose nothing."""
    type_ = a_type()
    lines = type_.wrap(" ".join(told), Style.BODY, width)

    assert "".join(lines).replace(" ", "") == drawable("".join(told)).replace(" ", "")
    assert all(len(line) <= LINE for line in lines)
    column = Column(Style.BODY.value[0], width / type_.size(Style.BODY))
    assert all(column.holds(line) or len(line) == 1 for line in lines)


def test_a_per_cent_sign_stays_with_its_figure() -> None:
    """It never begins a line."""
    type_ = a_type()
    width = type_.width("give or take 12", Style.BODY)

    assert type_.wrap("give or take 12 %", Style.BODY, width) == ("give or take", "12 %")


def test_a_line_of_several_faces_is_one_picture() -> None:
    """Of the height that a line has: no letter of another face and no control changes that."""
    type_ = a_type()
    usual = type_.draw("Anker", Style.BODY, (255, 255, 255))
    mixed = type_.draw("Anker ⚓ якорь 霧 \0\x1b[2J", Style.BODY, (255, 255, 255))

    assert mixed.get_height() == usual.get_height()
    assert mixed.get_width() == type_.width("Anker ⚓ якорь 霧 \0\x1b[2J", Style.BODY)
    assert type_.draw("", Style.BODY, (255, 255, 255)).get_width() == 0


@pytest.mark.parametrize("char", "霧🌊ﷺ\u0378", ids=ascii)
def test_what_no_face_draws_is_drawn_as_a_sign(char: str) -> None:
    """And never as the box that a font has for what it lacks."""
    type_ = a_type()
    drawn, sign = (type_.draw(text, Style.ORDER, (0, 0, 0)) for text in (char, "\u2022"))

    assert pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(sign, "RGBA")
