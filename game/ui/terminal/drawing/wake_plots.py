"""Wakes as plots: the chart from harbour to port, and stability over the watches."""

from __future__ import annotations

from collections.abc import Sequence

from game.debrief.debrief import EARLIER
from game.i18n import _
from game.ship.ship import Outcome
from game.simulation.single_voyage import YOU
from game.simulation.wake import PORT, Track
from game.ui.terminal.drawing.line_plot import Frame, Line, Plot, Point

INKS = {YOU: "bold $foreground", EARLIER: "$dim", "all course": "$course", "all sails": "$sails"}
SIGNS = {YOU: "●", EARLIER: "○", "all course": "▲", "all sails": "■"}
DOTTED = {YOU: 1, EARLIER: 2}
WRECK = "X"
STRAIGHT = ((0.0, 0.0), (PORT.toward, PORT.aside))
DEEP = 20.0
"""The chart reaches at least as far aside, in percent of the voyage."""


def wake_plot(tracks: Sequence[Track]) -> Plot:
    """Seen from above: the straight way to port along the top, and every wake aside of it."""
    lines = [
        _line(track, [(place.toward, place.aside) for place in track.chart]) for track in tracks
    ]
    port = Line(_("port"), "▐", "bold $foreground", [STRAIGHT[-1]])
    straight = Line("", "", "$dim", STRAIGHT, 6)
    deepest = max(DEEP, *(place.aside for track in tracks for place in track.chart))
    frame = Frame(0, 100, -deepest / 9, deepest, {}, _("progress toward port"))
    note = _("from above; dotted, the straight way to port; {wreck}, a wreck", wreck=WRECK)
    return Plot(_("The chart"), note, [*lines, port, straight], frame)


def stability_plot(tracks: Sequence[Track]) -> Plot:
    """What held her together, watch by watch."""
    lines = [_line(track, list(enumerate(track.stability))) for track in tracks]
    last = max(1, *(len(track.stability) - 1 for track in tracks))
    scale = {100.0: "100", 50.0: "50", 0.0: "0"}
    frame = Frame(0, last, 100, 0, scale, _("{number} watches", number=last))
    return Plot(_("Stability"), _("what holds hull and routines together"), lines, frame)


def _line(track: Track, points: list[Point]) -> Line:
    sign = WRECK if track.outcome is Outcome.FOUNDERED else SIGNS.get(track.captain, "◆")
    ink = INKS.get(track.captain, "$foreground")
    return Line(_(track.captain), sign, ink, points, DOTTED.get(track.captain, 3))
