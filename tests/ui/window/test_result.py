"""A result is told bit by bit: the sea, then figures that count, then the words."""

from __future__ import annotations

import pytest

from game.ui.window.solo.result import Telling
from game.ui.window.widgets.figures import counted
from game.voyage.view import Change


@pytest.mark.parametrize(
    ("before", "after", "seen"),
    [
        ("80 %", "60 %", ["80 %", "70 %", "60 %"]),
        ("13°", "39°", ["13°", "26°", "39°"]),
        ("13° to 39°", "10° to 20°", ["10° to 20°"] * 3),
    ],
    ids=["falls", "rises", "a range stands at once"],
)
def test_a_figure_counts_from_what_was_to_what_is(before: str, after: str, seen: list[str]) -> None:
    """In whole numbers, and it ends at the very words of the view."""
    change = Change("Stability", before, after, 0.0, "")

    assert [counted(change, share) for share in (0.0, 0.5, 1.0)] == seen


def test_figures_count_one_after_the_other_and_never_backwards() -> None:
    """In few steps each, since every step draws the plates anew."""
    telling, seen = Telling(3), []
    for n in range(1001):
        telling.tell(n / 1000)
        seen.append((telling.told, telling.counted))
    steps = sorted(set(seen))

    assert list(dict.fromkeys(seen)) == steps
    assert all((figure, 1.0) in steps for figure in (1, 2, 3))
    assert len(steps) <= 17
    assert telling.is_over
