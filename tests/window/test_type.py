"""Type: large enough for the last row, and paragraphs broken without a loss."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.faces.window.type import Style, Type
from game.layout.lines import LINE
from game.scenario.files import shipped

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


def a_type(height: int = 720, scale: float = 1.0) -> Type:
    """The fonts for a window."""
    pygame.font.init()
    return Type(shipped("assets") / "fonts", height, scale)


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
    """Its lines fit the width, hold at most 60 letters, and have all that was written."""
    type_ = a_type()
    lines = type_.wrap(" ".join(told), Style.BODY, width)

    assert "".join(lines).replace(" ", "") == "".join(told)
    assert all(len(line) <= LINE for line in lines)
    assert all(type_.width(line, Style.BODY) <= width or len(line) == 1 for line in lines)


def test_a_per_cent_sign_stays_with_its_figure() -> None:
    """It never begins a line."""
    type_ = a_type()
    width = type_.width("give or take 12", Style.BODY)

    assert type_.wrap("give or take 12 %", Style.BODY, width) == ("give or take", "12 %")
