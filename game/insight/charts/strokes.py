"""Strokes: how each captain's line is drawn, on every chart alike."""

from __future__ import annotations

from game.insight.captains import ALL_COURSE, ALL_SAILS
from game.insight.charts.look import Inks
from game.insight.charts.sheet import Stroke
from game.insight.sailing import YOU


def stroke_of(captain: str, inks: Inks) -> Stroke:
    """Yours widest; course a solid line with a triangle, sails a dashed one with a square."""
    strokes = {
        YOU: Stroke(inks.text, "-", "o", 0.22),
        ALL_COURSE.name: Stroke(inks.course, "-", "^", 0.1),
        ALL_SAILS.name: Stroke(inks.sails, "--", "s", 0.1),
    }
    return strokes.get(captain, Stroke(inks.better, ":", "D", 0.14))
