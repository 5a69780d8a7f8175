"""Where lines end."""

from __future__ import annotations

import pytest

from game.layout.lines import Column


@pytest.mark.parametrize("room", [6.0, 6.5, 7.0, 7.5])
def test_no_word_is_broken_to_make_lines_alike(room: float) -> None:
    """Not even where a narrower column would have as many lines."""
    column = Column("Next-ExtraBold", room)

    assert column.balanced("Everything Green") == ("Everything", "Green")
