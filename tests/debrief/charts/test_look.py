"""How charts look: the window's colours, contrast, and signs that need no colour."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from game.debrief.charts.drawing.chart_style import PRINT, THEMES, ChartStyle, Inks
from game.debrief.charts.track_captions import line_style_of
from game.ui.window.widgets import theme

EVERY = pytest.mark.parametrize("inks", [*THEMES.values(), PRINT], ids=[*THEMES, "print"])


def light(colour: str) -> float:
    """Relative luminance, as WCAG has it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Of two colours, 1 to 21."""
    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_charts_have_the_windows_colours(name: str) -> None:
    """To the last bit, so that a chart lies on the window as if drawn there."""
    window = theme.THEMES[name]
    named = {
        ink: "#{:02x}{:02x}{:02x}".format(*getattr(window, ink)) for ink in asdict(THEMES[name])
    }

    assert asdict(THEMES[name]) == named


@EVERY
def test_text_and_lines_can_be_told_from_paper(inks: Inks) -> None:
    """7:1 for whatever is written, 3:1 for edges."""
    written = {ink for ink in asdict(inks) if ink not in {"paper", "edge"}}

    assert all(contrast(getattr(inks, ink), inks.paper) >= 7 for ink in written)
    assert contrast(inks.edge, inks.paper) >= 3


@EVERY
def test_lines_can_be_told_apart_in_grey(inks: Inks) -> None:
    """Each captain has a sign of their own; course and sails differ in their dash, too."""
    strokes = [line_style_of(name, inks) for name in ("you", "all course", "all sails", "best")]
    you, course, sails, best = strokes

    assert len({stroke.sign for stroke in strokes}) == 4
    assert len({course.dash, sails.dash, best.dash}) == 3
    assert you.width > 2 * course.width


def test_text_is_as_large_as_it_should_be_where_there_is_room() -> None:
    """And never so large that a small chart would have no room for lines."""
    assert ChartStyle(1240, 520, 32.4, PRINT).em == 32.4
    assert ChartStyle(480, 520, 65, PRINT).em == 40
