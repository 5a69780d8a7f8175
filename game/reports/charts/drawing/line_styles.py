"""How each captain's line is drawn, on every chart alike."""

from __future__ import annotations

from game.reports.charts.drawing.axes import LineStyle
from game.reports.charts.drawing.chart_style import Inks
from game.simulation.captains import ALL_COURSE, ALL_SAILS
from game.simulation.single_voyage import YOU


def line_style_of(captain: str, inks: Inks) -> LineStyle:
    """Yours widest; course a solid line with a triangle, sails a dashed one with a square."""
    strokes = {
        YOU: LineStyle(inks.text, "-", "o", 0.22),
        ALL_COURSE.name: LineStyle(inks.course, "-", "^", 0.1),
        ALL_SAILS.name: LineStyle(inks.sails, "--", "s", 0.1),
    }
    return strokes.get(captain, LineStyle(inks.better, ":", "D", 0.14))
