"""The charts of the debrief, drawn with characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.widget import Widget
from textual.widgets import Static

from game.i18n import N_, _
from game.reports.charts.best_single_change import OneWatchChart
from game.reports.charts.captains import CaptainsChart
from game.reports.charts.drawing.rendering import Chart
from game.reports.charts.needed_and_given import NeededAndGivenChart
from game.reports.charts.odds import OddsChart
from game.reports.charts.stability import StabilityChart
from game.reports.charts.track import TrackChart
from game.ui.terminal.drawing.bars import Figure, captain_bars, need_columns, odds_bars
from game.ui.terminal.drawing.wake_plots import stability_plot, wake_plot

NEEDS = N_(
    "Sails are needed when wind outgrows canvas or the ship is worn; course, when she strays "
    "or the crew loses heart."
)
HATCHED = N_("A bar of ▒ was pressing, and got nothing.")


def draw_charts(charts: Sequence[Chart]) -> Iterator[Widget]:
    """The charts of a page, and below them what their figures cannot say for themselves."""
    match charts:
        case (TrackChart() as wakes, StabilityChart()):
            yield wake_plot(wakes.tracks)
            yield stability_plot(wakes.tracks)
        case (CaptainsChart() as chart,):
            yield Figure(captain_bars(chart))
            yield foot(chart.yours, chart.total)
        case (NeededAndGivenChart() as chart,):
            yield Figure(need_columns(chart))
            yield foot(_(NEEDS), _(HATCHED))
        case (OneWatchChart() as chart,):
            other = replace(chart.change.track, captain=N_("otherwise"))
            yield wake_plot((chart.you, other))
        case (OddsChart() as chart,):
            yield Figure(odds_bars(chart))
        case _:
            yield from (foot(chart.alt) for chart in charts)


def foot(*sentences: str) -> Static:
    """What stands below a chart."""
    return Static(" ".join(sentences), markup=False, classes="foot")
