"""The charts of the debrief, drawn with characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.widget import Widget
from textual.widgets import Static

from game.debrief.charts.believed_and_true import BelievedChart
from game.debrief.charts.best_single_change import OneWatchChart
from game.debrief.charts.census import CensusChart
from game.debrief.charts.drawing.rendering import Chart
from game.debrief.charts.needed_and_given import NeededAndGivenChart
from game.debrief.charts.odds import OddsChart
from game.debrief.charts.stability import StabilityChart
from game.debrief.charts.track import TrackChart
from game.debrief.debrief import EARLIER
from game.i18n import N_, _
from game.ship.ship import Outcome
from game.simulation.single_voyage import YOU
from game.simulation.track import PORT, Track
from game.ui.terminal.drawing.bars import Bars, captain_grid, need_columns, odds_bars
from game.ui.terminal.drawing.line_plot import Frame, Line, Plot, Point

NEEDS = N_(
    "Sails are needed when wind outgrows canvas or the ship is worn; course, when she strays "
    "or the crew loses heart."
)
HATCHED = N_("A bar of ▒ was pressing, and got nothing.")
INKS = {YOU: "bold $foreground", EARLIER: "$dim", "all course": "$course", "all sails": "$sails"}
SIGNS = {YOU: "●", EARLIER: "○", "all course": "▲", "all sails": "■"}
DOTTED = {YOU: 1, EARLIER: 2}
WRECK = "X"
STRAIGHT = ((0.0, 0.0), (PORT.toward, PORT.aside))
DEEP = 20.0
"""The chart reaches at least as far aside, in percent of the voyage."""


def draw_charts(charts: Sequence[Chart]) -> Iterator[Widget]:
    """The charts of a page, and below them what their figures cannot say for themselves."""
    match charts:
        case (BelievedChart() as believed, StabilityChart() as stood):
            yield _believed_plot(believed)
            yield _stability_plot((stood.you, *stood.ghosts))
        case (TrackChart() as wakes,):
            yield _wake_plot(wakes.tracks)
        case (CensusChart() as chart,):
            yield Bars(captain_grid(chart))
            yield foot(chart.yours, chart.total)
        case (NeededAndGivenChart() as chart,):
            yield Bars(need_columns(chart))
            yield foot(_(NEEDS), _(HATCHED))
        case (OneWatchChart() as chart,):
            other = replace(chart.change.track, captain=N_("otherwise"))
            yield _wake_plot((chart.you, other))
        case (OddsChart() as chart,):
            yield Bars(odds_bars(chart))
        case _:
            yield from (foot(chart.alt) for chart in charts)


def foot(*sentences: str) -> Static:
    return Static(" ".join(sentences), markup=False, classes="foot")


def _believed_plot(chart: BelievedChart) -> Plot:
    """Degrees off port over the watches: the truth solid, what was believed dotted."""
    seen = chart.sightings
    true = [(each.number, each.true) for each in seen] or [(1, 0.0)]
    believed = [(each.number, each.believed) for each in seen] or [(1, 0.0)]
    ring = [(each.number, each.ring) for each in seen] or [(1, 0.0)]
    highest = max(DEEP, *(height for _watch, height in (*true, *believed)))
    clues = [each.number for each in seen if each.clue]
    lines = [
        Line(_("true"), "●", "bold $foreground", true),
        Line(_("believed"), "○", "$course", believed, 2),
        Line("", "", "$dim", [(watch, min(highest, height)) for watch, height in ring], 5),
        *(Line("", "", "$sails", [(at, highest), (at, 0.9 * highest)]) for at in clues),
    ]
    scale = {highest: f"{highest:.0f}", 0.0: "0"}
    last = max(2, len(seen))
    frame = Frame(1, last, highest, 0, scale, _("{number} watches", number=len(seen)))
    note = _("degrees off port; a stroke at the top: a current was announced")
    return Plot(_("Believed and true"), note, lines, frame)


def _wake_plot(tracks: Sequence[Track]) -> Plot:
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


def _stability_plot(tracks: Sequence[Track]) -> Plot:
    lines = [_line(track, list(enumerate(track.stability))) for track in tracks]
    last = max(1, *(len(track.stability) - 1 for track in tracks))
    scale = {100.0: "100", 50.0: "50", 0.0: "0"}
    frame = Frame(0, last, 100, 0, scale, _("{number} watches", number=last))
    return Plot(_("Stability"), _("what holds hull and routines together"), lines, frame)


def _line(track: Track, points: list[Point]) -> Line:
    sign = WRECK if track.outcome is Outcome.FOUNDERED else SIGNS.get(track.captain, "◆")
    ink = INKS.get(track.captain, "$foreground")
    return Line(_(track.captain), sign, ink, points, DOTTED.get(track.captain, 3))
